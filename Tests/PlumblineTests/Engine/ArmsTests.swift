import Diagnostics
import Plumbline
import Testing

@Suite("rules with arms")
struct ArmsTests {
    private static let table = """
        town: {key: [id], fields: {id: {type: string}, kind: {type: string}, km: {type: decimal, range: 0..}, \
        posts: {type: integer, range: 0..}, all: {type: integer, range: 0..}, rooms: {type: integer, range: 0..}, \
        sick: {type: integer, range: 0..}, ready: {type: boolean}}}
        """

    private static let reach = "{observe: km, target: {at_most: 10}}, {name: station, observe: posts, target: {at_least: 2}}"
    private static let need = "{observe: rooms / all, target: {at_least: 20%}}, {where: sick > 0, observe: rooms / sick, target: {at_least: 10000%}}"

    /// A rule's requirement, the cells after the key, and what comes out: the finding, then its arms.
    private static let records: [(rule: String, row: String, line: String, arms: String)] = [
        // One that passes is enough, whatever the other would be.
        ("any_of: [\(reach)]", "km,posts\nA,14,2", "A within_limit 2, 0", "beyond_limit 4 | within_limit 0"),
        ("any_of: [\(reach)]", "km,posts\nA,10,", "A within_limit 10, 0", "within_limit 0 | missing"),
        ("any_of: [\(reach)]", "km,posts\nA,,", "A missing", "missing | missing"),
        ("any_of: [\(reach)]", "km,posts\nA,,1", "A missing", "missing | beyond_limit -1 add 1"),
        // The nearest arm's gap: a tenth of a kilometre of ten against one of two, then the other way about.
        ("any_of: [\(reach)]", "km,posts\nA,10.1,1", "A beyond_limit 10.1, +0.1", "beyond_limit 0.1 | beyond_limit -1 add 1"),
        ("any_of: [\(reach)]", "km,posts\nA,30,1", "A beyond_limit 1, -1, add 1", "beyond_limit 20 | beyond_limit -1 add 1"),
        // Of equals the first.
        ("any_of: [\(reach)]", "km,posts\nA,15,1", "A beyond_limit 15, +5", "beyond_limit 5 | beyond_limit -1 add 1"),
        // The worst arm's gap.
        ("all_of: [\(reach)]", "km,posts\nA,10.1,1", "A beyond_limit 1, -1, add 1", "beyond_limit 0.1 | beyond_limit -1 add 1"),
        ("all_of: [\(reach)]", "km,posts\nA,30,1", "A beyond_limit 30, +20", "beyond_limit 20 | beyond_limit -1 add 1"),
        ("all_of: [\(reach)]", "km,posts\nA,15,1", "A beyond_limit 15, +5", "beyond_limit 5 | beyond_limit -1 add 1"),
        ("all_of: [\(reach)]", "km,posts\nA,9,9", "A within_limit 9, -1", "within_limit -1 | within_limit 7"),
        ("all_of: [\(reach)]", "km,posts\nA,,1", "A beyond_limit 1, -1, add 1", "missing | beyond_limit -1 add 1"),
        ("all_of: [\(reach)]", "km,posts\nA,,2", "A missing", "missing | within_limit 0"),
        // An arm that does not apply neither passes nor fails.
        ("any_of: [\(need)]", "rooms,all,sick\nA,19,100,0", "A beyond_limit 19%, -1pp, convert 1, add 2", "beyond_limit -0.01 convert 1 add 2 | out_of_scope"),
        ("all_of: [\(need)]", "rooms,all,sick\nA,20,100,0", "A within_limit 20%, 0pp", "within_limit 0 | out_of_scope"),
        ("any_of: [\(need)]", "rooms,all,sick\nA,,100,0", "A missing", "missing | out_of_scope"),
        ("any_of: [\(need)]", "rooms,all,sick\nA,19,100,", "A scope_unknown", "beyond_limit -0.01 convert 1 add 2 | scope_unknown"),
        ("any_of: [\(need)]", "rooms,all,sick\nA,20,100,", "A within_limit 20%, 0pp", "within_limit 0 | scope_unknown"),
        ("all_of: [\(need)]", "rooms,all,sick\nA,20,100,", "A scope_unknown", "within_limit 0 | scope_unknown"),
        // A blank cell that decides nothing of an arm's limit keeps nobody from telling how far it is.
        ("any_of: [{observe: rooms, target: {at_least: 9}}, {observe: posts, target: {at_least: [{when: km < 0, limit: 1}, {when: 'true', limit: 10}]}}]",
         "km,posts,rooms\nA,,8,1", "A beyond_limit 8, -2, add 2", "beyond_limit -8 add 8 | beyond_limit -2 add 2"),
        // A limit that is zero can be in no proportion: the order decides.
        ("any_of: [{observe: posts, target: {at_most: 0}}, {observe: rooms, target: {at_least: 100}}]", "posts,rooms\nA,9,99",
         "A beyond_limit 9, +9, remove 9", "beyond_limit 9 remove 9 | beyond_limit -1 add 1"),
        // A condition has no gap, and a value that has one stands for both.
        ("any_of: [{require: ready}, {observe: posts, target: {at_least: 2}}]", "ready,posts\nA,否,1",
         "A beyond_limit 1, -1, add 1", "condition_false | beyond_limit -1 add 1"),
        ("all_of: [{require: ready}, {observe: posts, target: {at_least: 2}}]", "ready,posts\nA,否,2", "A condition_false", "condition_false | within_limit 0"),
        ("any_of: [{require: ready}, {require: posts > 1}]", "ready,posts\nA,否,1", "A condition_false", "condition_false | condition_false"),
        ("any_of: [{require: ready}, {require: posts > 1}]", "ready,posts\nA,是,", "A condition_true", "condition_true | missing"),
        // No limit is no arm either.
        ("any_of: [{where: kind == 'x', require: ready}, {observe: posts, target: {at_least: [{when: kind == 'y', limit: 2}]}}]",
         "kind,ready,posts\nA,z,是,9", "A arm_not_applicable", "out_of_scope | no_limit"),
        ("any_of: [{where: kind == 'x', require: ready}, {observe: posts, target: {at_least: [{when: kind == 'y', limit: 2}]}}]",
         "kind,ready,posts\nA,y,是,1", "A beyond_limit 1, -1, add 1", "out_of_scope | beyond_limit -1 add 1"),
        // What goes wrong in an arm is an error where the arm is needed.
        ("any_of: [{require: int(kind) > 1}, {observe: posts, target: {at_least: 2}}]", "kind,posts\nA,x,2", "A within_limit 2, 0", "rule_error | within_limit 0"),
        ("any_of: [{require: int(kind) > 1}, {observe: posts, target: {at_least: 2}}]", "kind,posts\nA,x,", "A rule_error", "rule_error | missing"),
        ("all_of: [{require: int(kind) > 1}, {observe: posts, target: {at_least: 2}}]", "kind,posts\nA,x,1", "A beyond_limit 1, -1, add 1", "rule_error | beyond_limit -1 add 1"),
        // What was not reported is not met, arm by arm.
        ("missing: against, any_of: [\(reach)]", "km,posts\nA,,1", "A beyond_limit 1, -1, add 1", "beyond_limit | beyond_limit -1 add 1"),
        ("missing: against, any_of: [\(reach)]", "km,posts\nA,,2", "A within_limit 2, 0", "beyond_limit | within_limit 0"),
        ("missing: against, all_of: [\(reach)]", "km,posts\nA,,2", "A beyond_limit", "beyond_limit | within_limit 0"),
        ("missing: against, any_of: [{require: 'ready ? sick > 5 : sick > 6'}, {observe: posts, target: {at_least: 2}}]", "ready,sick,posts\nA,,3,1",
         "A beyond_limit 1, -1, add 1", "condition_false | beyond_limit -1 add 1"),
        // The rule's own scope comes first, and then there are no arms to tell.
        ("where: kind == 'x', any_of: [\(reach)]", "kind,km,posts\nA,y,1,1", "A out_of_scope", ""),
        ("where: kind == 'x', any_of: [\(reach)]", "kind,km,posts\nA,,1,1", "A scope_unknown", ""),
        ("except: [A], any_of: [\(reach)]", "km,posts\nA,1,1", "A excepted", ""),
    ]

