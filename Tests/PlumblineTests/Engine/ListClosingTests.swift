import Plumbline
import Testing

@Suite("what would close the gap of figures over a list")
struct ListClosingTests {
    private static let tables = [
        "unit: {key: [id], fields: {id: {type: string}, beds: {type: integer, unit: 张}, cots: {type: integer, unit: 张}}}",
        "staff: {key: [id], fields: {id: {type: string}, unit: {references: unit, list: staff}, pay: {type: decimal, unit: 元}, posts: {type: integer, unit: 个}}}",
    ]
    private static let files = [("unit", "id,beds,cots\nA,5,2\n"), ("staff", "id,unit,pay,posts\n1,A,9,2\n2,A,4,1\n3,A,5,1\n")]

    @Test("a mean needs the smallest amount in all, a sum of counts so many more or fewer", arguments: [
        ("observe: 'staff.avg(s, s.pay)', target: {at_least: 7 元}", "A beyond_limit 6 元, -1 元, raise 3"),
        ("observe: 'staff.avg(s, s.pay)', target: {at_least: 6 元}", "A within_limit 6 元, 0 元"),
        ("observe: 'staff.avg(s, s.pay)', target: {more_than: 6 元}", "A beyond_limit 6 元, 0 元"),
        ("observe: 'staff.sum(s, s.posts)', target: {at_least: 6 个}", "A beyond_limit 4 个, -2 个, add 2"),
        ("observe: 'staff.sum(s, s.posts)', target: {at_most: 3 个}", "A beyond_limit 4 个, +1 个, remove 1"),
        ("observe: beds + cots, target: {at_least: 9 张}", "A beyond_limit 7 张, -2 张, add 2"),
        ("observe: 'staff.count(s, s.posts > 1)', target: {at_least: 2}", "A beyond_limit 1, -1, add 1"),
    ])
    func closings(rule: String, line: String) throws {
        let fixture = try AuditFixture(tables: Self.tables, rules: ["for: unit, \(rule)"])
        #expect(try fixture.lines(Self.files) == [line])
    }
}
