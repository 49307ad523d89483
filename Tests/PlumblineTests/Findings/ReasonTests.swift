import Diagnostics
import Foundation
import PlumblineReaders
import Testing

@testable import Plumbline

/// A smallest rule and the data that give a finding its reason.
private struct Producer: Sendable, CustomTestStringConvertible {
    let reason: Reason
    /// The keys of the only rule.
    let rule: String
    /// Texts by table.
    let files: [String: String]
    /// Areas that have to answer.
    var roster: String?
    /// More keys of the ruleset's header.
    var header = ""
    /// The keys of a profile in force.
    var profile: String?
    var asOf = "2026-01-01"

    init(
        _ reason: Reason, _ rule: String, _ files: [String: String], roster: String? = nil, header: String = "",
        profile: String? = nil, asOf: String = "2026-01-01"
    ) {
        (self.reason, self.rule, self.files, self.roster) = (reason, rule, files, roster)
        (self.header, self.profile, self.asOf) = (header, profile, asOf)
    }

    var testDescription: String { reason.rawValue }
}

@Suite("the reasons of findings")
struct ReasonTests {
    private static let vocabulary = """
        vocabulary: reasons
        enumerations:
          step: {order: [谋划, 开工, 竣工]}
        tables:
          area:
            key: [id]
            fields:
              id: {type: string}
              kind: {type: string}
              beds: {type: integer, unit: 张, range: 0..}
              people: {type: integer, unit: 人, range: 0..}
              parent: {references: area, list: parts}
              step: {type: step, reached_on: {竣工: done_on}}
              done_on: {type: date, blank: none}
          staff:
            key: [id]
            fields:
              id: {type: string}
              area: {references: area, list: staff}
              kind: {type: string}
              pay: {type: decimal, unit: 元, range: 0..}
          area_year:
            key: [area, year]
            period: year
            fields:
              area: {references: area, list: years}
              year: {type: period}
              income: {type: decimal, unit: 元, range: 0..}
              cost: {type: decimal, unit: 元, range: 0..}
          call:
            key: [id]
            period: year_of(called_on)
            fields:
              id: {type: string}
              called_on: {type: date}
              minutes: {type: decimal, unit: min, range: 0..}
          published:
            key: [indicator, area, period]
            period: period
            benchmarks: {indicator: indicator, value: value}
            fields:
              indicator: {type: string}
              area: {type: string}
              period: {type: period}
              value: {type: decimal}
        indicators:
          - {id: cost_share, of: area_year, unit: "%", title: 成本占比, numerator: cost, denominator: income}
        """

    private static let five = "for: area, observe: beds, target: {at_least: 5 张}"
    private static let parity = "for: staff, observe: pay, target: {parity: {test: kind == 'a', against: kind == 'b', within: [area], at_least: 100%, min_group: 2}}"

