import Plumbline
import Testing

@Suite("a blank cell that stands twice holds the same in both places")
struct AgainstCornersTests {
    private static let table = """
        unit: {key: [id], fields: {id: {type: string}, x: {type: decimal, range: 0..100}, y: {type: integer, range: 0..10}, \
        z: {type: integer, range: 0..10}, d: {type: decimal, range: 0..10}, n: {type: integer, range: 0..}, flag: {type: boolean}, \
        kind: {type: string}, grade: {type: grade}, both: {expression: z - z}, part: {expression: z / (z + x)}}}
        """

    private static let rules: [(rule: String, line: String)] = [
        // Figures that some value of the cell gives.
        ("observe: z / (z + x), target: {at_most: 60%}", "A beyond_limit 71.43%, +11.43pp"),
        ("observe: part, target: {at_most: 60%}", "A beyond_limit 71.43%, +11.43pp"),
        ("observe: z / (z + x), target: {at_least: 60%}", "A beyond_limit 0%, -60pp"),
        ("observe: 'z * (10 - z)', target: {at_most: 20}", "A beyond_limit 25, +5"),
        ("observe: y - z + z, target: {at_least: 3}", "A beyond_limit 1, -2"),
        ("observe: z, target: {at_least: {value: 'z + y'}}", "A beyond_limit 0, -1"),
        ("observe: d / (d + x), target: {at_most: 60%}", "A beyond_limit 71.43%, +11.43pp"),
        // What no value could fail passes.
        ("observe: z - z, target: {at_least: 0}", "A within_limit"), ("observe: both, target: {at_least: 0}", "A within_limit"),
        ("observe: '(z - 5) * (z - 5)', target: {at_least: 0}", "A within_limit"),
        ("require: z == 3 || z != 3", "A condition_true"), ("require: d > 5 || d <= 5", "A condition_true"),
        ("require: n > 5 || n <= 5", "A condition_true"), ("require: flag || !flag", "A condition_true"),
        ("require: d > y || d <= y", "A condition_true"),
        ("require: d > 5 || d < 5", "A condition_false"), ("require: n > 5 || n < 5", "A condition_false"),
        ("require: n > 5 || n <= 4", "A condition_false"), ("require: 'flag && !flag'", "A condition_false"),
        ("observe: z, target: {at_least: [{when: z > 5, limit: 4}, {when: z <= 5, limit: 0}]}", "A within_limit"),
        ("observe: z, target: {at_least: [{when: z > 5, limit: 7}, {when: z <= 5, limit: 0}]}", "A beyond_limit 6, -1"),
        ("any_of: [{require: z > 5}, {require: z <= 5}]", "A condition_true"),
        ("any_of: [{require: d > 5}, {require: d <= 5}]", "A condition_true"),
        ("any_of: [{observe: z, target: {at_least: 6}}, {require: z <= 2}]", "A beyond_limit 3, -3"),
        ("all_of: [{require: z > 5}, {require: z <= 5}]", "A condition_false"),
        // So does what no value could fail of a cell that stands once.
        ("observe: grade, target: {reaches: C}", "A within_limit"), ("observe: grade, target: {at_most: A}", "A within_limit"),
        ("require: \"grade in ['A', 'B', 'C']\"", "A condition_true"), ("require: \"grade in ['A', 'B']\"", "A condition_false"),
        ("observe: grade, target: {reaches: B}", "A beyond_limit C, -1 grade"), ("require: 'flag ? y > 0 : y < 2'", "A condition_true"),
        ("observe: y - z, target: {one_of: [0, 1]}", "A beyond_limit -1"), ("observe: z, target: {one_of: [0, 10]}", "A beyond_limit 1"),
        ("observe: x - d, target: {one_of: [4, 5]}", "A beyond_limit -6"),
        // Where there is no answer it neither passes nor fails.
        ("observe: y / z, target: {at_least: 10%}", "A zero_denominator"), ("observe: y / z, target: {at_least: 11%}", "A beyond_limit 10%, -1pp"),
        // What cannot be tried fails without figures.
        ("observe: n / (n + x), target: {at_most: 60%}", "A beyond_limit"),
        ("require: kind == 'a' || kind != 'a'", "A condition_false"),
        // An end at which there is no answer is not all that the cell could hold.
        ("any_of: [{observe: y / n, target: {at_most: 60%}}, {observe: n / y, target: {at_least: 90%}}]", "A beyond_limit"),
        // What has no answer whatever the cell holds has none.
        ("observe: y / (x - 4) + z, target: {at_least: 1}", "A zero_denominator"),
        ("observe: y / (x - 4), target: {at_least: [{when: z > 10, limit: 0}, {when: true, limit: 1}]}", "A zero_denominator"),
    ]

    @Test("its figures are possible, and it fails only where some value fails", arguments: rules)
    func corners(rule: String, line: String) throws {
        let tables = [Self.table, "other: {key: [id], fields: {id: {type: string}, unit: {references: unit, list: others}}}"]
        for tables in [[Self.table], tables] where tables.count > 1 || !(rule.contains("both") || rule.contains("part")) {
            let fixture = try AuditFixture(tables: tables, rules: ["for: unit, missing: against, \(rule)"], enumerations: "{grade: {order: [C, B, A]}}")
            let files = [("unit", "id,x,y,z,d,n,flag,kind,grade\nA,4,1,,,,,,\n")] + (tables.count > 1 ? [("other", "id,unit\n")] : [])
            #expect(try fixture.lines(files) == [line], "\(tables.count)")
        }
    }

