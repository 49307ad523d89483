import Diagnostics
import Plumbline
import TestSupport
import Testing

@Suite("same_set")
struct SameSetTargetTests {
    private static let tables = [
        "unit: {key: id, fields: {id: {type: string}, lead: {references: unit, blank: none}, kinds: {type: string, many: true}, name: {type: string, sensitive: true}}}",
        "have: {key: row, fields: {unit: {references: unit, list: haves}, item: {type: string}, amount: {type: decimal, range: 0..}}}",
        "want: {key: row, fields: {unit: {references: unit, list: wants}, item: {type: string}}}",
    ]

    private static func fixture(_ sameSet: String, observe: String = "haves") throws -> AuditFixture {
        try AuditFixture(tables: tables, rules: ["for: unit, observe: \"\(observe)\", target: {same_set: {\(sameSet)}}"])
    }

    private static func findings(_ fixture: AuditFixture, units: String = "id,lead,kinds\na,,\n", haves: String, wants: String) throws -> [Finding] {
        func csv(_ items: String) -> String { "unit,item\n" + items.map { "a,\($0 == "?" ? "" : String($0))\n" }.joined() }
        return try fixture.run([("unit", units), ("have", csv(haves)), ("want", csv(wants))]).findings
    }

    private static let examples: [(haves: String, wants: String, line: String)] = [
        ("xyx", "yx", "a within_limit 0, 0"),
        ("xy", "yz", "a beyond_limit 2, +2, add 1, remove 1"),
        ("", "", "a within_limit 0, 0"),
        ("", "yz", "a beyond_limit 2, +2, add 2, remove 0"),
        ("xyz", "x", "a beyond_limit 2, +2, add 0, remove 2"),
        ("x?", "xy", "a missing_decides"),
        ("x?", "xyz", "a beyond_limit"),
        ("xy", "x?", "a missing_decides"),
        ("?", "", "a beyond_limit"),
        ("", "?", "a beyond_limit"),
        ("?", "?", "a missing_decides"),
    ]

    @Test("a list has to hold what another holds, and nothing else", arguments: examples)
    func example(haves: String, wants: String, line: String) throws {
        let fixture = try Self.fixture("by: item, as: wants")
        #expect(try Self.findings(fixture, haves: haves, wants: wants).map(fixture.line) == [line])
    }

    @Test("what may be extra is no fault")
    func extra() throws {
        let fixture = try Self.fixture("by: item, as: wants, extra: allowed")
        #expect(try Self.findings(fixture, haves: "xyz", wants: "x").map(fixture.line) == ["a within_limit 0, 0"])
        #expect(try Self.findings(fixture, haves: "xy?", wants: "x").map(fixture.line) == ["a within_limit"])
        #expect(try Self.findings(fixture, haves: "y", wants: "xy").map(fixture.line) == ["a beyond_limit 1, +1, add 1"])
    }

    @Test("a finding names what is missing and what is extra, and counts the rest")
    func names() throws {
        let fixture = try Self.fixture("by: item, as: wants")
        let finding = try #require(try Self.findings(fixture, haves: "xy", wants: "abcdefghijklmnopqrstuvwx").first)
        let names = try #require(finding.group?.names)
        #expect(names.map(\.title.en) == ["missing", "extra"])
        #expect(names[0].names == "abcdefghijklmnopqrst".map { String($0) })
        #expect(names.map(\.leftOut) == [3, 0])
        #expect(names[1].names == ["y"])
    }

    @Test("what is compared may be an expression on an element, or the values of a list")
    func forms() throws {
        let upper = try Self.fixture("by: item + unit.id, as: 'wants.map(w, w.item + w.unit.id)'")
        #expect(try Self.findings(upper, haves: "x", wants: "x").map(\.reason) == [.withinLimit])
        let cells = try Self.fixture("as: \"['p', 'q']\"", observe: "kinds")
        let units = "id,lead,kinds\na,,p、q\nb,,p\nc,,\n"
        #expect(try Self.findings(cells, units: units, haves: "", wants: "").map(cells.line) == ["a within_limit 0, 0", "b beyond_limit 1, +1, add 1, remove 0", "c missing"])
        let lead = try Self.fixture("by: item, as: lead.haves")
        #expect(try Self.findings(lead, units: "id,lead,kinds\na,b,\nb,,\n", haves: "x", wants: "").map(\.reason.rawValue).first == "beyond_limit")
    }

