import Plumbline
import TestSupport
import Testing

@Suite("records of which nobody knows whose group they are in") struct StrangerTests {
    private static let fields = """
        id: {type: string}, town: {type: string}, ward: {type: string}, role: {type: string}, tier: {type: tier}, pay: {type: integer, range: 0..10}
        """
    private static let header = "id,town,ward,role,tier,pay\n"
    private static let parity = "observe: pay, target: {parity: {test: role == 'n', against: role != 'n', within: [town], at_least: 100%}}"
    private static let peers = "observe: pay, target: {peers: {at_least: 0, among: [town]}}"

    private static func findings(_ rule: String, _ rows: [String]) throws -> [Finding] {
        let fixture = try TargetFixture(fields: fields, rule: rule, table: "key: id", enumerations: "{tier: {order: [C, B, A]}}")
        return try fixture.findings(header + rows.joined(separator: "\n"))
    }

    private static func reasons(_ rule: String, _ rows: [String]) throws -> [String: String] {
        let findings = try findings(rule, rows)
        return Dictionary(uniqueKeysWithValues: findings.map { ($0.record.key, $0.reason.rawValue) })
    }

    private static let examples: [(rule: String, rows: [String], reasons: [String: String])] = [
        // One more makes those two that are one; those who are two already stay so.
        ("target: {unique: [town]}", ["1,s,,,,", "2,t,,,,", "3,t,,,,", "4,,,,,"], ["s": "missing_decides", "t": "beyond_limit", "?": "scope_unknown"]),
        // Half of what tells the group is known.
        ("target: {unique: [town, ward]}", ["1,s,x,,,", "2,t,x,,,", "3,s,,,,"], ["s/x": "missing_decides", "t/x": "within_limit", "?": "scope_unknown"]),
        // Copies that say different things have no values of their own.
        ("target: {unique: [town, ward]}", ["1,s,x,,,", "2,,x,,,", "2,,y,,,"], ["s/x": "missing_decides", "?": "ambiguous_record"]),
        (parity, ["1,s,,n,,9", "2,s,,d,,5", "3,t,,n,,6", "4,t,,d,,5", "5,,,d,,8"], ["s": "within_limit", "t": "missing_decides", "?": "scope_unknown"]),
        // Nobody is tested in t, unless the stranger is there.
        (parity, ["1,s,,n,,9", "2,s,,d,,5", "3,t,,d,,6", "4,,,n,,9"], ["s": "within_limit", "t": "missing_decides", "?": "scope_unknown"]),
        (parity, ["1,s,,n,,9", "2,s,,d,,5", "3,t,,d,,6", "4,,,d,,9"], ["s": "within_limit", "t": "no_tested_group", "?": "scope_unknown"]),
        // Who may be a nurse or not may be either.
        (parity, ["1,s,,n,,10", "2,s,,d,,0", "3,,,,,9"], ["s": "missing_decides", "?": "missing"]),
        ("\(parity), missing: skip", ["1,t,,n,,6", "2,t,,d,,5", "3,,,d,,8"], ["t": "within_limit", "?": "scope_unknown"]),
        (
            "observe: tier, target: {composition: {parts: {A: {at_least: 50%}}, within: [town]}}",
            ["1,s,,,A,", "2,s,,,B,", "3,t,,,A,", "4,t,,,A,", "5,u,,,C,", "6,u,,,C,", "7,,,,B,"],
            ["s": "missing_decides", "t": "within_limit", "u": "beyond_limit", "?": "scope_unknown"]
        ),
        (peers, ["1,s,,,,4", "2,s,,,,4", "3,t,,,,9", "4,t,,,,1", "5,,,,,5"], [
            "1": "missing_decides", "2": "missing_decides", "3": "within_limit", "4": "beyond_limit", "5": "missing",
        ]),
        ("\(peers), missing: skip", ["1,s,,,,4", "2,s,,,,4", "5,,,,,5"], ["1": "within_limit", "2": "within_limit", "5": "missing"]),
        (
            "observe: pay, target: {peers: {at_least: 0, among: [town]}}, coverage: {at_least: 50%}", ["1,s,,,,4", "2,s,,,,4", "5,,,,,9"],
            ["": "missing_decides"]
        ),
    ]

