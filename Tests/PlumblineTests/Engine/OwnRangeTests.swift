import Plumbline
import Testing

@Suite("a record's own blank cells decide nothing where no value they could have would change it")
struct OwnRangeTests {
    private static let tables = [
        "area: {key: [id], fields: {id: {type: string}, people: {type: integer, range: 10..20}}}",
        """
        unit: {key: [id], fields: {id: {type: string}, area: {references: area}, beds: {type: integer, range: 0..9}, \
        rooms: {type: integer}, share: {type: decimal, range: 0..1}}}
        """,
    ]
    private static let files = [
        ("area", "id,people\nE,\n"), ("unit", "id,area,beds,rooms,share\na,E,,3,\n"),
    ]

    @Test("within its range or beyond its limit whatever it is, and missing where it could be either", arguments: [
        ("observe: beds, target: {at_least: 0}", "a within_limit 0 to 9"), ("observe: beds, target: {at_least: 10}", "a beyond_limit 0 to 9"),
        ("observe: beds, target: {at_least: 1}", "a missing"), ("require: beds + rooms <= 12", "a condition_true"),
        ("require: beds + rooms <= 11", "a missing"), ("where: beds < 10, require: rooms == 3", "a condition_true"),
        ("where: beds < 9, require: rooms == 3", "a scope_unknown"), ("where: beds > 9, require: rooms == 3", "a out_of_scope"),
        ("observe: rooms, target: {at_most: {value: 'beds + 3'}}", "a within_limit 3"),
        ("observe: rooms, target: {at_most: [{when: beds >= 0, limit: 3}]}", "a within_limit 3, 0"),
        ("require: area.people >= rooms", "a condition_true"), ("require: area.people >= 11", "a missing"),
        ("missing: skip, require: beds >= 0", "a missing"), ("missing: against, require: beds >= 0", "a condition_true"),
        ("missing: against, observe: beds, target: {at_most: 8}", "a beyond_limit 9, +1"),
    ])
    func ranges(rule: String, line: String) throws {
        #expect(try AuditFixture(tables: Self.tables, rules: ["for: unit, \(rule)"]).lines(Self.files) == [line])
    }

    @Test("an indicator of which a part is blank is a range, too, in lists, among peers and in comparisons")
    func indicators() throws {
        let vocabulary = """
            vocabulary: test
            tables:
              area: {key: [id], fields: {id: {type: string}}}
              unit: {key: [id], fields: {id: {type: string}, area: {references: area, list: units}, a: {type: integer, range: 0..4}, b: {type: integer}, new: {type: boolean}}}
            indicators:
              - {id: rate, of: unit, numerator: a, denominator: b}

            """
        let rules = [
            "for: area, observe: 'units.avg(u, u.rate)', target: {at_most: 3}",
            "for: unit, observe: rate, target: {peers: {more_than: -10, among: [area]}}",
            "for: unit, observe: rate, target: {parity: {test: new, against: '!new', within: [area], at_least: 10%, min_group: 1}}",
        ]
        let files = ["area.csv": "id\nE\n", "unit.csv": "id,area,a,b,new\n1,E,3,1,true\n2,E,,2,false\n"]
        let found = try rules.map { try SubmissionFixture(vocabulary: vocabulary, rules: [$0]).run(files).findings.map(\.reason.rawValue) }
        #expect(found == [["within_limit"], ["within_limit", "within_limit"], ["within_limit"]])
    }
}