    @Test("every arm is judged by itself, and the rule's verdict is one arm's", arguments: records)
    func record(rule: String, row: String, line: String, arms: String) throws {
        let fixture = try AuditFixture(table: Self.table, rule: "for: town, \(rule)")
        let run = try fixture.run([("town", "id,\(row)\n")])
        #expect(run.findings.map(fixture.line) == [line])
        #expect(run.findings.map(armLine) == [arms])
    }

    @Test("it is the same where records are held together")
    func held() throws {
        for example in Self.records where !example.row.contains("否") && !example.row.contains("是") {
            let fixture = try AuditFixture(
                tables: [Self.table, "other: {key: [id], fields: {id: {type: string}, town: {references: town, list: others}}}"],
                rules: ["for: town, \(example.rule)"])
            let run = try fixture.run([("town", "id,\(example.row)\n"), ("other", "id,town\n")])
            #expect(run.findings.map(fixture.line) == [example.line], "\(example.rule)")
            #expect(run.findings.map(armLine) == [example.arms], "\(example.rule)")
        }
    }

    @Test("the cells of all arms are the evidence, each once")
    func evidence() throws {
        let fixture = try AuditFixture(table: Self.table, rule: "for: town, any_of: [\(Self.need)]")
        let finding = try #require(try fixture.run([("town", "id,rooms,all,sick\nA,19,100,1\nB,19,100,0\n")]).findings.first)
        #expect(finding.evidence.map(\.field) == ["rooms", "all", "sick"])
        #expect(finding.arms.map { $0.evidence.map(\.field) } == [["rooms", "all"], ["rooms", "sick"]])
    }

