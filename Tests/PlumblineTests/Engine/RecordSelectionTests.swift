import Diagnostics
import Plumbline
import Testing

@Suite("judging one record of a submission")
struct RecordSelectionTests {
    private static let files = [
        "region.csv": "id,name,parent,people\nC,市,,100\nX,县,C,60\n",
        "a/institution.csv": "id,name,region,kind,beds\n1,甲,X,医院,10\n2,乙,Z,医院,约5\n",
        "b/institution.csv": "id,name,region,kind\n3,丙,C,诊所\n1,甲,C,医院\n",
        "a/staff.csv": "id,institution,pay,licensed\na,1,4000,是\nb,2,6000,否\nb,2,1,否\n", "a/project.csv": "institution,cost\n1,5\n9,1\n",
    ]

    private static let rules = [
        "for: institution, observe: beds, target: {at_least: 6 张}", "for: institution, require: region.people > 70",
        "for: institution, observe: projects.count(), target: {at_least: 1}", "for: staff, observe: pay, target: {at_least: 5000 元}",
        "for: staff, require: institution.beds > 5", "for: region, observe: 'institutions.count(i, i.meets(\"r0\"))', target: {at_least: 1 家}",
        "for: project, observe: cost, target: {at_most: 3 元}", "for: institution, coverage: {at_least: 80%}, require: beds > 5",
    ]

    private static let fixture = SubmissionFixture(vocabulary: CareVocabulary.text, rules: rules)

    private static let rows = [
        ("region.csv", 1), ("region.csv", 2), ("a/institution.csv", 1), ("a/institution.csv", 2), ("b/institution.csv", 1),
        ("b/institution.csv", 2), ("a/staff.csv", 1), ("a/staff.csv", 2), ("a/staff.csv", 3), ("a/project.csv", 1), ("a/project.csv", 2),
    ]

    @Test("it comes to what it comes to among all, and nothing else is told", arguments: rows)
    func alone(file: String, row: Int) throws {
        let whole = try Self.fixture.run(Self.files)
        let run = try Self.fixture.run(Self.files, only: (file, row))
        let own = whole.findings.filter { $0.record.address?.file == "data/\(file)" && $0.record.address?.row == row }
        #expect(!own.isEmpty)
        #expect(run.lines == own.map(whole.line))
        #expect(run.findings.map(\.evidence) == own.map(\.evidence))
        #expect(run.totals.summaries.reduce(0) { $0 + $1.ledger.records } == own.count)
        let told = whole.totals.dataProblems.filter {
            $0.file == "data/\(file)" && ($0.address == nil || $0.address?.row == row) && $0.code != "reference-to-nothing"
        }
        #expect(run.totals.dataProblems == told)
        let isDuplicate = told.contains { $0.code == "duplicate-key" }
        #expect(run.totals.summaries.allSatisfy { $0.ledger.duplicates <= (isDuplicate ? 1 : 0) })
    }

    @Test("an entity with a row a period is judged in all of them, whichever row is chosen")
    func periods() throws {
        let vocabulary = """
            vocabulary: v
            tables:
              unit: {key: [id, year], period: year, fields: {id: {type: string}, year: {type: period}, beds: {type: integer}}}

            """
        let fixture = SubmissionFixture(
            vocabulary: vocabulary, rules: ["for: unit, period: {each: 2023..2024}, observe: beds - previous.beds, target: {at_least: 0}"])
        let files = ["unit.csv": "id,year,beds\nA,2022,1\nB,2023,5\nA,2024,3\nA,2023,2\n"]
        #expect(try fixture.run(files, only: ("unit.csv", 3)).lines == ["r0 A@2023 within_limit 1 1", "r0 A@2024 within_limit 1 1"])
    }

    @Test("what groups of others come to is told of the record that they have in common, and of no other")
    func commonRecord() throws {
        let rules = [
            "for: staff, coverage: {at_least: 80%, per: institution}, require: pay > 4500",
            "for: staff, observe: pay, target: {parity: {test: licensed, against: '!licensed', within: [institution], at_least: 100%, min_group: 1}}",
            "for: staff, coverage: {at_least: 80%}, require: pay > 4500",
        ]
        let fixture = SubmissionFixture(vocabulary: CareVocabulary.text, rules: rules)
        let files = [
            "institution.csv": "id,name\n1,甲\n2,乙\n",
            "staff.csv": "id,institution,pay,licensed\na,1,4000,是\nb,1,6000,否\nc,2,5000,是\nd,2,4800,否\n",
        ]
        let whole = try fixture.run(files)
        let run = try fixture.run(files, only: ("institution.csv", 1))
        #expect(run.lines == whole.findings.filter { $0.record.name == "甲" }.map(whole.line))
        #expect(run.lines.count == 2)
        #expect(run.totals.summaries.map { $0.count(.fail) } == [1, 1, 0])
        #expect(run.totals.summaries[0].ledger.records == 2)
    }
}
