/// The sources of a kind of target as a package of its own. A test compiles the same texts and runs them.
enum TargetSources {
    static let source = #"""
        public import Diagnostics
        public import Plumbline
        public import YAML

        /// `sample: 5 个`: say here what the target asks of the observed value.
        public struct SampleTarget: RecordTargetKind {
            /// The key under `target:` in rules.
            public let name = "sample"
            public let summary = Localized(zh: "一句话说明这个目标", en: "What the target asks, in a few words")

            public init() {}

            public func lower(_ limit: YAMLNode, onto observed: Observed, in context: inout LoweringContext) -> Lowering? {
                guard let threshold = context.threshold(limit, for: observed, kind: name) else { return nil }
                // What a report prints as the limit: its sign, and the number as the rule writes it.
                let shown = context.limit(name, "≥", [threshold], observed)
                // The verdict, the gap and the closings in CEL; ranges of numbers have theirs ready.
                return Bounds.floor(threshold.value).lower(observed, limit: shown, applies: threshold.applies)
            }
        }
        """#

    static let test = #"""
        import Diagnostics
        import Foundation
        import Plumbline
        import SampleTarget
        import Testing

        @Suite("the target sample")
        struct SampleTargetTests {
            static let vocabulary = """
                vocabulary: test
                tables:
                  unit: {key: [id], fields: {id: {type: string}, beds: {type: integer, unit: 张}}}
                """

            static let ruleset = """
                ruleset: test
                uses: [vocabulary.yaml]
                rules:
                  - id: beds-missed
                    title: {zh: 床位, en: Beds}
                    for: unit
                    observe: beds
                    target: {sample: 80 张}
                    cases:
                      - {name: at the limit, given: {beds: 80}, outcome: pass}
                      - {name: below the limit, given: {beds: 79}, outcome: fail, gap: -1 张}
                      - {name: above the limit, given: {beds: 81}, outcome: error}  # fill in: what should it be?
                      - {name: not reported, given: {}, outcome: not_measured}
                """

            @Test("the cases of a rule that uses it pass")
            func cases() throws {
                let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
                try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
                defer { try? FileManager.default.removeItem(at: folder) }
                try Self.vocabulary.write(to: folder.appending(path: "vocabulary.yaml"), atomically: true, encoding: .utf8)
                try Self.ruleset.write(to: folder.appending(path: "ruleset.yaml"), atomically: true, encoding: .utf8)

                let plan = try AuditPlanner.plan(RuleBookLoader.load([folder.path]), targets: builtInTargets + [SampleTarget()])
                let result = CaseRunner(plan).run()
                #expect(result.failures.all.map(\.message.en) == [])
            }
        }
        """#
}
