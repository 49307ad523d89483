import Plumbline
import Testing

@Suite("child rows that came twice")
struct CopiedChildrenTests {
    private static let tables = [
        "unit: {key: [id], fields: {id: {type: string}}}",
        "staff: {key: [id], fields: {id: {type: string}, unit: {references: unit, list: staff}, pay: {type: integer, range: 0..9}}}",
    ]
    private static let identical = "id,unit,pay\n1,A,2\n2,A,4\n1,A,2\n"
    private static let different = "id,unit,pay\n1,A,2\n2,A,4\n1,A,3\n"

    @Test("identical copies count once in every aggregate", arguments: [
        ("staff.count()", "A within_limit 2, +2"), ("staff.sum(s, s.pay)", "A within_limit 6, +6"),
        ("staff.avg(s, s.pay)", "A within_limit 3, +3"), ("staff.count(s, s.pay < 3)", "A within_limit 1, +1"),
    ])
    func once(expression: String, line: String) throws {
        let fixture = try AuditFixture(tables: Self.tables, rules: ["for: unit, observe: '\(expression)', target: {at_least: 0}"])
        #expect(try fixture.lines([("unit", "id\nA\n"), ("staff", Self.identical)]) == [line])
    }

    @Test("and are told where the list is accounted for")
    func told() throws {
        let fixture = try AuditFixture(tables: Self.tables, rules: ["for: unit, observe: 'staff.count()', target: {at_least: 3}"])
        let run = try fixture.run([("unit", "id\nA\n"), ("staff", Self.identical)])
        let side = try #require(run.findings.first?.group?.sides.first)
        #expect(side.counted == 2)
        #expect(side.duplicates == 1)
    }

    @Test("copies that say different things leave open what they could change", arguments: [
        ("observe: 'staff.avg(s, s.pay)', target: {at_least: 3}", "A ambiguous_record"),
        ("require: 'staff.exists(s, s.pay == 4)'", "A condition_true"), ("require: 'staff.count() >= 1'", "A condition_true"),
    ])
    func contradicted(rule: String, line: String) throws {
        let fixture = try AuditFixture(tables: Self.tables, rules: ["for: unit, \(rule)"])
        #expect(try fixture.lines([("unit", "id\nA\n"), ("staff", Self.different)]) == [line])
    }
}
