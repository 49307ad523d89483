import Diagnostics
import Plumbline
import PlumblineReaders
import Quantities
import Testing

@Suite("the unit in a header")
struct HeaderMatcherTests {
    private static let vocabulary = """
        vocabulary: test
        tables:
          unit:
            key: [id]
            fields:
              id: {type: string}
              income: {type: decimal, unit: 元, title: {zh: 业务收入, en: Income}}
              share: {type: percent, title: {zh: 占比, en: Share}}
              rate: {type: decimal, title: {zh: 增长率(上年), en: Rate}}
              staff: {type: integer, title: {zh: 人员数, en: Staff}}
              revenue: {type: decimal, unit: 元, title: {zh: 总收入（万元）, en: Revenue}, aliases: [总收入(元), 全年收入（人）]}
              pace: {type: decimal, title: {zh: 增速(%), en: Pace}}
              rate_of_beds: {type: decimal, unit: 张/千人, title: {zh: 床位（张/千人）, en: Beds}}
        """

    /// What the first record's cell says, and the codes of the run's problems.
    private func read(_ header: String, _ cell: String, field: String) throws -> [String] {
        let plan = try Fixture.plan(
            vocabulary: Self.vocabulary, rules: "  - {id: r, title: t, for: unit, require: '\(field) == \(field)'}")
        let run = try Fixture.run(plan, table: "unit", csv: "id,\(header)\nA,\(cell)\n")
        let problems = run.totals.dataProblems.map(\.code.rawValue)
        return run.findings.map { $0.evidence.map(\.state.rawValue).joined() } + problems
    }

    /// The smallest value at which a rule over the field passes.
    private func value(_ header: String, _ cell: String, field: String, is expected: String) throws -> Bool {
        let plan = try Fixture.plan(
            vocabulary: Self.vocabulary, rules: "  - {id: r, title: t, for: unit, observe: \(field), target: {equals: \(expected)}}")
        return try Fixture.run(plan, table: "unit", csv: "id,\(header)\nA,\(cell)\n").findings.map(\.outcome) == [.pass]
    }

    @Test("it scales the numbers under it, and settles how bare ones in a percent field are meant", arguments: [
        ("业务收入（万元）", "1.5", "income", "15000 元"), ("业务收入(元)", "15000", "income", "15000 元"), ("业务收入", "15000", "income", "15000 元"),
        ("业务收入（单位：万元）", "1.5", "income", "15000 元"), ("业务收入【亿元】", "2", "income", "200000000 元"), ("income (元)", "1.5万", "income", "15000 元"),
        ("占比(%)", "85", "share", "85%"), ("占比（％）", "85%", "share", "85%"), ("占比（‰）", "850", "share", "85%"),
        ("增长率(上年)", "5", "rate", "5"), ("人员数（人）", "12", "staff", "12"), ("总收入（万元）", "1.5", "revenue", "15000 元"),
        ("总收入（元）", "15000", "revenue", "15000 元"), ("Revenue", "15000", "revenue", "15000 元"), ("床位（张/千人）", "6", "rate_of_beds", "6 张/千人"),
    ])
    func scales(header: String, cell: String, field: String, expected: String) throws {
        #expect(try value(header, cell, field: field, is: expected))
    }

    @Test("one that is none of the field's is told once, and its cells are unreadable", arguments: [
        ("业务收入（人）", "1.5", "income"), ("业务收入（%）", "85", "income"), ("占比（万元）", "85", "share"), ("占比(人)", "1", "share"),
        ("人员数（万元）", "1", "staff"),
        ("增长率(上年)(%)", "5", "rate"), ("人员数（万）", "1", "staff"), ("增速(%)", "5", "pace"), ("全年收入（人）", "5", "revenue"),
    ])
    func unfit(header: String, cell: String, field: String) throws {
        #expect(try read(header, cell, field: field) == ["unreadable", "unit-mismatch"])
        #expect(try read(header, "", field: field) == ["missing", "unit-mismatch"])
    }

    @Test("brackets without a unit make another column of it")
    func otherBrackets() throws {
        #expect(try read("业务收入（不含补助）", "1", field: "income") == ["missing", "unknown-column", "missing-column"])
    }

    @Test("万 in the header and in the cell could be meant twice")
    func twice() throws {
        #expect(try read("业务收入（万元）", "1.5万", field: "income") == ["unreadable", "unreadable-cell"])
    }

    @Test("two columns of a field in two units are held against each other as numbers, not as words")
    func twoUnits() throws {
        let headers = "业务收入（万元）,业务收入（元）"
        #expect(try read(headers, "1.5,15000", field: "income") == ["measured", "repeated-column"])
        #expect(try read(headers, ",15000", field: "income") == ["measured", "repeated-column"])
        #expect(try read(headers, "15000,15000", field: "income") == ["unreadable", "repeated-column", "unreadable-cell"])
    }
}
