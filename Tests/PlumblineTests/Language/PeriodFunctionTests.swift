import Plumbline
import Testing

@Suite("periods of days and moments") struct PeriodFunctionTests {
    private let vocabulary = """
        vocabulary: calls
        tables:
          call:
            key: [id]
            fields:
              id: {type: string}
              day: {type: date}
              moment: {type: datetime}
        """

    @Test("a day and a moment fall in a year, a quarter and a month", arguments: [
        "year_of(day) == '2024'", "quarter_of(day) == '2024Q4'", "month_of(day) == '2024-12'",
        "year_of(moment) == '2025'", "quarter_of(moment) == '2025Q1'", "month_of(moment) == '2025-01'",
        "year_of(day) < year_of(moment)", "year_of(date('2024-02-29')) == year_of(day)",
    ])
    func functions(condition: String) throws {
        let rules = """
              - id: holds
                title: holds
                for: call
                require: \(condition)
            """
        let plan = try Fixture.plan(vocabulary: vocabulary, rules: rules)
        let run = try Fixture.run(plan, table: "call", csv: "id,day,moment\n1,2024-12-31,2025-01-01T00:10:00Z\n")
        #expect(run.findings.map(\.outcome) == [.pass])
    }
}
