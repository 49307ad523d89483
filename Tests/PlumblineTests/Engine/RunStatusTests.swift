import Plumbline
import Testing

@Suite("what a run says of a rule that met nobody")
struct RunStatusTests {
    private static let table = "unit: {key: [id], fields: {id: {type: string}, kind: {type: string}, beds: {type: integer, range: 0..1000}}}"
    private static let member = "for: unit, where: kind == 'k', observe: beds, target: {at_least: 5}"

    private static let runs: [(rule: String, csv: String?, status: RuleSummary.Status, isDecided: Bool)] = [
        (member, "a,k,5\n", .judged, true),
        (member, "a,k,4\n", .judged, true),
        (member, "a,m,5\n", .noRecords, false),
        (member, "", .noRecords, false),
        (member, nil, .tableMissing, false),
        (member, "a,k,\n", .judged, false),
        (member + ", due: 2030", "a,k,4\n", .judged, true),
        (member + ", coverage: {at_least: 50%}", "a,k,5\n", .judged, true),
        (member + ", coverage: {at_least: 50%}", "a,k,5\nb,k,4\nc,k,\n", .judged, false),
        (member + ", coverage: {at_least: 50%}", "a,m,5\n", .noRecords, false),
        // Ten that there must be are missed where there is nobody; that there may be at most ten is met by nobody.
        (member + ", coverage: {at_least: 10 个}", "a,m,5\n", .judged, true),
        (member + ", coverage: {at_least: 10 个}", "", .judged, true),
        (member + ", coverage: {at_least: 10 个}", nil, .tableMissing, false),
        (member + ", coverage: {at_most: 10 个}", "a,m,5\n", .noRecords, false),
        ("for: unit, observe: beds, target: {parity: {test: kind == 'k', at_least: 100%}}", "a,k,5\nb,m,5\n", .judged, true),
        ("for: unit, observe: beds, target: {parity: {test: kind == 'k', at_least: 100%}}", "b,m,5\n", .judged, false),
        ("for: unit, observe: beds, target: {parity: {test: kind == 'k', at_least: 100%}}", "", .noRecords, false),
        ("for: unit, observe: beds, target: {parity: {test: kind == 'k', at_least: 100%}}", nil, .tableMissing, false),
        ("for: unit, except: [a], require: beds > 5", "a,k,5\n", .noRecords, false),
        ("for: unit, subjects: [b], require: beds > 5", "a,k,5\n", .judged, false),
    ]

    @Test("nothing passes vacuously, and a run that decided nothing says so", arguments: runs)
    func status(rule: String, csv: String?, status: RuleSummary.Status, isDecided: Bool) throws {
        let fixture = try AuditFixture(table: Self.table, rule: rule)
        let totals = try fixture.run(csv.map { [("unit", "id,kind,beds\n" + $0)] } ?? []).totals
        #expect(totals.summaries[0].status == status)
        #expect(totals.decidedAnything == isDecided)
    }

    @Test("the outcomes of a rule over groups are its groups', and its ledger has every record of every period")
    func groupNumbers() throws {
        let fixture = try AuditFixture(
            table: "unit: {key: [id, year], period: year, fields: {id: {type: string}, year: {type: period}, beds: {type: integer, range: 0..}}}",
            rule: "for: unit, except: [x], period: {each: 2024..2025}, observe: beds, target: {at_least: 5}, coverage: {at_least: 50%}")
        let totals = try fixture.run([("unit", "id,year,beds\na,2024,5\na,2025,4\nb,2025,\nx,2024,1\nx,2025,1\n")]).totals
        let summary = totals.summaries[0]
        // 2024: a passes and b did not come; 2025: a fails and b is blank.
        #expect((summary.count(.pass), summary.count(.fail), summary.count(.notMeasured), summary.count(.notApplicable)) == (1, 0, 1, 2))
        #expect((summary.ledger.records, summary.ledger.counted, summary.ledger.excluded, summary.ledger.notMeasured) == (6, 2, 2, 2))
    }
}