    @Test("a list that did not come decides nothing")
    func unsent() throws {
        let fixture = try Self.fixture("by: item, as: wants")
        let findings = try fixture.run([("unit", "id,lead,kinds\na,,\n"), ("have", "unit,item\na,x\n")]).findings
        #expect(findings.map(\.reason) == [.listNotSubmitted])
    }

    private static let faults: [(observe: String, sameSet: String, faults: [String])] = [
        ("haves", "by: item", ["missing-key"]),
        ("haves", "as: wants", ["same-set-without-by"]),
        ("haves", "by: itm, as: wants", ["unknown-field"]),
        ("haves", "by: unit.haves, as: wants", ["same-set-by-type"]),
        ("haves", "by: item, as: lead.id", ["same-set-no-list"]),
        ("haves", "by: amount, as: 'wants.map(w, w.item)'", ["same-set-types"]),
        ("haves", "by: item, as: wants, extra: maybe", ["unknown-value"]),
        ("kinds", "by: item, as: kinds", ["same-set-by-of-values"]),
        ("id", "as: kinds", ["target-on-type"]),
        ("haves", "by: item, as: wants, within: [id]", ["unknown-key"]),
    ]

    @Test("what same_set cannot make sense of is a fault", arguments: faults)
    func atFault(observe: String, sameSet: String, faults: [String]) throws {
        do {
            _ = try Self.fixture(sameSet, observe: observe)
            Issue.record("no fault")
        } catch let diagnostics as Diagnostics {
            #expect(diagnostics.all.map(\.code.rawValue) == faults)
        }
    }
}

extension SameSetTargetTests {
    /// Every list that could stand behind one of which some elements are unknown: more values than the known ones have.
    private static func completions(_ items: String, _ others: String) -> [Set<Character>] {
        let values = Array("wxyz" + others)
        return items.reduce([[]]) { all, item in all.flatMap { done in (item == "?" ? values : [item]).map { done.union([$0]) } } }
    }

    @Test("the verdict is what all completions of the unknown elements have in common", arguments: ["refused", "allowed"])
    func completions(extra: String) throws {
        var random = SeededGenerator(seed: 3)
        func items() -> String { String((0..<Int.random(in: 0...4, using: &random)).map { _ in "wxyz??".randomElement(using: &random) ?? "x" }) }
        let pairs = (0..<150).map { _ in (haves: items(), wants: items()) }
        let fixture = try Self.fixture("by: item, as: wants, extra: \(extra)")
        func csv(_ lists: [String]) -> String {
            "unit,item\n" + lists.enumerated().flatMap { unit, list in list.map { "\(unit),\($0 == "?" ? "" : String($0))\n" } }.joined()
        }
        let units = "id,lead,kinds\n" + pairs.indices.map { "\($0),,\n" }.joined()
        let files = [("unit", units), ("have", csv(pairs.map(\.haves))), ("want", csv(pairs.map(\.wants)))]
        let findings = try fixture.run(files).findings
        #expect(findings.count == pairs.count)
        for finding in findings {
            let pair = pairs[try #require(Int(finding.record.key))]
            let wants = Self.completions(pair.wants, "pqrs")
            let answers = Set(Self.completions(pair.haves, "abcd").flatMap { own in
                // What is unknown on either side may be the same thing.
                wants.map { extra == "allowed" ? $0.isSubset(of: own) : $0 == own }
            } + Self.completions(pair.haves, "pqrs").flatMap { own in
                wants.map { extra == "allowed" ? $0.isSubset(of: own) : $0 == own }
            })
            let expected = answers.count == 2 ? "not_measured" : answers.contains(true) ? "pass" : "fail"
            #expect(finding.outcome.rawValue == expected, "\(pair)")
        }
    }
}
