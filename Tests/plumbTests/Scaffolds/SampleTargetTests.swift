import Diagnostics
import Foundation
import Plumbline
import Testing

@Suite("the target sample", .waitsToBeFilledIn)
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
