import Diagnostics
import Plumbline
import Testing

@Suite("why something is not measured")
struct UnknownReasonTests {
    private static let vocabulary = """
        vocabulary: v
        tables:
          parent: {key: [id], fields: {id: {type: string}, n: {type: integer}}}
          unit:
            key: [id]
            fields:
              id: {type: string}
              parent: {references: parent, list: units}
              blank: {type: integer}
              odd: {type: integer}
              zero: {type: integer}
              one: {type: integer}
          item: {key: row, fields: {unit: {references: unit, list: items}, n: {type: integer}}}
          sent: {key: row, fields: {unit: {references: unit, list: sents}, n: {type: integer, range: 0..10}}}

        """

    private static let expressions: [(expression: String, reason: String)] = [
        ("blank", "missing"), ("odd", "unreadable"), ("odd + blank", "missing"), ("blank + odd", "missing"),
        ("one / zero", "zero_denominator"), ("one / zero + odd", "unreadable"), ("one / zero + blank", "missing"),
        ("parent.n", "no_such_record"), ("parent.n + blank", "no_such_record"), ("blank + parent.n", "no_such_record"),
        ("items.count()", "list_not_submitted"), ("items.count() + parent.n", "list_not_submitted"),
        ("items.sum(i, i.n) + blank", "list_not_submitted"),
        ("sents.filter(s, s.n > 100).avg(s, s.n)", "empty_group"), ("sents.filter(s, s.n > 100).avg(s, s.n) + one / zero", "zero_denominator"),
        ("sents.sum(s, s.n) - 5", "missing_decides"), ("sents.sum(s, s.n) + blank", "missing"),
        ("sents.sum(s, s.n) + parent.n", "no_such_record"), ("sents.distinct(s, s.n)", "missing"),
        ("sents.filter(s, s.n > 100).count() + one", "within_limit"), ("sents.count() + one / one", "within_limit"),
        ("measured(blank) ? 1 : one", "within_limit"), ("measured(one / zero) ? 0 : 1", "within_limit"),
        ("measured(sents.sum(s, s.n)) ? 0 : 1", "within_limit"), ("measured(items) || measured(parent) ? 0 : 1", "within_limit"),
        ("min(one, blank)", "missing"), ("max(one, blank)", "within_limit"), ("blank > 0 || one > 0 ? one : zero", "within_limit"),
        ("blank > 0 && one == 0 ? zero : one", "within_limit"), ("[one, zero][5]", "rule_error"),
        ("int('x') + blank", "rule_error"),
    ]

    private func reasons(_ rule: String) throws -> [String] {
        try SubmissionFixture(vocabulary: Self.vocabulary, rules: ["for: unit, \(rule)"]).run([
            "unit.csv": "id,parent,blank,odd,zero,one\n1,P,,x,0,1\n", "parent.csv": "id,n\nQ,1\n", "sent.csv": "unit,n\n1,1\n1,\n",
        ]).findings.map(\.reason.rawValue)
    }

    @Test("of several causes the first in the order of the reasons is told", arguments: expressions)
    func firstCause(expression: String, reason: String) throws {
        #expect(try reasons("observe: '\(expression.replacing("'", with: "''"))', target: {at_least: 1}") == [reason])
    }

    @Test("a scope that rests on anything unknown is the reason before all that is observed", arguments: [
        "blank > 0", "odd > 0", "parent.n > 0", "items.count() > 0", "one / zero > 0", "sents.sum(s, s.n) > 5",
    ])
    func scopes(scope: String) throws {
        #expect(try reasons("where: '\(scope)', observe: blank, target: {at_least: 1}") == ["scope_unknown"])
    }
}
