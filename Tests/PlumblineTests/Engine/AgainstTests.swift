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
        ("observe: beds, target: {at_least: 3}", ["A within_limit 5, +2", "B beyond_limit 0, -3", "C within_limit 5, +2"]),
        ("require: beds >= 3", ["A condition_true", "B condition_false", "C condition_true"]),
        ("observe: 'staff.avg(s, s.pay)', target: {at_least: 3}", ["A within_limit 9, +6", "B within_limit 4.5 or more", "C empty_group"]),
        ("where: kind == 'k', require: beds >= 3", ["A condition_true", "B condition_false", "C scope_unknown"]),
    ]

    @Test("a blank cell fails, an empty group and an unknown scope do not", arguments: rules)
    func records(rule: String, lines: [String]) throws {
        let fixture = try AuditFixture(tables: Self.tables, rules: ["for: unit, missing: against, \(rule)"])
        #expect(try fixture.lines(Self.files) == lines)
    }

    private static let items = [
        "unit: {key: [id], fields: {id: {type: string}}}",
        "item: {key: [id], fields: {id: {type: string}, unit: {references: unit, list: items}, n: {type: integer, range: 0..9}, bad: {type: boolean}}}",
    ]

    @Test("what a list's blank cells leave open fails, whichever way the rule asks", arguments: [
        ("require: '!items.exists(i, i.bad)'", "A condition_false"),
        ("require: 'items.all(i, i.bad || !i.bad)'", "A condition_true"),
        ("require: 'items.count(i, i.bad) <= 1'", "A condition_true"),
        ("observe: 'items.count(i, i.bad)', target: {at_most: 0}", "A beyond_limit 1, +1"),
        ("observe: 'items.count(i, i.bad)', target: {at_least: 1}", "A beyond_limit 0, -1"),
        ("observe: 'items.sum(i, i.n)', target: {at_most: 10}", "A beyond_limit 13, +3"),
        ("observe: 'items.sum(i, i.n)', target: {at_least: 4}", "A within_limit 4 to 13"),
        ("observe: 'items.sum(i, i.n)', target: {between: [5, 20]}", "A beyond_limit 4, -1"),
        ("where: 'items.exists(i, i.bad)', require: 'items.count() > 0'", "A scope_unknown"),
        ("where: '!items.exists(i, i.bad)', require: 'items.count() > 0'", "A scope_unknown"),
    ])
    func lists(rule: String, line: String) throws {
        let fixture = try AuditFixture(tables: Self.items, rules: ["for: unit, missing: against, \(rule)"])
        #expect(try fixture.lines([("unit", "id\nA\n"), ("item", "id,unit,n,bad\n1,A,4,false\n2,A,,\n")]) == [line])
    }

    @Test("a coverage that open members decide fails by the end that is worst for the group", arguments: [
        ("{at_least: 50%}", "all coverage_short 33.33%, -16.67pp, convert 1, add 1"),
        ("{at_most: 50%}", "all coverage_short 66.67%, +16.67pp, convert 1, remove 1"),
        ("{at_most: 1 个}", "all coverage_short 2 个, +1 个, remove 1"), ("{at_least: 1 个}", "all coverage_met 1 个, 0 个"),
    ])
    func coverage(limit: String, line: String) throws {
        let fixture = try AuditFixture(tables: Self.items, rules: ["for: item, missing: against, require: n > 4, coverage: \(limit)"])
        #expect(try fixture.lines([("unit", "id\nA\n"), ("item", "id,unit,n,bad\n1,A,5,\n2,A,4,\n3,A,,\n")]) == [line])
    }

    @Test("a comparison that blank cells leave open fails")
    func parity() throws {
        let rule = "for: item, missing: against, observe: n, target: {parity: {test: bad, against: '!bad', within: [unit], at_least: 100%, min_group: 1}}"
        let fixture = try AuditFixture(tables: Self.items, rules: [rule])
        let files = [("unit", "id\nA\nB\nC\n"), ("item", "id,unit,n,bad\n1,A,,true\n2,A,4,false\n3,B,9,true\n4,B,,false\n5,C,3,true\n6,C,2,false\n7,C,2,\n")]
        #expect(try fixture.lines(files) == ["[A] beyond_limit 0, -4", "[B] within_limit 9", "[C] beyond_limit"])
    }
}
