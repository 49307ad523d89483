import Plumbline
import Testing

@Suite("what was not reported is not met, where a rule says so")
struct AgainstTests {
    private static let tables = [
        "unit: {key: [id], fields: {id: {type: string}, kind: {type: string}, beds: {type: integer, range: 0..}}}",
        "staff: {key: [id], fields: {id: {type: string}, unit: {references: unit, list: staff}, pay: {type: decimal, range: 0..}}}",
    ]
    private static let files = [("unit", "id,kind,beds\nA,k,5\nB,k,\nC,,5\n"), ("staff", "id,unit,pay\n1,A,9\n2,B,\n3,B,9\n")]

    private static let rules: [(rule: String, lines: [String])] = [
        ("observe: beds, target: {at_least: 3}", ["A within_limit 5, +2", "B beyond_limit", "C within_limit 5, +2"]),
        ("require: beds >= 3", ["A condition_true", "B condition_false", "C condition_true"]),
        ("observe: 'staff.avg(s, s.pay)', target: {at_least: 3}", ["A within_limit 9, +6", "B beyond_limit", "C empty_group"]),
        ("where: kind == 'k', require: beds >= 3", ["A condition_true", "B condition_false", "C scope_unknown"]),
    ]

    @Test("a blank cell fails, an empty group and an unknown scope do not", arguments: rules)
    func records(rule: String, lines: [String]) throws {
        let fixture = try AuditFixture(tables: Self.tables, rules: ["for: unit, missing: against, \(rule)"])
        #expect(try fixture.lines(Self.files) == lines)
    }
}
