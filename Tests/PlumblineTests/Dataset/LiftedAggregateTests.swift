import Plumbline
import Testing

@Suite("aggregates over the record that a reference leads to")
struct LiftedAggregateTests {
    private static let tables = [
        "inst: {key: [id], fields: {id: {type: string}, beds: {type: integer, range: 0..}}}",
        """
        staff: {key: [id], fields: {id: {type: string}, inst: {references: inst, list: staff, blank: none}, \
        pay: {type: decimal, range: 0..10}}}
        """,
    ]
    private static let files = [
        ("inst", "id,beds\nA,4\nB,1\n"),
        ("staff", "id,inst,pay\nS1,A,2\nS2,A,4\nS3,B,5\nS4,B,\nS5,Z,1\n"),
    ]

    private static let expressions: [(condition: String, reasons: [String])] = [
        ("pay >= inst.staff.avg(s, s.pay)", ["condition_false", "condition_true", "missing_decides", "missing", "no_such_record"]),
        ("pay >= inst.staff.max(t, t.pay)", ["condition_false", "condition_true", "missing_decides", "missing", "no_such_record"]),
        ("inst.staff.count() >= 2", ["condition_true", "condition_true", "condition_true", "condition_true", "no_such_record"]),
        ("inst.staff.exists(s, s.pay > 4)", ["condition_false", "condition_false", "condition_true", "condition_true", "no_such_record"]),
        ("inst.staff.count(s, s.pay >= inst.beds) >= 1", ["condition_true", "condition_true", "condition_true", "condition_true", "no_such_record"]),
        // A loop's name that is a field of the other record, too, and a loop that rests on the record itself.
        ("inst.staff.all(beds, beds.pay <= inst.beds)", ["condition_true", "condition_true", "condition_false", "condition_false", "no_such_record"]),
        ("inst.staff.count(s, s.pay < pay) == 0", ["condition_true", "condition_false", "missing_decides", "missing_decides", "no_such_record"]),
    ]

    @Test("come to the same for every record as if each worked them out", arguments: expressions)
    func values(condition: String, reasons: [String]) throws {
        let fixture = try AuditFixture(tables: Self.tables, rules: ["for: staff, require: '\(condition)'"])
        let lines = try fixture.lines(Self.files)
        #expect(lines == zip(1..., reasons).map { "S\($0) \($1)" })
    }
}