    private static let producers: [Producer] = [
        Producer(.excepted, "\(five), except: [{record: A, why: 条文列明}]", ["area": "id,beds\nA,1\n"]),
        Producer(.waived, five, ["area": "id,beds\nA,1\n"], profile: "waivers: [{rule: r, record: A, why: 复评中, until: 2026-06-30}]"),
        Producer(.otherPeriod, "for: call, period: 2025, observe: minutes, target: {at_most: 5 min}", ["call": "id,called_on,minutes\nA,2024-05-01,9\n"]),
        Producer(.outOfScope, "\(five), where: kind == 'a'", ["area": "id,kind,beds\nA,b,9\n"]),
        Producer(.noLimit, "for: area, observe: beds, target: {at_least: [{when: kind == 'a', limit: 5 张}]}", ["area": "id,kind,beds\nA,b,9\n"]),
        Producer(.noTestedGroup, parity, ["area": "id\nA\n", "staff": "id,area,kind,pay\n1,A,b,9\n"]),
        Producer(.armNotApplicable, "for: area, any_of: [{where: kind == 'a', observe: beds, target: {at_least: 5 张}}, {where: kind == 'c', require: people > q('5 人')}]", ["area": "id,kind,beds,people\nA,b,9,9\n"]),
        Producer(.ruleError, "for: area, require: int(kind) > 5", ["area": "id,kind\nA,b\n"]),
        Producer(.costLimit, "for: area, require: kind.matches(kind)", ["area": "id,kind\nA,\(String(repeating: "a", count: 20_000))\n"]),
        Producer(.parameterUnset, "for: area, observe: beds, target: {at_least: {value: params.least}}", ["area": "id,beds\nA,9\n"], header: "params: {least: {type: quantity, unit: 张, why: 遮盖}}"),
        Producer(.noBenchmark, "for: area_year, period: 2025, observe: cost_share, target: {peers: {less_than: 0pp, benchmark: {area: 全省}}}", ["area_year": "area,year,income,cost\nA,2025,9,3\n"]),
        Producer(.scopeUnknown, "\(five), where: kind == 'a'", ["area": "id,kind,beds\nA,,9\n"]),
        Producer(.noRecord, five, ["area": "id,beds\nA,9\n"], roster: "id\nA\nB\n"),
        Producer(.listNotSubmitted, "for: area, observe: staff.count(), target: {at_least: 1 人}", ["area": "id,beds\nA,9\n"]),
        Producer(.noSuchRecord, "for: staff, require: area.beds > q('5 张')", ["staff": "id,area\n1,B\n", "area": "id,beds\nA,9\n"]),
        Producer(.ambiguousRecord, "for: staff, require: area.beds > q('5 张')", ["staff": "id,area\n1,A\n", "area": "id,beds\nA,9\nA,1\n"]),
        Producer(.noSuchPeriod, "for: area_year, period: 2025, observe: income - previous.income, target: {at_least: 0 元}", ["area_year": "area,year,income\nA,2025,9\n"]),
        Producer(.notPublished, "for: area_year, period: 2025, expected_on: 2026-06-30, observe: income, target: {at_least: 5 元}", ["area_year": "area,year,income\nA,2024,9\n"]),
        Producer(.missing, five, ["area": "id,beds\nA,\n"]),
        Producer(.unreadable, five, ["area": "id,beds\nA,many\n"]),
        Producer(.dateMissing, "for: area, due: 2024-12-31, observe: step, target: {reaches: 竣工}", ["area": "id,step,done_on\nA,竣工,\n"]),
        Producer(.zeroDenominator, "for: area_year, period: 2025, observe: cost_share, target: {at_most: 50%}", ["area_year": "area,year,income,cost\nA,2025,0,3\n"]),
        Producer(.zeroBase, "for: area_year, period: 2025, observe: income, target: {growth: {at_least: 5%, against: previous}}", ["area_year": "area,year,income\nA,2024,0\nA,2025,9\n"]),
        Producer(.emptyGroup, "for: area, observe: 'staff.avg(s, s.pay)', target: {at_least: 5 元}", ["area": "id\nA\nB\n", "staff": "id,area,pay\n1,B,9\n"]),
        Producer(.groupTooSmall, parity, ["area": "id\nA\n", "staff": "id,area,kind,pay\n1,A,a,9\n2,A,b,9\n3,A,b,9\n"]),
        Producer(.tooFewMeasured, "for: area, require: beds > q('5 张'), coverage: {at_least: 50%}, missing: {skip: {min_measured: 95%}}", ["area": "id,beds\nA,9\nB,\n"]),
        Producer(.missingDecides, "for: area, require: beds > q('5 张'), coverage: {at_least: 100%}", ["area": "id,beds\nA,9\nB,\n"]),
        Producer(.beforeDue, "\(five), due: 2026-12-31", ["area": "id,beds\nA,1\n"]),
        Producer(.late, "for: area, due: 2024-12-31, observe: step, target: {reaches: 竣工}", ["area": "id,step,done_on\nA,竣工,2025-02-01\n"]),
        Producer(.beyondLimit, five, ["area": "id,beds\nA,4\n"]),
        Producer(.conditionFalse, "for: area, require: beds > q('5 张')", ["area": "id,beds\nA,4\n"]),
        Producer(.coverageShort, "for: area, require: beds > q('5 张'), coverage: {at_least: 50%}", ["area": "id,beds\nA,4\n"]),
        Producer(.withinLimit, five, ["area": "id,beds\nA,5\n"]),
        Producer(.conditionTrue, "for: area, require: beds > q('5 张')", ["area": "id,beds\nA,6\n"]),
        Producer(.coverageMet, "for: area, require: beds > q('5 张'), coverage: {at_least: 50%}", ["area": "id,beds\nA,6\n"]),
    ]

    @Test("there is data for every reason there is")
    func all() { #expect(Self.producers.map(\.reason) == Reason.allCases) }

    @Test("a small rule on small data comes to it", arguments: producers)
    private func reason(producer: Producer) throws {
        let roster = producer.roster == nil ? "" : "data: [{table: area, file: roster.csv, roster: true}]\n"
        var texts = [
            "vocabulary.yaml": Self.vocabulary,
            "ruleset.yaml": """
                ruleset: reasons
                plan: {title: 规划, from: 2021-01-01, to: 2025-12-31}
                uses: [vocabulary.yaml]
                \(producer.header)
                \(roster)
                rules:
                  - {id: r, title: 规则, \(producer.rule)}
                """,
        ]
        if let profile = producer.profile { texts["profile.yaml"] = "profile: force\nof: reasons\n\(profile)\n" }
        let plan = try Fixture.plan(texts, profile: producer.profile == nil ? nil : "force")
        var submission = Submission()
        submission.files = producer.files.sorted { $0.key < $1.key }.map { Self.file($0.key, $0.value) }
        submission.references = producer.roster.map { [Submission.Reference(file: Self.file("area", $0), isRoster: true)] } ?? []
        var log = FindingLog()
        _ = Audit(plan: plan, asOf: try #require(CalendarDate(iso: producer.asOf))).run(submission, into: &log)
        let found = log.findings.first { $0.reason == producer.reason }
        #expect(found != nil, "\(log.findings.map { "\($0.record.name) \($0.reason.rawValue) \($0.fault?.en ?? "")" })")
        // What is not published yet is not due, before its day.
        #expect(found?.outcome == (producer.reason == .notPublished ? .notDue : producer.reason.outcome))
    }

    private static func file(_ table: String, _ csv: String) -> Submission.File {
        Submission.File(source: ByteSource(name: "\(table).csv", bytes: Array(csv.utf8)), table: table, reader: CSVReader())
    }
}
