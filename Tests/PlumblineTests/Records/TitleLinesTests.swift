import Diagnostics
import Foundation
import Plumbline
import PlumblineReaders
import TestSupport
import Testing

@Suite("title lines above a header")
struct TitleLinesTests {
    private static let vocabulary = """
        vocabulary: test
        tables:
          unit:
            key: [id]
            label: name
            fields:
              id: {type: string, title: {zh: 代码, en: Code}}
              name: {type: string, title: {zh: 名称, en: Name}}
              beds: {type: integer, unit: 张, title: {zh: 床位数, en: Beds}}
              income: {type: decimal, unit: 元, title: {zh: 收入, en: Income}}
          line: {key: row, fields: {item: {type: string, title: 项目}, amount: {type: decimal, title: 数额}}}
          region: {title: 地区, key: [area], fields: {area: {type: string, title: 地区}, last: {type: decimal, title: 2016年}}}
        """

    private func run(_ csv: String, table: String = "unit", require: String = "beds > 0") throws -> (findings: [Finding], totals: RunTotals) {
        let plan = try Fixture.plan(
            vocabulary: Self.vocabulary, rules: "  - {id: r, title: t, for: \(table), require: \(require)}")
        return try Fixture.run(plan, table: table, csv: csv)
    }

    @Test("they are passed over, counted and told by line; the rows below keep their lines", arguments: [
        "2025年机构情况表\n", "2025年机构情况表,,\n", "2025年机构情况表,,\n填报单位：射洪市卫健局,,填报日期：2026-01-05\n", ",2025年机构情况表,\n,,\n",
        "2025年机构情况表\n\n(床位)\n", "\"2025年\n机构情况表\"\n",
    ])
    func told(title: String) throws {
        let run = try run(title + "代码,名称,床位数\nA1,第一医院,20\n合计,,20\n")
        #expect(run.findings.map(\.record.key) == ["A1"])
        #expect(run.totals.dataProblems.isEmpty)
        let lines = title.filter { $0 == "\n" }.count
        #expect(run.findings.first?.record.address?.line == lines + 2)
        let file = try #require(run.totals.files.first)
        #expect(file.records == 1)
        #expect(file.setAside.first?.kind == .title)
        #expect(file.setAside.first?.rows.first == RowAddress(row: 0, line: 1))
        #expect(file.setAside.last == SetAside(kind: .total, count: 1, rows: [RowAddress(row: 2, line: lines + 3)]))
    }

    @Test("the delimiter below a title is found, which has none", arguments: ["\t", ";", "|"])
    func delimiter(sign: String) throws {
        let rows = "代码,名称,床位数\nA1,\"第一,医院\",20\nA2,第二医院,30\n".replacing("\"第一,医院\"", with: "第一医院").replacing(",", with: sign)
        let run = try run("2025年机构情况表\n\(rows)")
        #expect(run.findings.map(\.record.key) == ["A1", "A2"])
        #expect(run.totals.files.first?.form.delimiter == Character(sign))
    }

    @Test("where the first row fits nothing is looked for, and where none does the first row is the header", arguments: [
        ("代码,名称,床位数\n代码,名称,床位数\nA1,院,1\n", ["A1"]), ("代码,科室\nA1,内科\n代码,名称\n", ["A1", "代码"]),
        ("编号,床位数量\nA1,20\nA2,30\n", ["#1", "#2"]),
    ])
    func firstRow(csv: String, keys: [String]) throws {
        let run = try run(csv)
        #expect(run.findings.map(\.record.key) == keys)
        #expect(run.totals.files.first?.setAside.contains { $0.kind == .title } == false)
    }

    private func titles(_ count: Int) -> String { (1...count).map { "第\($0)行\n" }.joined() }

    @Test("a header too far below is not looked for")
    func farBelow() throws {
        #expect(try run(titles(19) + "代码,床位数\nA1,1\n").findings.map(\.record.key) == ["A1"])
        #expect(try run(titles(20) + "代码,床位数\nA1,1\n").findings.map(\.record.key).count == 21)
    }

    @Test("a table whose row is its key has its header where most cells are columns of it")
    func rowAsKey() throws {
        let run = try run("收支表,,\n项目,数额,备注\n人员,5,\n", table: "line", require: "amount > 0")
        #expect(run.findings.map(\.outcome) == [.pass])
    }

    @Test("a file is known by the header below its title")
    func matched() throws {
        let plan = try Fixture.plan(
            vocabulary: Self.vocabulary, rules: "  - {id: r, title: t, for: unit, require: beds > 0}")
        let source = ByteSource(name: "<stdin>", bytes: Array("2025年机构情况表\n代码,名称,床位数\nA1,院,1\n".utf8))
        let found = try SubmissionMatcher.match(
            [.standardInput(table: nil)], vocabulary: plan.vocabulary, readers: builtInReaders, standardInput: source)
        #expect(found.files.map(\.table) == ["unit"])
    }

    @Test("a unit in them that would change figures is told, and not applied", arguments: [
        ("单位：万元", 1), ("机构情况表（单位：万元）", 1), ("机构情况表（万元）", 1), ("填报单位：射洪", 0), ("单位：元", 0), ("（张）", 0), ("单位：张、元", 0),
    ])
    func units(title: String, count: Int) throws {
        let run = try run("\(title)\n代码,收入\nA1,5\n", require: "income == 5")
        #expect(run.findings.map(\.outcome) == [.pass])
        #expect(run.totals.dataProblems.map(\.code) == Array(repeating: "unit-above-header", count: count))
    }

    @Test("tables of a statistical office are read below their three title lines and above their notes",
        .enabled(if: SharedData.isPresent, Comment(rawValue: SharedData.absence)))
    func corpus() throws {
        let folder = SharedData.url("corpora/gb18030-csv")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.contains("分省") && $0.hasSuffix(".csv") }
        #expect(names.count >= 7)
        let plan = try Fixture.plan(
            vocabulary: Self.vocabulary, rules: "  - {id: r, title: t, for: region, require: last > 0}")
        let reader = try #require(builtInReaders.first)
        for name in names {
            var submission = Submission()
            let source = ByteSource(path: folder.appending(path: name).path, name: name)
            submission.files = [Submission.File(source: source, table: "region", reader: reader)]
            var log = FindingLog()
            let totals = Audit(plan: plan, asOf: try Fixture.day).run(submission, into: &log)
            let file = try #require(totals.files.first)
            #expect(file.records == 31, "\(name)")
            let titles = file.setAside.first { $0.kind == .title }
            #expect(name.hasPrefix("eoocl") ? titles == nil : titles?.count == 3, "\(name)")
            #expect(file.setAside.contains { $0.kind == .note }, "\(name)")
            #expect(!totals.dataProblems.contains { $0.code == "row-too-short" || $0.code == "missing-key" }, "\(name)")
        }
    }
}
