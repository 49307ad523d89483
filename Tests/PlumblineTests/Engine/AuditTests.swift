import Diagnostics
import Foundation
import Plumbline
import PlumblineReaders
import TestSupport
import Testing

@Suite("a run over files")
struct AuditTests {
    private static let vocabulary = """
        vocabulary: test
        tables:
          unit: {key: [id], fields: {id: {type: string}, posts: {type: integer, unit: 个}, pay: {type: decimal, unit: 元}}}
        """

    private func plan() throws -> AuditPlan {
        try Fixture.plan(
            vocabulary: Self.vocabulary,
            rules: """
                  - {id: posts, title: t, for: unit, observe: posts, target: {at_least: 5 个}}
                  - {id: pay, title: t, for: unit, where: posts > 2, observe: pay, target: {between: [1 元, 9 元]}}
                """)
    }

    private func lines(_ findings: [Finding]) -> [String] {
        findings.map { "\($0.rule) \($0.record.key) \($0.record.address?.row ?? 0) \($0.reason) \($0.measurement) \($0.evidence.map(\.text))" }
    }

    @Test("the same records as CSV and as JSON Lines give the same findings")
    func formats() throws {
        var random = SeededGenerator(seed: 3)
        var (csv, json) = ("id,posts,pay\n", "")
        for id in 0..<500 {
            let posts = ["", "NA", "1", "3", "5", "约5"].randomElement(using: &random) ?? ""
            let pay = ["", "0.5", "9.00", "9.01", "5000.10"].randomElement(using: &random) ?? ""
            csv += "\(id),\(posts),\(pay)\n"
            let shownPay = pay.isEmpty ? "null" : pay
            json += "{\"id\": \"\(id)\", \"posts\": \"\(posts)\", \"pay\": \(shownPay)}\n"
        }
        let plan = try plan()
        let fromCSV = try Fixture.run(plan, table: "unit", [("data.csv", csv)])
        let fromJSON = try Fixture.run(plan, table: "unit", [("data.jsonl", json)])
        #expect(fromCSV.findings.count == 1000)
        let withoutNull = { (lines: [String]) in lines.map { $0.replacingOccurrences(of: "Optional(\"\")", with: "nil") } }
        #expect(withoutNull(lines(fromCSV.findings)) == withoutNull(lines(fromJSON.findings)))
        #expect(fromCSV.totals.summaries == fromJSON.totals.summaries)
    }

    @Test("findings do not depend on how the file's bytes arrive", arguments: [1, 2, 7, 64, 4096])
    func chunks(byteCount: Int) throws {
        let csv = "id,posts,pay\n" + (0..<200).map { "\"机构\n\($0)\",\($0 % 9),\($0).1\r\n" }.joined()
        let plan = try plan()
        func run(_ source: ByteSource) throws -> [String] {
            var submission = Submission()
            submission.files = [Submission.File(source: source, table: "unit", reader: CSVReader())]
            var log = FindingLog()
            _ = Audit(plan: plan, asOf: try Fixture.day).run(submission, into: &log)
            return lines(log.findings)
        }
        let whole = try run(ByteSource(name: "data.csv", bytes: Array(csv.utf8)))
        #expect(whole.count == 400)
        #expect(try run(ByteSource(name: "data.csv", bytes: Array(csv.utf8), chunkByteCount: byteCount)) == whole)
    }

    @Test("columns that nobody knows, that are missing or stand there twice are said once a file")
    func columns() throws {
        let csv = "id,post,posts,posts,备注\n" + (0..<5000).map { "\($0),1,2,2,x\n" }.joined()
        let problems: [DataProblem] = try Fixture.run(try plan(), table: "unit", csv: csv).totals.dataProblems
        let codes = Set(problems.map(\.code.rawValue)).subtracting(["duplicate-header"])
        #expect(codes == ["missing-column", "repeated-column", "unknown-column"])
        #expect(problems.count <= 5)
        #expect(problems.contains { $0.message.en.contains("'posts' meant?") })
    }

    @Test("past ten thousand data problems the rest are counted")
    func manyProblems() throws {
        let csv = "id,posts,pay\n" + (0..<6000).map { "\($0),x,y\n" }.joined()
        let totals = try Fixture.run(try plan(), table: "unit", csv: csv).totals
        #expect(totals.dataProblems.count == 10_000)
        #expect(totals.dataProblemsLeftOut == 2000)
    }

    @Test("a table with ten thousand commas in a row, or a name with control characters, does no harm")
    func hostile() throws {
        let csv = "id,posts,pay\n\u{1B}[31m,5,1\nx" + String(repeating: ",", count: 10_000) + "\n"
        let run = try Fixture.run(try plan(), table: "unit", csv: csv)
        #expect(run.findings.count == 4)
        #expect(run.totals.dataProblems.contains { $0.code.rawValue.contains("row-too-long") })
    }
}
