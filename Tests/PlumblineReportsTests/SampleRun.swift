import Diagnostics
import Foundation
import Plumbline
import Quantities
import Testing

/// A run made by hand: the plan comes from a small ruleset, the findings and totals from the test.
struct SampleRun {
    static let vocabulary = """
        vocabulary: sample
        enumerations:
          kind: {values: [疾控机构, 医院]}
        tables:
          institution:
            title: {zh: 医疗卫生机构, en: Health institution}
            key: [id]
            label: name
            fields:
              id: {type: string, title: {zh: 机构代码, en: Code}}
              name: {type: string, blank: none, title: {zh: 机构名称, en: Name}}
              kind: {type: kind, title: {zh: 机构类别, en: Kind}}
              total_posts: {type: integer, unit: 个, title: {zh: 岗位总量, en: Posts in all}}
              professional_posts: {type: integer, unit: 个, title: {zh: 专业技术岗位数, en: Professional posts}}
              beds: {type: integer, unit: 张, blank: 0, title: {zh: 床位数, en: Beds}}
              open_beds: {type: integer, unit: 张, title: {zh: 实际开放床位数, en: Open beds}}
              chief_pay: {type: decimal, unit: 元, sensitive: true, title: {zh: 负责人薪酬, en: Pay of the head}}
          station:
            key: [id]
            fields:
              id: {type: string}
              vehicles: {type: integer, unit: 辆}

        """

    static let ruleset = """
        ruleset: sample
        plan: {title: {zh: 示例方案, en: A sample plan}, document: 征求意见稿, from: 2021-01-01, to: 2025-12-31}
        uses: [vocabulary.yaml]
        rules:
          - id: professional-posts-below-floor
            title: {zh: 疾控机构专业技术岗位占比, en: CDC professional posts}
            source: {section: 二（四）15, clause: SN-15-1}
            binding: principle
            hedge: 逐步
            for: institution
            where: kind == '疾控机构'
            observe: professional_posts / total_posts
            target: {at_least: 85%}
            responsible: [市卫生健康委, 市人力资源社会保障局]
            fix: {zh: 增设专业技术岗位, en: Convert or add professional posts}
          - id: more-beds-open-than-granted
            title: {zh: 开放床位不超过核定床位, en: Open beds}
            for: institution
            require: |
              open_beds
                <= beds
            message: {zh: 开放床位多于核定床位, en: More beds are open than were granted}
          - id: pay-above-cap
            title: {zh: 负责人薪酬上限, en: Pay of the head}
            source: {section: 三}
            binding: obligatory
            for: institution
            observe: chief_pay
            target: {at_most: 500000 元}
          - id: too-few-ambulances
            title: {zh: 急救车辆数, en: Ambulances}
            for: station
            observe: vehicles
            target: {at_least: 1 辆}

        """

    static func plan() throws -> AuditPlan { try plan(["vocabulary.yaml": vocabulary, "ruleset.yaml": ruleset]) }

    /// The plan of some rule files, by name.
    static func plan(_ files: [String: String]) throws -> AuditPlan {
        let folder = FileManager.default.temporaryDirectory.appending(path: "plumbline-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in files { try text.write(to: folder.appending(path: name), atomically: true, encoding: .utf8) }
        return try AuditPlanner.plan(RuleBookLoader.load([folder.path]))
    }

    var findings: [Finding] = []
    var totals: RunTotals
    let plan: AuditPlan

    init() throws {
        self.init(try Self.plan())
        totals.summaries[3].tableWasSupplied = false
    }

    /// A run of a plan all of whose tables were supplied.
    init(_ plan: AuditPlan) {
        self.plan = plan
        totals = RunTotals(ruleCount: plan.rules.count)
        for rule in plan.rules.indices { totals.summaries[rule].tableWasSupplied = true }
    }

    /// Counts the finding, and keeps it unless it is a pass or out of scope.
    mutating func add(_ finding: Finding) {
        totals.summaries[finding.rule].add(finding.reason)
        if ReportContext.standardOutcomes.contains(finding.outcome) { findings.append(finding) }
    }

    /// - Parameter batches: In how many batches the reporter gets the findings.
    func report(
        _ reporter: any Reporter.Type, in language: Language, usesColor: Bool = false, batches: Int = 1
    ) throws -> String {
        let asOf = CalendarDate(year: 2025, month: 12, day: 31)
        let context = ReportContext(
            plan: plan, asOf: try #require(asOf), language: language, usesColor: usesColor)
        return render(reporter.init(context), batches: batches)
    }

    private func render(_ reporter: some Reporter, batches: Int) -> String {
        var (reporter, out) = (reporter, ReportBuffer())
        let size = max(1, (findings.count + batches - 1) / batches)
        for start in stride(from: 0, to: findings.count, by: size) {
            reporter.write(Array(findings[start..<min(start + size, findings.count)]), to: &out)
        }
        reporter.finish(totals, to: &out)
        return out.text
    }
}
