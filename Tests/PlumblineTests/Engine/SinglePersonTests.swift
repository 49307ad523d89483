import Diagnostics
import Plumbline
import Testing

@Suite("figures of which one person is all that others leave")
struct SinglePersonTests {
    private static let tables = [
        "clinic: {key: [id], fields: {id: {type: string}, area: {type: string}, mean: {expression: 'staff.avg(s, s.pay)'}}}",
        """
        person: {key: [id], fields: {id: {type: string}, clinic: {references: clinic, list: staff}, \
        pay: {type: integer, sensitive: true, range: 0..}}}
        """,
    ]
    private static let files = [
        ("clinic", "id,area\nc1,z\nc2,z\nc3,y\nc4,y\nc5,x\nc6,x\nc7,x\n"),
        ("person", "id,clinic,pay\na,c1,100\nb,c1,200\nc,c2,9000\nd,c3,10\ne,c3,20\nf,c4,30\ng,c4,50\nh,c5,1\ni,c5,3\nj,c6,5\nk,c7,6\n"),
    ]

    private func findings(_ rule: String) throws -> [Finding] {
        try AuditFixture(tables: Self.tables, rules: ["for: clinic, \(rule)"]).run(Self.files).findings
    }

    @Test("a peer's only person cannot be computed from the mean, the count and the others' own values", arguments: [
        "observe: mean, target: {peers: {at_least: 0, among: [area]}}",
        "observe: 'staff.avg(s, s.pay)', target: {peers: {at_least: 0, among: [area]}}",
        "any_of: [{name: one, observe: mean, target: {peers: {at_least: 0, among: [area]}}}, {name: two, require: mean > 100000}]",
    ])
    func peers(rule: String) throws {
        let findings = try findings(rule)
        // Of two such peers nothing remains but what they come to together.
        #expect(findings.map(\.measurement.isMasked) == [true, true, false, false, false, true, true])
        for finding in findings.prefix(2) {
            for secret in ["9000", "4575", "4425", "8850"] { #expect(!String(reflecting: finding).contains(secret)) }
        }
    }

    @Test("neither from the mean of a side, or of what a list's records come to", arguments: [
        ("observe: mean, target: {parity: {test: id == 'c1' || id == 'c2', against: area == 'y', at_least: 100%}}", true),
        ("observe: mean, target: {parity: {test: id == 'c6' || id == 'c7', against: area == 'y', at_least: 100%}}", false),
        ("observe: mean, target: {parity: {test: id == 'c5', against: area == 'y', at_least: 1%}}", false),
    ])
    func sides(rule: String, isMasked: Bool) throws {
        #expect(try findings(rule).map(\.measurement.isMasked) == [isMasked])
    }

    @Test("two rows of one person are one person's")
    func rows() throws {
        let tables = [
            "clinic: {key: [id], fields: {id: {type: string}}}",
            """
            person: {key: [id, year], period: year, fields: {id: {type: string}, year: {type: period}, \
            clinic: {references: clinic, list: people}, pay: {type: integer, sensitive: true}}}
            """,
        ]
        let files = [
            ("clinic", "id\nc1\nc2\n"), ("person", "id,year,clinic,pay\np,2024,c1,7001\np,2025,c1,7003\nq,2024,c2,1\nr,2025,c2,3\n"),
        ]
        let fixture = try AuditFixture(tables: tables, rules: ["for: clinic, observe: 'people.avg(p, p.pay)', target: {at_least: 1}"])
        #expect(try fixture.run(files).findings.map(\.measurement.isMasked) == [true, false])
    }

    @Test("one whom several records refer to is one person")
    func shared() throws {
        let tables = [
            "boss: {key: [id], fields: {id: {type: string}, pay: {type: integer, sensitive: true}}}",
            "clinic: {key: [id], fields: {id: {type: string}, area: {type: string}, boss: {references: boss}}}",
        ]
        let files = [("boss", "id,pay\na,7001\nb,7003\n"), ("clinic", "id,area,boss\n1,x,a\n2,x,a\n3,y,a\n4,y,b\n")]
        let rule = "for: clinic, observe: boss.pay, target: {parity: {test: 'true', within: [area], at_least: 100%}}"
        #expect(try AuditFixture(tables: tables, rules: [rule]).run(files).findings.map(\.measurement.isMasked) == [true, false])
    }
}
