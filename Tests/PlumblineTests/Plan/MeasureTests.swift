import Diagnostics
import Plumbline
import Testing

/// What the linter makes of units. Each case is a rule's body and the fault it has, if any.
@Suite("units of what is observed and of its limit")
struct MeasureTests {
    private static let vocabulary = """
        vocabulary: test
        tables:
          region:
            key: row
            fields:
              beds: {type: integer, unit: 张}
              posts: {type: integer, unit: 个}
              staff: {type: integer, unit: 人}
              visits: {type: integer, unit: 人次}
              income: {type: decimal, unit: 万元}
              spending: {type: decimal, unit: 元}
              wait: {type: decimal, unit: min}
              age: {type: decimal, unit: 年}
              rate: {type: percent}
              density: {type: decimal, unit: 人/万人}
              score: {type: decimal}
        """

    private static let rules: [(String, DiagnosticCode?)] = [
        ("observe: posts / beds, target: {at_least: 85%}", nil),
        ("observe: beds / staff, target: {at_least: 85%}", "unit-mismatch"),
        ("observe: posts / beds, target: {at_least: 85}", "percent-missing"),
        ("observe: posts / beds, target: {at_least: 1.5}", nil),
        ("observe: posts / beds * 100, target: {at_least: 85%}", "hundredfold-share"),
        ("observe: posts * 2, target: {at_least: 85}", nil),
        ("observe: income * 2, target: {at_least: 100}", "bare-number"),
        ("observe: income * 2, target: {at_least: 100 万元}", nil),
        ("observe: income / staff, target: {at_least: 5}", "bare-number"),
        ("observe: income / spending, target: {at_least: 5}", nil),
        ("observe: rate * 1, target: {at_least: 85}", "bare-number"),
        ("require: rate * 1 >= 85", "bare-number"),
        ("require: posts * rate >= 85", nil),
        ("require: income >= score", "unit-mismatch"),
        ("require: posts >= score", nil),
        ("observe: beds / staff, target: {at_least: 6 张/千人}", nil),
        ("observe: visits / staff, target: {at_most: 50%}", "unit-mismatch"),
        ("observe: income / spending, target: {at_least: 30%}", nil),
        ("observe: density, target: {at_least: 3%}", "unit-mismatch"),
        ("observe: density, target: {at_least: 3 人/万人}", nil),
        ("observe: staff, target: {at_least: 80%}", "unit-mismatch"),
        ("observe: spending, target: {at_most: 10%}", "unit-mismatch"),
        ("observe: rate, target: {at_least: 85}", "bare-number"),
        ("observe: rate, target: {at_least: 0}", nil),
        ("observe: income, target: {at_least: 1000}", "bare-number"),
        ("observe: income, target: {at_least: 0.1 亿元}", nil),
        ("observe: income, target: {at_least: 20 人}", "unit-mismatch"),
        ("observe: posts, target: {at_least: 20}", nil),
        ("observe: wait, target: {at_most: 0.5 h}", nil),
        ("observe: wait, target: {at_most: 1 年}", "unit-mismatch"),
        ("observe: age, target: {at_least: 80 岁}", nil),
        ("observe: score, target: {at_least: 80%}", "unit-mismatch"),
        ("observe: score, target: {at_least: 80}", nil),
        ("observe: income + spending, target: {at_least: 1 元}", nil),
        ("observe: income + staff, target: {at_least: 1 元}", "unit-mismatch"),
        ("observe: income - 5, target: {at_least: 1 元}", "bare-number"),
        ("observe: income * 5 / staff, target: {at_least: 1 元/人}", nil),
        ("observe: 'max(beds, posts)', target: {at_least: 1 张}", nil),
        ("require: wait <= 13", "bare-number"),
        ("require: \"wait <= q('13 min')\"", nil),
        ("require: \"wait <= q('13 mni')\"", "bad-quantity"),
        ("require: \"wait <= q('13 人')\"", "unit-mismatch"),
        ("require: posts >= 13 && beds > 0", nil),
        ("require: 'wait > 0 ? beds >= 2 : income >= 2'", "bare-number"),
        ("where: income > 3, require: beds > 0", "bare-number"),
    ]

    @Test("a limit has to be of the kind of what is observed", arguments: rules)
    func units(rule: String, expected: DiagnosticCode?) throws {
        #expect(try faults(rule).map(\.code) == (expected.map { [$0] } ?? []))
    }

    @Test("a pattern that cannot be read is a fault of the rule, at its own place")
    func pattern() throws {
        let vocabulary = "vocabulary: t\ntables:\n  unit: {key: row, fields: {name: {type: string}}}\n"
        let rule = "  - {id: r, title: t, for: unit, require: \"name.matches('[医院')\"}"
        let error = try #require(throws: Diagnostics.self) { _ = try Fixture.plan(vocabulary: vocabulary, rules: rule) }
        #expect(error.all.map(\.code) == ["bad-pattern"])
        #expect(error.all.first?.location?.start.column == 57)
    }

    @Test("the fault of a quantity inside an expression stands at its own column")
    func column() throws {
        let fault = try #require(try faults("require: \"wait <= q('13 mni')\"").first)
        #expect(fault.location?.start == Position(line: 5, column: 60))
        #expect(fault.help?.en == "write 'min'")
    }

    private func faults(_ rule: String) throws -> [Diagnostic] {
        do {
            _ = try Fixture.plan(vocabulary: Self.vocabulary, rules: "  - {id: r, title: t, for: region, \(rule)}")
            return []
        } catch let diagnostics as Diagnostics {
            return diagnostics.all
        }
    }
}
