import CEL
import Diagnostics
import Plumbline
import Quantities
import Testing

@Suite("reading a cell")
struct CellReaderTests {
    private static let enumeration = Enumeration(
        name: "kind",
        members: [
            .init(id: "cdc", title: Localized(zh: "疾控机构", en: "CDC"), aliases: ["疾控中心"]), .init(id: "无"), .init(id: "ward"),
        ], isOrdered: false)

    /// Type, text, what the cell says; `…` before a cause is an unreadable cell.
    private static let cells: [(FieldType, String, String)] = [
        (.integer, "85", "85"), (.integer, " 85 ", "85"), (.integer, "85.0", "85"), (.integer, "８５", "85"), (.integer, "-3", "-3"),
        (.integer, "85.5", "…notWhole"), (.integer, "约90", "…notANumber"), (.integer, "1e2", "100"), (.integer, "", "missing"),
        (.integer, "　", "missing"), (.integer, "NA", "missing"), (.integer, "—", "missing"), (.integer, "暂无数据", "missing"),
        (.integer, "四", "…notANumber"), (.integer, "12人", "…notANumber"), (.integer, "0x10", "…notANumber"),
        (.integer, "1,234", "1234"), (.integer, "1，234，567", "1234567"), (.integer, "12 345", "12345"), (.integer, "12\u{A0}345", "12345"),
        (.decimal, "0,123", "…oddGroups"), (.integer, "--1,234", "…oddGroups"),
        (.integer, "-1,234", "-1234"), (.integer, "1,23", "…oddGroups"), (.integer, "1234,567", "…oddGroups"), (.integer, "1,234 567", "…oddGroups"),
        (.integer, "1,,234", "…oddGroups"), (.integer, "1,234.5", "…notWhole"), (.decimal, "1,234.5", "1234.5"), (.decimal, "1.5万", "15000"),
        (.decimal, "1.5 万", "15000"), (.decimal, "2亿", "200000000"), (.decimal, "1.2万亿", "1200000000000"), (.decimal, "１，２３４万", "12340000"),
        (.decimal, "2亿3千", "…notANumber"), (.decimal, "亿万", "…notANumber"), (.decimal, "万", "…notANumber"), (.decimal, "85%", "0.85"),
        (.integer, "85%", "…notWhole"), (.decimal, "8%万", "…notANumber"), (.decimal, "1 2 3", "…oddGroups"), (.integer, "1.5万", "15000"),
        (.integer, "99999999999999999999999999", "99999999999999999999999999"),
        (.decimal, "0.1", "0.1"), (.decimal, "5000.10", "5000.1"), (.decimal, ".5", "0.5"), (.decimal, "NaN", "…notANumber"),
        (.decimal, "inf", "…notANumber"), (.decimal, "1,5", "…oddGroups"), (.decimal, "Not Available", "missing"),
        (.percent, "85%", "0.85"), (.percent, "85％", "0.85"), (.percent, "4‰", "0.004"), (.percent, "85 %", "0.85"),
        (.percent, "85", "…bareNumberInPercent"), (.percent, "0", "0"), (.percent, "%", "…notANumber"), (.percent, "/", "missing"),
        (.boolean, "是", "true"), (.boolean, "无", "false"), (.boolean, "TRUE", "true"), (.boolean, "n", "false"),
        (.boolean, "也许", "…notABoolean"), (.boolean, "-", "missing"),
        (.date, "2024-02-29", "2024-02-29"), (.date, "2023-02-29", "…notADate"), (.date, "20240101", "2024-01-01"), (.date, "2024年5月1日", "2024-05-01"),
        (.date, "2024 年 5 月 1 日", "2024-05-01"), (.date, "2024.5.1", "2024-05-01"), (.date, "2024/05/01", "2024-05-01"), (.date, "2024-5-1", "2024-05-01"),
        (.date, "２０２４年５月１日", "2024-05-01"), (.date, "2024/5/1 0:00", "2024-05-01"), (.date, "2024-05-01 00:00:00", "2024-05-01"),
        (.date, "2024-05-01T08:30:00", "…timeOfDay"), (.date, "2024年5月", "…noDay"), (.date, "2024-05", "…noDay"), (.date, "2024", "…noDay"),
        (.date, "202405", "…noDay"), (.date, "2024.5", "…noDay"), (.date, "45413", "…spreadsheetDate"), (.date, "5/1/2024", "…yearNotFirst"), (.date, "24-5-1", "…yearNotFirst"),
        (.date, "20240230", "…notADate"), (.date, "2024年13月1日", "…notADate"), (.date, "2024-5/1", "…notADate"), (.date, "2024-5-", "…notADate"), (.date, "2024.05.01.", "…notADate"),
        (.date, "昨天", "…notADate"), (.date, "无", "missing"), (.date, "2024-1 2-3", "…notADate"), (.date, "2024 05 01", "…notADate"),
        (.date, "2024 - 5 - 1", "2024-05-01"), (.date, "2024年　5月　1日", "2024-05-01"), (.date, "202 4年5月1日", "…notADate"),
        (.datetime, "2024-02-29T08:30:00Z", "timestamp('2024-02-29T08:30:00Z')"), (.datetime, "昨天", "…notADateTime"),
        (.datetime, "2024-03-01 08:00:00", "timestamp('2024-03-01T08:00:00Z')"), (.datetime, "2024-03-01T08:00", "timestamp('2024-03-01T08:00:00Z')"),
        (.datetime, "2024/3/1 8:05", "timestamp('2024-03-01T08:05:00Z')"), (.datetime, "2024年3月1日8:05", "timestamp('2024-03-01T08:05:00Z')"),
        (.datetime, "2024-03-01 08:00:00.5+08:00", "timestamp('2024-03-01T00:00:00.5Z')"), (.datetime, "２０２４－０３－０１ ０８：００", "timestamp('2024-03-01T08:00:00Z')"),
        (.datetime, "2024-03-01", "…notADateTime"), (.datetime, "2024-03-01 24:00", "…notADateTime"), (.datetime, "2024-03-01 8:5", "…notADateTime"),
        (.datetime, "2023-02-29 08:00", "…notADateTime"), (.datetime, "08:00", "…notADateTime"), (.datetime, "3/1/2024 8:00", "…notADateTime"),
        (.duration, "1h30m", "duration('5400s')"), (.duration, "一小时", "…notADuration"),
        (.period, "2024", "2024"), (.period, "2019Q4", "2019Q4"), (.period, "2024-05", "2024-05"), (.period, "2024年", "2024"), (.period, "2024年度", "2024"),
        (.period, "2024年第1季度", "2024Q1"), (.period, "2024年一季度", "2024Q1"), (.period, "2024年第四季度", "2024Q4"), (.period, "2024年5季度", "…notAPeriod"), (.period, "2024q1", "2024Q1"),
        (.period, "2024年5月", "2024-05"), (.period, "2024/05", "2024-05"), (.period, "2024.5", "2024-05"), (.period, "2024年上半年", "…notAPeriod"), (.period, "2024年1 2月", "…notAPeriod"), (.period, "2024 年 5 月", "2024-05"), (.period, "20 24年度", "…notAPeriod"), (.period, "24年", "…notAPeriod"), (.period, "2024-13", "…notAPeriod"),
        (.string, " NA ", "'NA'"), (.string, "", "missing"), (.string, "015009", "'015009'"), (.string, "4.5101E+17", "…scientificNotation"), (.string, "E+", "'E+'"), (.string, "1.0", "'1.0'"), (.string, "VE+17", "'VE+17'"),
        (.enumeration(enumeration), "疾控机构", "cdc"), (.enumeration(enumeration), "疾控中心", "cdc"), (.enumeration(enumeration), "CDC", "cdc"),
        (.enumeration(enumeration), "无", "无"), (.enumeration(enumeration), "N/A", "missing"),
        (.enumeration(enumeration), "疾控机沟", "…notAMember(nearest: Optional(\"疾控机构\"))"),
    ]

