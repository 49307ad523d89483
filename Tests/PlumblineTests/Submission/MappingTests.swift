import Diagnostics
import Plumbline
import Testing

@Suite("mappings")
struct MappingTests {
    private static let vocabulary = """
        vocabulary: figures
        tables:
          region_year:
            key: [region, year]
            label: region
            period: year
            fields:
              region: {type: string, title: {zh: 地区, en: Region}}
              year: {type: period, title: {zh: 年份, en: Year}}
              people: {type: integer, unit: 人, title: {zh: 人口, en: People}}
              source: {type: string}
          figure:
            key: [region, name]
            label: region
            fields:
              region: {type: string}
              name: {type: string}
              value: {type: decimal}

        """

    private static let wide = "wide: {columns: 2020..2022, header: year, value: people}"

    private func run(
        _ entry: String, _ text: String, rule: String = "for: region_year, period: {each: 2020..2022}, observe: people, target: {at_least: 5 人}",
        only row: Int? = nil
    ) throws -> SubmissionFixture.Run {
        let mapping = "mapping: test\nfiles:\n  - {file: wide.csv, table: \(rule.contains("figure") ? "figure" : "region_year"), \(entry)}\n"
        return try SubmissionFixture(vocabulary: Self.vocabulary, rules: [rule])
            .run(["mapping.yaml": mapping, "wide.csv": text], only: row.map { ("wide.csv", $0) })
    }