    @Test("a group is decided only where it is the same whoever of them belongs to it", arguments: examples)
    func example(rule: String, rows: [String], reasons: [String: String]) throws {
        #expect(try Self.reasons(rule, rows) == reasons)
    }

    @Test("so many of them that not every way can be tried decide nothing, and cost no time")
    func many() throws {
        let strangers = (0..<1000).map { "x\($0),,,\($0 % 2 == 0 ? "n" : "d"),,\($0 % 11)" }
        let groups = (0..<300).flatMap { ["a\($0),t\($0),,n,,10", "b\($0),t\($0),,d,,0"] }
        let clock = ContinuousClock()
        var found: [String: String] = [:]
        let time = try clock.measure { found = try Self.reasons(Self.parity, groups + strangers) }
        #expect(found.count == 301 && found.filter { $0.value == "missing_decides" }.count == 300)
        #expect(time < .seconds(60))
    }

    private struct Person {
        var town: String
        var isTested: Bool
        var pay: Int

        init(_ town: String, using random: inout SeededGenerator) {
            self.town = town
            isTested = Bool.random(using: &random)
            pay = Int.random(in: 0...10, using: &random)
        }

        func row(_ id: Int) -> String { "\(id),\(town),,\(isTested ? "n" : "d"),,\(pay)" }
    }

    private static func people(using random: inout SeededGenerator) -> [Person] {
        var people: [Person] = []
        for town in ["s", "t"] { people += (0..<Int.random(in: 2...5, using: &random)).map { _ in Person(town, using: &random) } }
        return people + (0..<Int.random(in: 1...4, using: &random)).map { _ in Person("", using: &random) }
    }

    /// Everybody who may be in a town, in all ways in which those of no known town may.
    private static func ways(_ town: String, _ people: [Person]) -> [[Person]] {
        let own = people.filter { $0.town == town }
        return people.filter { $0.town.isEmpty }.reduce([own]) { ways, stranger in ways + ways.map { $0 + [stranger] } }
    }

    private static func outcome(_ answers: Set<String>) -> String { answers.count == 1 ? answers.first ?? "" : "not_measured" }

    @Test("the verdict of two sides is what all ways have in common", arguments: ["mean", "median"], 0..<40)
    func sides(compare: String, seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let people = Self.people(using: &random)
        let rule = Self.parity.replacing("within:", with: "compare: \(compare), within:")
        let findings = try Self.findings(rule, people.enumerated().map { $1.row($0) })
        func middle(_ people: [Person]) -> Int {
            let sorted = people.map(\.pay).sorted()
            // Times sixty, which every number of people up to six divides, and times nine people's 2520.
            return compare == "mean" ? sorted.reduce(0, +) * 2520 / sorted.count : (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) * 1260
        }
        for town in ["s", "t"] {
            let answers = Self.ways(town, people).map { all -> String in
                let (tested, others) = (all.filter(\.isTested), all.filter { !$0.isTested })
                if tested.isEmpty { return "not_applicable" }
                return others.isEmpty ? "not_measured" : middle(tested) >= middle(others) ? "pass" : "fail"
            }
            let finding = try #require(findings.first { $0.record.key == town })
            #expect(finding.outcome.rawValue == Self.outcome(Set(answers)), "\(people)")
        }
    }

    @Test("the verdict among peers is what all ways have in common", arguments: 0..<40)
    func amongPeers(seed: Int) throws {
        var random = SeededGenerator(seed: 100 + UInt64(seed))
        let people = Self.people(using: &random)
        for finding in try Self.findings(Self.peers, people.enumerated().map { $1.row($0) }) {
            let own = people[try #require(Int(finding.record.key))]
            guard !own.town.isEmpty else { continue }
            let answers = Self.ways(own.town, people).map { own.pay * $0.count >= $0.reduce(0) { $0 + $1.pay } ? "pass" : "fail" }
            #expect(finding.outcome.rawValue == Self.outcome(Set(answers)), "\(people)")
        }
    }
}
