import Diagnostics
import Foundation
import Plumbline
import Testing

@Suite("the report sample", .waitsToBeFilledIn)
struct SampleReporterTests {
    static let ruleset = """
        ruleset: test
        uses: [vocabulary.yaml]
        rules:
          - {id: beds-missed, title: {zh: 床位, en: Beds}, for: unit, observe: beds, target: {at_least: 80 张}}
        """

    @Test("a finding is a line")
    func line() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let vocabulary = "vocabulary: test\ntables:\n  unit: {key: [id], fields: {id: {type: string}, beds: {type: integer, unit: 张}}}\n"
        try vocabulary.write(to: folder.appending(path: "vocabulary.yaml"), atomically: true, encoding: .utf8)
        try Self.ruleset.write(to: folder.appending(path: "ruleset.yaml"), atomically: true, encoding: .utf8)

        let plan = try AuditPlanner.plan(RuleBookLoader.load([folder.path]))
        let day = try #require(CalendarDate(year: 2026, month: 1, day: 1))
        var reporter = SampleReporter(ReportContext(plan: plan, asOf: day, language: .zh))
        var out = ReportBuffer()
        let record = RecordReference(table: "unit", key: "A|B", label: nil, address: nil)
        reporter.write([Finding(rule: 0, record: record, reason: .beyondLimit)], to: &out)
        // Fill in: what should the line be?
        #expect(out.text == "?\n")
    }
}
