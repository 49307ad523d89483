import Plumbline
import Testing

@Suite("the period that a submission is for")
struct SubmissionPeriodTests {
    private static let fixture = SubmissionFixture(
        vocabulary: """
            vocabulary: years
            tables:
              year:
                key: [id, year]
                period: year
                fields: {id: {type: string}, year: {type: period}, beds: {type: integer}}

            """,
        rules: ["for: year, period: {each: 2024..2025}, observe: beds, target: {at_least: 3}"])

    @Test("it is that of records whose file has no column for it; what a file says itself goes before")
    func filled() throws {
        let lines = try Self.fixture.lines([
            "submission.yaml": "submission: s\nperiod: 2025\n",
            "year.csv": "id,beds\nA,3\n",
            "b/year.csv": "id,year,beds\nB,2024,2\n",
            "c/submission.yaml": "submission: s\nperiod: 2024\n",
            "c/year.csv": "id,beds\nC,4\n",
        ])
        #expect(Set(lines) == [
            "r0 A@2024 no_such_period", "r0 A@2025 within_limit 3 0", "r0 B@2024 beyond_limit 2 -1",
            "r0 B@2025 no_such_period", "r0 C@2024 within_limit 4 1", "r0 C@2025 no_such_period",
        ])
    }

    @Test("without it such records are of no period that can be told")
    func unknown() throws {
        let run = try Self.fixture.run(["year.csv": "id,beds\nA,3\n"])
        #expect(run.problems.contains("missing-key-column data/year.csv:1"))
    }
}
