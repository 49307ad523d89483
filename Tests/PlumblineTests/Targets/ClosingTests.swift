import Diagnostics
import Plumbline
import Quantities
import TestSupport
import Testing

/// Closings against trying every number in turn.
@Suite("closings")
struct ClosingTests {
    private static let kinds = ["at_least", "at_most", "more_than", "less_than", "equals", "between"]
    private static let limits = [("0", "25"), ("12.5", "50"), ("33.3", "60"), ("50", "50"), ("85", "92.5"), ("95", "100"), ("100", "100")]

    @Test("each closing is the smallest that is enough, or rightly impossible", arguments: kinds)
    func smallest(kind: String) throws {
        for (low, high) in Self.limits {
            let written = kind == "between" ? "[\(low)%, \(high)%]" : "\(low)%"
            let counted = kind == "between" ? "[\(low) 个, \(high) 个]" : "\(low) 个"
            let plan = try Fixture.plan(
                vocabulary: """
                    vocabulary: closings
                    tables:
                      unit: {key: row, fields: {part: {type: integer, unit: 个}, whole: {type: integer, unit: 个}}}
                    """,
                rules: """
                      - {id: share, title: t, for: unit, observe: part / whole, target: {\(kind): \(written)}}
                      - {id: count, title: t, for: unit, observe: part, target: {\(kind): \(counted)}}
                    """)
            let pairs = (1...24).flatMap { whole in (0...whole).map { (part: $0, whole: whole) } }
            let csv = "part,whole\n" + pairs.map { "\($0.part),\($0.whole)" }.joined(separator: "\n")
            let limits = [low, high].prefix(kind == "between" ? 2 : 1).map { PlainFraction($0) }
            for finding in try Fixture.run(plan, table: "unit", csv: csv).findings where finding.outcome == .fail {
                let (part, whole) = pairs[(finding.record.address?.row ?? 1) - 1]
                let expected = finding.rule == 0
                    ? PlainClosing.share(part, of: whole, PlainTarget(kind: kind, limits: limits.map { $0 * PlainFraction(1, over: 100) }))
                    : PlainClosing.count(part, PlainTarget(kind: kind, limits: limits))
                let found = Dictionary(uniqueKeysWithValues: finding.measurement.closings.map { ($0.kind, $0.text) })
                #expect(found == expected, "\(part) of \(whole), rule \(finding.rule), \(kind) \(written)")
            }
        }
    }
}

extension ClosingTests {
    private static let vocabulary = """
        vocabulary: closings
        tables:
          unit:
            key: row
            fields: {beds: {type: integer, unit: 张}, rooms: {type: integer, unit: 间}, docs: {type: integer, unit: 人}}
        """

    /// Rule, record, closings; none where nothing that can be counted would help.
    private static let examples: [(String, String, [String])] = [
        ("observe: beds / rooms, target: {at_least: 3}", "20,10,0", ["convert 10"]),
        ("observe: docs / 2, target: {at_least: 10 人}", "0,0,3", []),
        ("observe: 10 / beds, target: {at_least: 2}", "10,0,0", []),
        ("observe: docs * 2, target: {at_least: 10 人}", "0,0,3", []),
        ("observe: docs, target: {at_least: 10 人}", "0,0,3", ["add 7"]),
        ("observe: beds + rooms, target: {at_most: 3 个}", "3,4,0", ["remove 4"]),
        ("observe: beds / rooms, target: {at_least: 3}", "-4,10,0", ["convert impossible"]),
    ]

    @Test("a closing counts what somebody can add or change, and nothing else", arguments: examples)
    func countsOnly(rule: String, record: String, expected: [String]) throws {
        let plan = try Fixture.plan(vocabulary: Self.vocabulary, rules: "  - {id: r, title: t, for: unit, \(rule)}")
        let finding = try #require(try Fixture.run(plan, table: "unit", csv: "beds,rooms,docs\n\(record)\n").findings.first)
        #expect(finding.measurement.closings.map { "\($0.kind) \($0.text)" } == expected)
    }
}

/// The smallest changes, found by trying.
private enum PlainClosing {
    static func share(_ part: Int, of whole: Int, _ target: PlainTarget) -> [Closing.Kind: String] {
        func value(_ part: Int, _ whole: Int) -> PlainFraction { PlainFraction(Int128(part), over: Int128(whole)) }
        let isTooLow = isBelow(value(part, whole), target)
        let both = isTooLow
            ? first(in: 1...2000) { target.holds(value(part + $0, whole + $0)) }
            : first(in: 1...2000) { $0 <= part && $0 < whole && target.holds(value(part - $0, whole - $0)) }
        let convert = isTooLow
            ? first(in: 1...2000) { $0 <= whole - part && target.holds(value(part + $0, whole)) }
            : first(in: 1...2000) { $0 <= part && target.holds(value(part - $0, whole)) }
        var closings: [Closing.Kind: String] = [.convert: convert, (isTooLow ? .add : .remove): both]
        // A range says of the other way, too, that it leads nowhere.
        if ["equals", "between"].contains(target.kind) { closings[isTooLow ? .remove : .add] = "impossible" }
        return closings
    }

    static func count(_ value: Int, _ target: PlainTarget) -> [Closing.Kind: String] {
        func fraction(_ value: Int) -> PlainFraction { PlainFraction(Int128(value)) }
        let isTooLow = isBelow(fraction(value), target)
        let change = isTooLow
            ? first(in: 1...2000) { target.holds(fraction(value + $0)) }
            : first(in: 1...2000) { $0 <= value && target.holds(fraction(value - $0)) }
        var closings: [Closing.Kind: String] = [(isTooLow ? .add : .remove): change]
        if ["equals", "between"].contains(target.kind) { closings[isTooLow ? .remove : .add] = "impossible" }
        return closings
    }

    private static func isBelow(_ value: PlainFraction, _ target: PlainTarget) -> Bool {
        switch target.kind {
        case "at_least", "more_than": true
        case "at_most", "less_than": false
        default: value < target.limits[0]
        }
    }

    private static func first(in range: ClosedRange<Int>, where isEnough: (Int) -> Bool) -> String {
        range.first(where: isEnough).map(String.init) ?? "impossible"
    }
}
