import Diagnostics
import Foundation
import Plumbline
import PlumblineReaders
import PlumblineReports
import TestSupport
import Testing

@Suite("one table saved in several encodings")
struct EncodingsTests {
    private static let vocabulary = """
        vocabulary: test
        tables:
          unit:
            key: [id]
            label: name
            fields:
              id: {type: string, title: {zh: 机构代码, en: Code}}
              name: {type: string, title: {zh: 机构名称, en: Name}}
              income: {type: decimal, unit: 元, title: {zh: 业务收入, en: Income}}
              opened: {type: date, title: {zh: 开业日期, en: Opened}}
        """

    private static let text = """
        机构代码,机构名称,业务收入（万元）,开业日期
        A1,第一医院,"1，234.5",2020年5月1日
        A2,"第二
        医院",约90,2021/3/4
        A3,第三医院,,2022年
        A1,第四医院,5,

        合计,,99,
        注：2024年数据
        """

    @Test("UTF-8, UTF-8 with a mark, GBK and GB18030 give identical findings but for the file's name and form")
    func identical() throws {
        let plan = try Fixture.plan(
            vocabulary: Self.vocabulary,
            rules: """
                  - {id: income, title: t, for: unit, observe: income, target: {at_least: 100万元}}
                  - {id: opened, title: t, for: unit, require: opened <= '2021-01-01'}
                """)
        let utf8 = Array(Self.text.utf8)
        let files = [
            utf8, [0xEF, 0xBB, 0xBF] + utf8, GB18030.bytes(Self.text, encoding: "GBK"), GB18030.bytes(Self.text),
        ]
        var reports: [String] = []
        for (place, bytes) in files.enumerated() {
            var submission = Submission()
            let source = ByteSource(name: "file\(place).csv", bytes: bytes, chunkByteCount: 7)
            submission.files = [Submission.File(source: source, table: "unit", reader: CSVReader())]
            let report = try report(plan, submission)
            #expect(report.contains(place < 2 ? "\"utf-8\"" : "\"gb18030\""))
            reports.append(
                report.replacingOccurrences(of: "file\(place).csv", with: "file.csv").replacingOccurrences(of: "\"gb18030\"", with: "\"utf-8\""))
        }
        #expect(reports[0].contains("set_aside\": [{\"kind\": \"total\", \"count\": 1"))
        #expect(Set(reports).count == 1)
    }

    private func report(_ plan: AuditPlan, _ submission: Submission) throws -> String {
        var log = FindingLog()
        let day = try Fixture.day
        let totals = Audit(plan: plan, asOf: day).run(submission, into: &log)
        var (reporter, out) = (JSONReporter(ReportContext(plan: plan, asOf: day, language: .zh)), ReportBuffer())
        reporter.write(log.findings, to: &out)
        reporter.finish(totals, to: &out)
        return out.text
    }
}