    private static let lists = [
        "unit: {key: [id], fields: {id: {type: string}, norm: {type: integer, range: 0..10}}}",
        "item: {key: [id], fields: {id: {type: string}, unit: {references: unit, list: items}, n: {type: integer, range: 0..10}, m: {type: integer, range: 0..10}, sign: {type: integer}}}",
    ]

    @Test("so do cells of a list's records, however many there are", arguments: [
        ("observe: 'items.sum(i, i.n) / (items.sum(i, i.n) + items.sum(i, i.m))', target: {at_most: 50%}", 1, "A beyond_limit 91.67%, +41.67pp"),
        ("observe: 'items.sum(i, i.n) / (items.sum(i, i.n) + items.sum(i, i.m))', target: {at_most: 50%}", 300, "A beyond_limit 99.97%, +49.97pp"),
        ("observe: 'items.sum(i, i.sign * i.unit.norm)', target: {at_least: 1}", 1, "A beyond_limit 0, -1"),
    ])
    func listed(rule: String, count: Int, line: String) throws {
        let fixture = try AuditFixture(tables: Self.lists, rules: ["for: unit, missing: against, \(rule)"])
        let blank = (0..<count).map { "b\($0),A,,0,1\n" }.joined()
        #expect(try fixture.lines([("unit", "id,norm\nA,\n"), ("item", "id,unit,n,m,sign\n1,A,1,1,-1\n\(blank)")]) == [line])
    }

    @Test("of whom it is not known whether they are in a list, they may be, and fail")
    func perhapsListed() throws {
        let rule = "for: unit, missing: against, observe: 'items.filter(i, i.sign > 2).max(i, i.n)', target: {at_least: 11}"
        let fixture = try AuditFixture(tables: Self.lists, rules: [rule])
        #expect(try fixture.lines([("unit", "id,norm\nA,\n"), ("item", "id,unit,n,m,sign\n1,A,1,1,\n")]) == ["A beyond_limit"])
    }

    @Test("a value that is tested and stands among those it is held against is one value")
    func parity() throws {
        let table = "t: {key: [id], fields: {id: {type: string}, s: {type: string}, x: {type: integer, range: 0..100}}}"
        let rule = "for: t, missing: against, observe: x, target: {parity: {test: s == 'n', compare: mean, at_least: 95%, min_group: 1}}"
        let found = try AuditFixture(table: table, rule: rule).lines("id,s,x\n1,n,\n2,n,\n3,y,5\n4,y,5\n")
        #expect(found == ["all beyond_limit 0, -2.38"])
    }

    private static let strangers: [(rule: String, lines: [String])] = [
        ("observe: x, target: {parity: {test: s == 'n', within: [county], compare: mean, at_least: 95%}}", ["[A] beyond_limit 3.75, -0.05", "[?] scope_unknown"]),
        ("observe: x, target: {parity: {test: s == 'n', within: [county], compare: mean, at_least: 90%}}", ["[A] within_limit 5, +0.5", "[?] scope_unknown"]),
        ("target: {unique: [county]}", ["[A] beyond_limit 4, +3", "[?] scope_unknown"]),
        ("observe: x, target: {peers: {at_most: 0.5, among: [county]}}", [
            "r1 beyond_limit 5, +0.5", "r2 beyond_limit 5, +0.5", "r3 beyond_limit 5, +0.5", "r4 beyond_limit 5, +0.5", "r5 beyond_limit",
        ]),
        ("observe: x, target: {peers: {at_most: 1, among: [county]}}", [
            "r1 within_limit 5, -1", "r2 within_limit 5, -1", "r3 within_limit 5, -1", "r4 within_limit 5, -1", "r5 beyond_limit",
        ]),
    ]

    @Test("who may belong to a group and make it fail does, wherever records are held against each other", arguments: strangers)
    func joined(rule: String, lines: [String]) throws {
        let table = "t: {key: [id], fields: {id: {type: string}, county: {type: string}, s: {type: string}, x: {type: integer, range: 0..100}}}"
        let fixture = try AuditFixture(table: table, rule: "for: t, missing: against, \(rule)")
        let found = try fixture.lines("id,county,s,x\nr1,A,y,5\nr2,A,n,5\nr3,A,n,5\nr4,A,n,5\nr5,,n,0\n")
        #expect(found == lines)
    }

    @Test("of a side's values that are not known, those that cannot be read are told apart")
    func unreadable() throws {
        let table = "t: {key: [id], fields: {id: {type: string}, s: {type: string}, x: {type: integer, range: 0..100}}}"
        let rule = "for: t, observe: x, target: {parity: {test: s == 'n', against: s == 'y', compare: mean, at_least: 95%, min_group: 1}}"
        let run = try AuditFixture(table: table, rule: rule).run([("t", "id,s,x\n1,n,many\n2,n,3\n3,y,\n4,y,some\n")])
        let sides = try #require(run.findings.first?.group?.sides)
        #expect(sides.map(\.missing) == [1, 2])
        #expect(sides.map(\.unreadable) == [1, 1])
    }
}
