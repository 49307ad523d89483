import Diagnostics
import Plumbline
import Testing

@Suite("not sent is not empty")
struct SentListsTests {
    /// What becomes of the lists of 甲 and 乙.
    private struct Arrival: CustomTestStringConvertible {
        let testDescription: String
        let files: [String: String]
        let lines: [String]

        init(_ title: String, _ files: [String: String], _ lines: [String]) {
            (testDescription, self.files, self.lines) = (title, files, lines)
        }
    }

    private static let both = "id,name\n1,甲\n2,乙\n"

    private static let projects = [
        Arrival("no file of the table", ["institution.csv": both], ["甲 list_not_submitted", "乙 list_not_submitted"]),
        Arrival(
            "a general file covers everybody", ["institution.csv": both, "project.csv": "institution,cost\n1,5\n"],
            ["甲 within_limit 1 0", "乙 beyond_limit 0 -1"]),
        Arrival(
            "a general file without rows covers everybody", ["institution.csv": both, "project.csv": "institution,cost\n"],
            ["甲 beyond_limit 0 -1", "乙 beyond_limit 0 -1"]),
        Arrival(
            "a folder per institution", ["a/institution.csv": "id,name\n1,甲\n", "a/project.csv": "institution,cost\n1,5\n", "b/institution.csv": "id,name\n2,乙\n"],
            ["甲 within_limit 1 0", "乙 list_not_submitted"]),
        Arrival(
            "an empty file in one's own folder",
            ["a/institution.csv": "id,name\n1,甲\n", "b/institution.csv": "id,name\n2,乙\n", "b/project.csv": "institution,cost\n"],
            ["甲 list_not_submitted", "乙 beyond_limit 0 -1"]),
        Arrival(
            "an empty file in a folder called after the institution's name",
            ["institution.csv": both, "乙/project.csv": "institution,cost\n"], ["甲 list_not_submitted", "乙 beyond_limit 0 -1"]),
        Arrival(
            "an empty file in a folder called after the institution's key",
            ["institution.csv": both, "1/project.csv": "institution,cost\n"], ["甲 beyond_limit 0 -1", "乙 list_not_submitted"]),
        Arrival(
            "an empty file in a folder whose other files speak of the institution",
            ["institution.csv": both, "x/project.csv": "institution,cost\n", "x/staff.csv": "id,institution\na,2\n"],
            ["甲 list_not_submitted", "乙 beyond_limit 0 -1"]),
        Arrival(
            "a nil return", ["institution.csv": both, "submission.yaml": "submission: s\ntables: [institution]\nnil_returns: [project]\n"],
            ["甲 beyond_limit 0 -1", "乙 beyond_limit 0 -1"]),
        Arrival(
            "a nil return in one's own folder", [
                "a/institution.csv": "id,name\n1,甲\n", "a/submission.yaml": "submission: s\ntables: [institution]\nnil_returns: [project]\n",
                "b/institution.csv": "id,name\n2,乙\n",
            ], ["甲 beyond_limit 0 -1", "乙 list_not_submitted"]),
        Arrival(
            "a nil return of one of two",
            ["institution.csv": both, "submission.yaml": "submission: s\nsubmitter: 甲\ntable: institution\nnil_returns: [project]\n"],
            ["甲 beyond_limit 0 -1", "乙 list_not_submitted"]),
        Arrival(
            "a table that the manifest lists and nobody sent",
            ["institution.csv": both, "submission.yaml": "submission: s\ntables: [institution, project]\n"],
            ["甲 list_not_submitted", "乙 list_not_submitted"]),
        Arrival(
            "a table that came and the manifest does not list", [
                "institution.csv": both, "project.csv": "institution,cost\n1,5\n",
                "submission.yaml": "submission: s\ntables: [institution]\n",
            ], ["甲 within_limit 1 0", "乙 list_not_submitted"]),
        Arrival(
            "a manifest that says nothing of tables",
            ["institution.csv": both, "project.csv": "institution,cost\n1,5\n", "submission.yaml": "submission: s\n"],
            ["甲 within_limit 1 0", "乙 beyond_limit 0 -1"]),
    ]

    @Test("a list is empty only where its table came without rows for the record", arguments: projects)
    private func emptyOrNot(_ arrival: Arrival) throws {
        let fixture = CareVocabulary.fixture("for: institution, observe: projects.count(), target: {at_least: 1}")
        #expect(try fixture.lines(arrival.files) == arrival.lines.map { "r0 \($0)" })
    }

    private static let staff = [
        Arrival(
            "a general file without the institution", ["institution.csv": both, "staff.csv": "id,institution\na,1\n"],
            ["甲 within_limit 1 0", "乙 list_not_submitted"]),
        Arrival(
            "an empty general file", ["institution.csv": both, "staff.csv": "id,institution\n"],
            ["甲 list_not_submitted", "乙 list_not_submitted"]),
        Arrival(
            "a manifest that lists the table", [
                "institution.csv": both, "staff.csv": "id,institution\na,1\n",
                "submission.yaml": "submission: s\ntables: [institution, staff]\n",
            ], ["甲 within_limit 1 0", "乙 list_not_submitted"]),
        Arrival(
            "an empty file in one's own folder", [
                "a/institution.csv": "id,name\n1,甲\n", "a/staff.csv": "id,institution\n", "b/institution.csv": "id,name\n2,乙\n",
                "b/staff.csv": "id,institution\nb,2\n",
            ], ["甲 list_not_submitted", "乙 within_limit 1 0"]),
        Arrival(
            "a nil return wins",
            [
                "a/institution.csv": "id,name\n1,甲\n", "a/submission.yaml": "submission: s\nnil_returns: [staff]\n",
                "b/institution.csv": "id,name\n2,乙\n", "b/staff.csv": "id,institution\nb,2\n",
            ], ["甲 beyond_limit 0 -1", "乙 within_limit 1 0"]),
    ]

    @Test("where there is at least one, an empty list was not sent unless somebody says that it is nil", arguments: staff)
    private func atLeastOne(_ arrival: Arrival) throws {
        let fixture = CareVocabulary.fixture("for: institution, observe: staff.count(), target: {at_least: 1}")
        #expect(try fixture.lines(arrival.files) == arrival.lines.map { "r0 \($0)" })
    }

    @Test("a list that did not come is unknown in whatever is made of it, and to be asked for")
    func unknown() throws {
        let fixture = CareVocabulary.fixture(
            "for: institution, require: measured(staff)", "for: institution, require: 'staff.exists(s, s.pay > 0)'",
            "for: institution, require: beds > 5 || staff.count() > 0",
            "for: region, observe: 'institutions.share(i, i.staff.count() >= 1)', target: {at_least: 50%}",
            "for: region, observe: 'institutions.share(i, i.staff.count() >= 1)', target: {at_least: 51%}")
        let lines = try fixture.lines([
            "region.csv": "id,name\nC,市\n", "institution.csv": "id,name,region,beds\n1,甲,C,1\n2,乙,C,9\n", "staff.csv": "id,institution,pay\na,2,1\n",
        ])
        #expect(lines == [
            "r3 市 within_limit 0.5..1", "r4 市 list_not_submitted",
            "r0 甲 condition_false", "r1 甲 list_not_submitted", "r2 甲 list_not_submitted",
            "r0 乙 condition_true", "r1 乙 condition_true", "r2 乙 condition_true",
        ])
    }
}
