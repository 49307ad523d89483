import CEL
import Plumbline
import Quantities
import TestSupport
import Testing

/// Verdicts over small lists with missing cells, against trying every value that the cells could have.
@Suite("Bounds hold against every value of the missing cells")
struct MissingPropertyTests {
    private static let comparisons = [">=", "<=", ">", "<"]

    @Test("a verdict under bounds is the one that every value gives, under skip the one of the measured", arguments: [
        "count(s, s.pay >= u)", "share(s, s.pay >= u)", "sum(s, s.pay)", "avg(s, s.pay)", "min(s, s.pay)",
        "max(s, s.pay)", "median(s, s.pay)",
    ])
    func aggregates(call: String) throws {
        var random = SeededGenerator(seed: 20_251_122)
        let texts = Self.comparisons.map { "staff.\(call) \($0) t" }
        let bounds = try texts.map { try GroupExpressions(.bounds).program($0) }
        let skip = try texts.map { try GroupExpressions(.skip(minMeasured: nil)).program($0) }
        var (open, decided) = (0, 0)
        for _ in 0..<2_500 {
            let list = RandomList(&random)
            let choice = Int.random(in: 0..<4, using: &random)
            let limit = call.hasPrefix("share") ? list.shareLimit : list.threshold
            let variables = ["t": Value.number(limit), "u": .number(Number(Int.random(in: -1...5, using: &random)))]
            let tried = Set(list.completions.map { Self.verdict(bounds[choice], $0, variables) })
            let verdict = Self.verdict(bounds[choice], list.values, variables)
            if tried.count == 1 {
                #expect(verdict == tried.first, "\(texts[choice]) of \(list)")
                decided += list.missing == 0 ? 0 : 1
            } else {
                #expect(verdict == nil, "\(texts[choice]) of \(list)")
                open += 1
            }
            let measured = list.pays.compactMap { $0 }.map { Value.number(Number($0)) }
            let expected = measured.isEmpty ? nil : Self.verdict(skip[choice], measured, variables)
            #expect(Self.verdict(skip[choice], list.unknowns, variables) == expected, "\(texts[choice]) of \(list)")
        }
        #expect(open > 100 && decided > 100)
    }

    @Test("known lists have the verdicts of plain arithmetic")
    func plainArithmetic() throws {
        var random = SeededGenerator(seed: 7)
        let program = try GroupExpressions(.bounds).program("staff.avg(s, s.pay) >= t && staff.max(s, s.pay) <= u")
        for _ in 0..<500 {
            let pays = (0..<Int.random(in: 1...6, using: &random)).map { _ in Int.random(in: 0...5, using: &random) }
            let (mean, most) = (Int.random(in: 0...5, using: &random), Int.random(in: 0...5, using: &random))
            let verdict = Self.verdict(
                program, pays.map { .number(Number($0)) }, ["t": .number(Number(mean)), "u": .number(Number(most))])
            #expect(verdict == (pays.reduce(0, +) >= mean * pays.count && pays.allSatisfy { $0 <= most }))
        }
    }

    @Test("a nested aggregate is decided where every value of every cell agrees")
    func nested() throws {
        var random = SeededGenerator(seed: 99)
        let program = try GroupExpressions(.bounds).program("institutions.share(i, i.staff.avg(s, s.pay) >= u) >= t")
        for _ in 0..<500 {
            let lists = (0..<Int.random(in: 1...3, using: &random)).map { _ in
                RandomList(&random, most: 3, missing: 1)
            }
            let variables: [String: Value] = ["t": .number(lists[0].shareLimit), "u": .number(lists[0].threshold)]
            let every = lists.reduce([[]] as [[[Value]]]) { all, list in
                all.flatMap { known in list.completions.map { known + [$0] } }
            }
            let tried = Set(every.map { Self.nestedVerdict(program, $0, variables) })
            let verdict = Self.nestedVerdict(program, lists.map(\.values), variables)
            #expect(verdict == (tried.count == 1 ? tried.first : .some(nil)), "\(lists)")
        }
    }

    /// Nil for unknown.
    private static func verdict(_ program: Program, _ pays: [Value], _ variables: [String: Value]) -> Bool? {
        answer(program, variables.merging(["staff": .list(pays.map { StandIn.person(pay: $0) })]) { $1 })
    }

    private static func nestedVerdict(_ program: Program, _ pays: [[Value]], _ variables: [String: Value]) -> Bool? {
        let institutions = pays.map { StandIn.institution($0.map { StandIn.person(pay: $0) }) }
        return answer(program, variables.merging(["institutions": .list(institutions)]) { $1 })
    }

    private static func answer(_ program: Program, _ variables: [String: Value]) -> Bool? {
        switch program.evaluate(variables) {
        case .bool(let answer): return answer
        case .unknown: return nil
        case let other:
            Issue.record("neither true, false nor unknown: \(other)")
            return nil
        }
    }
}

/// A few pays between 0 and a top, some of them missing, and a limit near what comes of them.
private struct RandomList: CustomStringConvertible {
    let top: Int
    let pays: [Int?]
    let threshold: Number
    /// A limit for a share: quarters from 0 to 1.
    let shareLimit: Number

    init(_ random: inout SeededGenerator, most: Int = 5, missing: Int = 3) {
        let top = Int.random(in: 0...4, using: &random)
        var left = missing
        pays = (0..<Int.random(in: 1...most, using: &random)).map { _ in
            if left > 0, Int.random(in: 0..<3, using: &random) == 0 {
                left -= 1
                return nil
            }
            return Int.random(in: 0...top, using: &random)
        }
        self.top = top
        let part: Number = [1, 2, 4].randomElement(using: &random) ?? 1
        threshold = Number(Int.random(in: -1...12, using: &random)).divided(by: part) ?? 0
        shareLimit = Number(Int.random(in: 0...4, using: &random)).divided(by: 4) ?? 0
    }

    var missing: Int { pays.count { $0 == nil } }

    var values: [Value] { pays.map { $0.map { .number(Number($0)) } ?? StandIn.missing(0...top) } }

    /// The same, a missing one being nothing but unknown.
    var unknowns: [Value] { pays.map { $0.map { .number(Number($0)) } ?? StandIn.missing() } }

    /// The list with every value that the missing ones could have.
    var completions: [[Value]] {
        pays.reduce([[]]) { lists, pay in
            lists.flatMap { list in (pay.map { $0...$0 } ?? 0...top).map { list + [.number(Number($0))] } }
        }
    }

    var description: String {
        "\(pays.map { $0.map(String.init) ?? "?" }) up to \(top), limit \(threshold) or \(shareLimit)"
    }
}
