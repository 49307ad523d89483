import Diagnostics
import Plumbline
import Testing

@Suite("the cells that a verdict rests on")
struct EvidenceTests {
    private static let files = [
        "region.csv": "id,name,parent,people\nC,市,,100\nX,县,C,\n",
        "institution.csv": "id,name,region,kind,beds,secret\n1,甲,X,医院,10,9\n2,乙,Z,医院,约5,8\n3,丙,C,,,7\n",
        "staff.csv": "id,institution,pay\na,1,5000\n",
    ]

    private static let rules: [(rule: String, cells: [String])] = [
        ("observe: beds, target: {at_least: 1 张}", ["beds institution.csv:2 10", "beds institution.csv:3 约5 unreadable", "beds institution.csv:4  missing"]),
        (
            "require: \"region.parent.name == '市' && beds > 5\"",
            ["beds institution.csv:2 10, region.parent.name region.csv:2 市", "beds institution.csv:3 约5 unreadable", "beds institution.csv:4  missing"]
        ),
        ("where: kind == '诊所', require: beds > 5", ["kind institution.csv:2 医院", "kind institution.csv:3 医院", "kind institution.csv:4  missing"]),
        (
            "require: secret > 5 && region.people > 1",
            ["secret institution.csv:2 masked, region.people region.csv:3  missing", "secret institution.csv:3 masked", "secret institution.csv:4 masked, region.people region.csv:2 100"]
        ),
        ("require: measured(region)", ["", "", ""]),
        ("require: staff.count() > 0", ["", "", ""]),
    ]

    @Test("they are the record's own, then those behind its references, each with file, line and text", arguments: rules)
    func cells(rule: String, cells: [String]) throws {
        let run = try CareVocabulary.fixture("for: institution, \(rule)").run(Self.files)
        #expect(run.findings.map { $0.evidence.map(Self.text).joined(separator: ", ") } == cells)
    }

    @Test("a sensitive cell behind a reference is masked, and figures made from it are withheld")
    func sensitive() throws {
        let run = try CareVocabulary.fixture("for: staff, observe: pay / institution.secret, target: {at_least: 1}").run(Self.files)
        #expect(run.lines.first == "r0 a within_limit masked")
        #expect(run.findings[0].evidence.map(Self.text) == ["pay staff.csv:2 5000", "institution.secret institution.csv:2 masked"])
    }

    @Test("figures put together of sensitive cells are told, but never a single person's")
    func singlePersons() throws {
        let vocabulary = """
            vocabulary: v
            tables:
              unit: {key: [id], fields: {id: {type: string}}}
              person: {key: row, fields: {unit: {references: unit, list: people}, pay: {type: decimal, unit: 元, sensitive: true}}}

            """
        func figures(_ expression: String) throws -> [String] {
            let rule = "for: unit, observe: '\(expression)', target: {at_least: 1}"
            return try SubmissionFixture(vocabulary: vocabulary, rules: [rule.replacing("1}", with: expression.contains("count") ? "1}" : "1 元}")])
                .lines(["unit.csv": "id\n1\n2\n", "person.csv": "unit,pay\n1,5000\n2,6000\n2,7000\n"])
        }
        #expect(try figures("people.avg(p, p.pay)") == ["r0 1 within_limit masked", "r0 2 within_limit 6500 6499"])
        #expect(try figures("people.sum(p, p.pay)") == ["r0 1 within_limit masked", "r0 2 within_limit 13000 12999"])
        #expect(try figures("people.max(p, p.pay)") == ["r0 1 within_limit masked", "r0 2 within_limit masked"])
        #expect(try figures("people.count(p, p.pay > 5500)") == ["r0 1 beyond_limit 0 -1", "r0 2 within_limit 2 1"])
        #expect(try figures("people.filter(p, p.pay > 5500).count()") == ["r0 1 beyond_limit 0 -1", "r0 2 within_limit 2 1"])
    }

    @Test("a list is shown by how many it has")
    func lists() throws {
        let run = try CareVocabulary.fixture("for: institution, observe: 'staff.avg(s, s.pay)', target: {at_least: 1 元}").run(Self.files)
        #expect(run.findings[0].group?.sides.map(\.counted) == [1])
    }

    private static func text(_ evidence: Evidence) -> String {
        let file = evidence.address.file.replacing("data/", with: "")
        let state = evidence.state == .measured ? "" : " \(evidence.state.rawValue)"
        return "\(evidence.field) \(file):\(evidence.address.line) \(evidence.isMasked ? "masked" : evidence.text ?? "-")\(state)"
    }
}
