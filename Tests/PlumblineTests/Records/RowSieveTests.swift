import Diagnostics
import Plumbline
import PlumblineReaders
import Testing

@Suite("rows that are no records")
struct RowSieveTests {
    private static let vocabulary = """
        vocabulary: test
        enumerations: {part: {values: [门诊, 合计]}}
        tables:
          unit:
            key: [id]
            label: name
            fields:
              id: {type: string, title: {zh: 代码, en: Code}}
              name: {type: string, title: {zh: 名称, en: Name}}
              beds: {type: integer, title: {zh: 床位数, en: Beds}}
          cell: {key: [part], fields: {part: {type: part}, beds: {type: integer}}}
        """

    private func run(_ csv: String, table: String = "unit") throws -> (findings: [Finding], totals: RunTotals) {
        let plan = try Fixture.plan(
            vocabulary: Self.vocabulary, rules: "  - {id: r, title: t, for: \(table), require: beds > 0}")
        return try Fixture.run(plan, table: table, csv: csv)
    }

    /// The kind and the lines of each sort of row set aside.
    private func setAside(_ csv: String) throws -> [String] {
        try #require(run(csv).totals.files.first).setAside.map { "\($0.kind.rawValue) \($0.rows.map(\.line))" }
    }

    @Test("sums are set aside in the key, the label or the first cell", arguments: [
        "合计,,30", ",合计,30", "合 计,,30", "全市合计,,30", "小计：,,30", "总计（张）,,30", "其中：市级,,30", ",其中,30", "Total,,30",
        "(合计),,30", "（小计）,,30", "【总计】,,30", "本页合计：100,,", "合计：1,234.5元,,", "总  计,,30", "总　　计,,30", "( 合 计 ),,30", "合计100,,",
        "（合计）（张）,,30", ",（合计）,30",
    ])
    func totals(row: String) throws {
        let run = try run("代码,名称,床位数\nA1,第一医院,20\n\(row)\n")
        #expect(run.findings.map(\.record.key) == ["A1"])
        #expect(run.totals.dataProblems.isEmpty)
        #expect(run.totals.files.first?.setAside == [SetAside(kind: .total, count: 1, rows: [RowAddress(row: 2, line: 3)])])
    }

    @Test("records whose names come near such words are records", arguments: [
        "A2,会计学校,1", "A2,注册中心,1", "A2,其中镇卫生院,1", "A2,合计镇卫生院,1", "A2,说明书编辑部,1", "T1,Total Care,1", "S,Source Hospital,1",
        "A2,合计：第一医院,1", "合计1号楼,楼,1", "A2,(合计),1", "(本部),院,1", "（合计）医院,院,1",
    ])
    func records(row: String) throws {
        let run = try run("代码,名称,床位数\n\(row)\n")
        #expect(run.findings.count == 1)
        #expect(run.totals.files.first?.setAside == [])
    }

    @Test("notes and signatures under the table are set aside, with the lines that go on with them")
    func notes() throws {
        let csv = """
            代码,名称,床位数
            A1,第一医院,20
            注：1.床位数为年末数。
            　　2.不含分院。
            "备注2：见附表",,
            填表人：张三,,联系电话：123
            数据来源：市统计局
            """
        #expect(try setAside(csv) == ["note [3, 4, 5, 6, 7]"])
        #expect(try run(csv).totals.dataProblems.isEmpty)
    }

    @Test("a row with a key of its own is a record, whatever words stand beside it or notes above it", arguments: [
        "A1,院,1\n注：以下为民营,,\nA2,,1\nA3,,\n", "A1,合计,1\nA2,负责人,2\nA3,其中：门诊,1\n",
    ])
    func keyed(rows: String) throws {
        #expect(try run("代码,名称,床位数\n\(rows)").findings.map(\.record.key) == ["A1", "A2", "A3"])
    }

    @Test("the header once more, and rows of delimiters, are set aside")
    func headers() throws {
        let csv = "代码,名称,床位数\nA1,第一医院,20\n,,\n代码,名称,床位数\nA2,第二医院,20\n , ,\n,,,,\n"
        #expect(try setAside(csv) == ["blank [3, 6, 7]", "repeated_header [4]"])
        #expect(try run(csv).totals.dataProblems.isEmpty)
        #expect(try run(csv).totals.files.first?.records == 2)
    }

    @Test("rows of blanks of any width are blank", arguments: ["　,　,　", " ,\u{A0},\t", "　　", "\u{FEFF},,", "\"　\",,", "　,　"])
    func blanks(row: String) throws {
        #expect(try setAside("代码,名称,床位数\nA1,院,20\n\(row)\nA2,院,20\n") == ["blank [3]"])
        #expect(try run("代码,名称,床位数\nA1,院,20\n\(row)\n").totals.dataProblems.isEmpty)
    }

    @Test("a declared value of an enumeration is no sum")
    func declared() throws {
        #expect(try run("part,beds\n门诊,1\n合计,2\n", table: "cell").findings.count == 2)
    }

    @Test("of many rows the first ten are told by line, and all are counted")
    func many() throws {
        let csv = "代码,名称,床位数\n" + (1...9000).map { "A\($0),院,1\n小计,,1\n" }.joined()
        let found = try #require(try run(csv).totals.files.first)
        #expect(found.records == 9000)
        #expect(found.setAside.map(\.count) == [9000])
        #expect(found.setAside.first?.rows.map(\.line) == (1...10).map { 2 * $0 + 1 })
    }
}