    @Test("a part beyond its whole is told of whichever arm it is in")
    func contradiction() throws {
        let fixture = try AuditFixture(
            table: Self.table,
            rule: "for: town, any_of: [{observe: posts, target: {at_least: 2}}, {observe: rooms / all, target: {at_least: 20%}}]")
        let run = try fixture.run([("town", "id,posts,rooms,all\nA,9,12,10\n")])
        #expect(run.findings.map(\.reason) == [.withinLimit])
        #expect(run.totals.dataProblems.map(\.code) == ["part-exceeds-whole"])
    }

    @Test("where records are counted, each member has its arms")
    func coverage() throws {
        let fixture = try AuditFixture(table: Self.table, rule: "for: town, coverage: {at_least: 60%}, any_of: [\(Self.reach)]")
        let run = try fixture.run([("town", "id,km,posts\nA,9,0\nB,11,1\nC,,2\nD,,1\n")])
        #expect(run.findings.map(fixture.line) == ["all missing_decides"])
        let members = try #require(run.findings.first?.group?.members)
        #expect(memberLines(run.findings[0]) == ["B beyond_limit 1", "D missing"])
        #expect(members.map { $0.arms.map(\.reason) } == [[.beyondLimit, .beyondLimit], [.missing, .beyondLimit]])
        #expect(members[0].measurement.arm == 0)
    }

    @Test("where what was not reported counts as not met, a member is undecided, and counted so")
    func coverageAgainst() throws {
        let fixture = try AuditFixture(
            table: Self.table, rule: "for: town, coverage: {at_least: 60%}, missing: against, all_of: [\(Self.reach)]")
        let run = try fixture.run([("town", "id,km,posts\nA,9,2\nB,,2\n")])
        #expect(run.findings.map(fixture.line) == ["all coverage_short 50%, -10pp, convert 1, add 1"])
        #expect(memberLines(run.findings[0]) == ["B missing"])
    }

    private static let yearly = """
        unit: {key: [id, year], period: year, fields: {id: {type: string}, year: {type: period}, a: {type: integer, range: 0..}, \
        b: {type: integer, range: 0..}}}
        """
    private static let either = "any_of: [{name: a, observe: a, target: {at_least: 10}}, {name: b, observe: b, target: {at_least: 100}}]"

    private static let periods: [(rule: String, asOf: String, lines: [String], arms: [String])] = [
        ("period: {each: 2023..2024}, \(either)", "2026-01-01",
         ["A@2023 beyond_limit 9, -1, add 1", "A@2024 within_limit 100, 0"], ["beyond_limit -1 add 1 | beyond_limit -50 add 50", "beyond_limit -5 add 5 | within_limit 0"]),
        ("period: {all: 2023..2024}, \(either)", "2026-01-01", ["A beyond_limit 9, -1, add 1"], ["beyond_limit -1 add 1 | beyond_limit -50 add 50"]),
        ("period: {any: 2023..2024}, \(either)", "2026-01-01", ["A within_limit 100, 0"], ["beyond_limit -5 add 5 | within_limit 0"]),
        ("period: {each: 2023..2024}, \(either)", "2024-06-30",
         ["A@2023 beyond_limit 9, -1, add 1", "A@2024 before_due (within_limit) 100, 0"],
         ["beyond_limit -1 add 1 | beyond_limit -50 add 50", "beyond_limit -5 add 5 | within_limit 0"]),
    ]

