/// The sources of a format of reports as a package of its own. A test compiles the same texts and runs them.
enum ReporterSources {
    static let source = #"""
        import Diagnostics
        public import Plumbline

        /// Writes a report of the format sample: a line a finding.
        public struct SampleReporter: Reporter {
            public static let name = "sample"

            private let context: ReportContext

            public init(_ context: ReportContext) { self.context = context }

            public mutating func write(_ findings: [Finding], to out: inout ReportBuffer) {
                for finding in findings {
                    let rule = context.plan.rules[finding.rule].rule
                    // What strangers wrote has to be escaped for the format: names and texts come from files.
                    let cells = [rule.fullName, finding.record.name, finding.outcome.rawValue, finding.reason.text[context.language]]
                    out.append(cells.map(Self.escaped).joined(separator: "|") + "\n")
                }
            }

            public mutating func finish(_ totals: RunTotals, to out: inout ReportBuffer) {}

            private static func escaped(_ text: String) -> String {
                String(text.map { $0 == "|" || $0.isNewline ? " " : $0 })
            }
        }
        """#

    static let test = #"""
        import Diagnostics
        import Foundation
        import Plumbline
        import SampleReporter
        import Testing

        @Suite("the report sample")
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
        """#
}
