import Diagnostics
import Plumbline
import Testing

@Suite("checks of a table")
struct TableCheckTests {
    private func vocabulary(_ checks: String) -> String {
        """
        vocabulary: v
        tables:
          region: {key: [id], fields: {id: {type: string}, limit: {type: integer}}}
          unit:
            key: [id]
            fields:
              id: {type: string}
              region: {references: region, list: units}
              a: {type: integer}
              b: {type: integer}
              total: {type: integer}
              secret: {type: integer, sensitive: true}
              sum: a + b
            checks: [\(checks)]
          part: {key: row, fields: {unit: {references: unit, list: parts}, n: {type: integer}}}

        """
    }

    private static let checks: [(check: String, lines: [Int])] = [
        ("a <= total", [3]),
        ("a + b == total", [3]),
        ("sum == total", [3]),
        ("a <= region.limit", [2, 3]),
        ("\"parts.sum(p, p.n) == total\"", [3, 4, 5]),
        ("\"parts.count() == 0 || parts.sum(p, p.n) == total\"", [3]),
        ("{check: a <= total, title: {zh: 部分不超过合计, en: part within total}}, b < 100", [3]),
    ]

    @Test("one that fails is a problem of the data, over references and lists too, and never a finding", arguments: checks)
    func failing(check: String, lines: [Int]) throws {
        let fixture = SubmissionFixture(vocabulary: vocabulary(check), rules: ["for: unit, require: id != ''"])
        let run = try fixture.run([
            "region.csv": "id,limit\nX,3\n", "unit.csv": "id,region,a,b,total\n1,X,4,5,9\n2,X,8,1,7\n3,X,1,1,2\n4,,1,,5\n",
            "part.csv": "unit,n\n2,1\n1,9\n1,0\n",
        ])
        #expect(run.findings.map(\.outcome) == [.pass, .pass, .pass, .pass])
        #expect(run.problems.filter { $0.hasPrefix("failed-check") } == lines.map { "failed-check data/unit.csv:\($0)" })
    }

    @Test("it is told with its title and the cells that it looks at, but for sensitive ones")
    func wording() throws {
        let checks = "{check: a <= total, title: {zh: 部分不超过合计, en: part within total}}, sum == total, secret < 5"
        let fixture = SubmissionFixture(vocabulary: vocabulary(checks), rules: ["for: unit, require: a > 0"])
        let run = try fixture.run(["unit.csv": "id,region,a,b,total,secret\n1,,8,1,7,9\n"])
        #expect(run.totals.dataProblems.map(\.message.en) == [
            "the check 'part within total' fails (a = 8, total = 7)", "the check 'sum == total' fails (a = 8, b = 1, total = 7)",
            "the check 'secret < 5' fails",
        ])
        #expect(run.totals.dataProblems.first?.message.zh == "不符合勾稽关系“部分不超过合计”（a = 8，total = 7）")
    }

    @Test("records that are read and forgotten are checked as well")
    func streamed() throws {
        let vocabulary = "vocabulary: v\ntables: {unit: {key: row, fields: {a: {type: integer}, b: {type: integer}}, checks: [a <= b]}}\n"
        let run = try SubmissionFixture(vocabulary: vocabulary, rules: ["for: unit, require: a > 0"]).run(["unit.csv": "a,b\n1,2\n2,1\n3,\n"])
        #expect(run.problems == ["failed-check data/unit.csv:3"])
    }

    @Test("what is made of cells is checked where no rule looks at it")
    func computedOnly() throws {
        let vocabulary = "vocabulary: v\ntables: {unit: {key: row, fields: {a: {type: integer}, b: a + 1}, checks: [b <= 3]}}\n"
        let run = try SubmissionFixture(vocabulary: vocabulary, rules: ["for: unit, require: a > 0"]).run(["unit.csv": "a\n1\n3\n"])
        #expect(run.problems == ["failed-check data/unit.csv:3"])
    }

    @Test("on a roster, what was sent and what the roster adds are checked together")
    func roster() throws {
        let fixture = SubmissionFixture(
            vocabulary: vocabulary("a <= total"), rules: ["for: unit, require: a > 0"],
            header: "data: [{table: unit, file: roster.csv, roster: true}]", data: ["roster.csv": "id,total\n1,5\n2,5\n3,5\n"])
        let run = try fixture.run(["unit.csv": "id,region,a,b\n1,,9,1\n2,,1,1\n"])
        #expect(run.problems.filter { $0.hasPrefix("failed-check") } == ["failed-check data/unit.csv:2"])
    }
}