    @Test("a row with a column a year becomes a record of each year")
    func wideToLong() throws {
        let run = try run("columns: {name: region}, \(Self.wide)", "name,2020,2021,2022\n甲,5,4,6\n乙,,7,x\n")
        #expect(run.lines == [
            "r0 甲@2020 within_limit 5 0", "r0 甲@2021 beyond_limit 4 -1", "r0 甲@2022 within_limit 6 1",
            "r0 乙@2020 missing", "r0 乙@2021 within_limit 7 2", "r0 乙@2022 unreadable",
        ])
        #expect(run.problems == ["unreadable-cell data/wide.csv:3"])
        #expect(run.totals.files.map(\.records) == [6])
    }

    @Test("the evidence is the cell in the file: its line, and the header that it stands under")
    func evidence() throws {
        let run = try run("columns: {name: region}, \(Self.wide)", "name,2020,2021,2022\n甲,5,4,6\n")
        let cell = try #require(run.findings.first { $0.reason == .beyondLimit }?.evidence.first)
        #expect(cell.address == RecordAddress(file: "data/wide.csv", row: 1, line: 2, column: 3))
        #expect([cell.column, cell.text, cell.field] == ["2021", "4", "people"])
    }

    @Test("headers are periods however they are written, in quotes too, and every period is one column")
    func headersOfPeriods() throws {
        let run = try run("columns: {name: region}, \(Self.wide)", "name,\"2020 年\",２０２１年度,\"2022\"\n甲,5,5,\"6\"\n")
        #expect(run.lines == ["r0 甲@2020 within_limit 5 0", "r0 甲@2021 within_limit 5 0", "r0 甲@2022 within_limit 6 1"])
        #expect(run.problems == [])
    }

    @Test("two columns of one year are one record, whose cell cannot be read where they differ")
    func duplicateYears() throws {
        let run = try run("columns: {name: region}, \(Self.wide)", "name,2020,2021,2022,2021年\n甲,5,7,6,7\n乙,5,7,6,8\n丙,5,,6,9\n")
        #expect(run.lines.filter { $0.contains("@2021") } == [
            "r0 甲@2021 within_limit 7 2", "r0 乙@2021 unreadable", "r0 丙@2021 within_limit 9 4",
        ])
        #expect(run.problems == ["unreadable-cell data/wide.csv:3", "repeated-column data/wide.csv"])
    }

    @Test("a year that the file lacks and a column that the range lacks are told")
    func rangeAndColumnsDiffer() throws {
        let run = try run("columns: {name: region}, \(Self.wide)", "name,2019,2020,2022\n甲,1,5,6\n")
        #expect(run.lines == ["r0 甲@2020 within_limit 5 0", "r0 甲@2021 no_such_period", "r0 甲@2022 within_limit 6 1"])
        #expect(run.totals.dataProblems.map(\.message.en) == [
            "table 'region_year' has no field for the column '2019'",
            "of the columns that the mapping (data/mapping.yaml:3) has under wide, the file lacks 2021",
        ])
    }

    @Test("a file without any of the wide columns gives no record, and is told so")
    func noWideColumn() throws {
        let run = try run("columns: {name: region}, \(Self.wide)", "name,people\n甲,1\n")
        #expect(run.lines == [])
        #expect(run.problems.contains("no-wide-column data/wide.csv"))
    }

    @Test("a blank cell is a record that misses its value, unless blanks are to be ignored", arguments: [
        ("", ["r0 甲@2020 within_limit 5 0", "r0 甲@2021 missing", "r0 甲@2022 missing"]),
        (", blanks: ignore", ["r0 甲@2020 within_limit 5 0", "r0 甲@2021 no_such_period", "r0 甲@2022 no_such_period"]),
        (", blanks: keep", ["r0 甲@2020 within_limit 5 0", "r0 甲@2021 missing", "r0 甲@2022 missing"]),
    ])
    func blanks(more: String, lines: [String]) throws {
        let entry = "columns: {name: region}, blank: ['..'], wide: {columns: 2020..2022, header: year, value: people\(more)}"
        let run = try run(entry, "name,2020,2021,2022\n甲,5,,..\n")
        #expect(run.lines == lines)
        #expect(run.problems == [])
    }

    @Test("a word for a blank cell stays in the evidence as it stands in the file")
    func blankWordAsEvidence() throws {
        let run = try run("columns: {name: region}, blank: [暂无], \(Self.wide)", "name,2020,2021,2022\n甲,5,暂无,6\n")
        let cell = try #require(run.findings.first { $0.reason == .missing }?.evidence.first)
        #expect([cell.text, cell.column] == ["暂无", "2021"])
        #expect(cell.state == .missing)
    }

    @Test("a star in a header stands for the period, and headers without one stay as they are")
    func pattern() throws {
        let entry = "columns: {name: region}, wide: {columns: 'Y*', header: year, value: people}"
        let run = try run(entry, "name,Y2020,Y2021,Yield,Y2022\n甲,5,4,x,6\n")
        #expect(run.lines.map { $0.split(separator: " ")[1] } == ["甲@2020", "甲@2021", "甲@2022"])
        #expect(run.problems == ["unknown-column data/wide.csv"])
    }

    @Test("columns that are named may stand for anything, such as an indicator's id")
    func listed() throws {
        let rule = "for: figure, where: name == 'beds', observe: value, target: {at_least: 3}"
        let entry = "columns: {地区: region}, wide: {columns: {床位数: beds, 医师数: doctors}, header: name, value: value}"
        let run = try run(entry, "地区,床位数,医师数\n甲,2,9\n", rule: rule)
        #expect(run.lines == ["r0 甲 beyond_limit 2 -1", "r0 甲 out_of_scope"])
        #expect(run.problems == [])
    }

    @Test("a column whose header states another unit than the first is told, and not read")
    func units() throws {
        let rule = "for: figure, observe: value, target: {at_least: 3}"
        let entry = "wide: {columns: {'床位（张）': beds, '人口（万人）': people}, header: name, value: value}"
        let run = try run(entry, "region,床位（张）,人口（万人）\n甲,2,9\n", rule: rule)
        #expect(run.totals.files.map(\.records) == [1])
        #expect(run.problems.contains("unit-mismatch data/wide.csv"))
    }

    @Test("lines above the header are passed over where its line is given")
    func headerLine() throws {
        let text = "人口统计表\n单位,某局\n\nname,2020,2021,2022\n甲,5,5,5\n"
        let run = try run("header_line: 4, columns: {name: region}, \(Self.wide)", text)
        #expect(run.lines.count == 3)
        #expect(run.findings[0].evidence.first?.address.line == 5)
        #expect(run.totals.files[0].setAside.map(\.kind) == [.title])
        #expect(run.totals.files[0].setAside.map(\.count) == [2])
    }

    @Test("a header that stands low is found by the columns that the mapping names")
    func headerIsFound() throws {
        let run = try run("columns: {name: region}, \(Self.wide)", "人口统计表\nname,2020,2021,2022\n甲,5,5,5\n")
        #expect(run.lines.count == 3)
        #expect(run.problems == [])
    }

    @Test("a file without a header gets one, and its first line is a record")
    func withoutHeader() throws {
        let run = try run("headers: [region, ~, year, people], delimiter: '|'", "甲|x|2020|5\n甲|x|2021|4\n")
        #expect(run.lines == ["r0 甲@2020 within_limit 5 0", "r0 甲@2021 beyond_limit 4 -1", "r0 甲@2022 no_such_period"])
        #expect(run.findings[0].evidence.first?.address.line == 1)
    }

    @Test("a header line beyond the file's end is a fault of the data")
    func headerLineBeyondEnd() throws {
        let run = try run("header_line: 9, columns: {name: region}, \(Self.wide)", "name,2020\n甲,5\n")
        #expect(run.totals.fault?.message.en == "there is no header on line 9: the file is not that long")
    }

    @Test("constants and computed fields are what they are said to be")
    func constantsAndComputed() throws {
        let rule = "for: region_year, period: 2020, where: source == '年鉴', observe: people, target: {at_least: 5 人}"
        let entry = "columns: {place: place, n: people}, constants: {source: 年鉴, year: 2020}, compute: {region: \"place.split('-')[1]\"}"
        let run = try run(entry, "place,n\n江苏省-南京市,5\n浙江省-杭州市,4\n", rule: rule)
        #expect(run.lines == ["r0 南京市@2020 within_limit 5 0", "r0 杭州市@2020 beyond_limit 4 -1"])
        #expect(run.problems == [])
    }

    @Test("where a computed field has no value the row says so, and misses the field")
    func notComputed() throws {
        let entry = "columns: {place: place, n: people}, constants: {year: 2020}, compute: {source: \"place.split('-')[1]\"}"
        let rule = "for: region_year, period: 2020, require: source == 'a'"
        let run = try run(entry, "region,place,n\n甲,x-a,5\n乙,y,5\n", rule: rule)
        #expect(run.lines == ["r0 甲@2020 condition_true", "r0 乙@2020 missing"])
        #expect(run.problems == ["not-computed data/wide.csv:3"])
    }

    @Test("rows that the mapping leaves out are counted with their lines")
    func dropped() throws {
        let run = try run("columns: {name: region, 类: sort}, drop: sort == '汇总' || region == '', \(Self.wide)", "name,类,2020,2021,2022\n全国,汇总,9,9,9\n甲,市,5,5,5\n,市,1,1,1\n")
        #expect(Set(run.lines.map { $0.split(separator: "@")[0] }) == ["r0 甲"])
        let aside = try #require(run.totals.files[0].setAside.first { $0.kind == .dropped })
        #expect(aside.rows.map(\.line) == [2, 4])
    }

    @Test("a sum over other rows is one row set aside, however many years it has")
    func totals() throws {
        let run = try run("columns: {name: region}, \(Self.wide)", "name,2020,2021,2022\n甲,5,5,5\n合计,5,5,5\n")
        #expect(run.lines.count == 3)
        #expect(run.totals.files[0].setAside.map(\.count) == [1])
    }

    @Test("columns that nobody asks for are not told")
    func ignored() throws {
        let run = try run("columns: {name: region}, ignore: [备注, 'x*'], \(Self.wide)", "name,备注,x1,y,2020,2021,2022\n甲,a,b,c,5,5,5\n")
        #expect(run.totals.dataProblems.map(\.column) == ["y"])
    }

    @Test("a column that the mapping names and the file lacks is told once")
    func columnMissing() throws {
        let run = try run("columns: {name: region, 来源: source}, compute: {year: source}", "name,people\n甲,5\n乙,6\n")
        #expect(run.problems.filter { $0.hasPrefix("mapped-column-missing") } == ["mapped-column-missing data/wide.csv"])
    }

    @Test("many rows of many columns come out whole and in their order")
    func manyPieces() throws {
        let rows = (1...3000).map { "r\($0),\($0),\($0 + 1),\($0 + 2)" }.joined(separator: "\n")
        let run = try run("columns: {name: region}, \(Self.wide)", "name,2020,2021,2022\n\(rows)\n")
        #expect(run.totals.files.map(\.records) == [9000])
        #expect(run.lines.count == 9000)
        #expect(Set(run.lines).count == 9000)
        #expect(run.lines.last == "r0 r3000@2022 within_limit 3002 2997")
    }

    @Test("a row with more text than can be repeated for each of its columns is told, and not read")
    func tooLong() throws {
        let long = String(repeating: "长", count: 3000)
        let run = try run("columns: {name: region}, \(Self.wide)", "name,2020,2021,2022\n\(long),5,5,5\n甲,5,5,5\n")
        #expect(run.totals.files.map(\.records) == [3])
        #expect(run.problems == ["row-too-long-to-repeat data/wide.csv:2"])
    }

    @Test("a mapping holds for its folder and below, and the nearest counts")
    func nearest() throws {
        let mapping = { (column: String) in "mapping: m\nfiles: [{file: '*.csv', table: region_year, columns: {\(column): region}}]\n" }
        let fixture = SubmissionFixture(
            vocabulary: Self.vocabulary, rules: ["for: region_year, period: 2020, observe: people, target: {at_least: 5 人}"])
        let run = try fixture.run([
            "mapping.yaml": mapping("a"), "县/mapping.yaml": mapping("b"), "x.csv": "a,year,people\n甲,2020,5\n",
            "县/深/y.csv": "b,year,people\n乙,2020,4\n",
        ])
        #expect(run.lines == ["r0 甲@2020 within_limit 5 0", "r0 乙@2020 beyond_limit 4 -1"])
        #expect(run.problems == [])
    }

    @Test("an entry of which no file came is told at its place")
    func missingFile() throws {
        let fixture = SubmissionFixture(
            vocabulary: Self.vocabulary, rules: ["for: region_year, period: 2020, observe: people, target: {at_least: 5 人}"])
        let mapping = "mapping: m\nfiles:\n  - {file: 县/*.csv, table: region_year}\n  - {file: x.csv, table: region_year}\n"
        let run = try fixture.run(["mapping.yaml": mapping, "x.csv": "region,year,people\n甲,2020,5\n", "y/a.csv": "1\n2\n"])
        #expect(run.problems == ["mapped-file-missing data/mapping.yaml:3"])
    }
}
