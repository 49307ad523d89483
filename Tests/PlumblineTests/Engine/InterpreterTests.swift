import Diagnostics
import Foundation
import Plumbline
import Quantities
import Testing

@Suite("judging records")
struct InterpreterTests {
    private static let vocabulary = """
        vocabulary: test
        enumerations:
          kind: {values: [疾控机构, 医院]}
          grade: {order: [一级, 二级乙等, 二级甲等, 三级], bands: {二级: [二级乙等, 二级甲等]}}
        tables:
          institution:
            key: [id]
            label: name
            fields:
              id: {type: string}
              name: {type: string, title: {zh: 机构名称, en: Name}}
              kind: {type: kind}
              grade: {type: grade}
              posts: {type: integer, unit: 个}
              total: {type: integer, unit: 个}
              pay: {type: decimal, unit: 元, sensitive: true}
              opened: {type: date}
              closed: {type: date, blank: none}
        """

    /// Outcome and reason of each record, for one rule on a file.
    private func reasons(_ rule: String, _ csv: String) throws -> [Reason] {
        try findings(rule, csv).map(\.reason)
    }

    private func findings(_ rule: String, _ csv: String) throws -> [Finding] {
        let plan = try Fixture.plan(vocabulary: Self.vocabulary, rules: "  - {id: r, title: t, for: institution, \(rule)}")
        return try Fixture.run(plan, table: "institution", csv: csv).findings
    }

    @Test("a blank cell in the scope never excuses a record")
    func unknownScope() throws {
        let csv = "id,kind,posts\n1,疾控机构,5\n2,医院,5\n3,,5\n4,疾控,5\n"
        let found = try reasons("where: kind == '疾控机构', observe: posts, target: {at_least: 5 个}", csv)
        #expect(found == [.withinLimit, .outOfScope, .scopeUnknown, .scopeUnknown])
    }

    @Test("missing and unreadable cells are told apart, and a division by zero is neither")
    func causes() throws {
        let csv = "id,posts,total\n1,,10\n2,约5,10\n3,,约10\n4,0,0\n5,5,10\n"
        let found = try reasons("observe: posts / total, target: {at_least: 50%}", csv)
        #expect(found == [.missing, .unreadable, .missing, .zeroDenominator, .withinLimit])
    }

    @Test("one side that decides is enough, whatever is missing on the other")
    func threeValuedLogic() throws {
        let csv = "id,posts,total\n1,1,\n2,9,\n3,,1\n"
        #expect(try reasons("require: 'posts >= 5 && total >= 5'", csv) == [.conditionFalse, .missing, .conditionFalse])
        #expect(try reasons("require: 'posts >= 5 || total >= 5'", csv) == [.missing, .conditionTrue, .missing])
    }

    @Test("measured() asks for a cell and is never unknown")
    func measured() throws {
        #expect(try reasons("require: measured(posts)", "id,posts\n1,\n2,4\n3,x\n") == [.conditionFalse, .conditionTrue, .conditionFalse])
    }

    @Test("a grade compares by its rank, and a band by its ends")
    func grades() throws {
        let csv = "id,grade\n1,一级\n2,二级乙等\n3,二级甲等\n4,三级\n5,四级\n"
        #expect(try reasons("observe: grade, target: {at_least: 二级}", csv) == [.beyondLimit, .withinLimit, .withinLimit, .withinLimit, .unreadable])
        #expect(try reasons("observe: grade, target: {more_than: 二级}", csv).map(\.outcome) == [.fail, .fail, .fail, .pass, .notMeasured])
        #expect(try reasons("require: \"grade in ['一级', '二级']\"", csv).map(\.outcome) == [.pass, .pass, .pass, .fail, .notMeasured])
        let gaps = try findings("observe: grade, target: {at_least: 三级}", csv).map(\.measurement.gap)
        #expect(gaps == [-3, -2, -1, 0, nil])
    }

    @Test("dates compare by the calendar, and none is not missing")
    func dates() throws {
        let csv = "id,opened,closed\n1,2020-01-01,\n2,2026-02-01,2025-01-01\n3,,\n"
        #expect(try reasons("observe: opened, target: {at_most: 2025-12-31}", csv) == [.withinLimit, .beyondLimit, .missing])
        #expect(try reasons("require: closed == null", csv).map(\.outcome) == [.pass, .fail, .pass])
        #expect(try reasons("require: opened <= as_of", csv).map(\.outcome) == [.pass, .fail, .notMeasured])
        let gap = try findings("observe: opened, target: {at_most: 2026-01-01}", csv)[1].measurement.gap
        #expect(gap == Number(31 * 86_400))
    }

    @Test("a text or a yes-or-no field that may have none is held against null like any other")
    func nulls() throws {
        let vocabulary = "vocabulary: t\ntables:\n  unit: {key: row, fields: {a: {type: string, blank: none}, b: {type: boolean, blank: none}}}\n"
        let plan = try Fixture.plan(
            vocabulary: vocabulary, rules: "  - {id: r, title: t, for: unit, require: a == null || b != null}")
        let findings = try Fixture.run(plan, table: "unit", csv: "a,b\nx,\n,否\nx,是\n").findings
        #expect(findings.map(\.reason) == [.conditionFalse, .conditionTrue, .conditionTrue])
    }