    @Test("a text is a value, says that there is none, or is unreadable", arguments: cells)
    func read(type: FieldType, text: String, expected: String) {
        #expect(describe(CellReader(field(type)).read(text)) == expected)
    }

    @Test("a bare number in a percent field is read as the vocabulary says, never guessed")
    func barePercent() {
        var share = field(.percent)
        share.bare = .percent
        #expect(describe(CellReader(share).read("85")) == "0.85")
        share.bare = .fraction
        #expect(describe(CellReader(share).read("0.85")) == "0.85")
    }

    @Test("a cell is read in its field's unit and kept in base units")
    func units() throws {
        var income = field(.decimal)
        income.unit = try Unit.parse("万元")
        #expect(describe(CellReader(income).read("1.5")) == "15000")
        #expect(describe(CellReader(income).read("1,500")) == "15000000")
        #expect(describe(CellReader(income).read("1.5万")) == "…magnitudeTwice")
        #expect(describe(CellReader(income).read("85%")) == "…notANumber")
    }

    @Test("a number in a key that a spreadsheet gave a fraction is no code any more")
    func keys() {
        let texts = ["5101", "5101.0", ".0", "A.0", "0015", "4.5E+17", "1.0.0"]
        let found = texts.map { describe(CellReader(field(.string), isKey: true).read($0)) }
        #expect(found == ["'5101'", "…pointZero", "'.0'", "'A.0'", "'0015'", "…scientificNotation", "'1.0.0'"])
    }

    @Test("a number outside the field's range is unreadable, with the range as its cause")
    func range() {
        var beds = field(.integer)
        beds.range = Field.Range(lower: 0, upper: 10, text: "0..10")
        #expect(["-1", "0", "10", "11"].map { describe(CellReader(beds).read($0)) } == ["…outOfRange", "0", "10", "…outOfRange"])
    }

    @Test("a blank cell says what the vocabulary says that it does")
    func blank() {
        var beds = field(.integer)
        beds.blank = .none
        #expect(describe(CellReader(beds).read(" ")) == "null")
        beds.blank = .value("0")
        #expect(describe(CellReader(beds).read("")) == "0")
        #expect(describe(CellReader(beds).read("NA")) == "missing")
    }

    private func field(_ type: FieldType) -> Field {
        Field(name: "x", type: type, location: Location(file: "v.yaml", start: Position(line: 1, column: 1), lineText: ""))
    }

    private func describe(_ cell: Cell) -> String {
        switch cell {
        case .measured(let value): value.description
        case .missing: "missing"
        case .unreadable(let cause): "…\(cause)"
        }
    }
}
