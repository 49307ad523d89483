import Diagnostics
import Plumbline
import Testing

@Suite("figures that would tell one person's cell stay withheld")
struct WithheldFigureTests {
    private static let tables = [
        "clinic: {key: [id], fields: {id: {type: string}, mean: {expression: 'people.at(2025).avg(p, p.pay)'}}}",
        """
        person: {key: [id, year], period: year, fields: {id: {type: string}, year: {type: period}, \
        clinic: {references: clinic, list: people}, a: {type: integer}, grp: {type: string, sensitive: true}, pay: {type: integer, sensitive: true}}}
        """,
    ]
    private static let files = [
        ("clinic", "id\nc1\nc2\n"),
        ("person", "id,year,clinic,a,grp,pay\np1,2024,c1,3,HIVB,9999\np1,2025,c1,3,HIVB,9999\np2,2024,c2,3,x,5\n"),
    ]

    private func told(_ rule: String) throws -> [String] {
        let fixture = try AuditFixture(tables: Self.tables, rules: ["for: person, period: 2025, \(rule)"])
        return try fixture.run(Self.files).findings.map { "\($0.measurement) \($0.evidence) \($0.fault?.en ?? "")" }
    }

    @Test("through another period, an absent record, the limit, or the wording of an error", arguments: [
        "observe: previous.clinic.mean, target: {at_least: 100000}", "observe: at(2024).clinic.mean, target: {at_least: 100000}",
        "observe: 'previous.clinic.people.at(2025).avg(p, p.pay)', target: {at_least: 100000}",
        "observe: a, target: {at_most: {value: pay - 100000}}", "observe: a, target: {at_most: {value: previous.pay - 100000}}",
        "observe: a, target: {at_most: {value: int(grp)}}", "observe: a, target: {at_most: [{when: int(grp) > 3, limit: 5}]}",
    ])
    func withheld(rule: String) throws {
        for text in try told(rule) {
            for secret in ["9999", "90001", "-90004", "HIVB"] { #expect(!text.contains(secret), "\(text)") }
        }
    }
}