    @Test("a whole number stands beside a field wherever one of them is chosen")
    func literals() throws {
        #expect(try reasons("require: '(posts > 3 ? posts : 0) == 0 && max(posts, 2, 1) == 2'", "id,posts\n1,2\n2,9\n") == [.conditionTrue, .conditionFalse])
    }

    @Test("what a scope rests on is its evidence, and what went wrong there is told of it")
    func scopeEvidence() throws {
        let findings = try findings("where: int(name) > 0, require: posts > 0", "id,name,posts\n1,x,2\n")
        #expect(findings.last?.evidence.map(\.field) == ["name"])
        #expect(findings.last?.outcome == .error)
    }

    @Test("aggregates over a list are exact, and of nothing they are not measured")
    func aggregates() throws {
        let csv = "id,posts,total\n1,1,2\n2,,2\n"
        #expect(try reasons("require: '[posts, total].avg(x, x) == 1.5'", csv) == [.conditionTrue, .missing])
        #expect(try reasons("require: '[posts, total].filter(x, x > 9).avg(x, x) > 0'", csv) == [.emptyGroup, .missing])
        #expect(try reasons("require: '[posts, total].filter(x, x > 9).sum(x, x) == 0'", csv) == [.conditionTrue, .missing])
        #expect(try reasons("require: '[posts, total].share(x, x > 1) == 0.5'", csv) == [.conditionTrue, .missing])
    }

    @Test("evidence names file, row, line, column and raw text, and masks what is sensitive")
    func evidence() throws {
        let finding = try findings("require: \"pay >= q('9 元') && posts >= 0\"", "id,posts,pay\n\"a\nb\",7,8.5\n")[0]
        #expect(finding.evidence.map(\.field) == ["pay", "posts"])
        #expect(finding.evidence.map(\.text) == [nil, "7"])
        #expect(finding.evidence.map(\.isMasked) == [true, false])
        #expect(finding.evidence[1].column == "posts")
        #expect(finding.record.address == RecordAddress(file: "data.csv", row: 1, line: 2))
    }

    @Test("figures made from a sensitive cell are withheld, and a sensitive label names nobody")
    func sensitive() throws {
        let finding = try findings("observe: pay, target: {at_least: 9 元}", "id,posts,pay\n1,7,8.5\n")[0]
        #expect(finding.outcome == .fail)
        #expect(finding.measurement == Measurement(isMasked: true))
        let vocabulary = Self.vocabulary.replacingOccurrences(of: "name: {type: string,", with: "name: {type: string, sensitive: true,")
        let plan = try Fixture.plan(vocabulary: vocabulary, rules: "  - {id: r, title: t, for: institution, require: 'true'}")
        let names = try Fixture.run(plan, table: "institution", csv: "id,name\n1,张三\n").findings.map(\.record.name)
        #expect(names == ["1"])
    }

    @Test("a record is called by its label, else by its key, else by its row")
    func names() throws {
        let found = try findings("require: 'true'", "id,name,posts\n1,甲,\n2,,\n,,5\n")
        #expect(found.map(\.record.name) == ["甲", "2", "#3"])
    }

    @Test("two records with one key are both judged and reported with both places")
    func duplicates() throws {
        let plan = try Fixture.plan(
            vocabulary: Self.vocabulary, rules: "  - {id: r, title: t, for: institution, require: posts > 0}")
        let (findings, totals) = try Fixture.run(
            plan, table: "institution", [("a.csv", "id,posts\n1,1\n1,2\n"), ("b.jsonl", "{\"id\": \"1\", \"posts\": 3}\n")])
        #expect(findings.map(\.outcome) == [.pass, .pass, .pass])
        #expect(totals.summaries[0].ledger.duplicates == 2)
        let duplicates = totals.dataProblems.filter { $0.code == "duplicate-key" }
        #expect(duplicates.allSatisfy { $0.message.en.hasPrefix("the key '1' stands twice, first at a.csv line 2: both rows are judged") })
        #expect(duplicates.allSatisfy { $0.message.en.hasSuffix("keep the right one") } && duplicates.count == 2)
        #expect(duplicates.map(\.file) == ["a.csv", "b.jsonl"])
    }

    @Test("a part that is more than its whole is a data problem beside the finding")
    func partExceedsWhole() throws {
        let plan = try Fixture.plan(
            vocabulary: Self.vocabulary,
            rules: "  - {id: r, title: t, for: institution, observe: posts / total, target: {at_least: 85%}}")
        let (findings, totals) = try Fixture.run(plan, table: "institution", csv: "id,posts,total\n1,90,85\n")
        #expect(findings.map(\.outcome) == [.pass])
        #expect(totals.dataProblems.map(\.code) == ["part-exceeds-whole"])
        #expect(totals.dataProblems.map(\.message.zh) == ["部分大于整体：posts (90) 大于 total (85)"])
    }