    @Test("under periods and before a due date", arguments: periods)
    func period(rule: String, asOf: String, lines: [String], arms: [String]) throws {
        let fixture = try AuditFixture(table: Self.yearly, rule: "for: unit, \(rule)")
        let run = try fixture.run([("unit", "id,year,a,b\nA,2023,9,50\nA,2024,5,100\n")], asOf: asOf)
        #expect(run.findings.map(fixture.line) == lines)
        #expect(run.findings.map(armLine) == arms)
    }

    @Test("each period of one verdict may be decided by another arm")
    func periodArms() throws {
        let fixture = try AuditFixture(table: Self.yearly, rule: "for: unit, period: {all: 2023..2024}, \(Self.either)")
        let run = try fixture.run([("unit", "id,year,a,b\nA,2023,9,50\nA,2024,5,100\n")])
        #expect(run.findings[0].periods.map(\.measurement.arm) == [0, 1])
    }

    @Test("a figure that is one person's is told by no arm")
    func sensitive() throws {
        let fixture = try AuditFixture(
            table: "staff: {key: [id], fields: {id: {type: string}, pay: {type: decimal, sensitive: true}, years: {type: integer}}}",
            rule: "for: staff, any_of: [{observe: pay, target: {at_least: 6000}}, {observe: years, target: {at_least: 10}}]")
        let findings = try fixture.run([("staff", "id,pay,years\nA,5999,1\nB,1,9\n")]).findings
        #expect(findings.map(\.reason) == [.beyondLimit, .beyondLimit])
        #expect(findings.map { $0.arms.map(\.measurement.isMasked) } == [[true, false], [true, false]])
        #expect(findings.allSatisfy { $0.arms[0].measurement.observed == nil && $0.arms[0].measurement.gap == nil })
        // Which arm is nearest would tell how far the pay is from its limit.
        #expect(findings.map(\.measurement.arm) == [1, 1] && findings.map(\.measurement.isMasked) == [false, false])
        #expect(findings.allSatisfy { $0.evidence[0].text == nil && $0.arms[0].evidence[0].text == nil })
    }

    @Test("of arms that all rest on sensitive cells the first is told, however near the others are")
    func sensitiveArms() throws {
        let table = """
            staff: {key: [id], fields: {id: {type: string}, pay: {type: decimal, sensitive: true}, bonus: {type: decimal, sensitive: true}, \
            both: pay + bonus}}
            """
        for (manner, arm) in [("any_of", 0), ("all_of", 0)] {
            let fixture = try AuditFixture(
                table: table, rule: "for: staff, \(manner): [{observe: both, target: {at_least: 6000}}, {observe: bonus, target: {at_least: 10}}]")
            let findings = try fixture.run([("staff", "id,pay,bonus\nA,5990,9\nB,1,9\n")]).findings
            #expect(findings.map(\.measurement.arm) == [arm, arm])
            #expect(findings.allSatisfy { $0.measurement.isMasked && $0.arms.allSatisfy(\.measurement.isMasked) })
        }
    }

    @Test("another rule can ask whether a record meets one with arms")
    func meeting() throws {
        let fixture = try AuditFixture(
            tables: [Self.table, "post: {key: [id], fields: {id: {type: string}, town: {references: town, list: all_posts}}}"],
            rules: ["id: reach, title: t, for: town, any_of: [\(Self.reach)]", "id: asks, title: t, for: post, require: town.meets('reach')"])
        let files = [("town", "id,km,posts\nA,14,2\nB,14,1\nC,,1\n"), ("post", "id,town\n1,A\n2,B\n3,C\n")]
        #expect(try fixture.lines(files).filter { $0.hasPrefix("asks") }
            == ["asks 1 condition_true", "asks 2 condition_false", "asks 3 missing"])
    }

    @Test("what only an arm looks at is read, and a file without it is told so")
    func needs() throws {
        let fixture = try AuditFixture(table: Self.table, rule: "for: town, any_of: [\(Self.reach)]")
        let run = try fixture.run([("town", "id,km\nA,12\n")])
        #expect(run.findings.map(armLine) == ["beyond_limit 2 | missing"])
        #expect(run.totals.dataProblems.map(\.code) == ["missing-column"])
    }
}
