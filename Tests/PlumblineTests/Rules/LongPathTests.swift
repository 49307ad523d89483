import Diagnostics
import Plumbline
import Testing

@Suite("changes of a reading that lie deep")
struct LongPathTests {
    private func codes(depth: Int) -> [String] {
        let path = (["target"] + Array(repeating: "at_least", count: depth - 1)).joined(separator: ".")
        let files = [
            "vocabulary.yaml": "vocabulary: v\ntables:\n  unit: {key: [id], fields: {id: {type: string}, beds: {type: integer}}}\n",
            "ruleset.yaml": """
                ruleset: r
                plan: {title: {zh: 示例, en: Example}, from: 2021-01-01, to: 2025-12-31}
                uses: [vocabulary.yaml]
                rules:
                  - id: beds
                    title: {zh: 床位, en: Beds}
                    for: unit
                    observe: beds
                    target: {at_least: 3}
                    other_readings: [{name: {zh: 别的, en: other}, set: {\(path): 5}}]
                """,
        ]
        do { _ = try Fixture.plan(files) } catch { return (error as? Diagnostics)?.all.map(\.code.rawValue) ?? [] }
        return []
    }

    @Test("are refused where no rule is so deep", arguments: [17, 80])
    func tooDeep(depth: Int) {
        #expect(codes(depth: depth) == ["bad-set-key"])
    }
}
