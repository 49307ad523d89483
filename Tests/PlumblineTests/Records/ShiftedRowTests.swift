import Diagnostics
import Plumbline
import Testing

@Suite("rows whose cells do not stand under their headers") struct ShiftedRowTests {
    private static let vocabulary = """
        vocabulary: v
        tables:
          unit: {key: [id], fields: {id: {type: string}, income: {type: decimal, unit: 元}, beds: {type: integer, unit: 张}}}

        """

    private func run(_ rows: String) throws -> SubmissionFixture.Run {
        let rules = ["for: unit, observe: income, target: {at_most: 1000 元}", "for: unit, observe: beds, target: {at_least: 5 张}"]
        return try SubmissionFixture(vocabulary: Self.vocabulary, rules: rules).run(["unit.csv": "id,income,beds\n\(rows)"])
    }

    @Test("of a row with something beyond the header's last column only the key is believed: a comma between thousands is no small sum")
    func shifted() throws {
        let run = try run("A,\"990,029\",8\nB,990,029,8\nC,900,8\n")
        #expect(run.lines == [
            "r0 A beyond_limit 990029 989029", "r1 A within_limit 8 3", "r0 B unreadable", "r1 B unreadable", "r0 C within_limit 900 -100",
            "r1 C within_limit 8 3",
        ])
        #expect(run.problems == ["row-too-long data/unit.csv:3"])
        let problem = try #require(run.totals.dataProblems.first)
        #expect(problem.message.en.hasPrefix("this row has 4 cells, but the header has 3, so that its cells are most likely in the wrong columns"))
    }

    @Test("what such a row says is told under no header, for it may be another field's")
    func untold() throws {
        let rule = "for: unit, observe: income, target: {at_most: 1000 元}"
        let run = try SubmissionFixture(vocabulary: Self.vocabulary, rules: [rule]).run(["unit.csv": "id,income,beds\nB,990,029,8\n"])
        #expect(run.findings.map { $0.evidence.map(\.text) } == [[nil]])
        #expect(run.findings.map { $0.evidence.map(\.state) } == [[.unreadable]])
    }

    @Test("what a mapping gives all rows stays, and a long row is doubted in each of its pieces")
    func mapped() throws {
        let vocabulary = """
            vocabulary: v
            tables:
              year: {key: [id, year], period: year, fields: {id: {type: string}, year: {type: period}, kind: {type: string}, beds: {type: integer}}}

            """
        let mapping = """
            mapping: m
            files:
              - {file: w.csv, table: year, constants: {kind: 医院}, wide: {columns: 2021..2022, header: year, value: beds}}

            """
        let rows = (0..<5000).map { "r\($0),5,6\n" }.joined() + "last,5,6,7\n"
        let rule = "for: year, where: kind == '医院', period: {each: 2021..2022}, observe: beds, target: {at_least: 5}"
        let run = try SubmissionFixture(vocabulary: vocabulary, rules: [rule]).run(["mapping.yaml": mapping, "w.csv": "id,2021,2022\n" + rows])
        #expect(run.lines.filter { $0.contains("last") } == ["r0 last@2021 unreadable", "r0 last@2022 unreadable"])
        #expect(run.lines.count { $0.contains("within_limit") } == 10_000)
    }

    @Test("blanks beyond the last column, as editors leave them, change nothing")
    func blanks() throws {
        let run = try run("A,900,8,,\nB,900,4, \n")
        #expect(run.lines == ["r0 A within_limit 900 -100", "r1 A within_limit 8 3", "r0 B within_limit 900 -100", "r1 B beyond_limit 4 -1"])
        #expect(run.problems == ["row-too-long-blank data/unit.csv:2", "row-too-long-blank data/unit.csv:3"])
    }
}
