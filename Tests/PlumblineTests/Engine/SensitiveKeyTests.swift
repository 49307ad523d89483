import Diagnostics
import Plumbline
import Testing

@Suite("a key that is sensitive where it stands")
struct SensitiveKeyTests {
    private static let tables = [
        "person: {key: [card], label: name, fields: {card: {type: string, sensitive: true}, name: {type: string}}}",
        """
        visit: {key: [person, year], period: year, fields: {person: {references: person, list: visits}, year: {type: period}, \
        cost: {type: integer}, by: {references: person}}}
        """,
    ]

    @Test("is told by nothing that refers to it, not even to a record that is not there")
    func references() throws {
        let rule = "for: visit, period: {each: 2024..2025}, require: by == person || cost > 5"
        let run = try AuditFixture(tables: Self.tables, rules: [rule]).run([
            ("person", "card,name\nSECRET1,Ann\n"), ("visit", "person,year,cost,by\nSECRET1,2024,3,SECRET9\nSECRET2,2025,4,SECRET1\nSECRET1,2024,4,SECRET1\n"),
        ])
        #expect(run.findings.contains { $0.reason == .noSuchPeriod })
        for text in run.findings.map({ String(reflecting: $0) }) + run.totals.dataProblems.map({ String(reflecting: $0) }) {
            #expect(!text.contains("SECRET"), "\(text)")
        }
        #expect(run.totals.dataProblems.map(\.code.rawValue).contains("reference-to-nothing"))
        #expect(run.totals.dataProblems.map(\.code.rawValue).contains("duplicate-key"))
    }

    @Test("names nobody of whom nothing came", arguments: [
        "for: visit, period: 2025, observe: cost, target: {at_least: 3}",
        "for: visit, period: {each: 2024..2025}, require: cost > 3, coverage: {at_least: 50%}",
    ])
    func absent(rule: String) throws {
        let fixture = try AuditFixture(tables: Self.tables, rules: [rule], rosters: [("person", "card,name\nSECRET1,Ann\nSECRET2,Bob\n")])
        let findings = try fixture.run([("person", "card,name\nSECRET1,Ann\n"), ("visit", "person,year,cost,by\nSECRET1,2024,3,\n")]).findings
        #expect(!findings.isEmpty)
        for finding in findings { #expect(!String(reflecting: finding).contains("SECRET"), "\(finding)") }
    }

    @Test("leaves groups their other name")
    func groups() throws {
        let rule = "for: visit, period: {all: 2024..2025}, require: cost > 3, coverage: {at_least: 50%, per: person}"
        let findings = try AuditFixture(tables: Self.tables, rules: [rule]).run([
            ("person", "card,name\nSECRET1,Ann\n"), ("visit", "person,year,cost,by\nSECRET1,2024,3,\n"),
        ]).findings
        #expect(findings.map(\.record.name) == ["Ann"])
        for finding in findings { #expect(!String(reflecting: finding).contains("SECRET")) }
    }
}