    @Test("columns that name one field speak for it together, and where they differ for nobody")
    func severalColumns() throws {
        let vocabulary = "vocabulary: t\ntables:\n  unit: {key: [id], fields: {id: {type: string, aliases: [编号]}, beds: {type: integer, aliases: [床位], blank: 0}}}\n"
        let plan = try Fixture.plan(vocabulary: vocabulary, rules: "  - {id: r, title: t, for: unit, observe: beds, target: {at_least: 5}}")
        let json = "{\"编号\":\"1\",\"床位\":5}\n{\"id\":\"2\",\"beds\":6}\n{\"id\":\"3\"}\n{\"id\":\"4\",\"beds\":null}\n"
        let run = try Fixture.run(plan, table: "unit", [("data.jsonl", json)])
        #expect(run.findings.map(\.record.key) == ["1", "2", "3", "4"])
        #expect(run.findings.map(\.reason) == [.withinLimit, .withinLimit, .missing, .beyondLimit])
        let csv = try Fixture.run(plan, table: "unit", csv: "id,beds,床位\n1,3,30\n2,7,\n3,８,8\n4\n").findings
        #expect(csv.map(\.reason) == [.unreadable, .withinLimit, .withinLimit, .missing])
    }

    @Test("what an absent cell says does not depend on where a batch ends")
    func batches() throws {
        let vocabulary = "vocabulary: t\ntables:\n  unit: {key: row, fields: {id: {type: string}, beds: {type: integer, blank: 0}}}\n"
        let plan = try Fixture.plan(vocabulary: vocabulary, rules: "  - {id: r, title: t, for: unit, observe: beds, target: {at_least: 5}}")
        let json = (1...70).map { $0 == 67 ? "{\"id\": \"x\", \"beds\": 6}\n" : "{\"id\": \"x\"}\n" }.joined()
        let reasons = try Fixture.run(plan, table: "unit", [("data.jsonl", json)]).findings.map(\.reason)
        #expect(reasons == (1...70).map { $0 == 67 ? .withinLimit : .missing })
    }

    @Test("keys of several parts are told apart, also where they look alike once joined")
    func compositeKeys() throws {
        let vocabulary = "vocabulary: t\ntables:\n  unit: {key: [a, b], fields: {a: {type: string}, b: {type: string, sensitive: true}}}\n"
        let plan = try Fixture.plan(vocabulary: vocabulary, rules: "  - {id: r, title: t, for: unit, require: 'true'}")
        let totals = try Fixture.run(plan, table: "unit", csv: "a,b\nx/y,z\nx,y/z\n#1,#2\n#1,#2\n").totals
        #expect(totals.dataProblems.map(\.code) == ["duplicate-key"])
        #expect(totals.dataProblems.map(\.text) == [nil])
    }

    @Test("an error on a sensitive cell does not print the cell")
    func sensitiveError() throws {
        let vocabulary = "vocabulary: t\ntables:\n  unit: {key: row, fields: {secret: {type: string, sensitive: true}}}\n"
        let plan = try Fixture.plan(vocabulary: vocabulary, rules: "  - {id: r, title: t, for: unit, require: int(secret) > 0}")
        let finding = try #require(try Fixture.run(plan, table: "unit", csv: "secret\n4401x\n").findings.first)
        #expect(finding.outcome == .error)
        #expect(finding.fault == nil)
    }

    @Test("every record stands in exactly one count of the ledger")
    func ledger() throws {
        let plan = try Fixture.plan(
            vocabulary: Self.vocabulary,
            rules: "  - {id: r, title: t, for: institution, where: kind == '疾控机构', observe: posts, target: {at_least: 5}}")
        let csv = "id,kind,posts\n1,疾控机构,5\n2,医院,5\n3,,5\n4,疾控机构,\n5,疾控机构,1\n"
        let ledger = try Fixture.run(plan, table: "institution", csv: csv).totals.summaries[0].ledger
        let counts: [Int] = [
            ledger.records, ledger.counted, ledger.excluded, ledger.scopeUnknown, ledger.notMeasured, ledger.failed,
        ]
        #expect(counts == [5, 2, 1, 1, 1, 0])
        #expect(ledger.missing == 1)
        #expect(ledger.duplicates == 0)
    }

    @Test("a rule whose table nobody sent, and one that no record reached, say so")
    func nothingPassesVacuously() throws {
        let rule = "  - {id: r, title: t, for: institution, where: kind == '医院', require: 'true'}"
        let plan = try Fixture.plan(vocabulary: Self.vocabulary, rules: rule)
        #expect(try Fixture.run(plan, table: "institution", []).totals.summaries[0].status == .tableMissing)
        let reached = try Fixture.run(plan, table: "institution", csv: "id,kind\n1,疾控机构\n").totals
        #expect(reached.summaries[0].status == .noRecords)
        #expect(!reached.decidedAnything)
    }
}
