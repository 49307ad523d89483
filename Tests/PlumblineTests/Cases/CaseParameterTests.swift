import Diagnostics
import Testing

@testable import Plumbline

@Suite("cases that say what parameters are, and that nothing came") struct CaseParameterTests {
    private static let vocabulary = """
        vocabulary: test
        enumerations: {kind: {values: [公立, 民办]}}
        tables:
          school:
            key: [id]
            fields: {id: {type: string}, kind: {type: kind}, beds: {type: integer, unit: 张, range: 0..}}

        """

    private static func files(_ rules: String) -> [String: String] {
        [
            "vocabulary.yaml": vocabulary,
            "ruleset.yaml": """
                ruleset: test
                plan: {title: test, to: 2025-12-31}
                uses: [vocabulary.yaml]
                params:
                  least: {type: quantity, unit: 张, why: masked}
                  most: {type: quantity, value: 50 张}
                  kinds: {type: list(kind), value: [公立]}
                rules:
                  - {id: uses, title: t, for: school, require: "beds <= params.most && kind in params.kinds && beds >= params.least"}
                \(rules)

                """,
        ]
    }

    private static func failures(_ rules: String) throws -> [String] {
        CaseRunner(try Fixture.plan(files(rules))).run().failures.sorted.map(\.message.en)
    }

    @Test("a case sets a parameter of its ruleset, takes another value for it, or leaves it without one", arguments: [
        ("observe: beds, target: {at_least: {value: params.least}}", "params: {least: 10 张}, given: {beds: 10}, outcome: pass, gap: 0 张"),
        ("observe: beds, target: {at_least: {value: params.least}}", "params: {least: 10}, given: {beds: 9}, outcome: fail, gap: -1 张"),
        ("observe: beds, target: {at_least: {value: params.least}}", "given: {beds: 9}, outcome: not_measured, reason: parameter_unset"),
        ("observe: beds, target: {at_most: {value: params.most}}", "params: {most: 60 张}, given: {beds: 60}, outcome: pass"),
        ("observe: beds, target: {at_most: {value: params.most}}", "params: {most: ~}, given: {beds: 60}, outcome: not_measured, reason: parameter_unset"),
        ("require: kind in params.kinds", "params: {kinds: [民办]}, given: {kind: 民办}, outcome: pass"),
        ("where: kind in params.kinds, require: beds > 0", "params: {kinds: [民办]}, given: {kind: 公立, beds: 1}, outcome: not_applicable"),
        ("require: beds >= params.least, coverage: {at_least: 50%}", "params: {least: 5 张}, records: [{beds: 5}, {beds: 4}], outcome: pass"),
        ("require: \"beds > 0 && [1].all(n, beds >= params.least)\"", "params: {least: 5 张}, given: {beds: 4}, outcome: fail"),
    ])
    func parameters(rule: String, example: String) throws {
        #expect(try Self.failures("  - {id: r, title: t, for: school, \(rule), cases: [{name: n, \(example)}]}") == [])
    }

    @Test("a rule that asks another is asked with the parameters of the case")
    func asked() throws {
        let asking = "  - {id: large, title: t, for: school, require: beds >= params.least}\n"
            + "  - {id: r, title: t, for: ward, require: \"school.meets('large')\", cases: [{name: n, params: {least: 5 张}, given: {school: {beds: 5}}, outcome: pass}, {name: m, params: {least: 6 张}, given: {school: {beds: 5}}, outcome: fail}]}"
        var files = Self.files(asking)
        files["vocabulary.yaml"] = Self.vocabulary + "  ward: {key: [id], fields: {id: {type: string}, school: {references: school, list: wards}}}\n"
        #expect(CaseRunner(try Fixture.plan(files)).run().failures.sorted.map(\.message.en) == [])
    }

    @Test("a parameter that is not there, or a value that is none of its type, is told at its place", arguments: [
        ("params: {leest: 5 张}", "unknown-parameter"), ("params: {kinds: 公立}", "parameter-type"), ("params: {kinds: [私立]}", "parameter-type"),
        ("params: {least: 5 km}", "parameter-type"), ("params: [5]", "yaml-wrong-type"),
    ])
    func faults(parameters: String, code: String) throws {
        let rule = "  - {id: r, title: t, for: school, require: beds > 0, cases: [{name: n, \(parameters), given: {beds: 1}, outcome: pass}]}"
        do {
            _ = try Fixture.plan(Self.files(rule))
            Issue.record("no fault")
        } catch let faults as Diagnostics {
            let fault = try #require(faults.sorted.first { $0.severity == .error })
            #expect(fault.code.rawValue == code)
            #expect(fault.location?.start.line == 10)
        }
    }

    @Test("records: [] is a table that came without a record", arguments: [
        ("coverage: {at_least: 1 所}, require: beds > 0", "outcome: fail, reason: coverage_short"),
        ("coverage: {at_least: 80%}, require: beds > 0", "outcome: not_measured, reason: empty_group"),
    ])
    func nothing(rule: String, expected: String) throws {
        #expect(try Self.failures("  - {id: r, title: t, for: school, \(rule), cases: [{name: n, records: [], \(expected)}]}") == [])
    }

    @Test("what the plan writes stays with the rule, and an arm has its own")
    func asWritten() throws {
        let rule = """
              - id: r
                title: t
                for: school
                as_written: 两项之一
                any_of:
                  - {observe: beds, target: {at_least: 2 张}, as_written: 2—3张}
                  - {observe: beds, target: {at_most: 1 张}}
            """
        let plan = try Fixture.plan(Self.files(rule))
        let made = try #require(plan.rules.first { $0.rule.id == "r" })
        #expect(made.rule.asWritten == "两项之一")
        #expect(made.arms?.arms.map(\.plan.limit?.asWritten) == ["2—3张", nil])
    }
}
