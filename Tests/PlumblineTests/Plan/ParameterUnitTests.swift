import Diagnostics
import Testing

@testable import Plumbline

@Suite("parameters beside fields with scaled units")
struct ParameterUnitTests {
    private static let vocabulary = """
        vocabulary: v
        tables:
          unit:
            key: [id]
            fields: {id: {type: string}, reach: {type: decimal, unit: km}, income: {type: decimal, unit: 万元}, spending: {type: decimal, unit: 万元}}
        """

    private func codes(_ parameter: String, _ rule: String) throws -> [String] {
        let files = [
            "vocabulary.yaml": Self.vocabulary,
            "ruleset.yaml": """
                ruleset: r
                plan: {title: {zh: 示例, en: Example}, from: 2021-01-01, to: 2025-12-31}
                uses: [vocabulary.yaml]
                params: {x: {\(parameter), why: {zh: 示例, en: an example}}}
                rules:
                  - {id: a, title: {zh: 甲, en: A}, for: unit, \(rule)}
                """,
        ]
        do { _ = try Fixture.plan(files) } catch { return (error as? Diagnostics)?.all.map(\.code.rawValue) ?? ["?"] }
        return []
    }

    @Test("measure what they say that they measure, wherever they stand", arguments: [
        ("type: quantity, value: 10 km", "observe: reach, target: {at_most: {value: params.x}}"),
        ("type: quantity, value: 10 km", "require: reach <= params.x"),
        ("type: quantity, value: 10 km", "require: reach <= params.x * 2"),
        ("type: decimal, unit: km, value: 10", "observe: reach, target: {at_most: {value: params.x}}"),
        ("type: quantity, value: 100 万元", "observe: income, target: {at_least: {value: params.x}}"),
        ("type: quantity, value: 100 万元", "require: income + spending > params.x"),
        ("type: quantity, value: 100 万元", "observe: income, baseline: {period: 2020, value: 100 万元}, target: {at_least: {value: params.x}}"),
    ])
    func right(parameter: String, rule: String) throws {
        #expect(try codes(parameter, rule) == [])
    }

    @Test("are faults beside what they do not measure", arguments: [
        ("type: quantity, value: 10 km", "require: income <= params.x", "unit-mismatch"),
        ("type: integer, value: 10", "require: reach <= params.x", "bare-number"),
    ])
    func wrong(parameter: String, rule: String, code: String) throws {
        #expect(try codes(parameter, rule) == [code])
    }
}
