import Diagnostics
import Plumbline
import Quantities

/// A run over a whole plan, made by hand: clauses of every status, findings over groups and periods, comparisons,
/// requirements that are not due, and records of which nothing came.
enum SampleAudit {
    static let vocabulary = """
        vocabulary: city
        enumerations:
          kind: {values: [疾控机构, 医院, 基层医疗卫生机构]}
        tables:
          institution:
            title: {zh: 医疗卫生机构, en: Health institution}
            key: [id]
            label: name
            fields:
              id: {type: string, title: {zh: 机构代码, en: Code}}
              name: {type: string, title: {zh: 机构名称, en: Name}}
              kind: {type: kind, title: {zh: 机构类别, en: Kind}}
              county: {type: string, title: {zh: 区县, en: County}}
              total_posts: {type: integer, unit: 个, title: {zh: 岗位总量, en: Posts in all}}
              professional_posts: {type: integer, unit: 个, title: {zh: 专业技术岗位数, en: Professional posts}}
              equipment_debt: {type: decimal, unit: 万元, title: {zh: 大型设备负债, en: Equipment on credit}}
              centres: {type: integer, unit: 个, title: {zh: 临床诊疗中心数, en: Clinical centres}}
              mean_pay: {type: decimal, unit: 元, title: {zh: 人均薪酬, en: Mean pay}}
              pass_rate: {type: percent, title: {zh: 合格率, en: Pass rate}}
          station:
            title: {zh: 急救站, en: Ambulance station}
            key: [id]
            fields:
              id: {type: string}
              vehicles: {type: integer, unit: 辆}

        """

    static let ruleset = """
        ruleset: city
        plan: {title: {zh: 示例市卫生健康规划, en: Health plan of a sample city}, from: 2021-01-01, to: 2025-12-31}
        uses: [vocabulary.yaml]
        rules:
          - id: professional-posts-below-floor
            title: {zh: 疾控机构专业技术岗位占比, en: CDC professional posts}
            source: {section: 二（四）15, clause: C-15}
            binding: principle
            for: institution
            where: kind == '疾控机构'
            observe: professional_posts / total_posts
            target: {at_least: 85%}
            responsible: [市卫生健康委, 市人力资源社会保障局]
            fix: {zh: 增设专业技术岗位, en: Convert or add professional posts}
          - id: equipment-on-credit
            title: {zh: 大型设备负债, en: Large equipment on credit}
            source: {section: 二（四）14, clause: C-14}
            binding: obligatory
            for: institution
            observe: equipment_debt
            target: {equals: 0 万元}
            message: {zh: 公立医院不得负债购置大型设备, en: Large equipment is not to be bought on credit}
          - id: too-few-hospitals-with-centres
            title: {zh: 设有五个临床诊疗中心的医院占比, en: Hospitals with five centres}
            source: {section: 二（一）4, clause: C-4}
            for: institution
            where: kind == '医院'
            observe: centres
            target: {at_least: 5 个}
            coverage: {at_least: 60%, per: county}
            fix: {zh: 增设临床诊疗中心, en: Open clinical centres}
          - id: public-health-pay-below-mean
            title: {zh: 公共卫生科室人员薪酬, en: Pay of public-health staff}
            source: {section: 三 20, clause: C-20}
            binding: required
            for: institution
            observe: mean_pay
            target: {at_least: 5000.10 元}
          - id: pass-rate-below-floor
            title: {zh: 各年合格率, en: Pass rate of every year}
            source: {section: 三 21, clause: C-21}
            binding: expected
            for: institution
            observe: pass_rate
            target: {at_least: 90%}
          - id: too-few-ambulances
            title: {zh: 急救车辆数, en: Ambulances}
            source: {section: 三 22, clause: C-22}
            for: station
            observe: vehicles
            target: {at_least: 1 辆}
          - id: posts-below-2030-goal
            title: {zh: 2030 年专业技术岗位占比, en: Professional posts by 2030}
            source: {section: 四 1, clause: C-30}
            binding: strive
            for: institution
            observe: professional_posts / total_posts
            target: {at_least: 90%}
          - id: posts-not-reported
            title: {zh: 岗位总量已填报, en: Posts are reported}
            for: institution
            require: total_posts > 0
          - id: rural-rule
            title: {zh: 基层机构岗位, en: Posts at the grass roots}
            source: {section: 四 2, clause: C-31}
            for: institution
            where: kind == '基层医疗卫生机构'
            require: total_posts > 0

        """

    static let register = """
        register: city
        clauses:
          - {id: C-4, section: 二（一）4, term: {zh: 临床诊疗中心, en: Clinical centres}, requires: {at_least: 60%}}
          - {id: C-14, section: 二（四）14, term: {zh: 大型设备负债, en: Equipment on credit}, binding: obligatory}
          - {id: C-15, section: 二（四）15, term: {zh: 专业技术岗位占比, en: Professional posts}, binding: principle}
          - {id: C-20, section: 三 20, term: {zh: 公共卫生人员薪酬, en: Pay of public-health staff}}
          - {id: C-21, section: 三 21, term: {zh: 合格率, en: Pass rate}, binding: expected}
          - {id: C-22, section: 三 22, term: {zh: 急救车辆, en: Ambulances}}
          - {id: C-30, section: 四 1, term: {zh: 2030 年岗位占比, en: Posts by 2030}, binding: strive, due: {date: 2030-12-31}}
          - {id: C-31, section: 四 2, term: {zh: 基层机构岗位, en: Posts at the grass roots}}
          - {id: C-40, section: 四 3, term: {zh: 国外研修人数, en: Staff sent abroad}, hedge: 视情, uncheckable: {reason: no_threshold}}
          - {id: C-41, section: 四 4, term: {zh: 护理人员数, en: Nurses}}
          - {id: C-42, section: 五, term: {zh: 设备负债（重申）, en: Equipment again}, same_as: C-14}

        """

    static let posts = 0, debt = 1, centres = 2, pay = 3, passRate = 4, goal = 6, reported = 7, rural = 8

    static func plan() throws -> AuditPlan {
        try SampleRun.plan(["vocabulary.yaml": vocabulary, "ruleset.yaml": ruleset, "register.yaml": register])
    }

    /// The run, with files, a data problem and everything that a finding can carry.
    static func run() throws -> SampleRun {
        var run = SampleRun(try plan())
        run.totals.summaries[5].tableWasSupplied = false
        run.totals.files = [
            ReadFile(file: "机构/institutions.csv", table: "institution", records: 6),
            ReadFile(
                file: "机构/射洪.csv", table: "institution", records: 2, form: FileForm(encoding: .gb18030, delimiter: ";"),
                setAside: [SetAside(kind: .total, count: 1, rows: [RowAddress(row: 3, line: 4)])]),
        ]
        run.totals.dataProblems = [
            DataProblem(
                code: "unreadable-cell", table: "institution", file: "机构/射洪.csv", address: address(2),
                column: "岗位总量", text: "4.5101E+17", message: Localized(zh: "不是整数", en: "not a whole number")),
            DataProblem(
                code: "listed-not-sent", table: "station", file: "急救/submission.yaml",
                message: Localized(zh: "列出了却没有收到", en: "listed, and did not come")),
            DataProblem(
                code: "failed-check", table: "institution", file: "机构/institutions.csv", address: address(3),
                message: Localized(zh: "不符合勾稽关系“负债”", en: "the check 'debt' fails")),
        ] + ["a.csv", "b.csv", "c.csv", "d.csv"].map { file in
            DataProblem(
                code: "missing-column", table: "institution", file: file, column: "pass_rate",
                message: Localized(zh: "缺少规则所需的列", en: "a column that rules need is missing"))
        }
        run.totals.skippedFiles = ["机构/蓬溪.xlsx", "机构/说明.md"].map { file in
            SkippedFile(file: file, reason: Localized(zh: "不是能读取的数据格式", en: "not a format that can be read"))
        }
        for finding in all { run.add(finding) }
        return run
    }

    private static var all: [Finding] { plain + overGroups + overTime }

    static func address(_ row: Int) -> RecordAddress {
        RecordAddress(file: row > 6 ? "机构/射洪.csv" : "机构/institutions.csv", row: row, line: row + 1)
    }

    private static let names = ["船山区疾病预防控制中心", "安居区疾病预防控制中心", "市中心医院", "市中医院", "射洪市人民医院", "蓬溪县人民医院", "大英县疾病预防控制中心", "西眉镇卫生院"]

    static func record(_ row: Int, sent: Bool = true, period: CalendarPeriod? = nil) -> RecordReference {
        RecordReference(
            table: "institution", key: "SN00\(row)", label: names[row - 1], address: sent ? address(row) : nil, period: period)
    }

    private static func cell(_ field: String, _ column: String, _ text: String, _ row: Int) -> Evidence {
        Evidence(field: field, address: address(row), column: column, text: text, state: text.isEmpty ? .missing : .measured)
    }

    /// `part` of `whole` against a floor in percent.
    private static func share(_ part: Int64, of whole: Int64, floor: Int64) -> Measurement {
        let share = Number(numerator: part, denominator: whole) ?? 0
        return Measurement(observed: .number(share), gap: share - (Number(numerator: floor, denominator: 100) ?? 0))
    }

    private static func posts(_ part: Int64, of whole: Int64, row: Int, _ reason: Reason) -> Finding {
        Finding(
            rule: posts, record: record(row), reason: reason, measurement: share(part, of: whole, floor: 85),
            evidence: [
                cell("professional_posts", "专业技术岗位数", String(part), row), cell("total_posts", "岗位总量", String(whole), row),
                cell("kind", "机构类别", "疾控机构", row),
            ])
    }

    /// One record, one verdict; one record of which nothing came, and one that sent no details.
    private static var plain: [Finding] {
        var short = posts(70, of: 85, row: 2, .beyondLimit)
        short.measurement.closings = [Closing(kind: .convert, amount: .smallest(3)), Closing(kind: .add, amount: .smallest(15))]
        short.due = CalendarDate(year: 2025, month: 12, day: 31).map { Due(date: $0, isStated: true) }
        let debt = { (row: Int, text: String, amount: Int64) in
            Finding(
                rule: Self.debt, record: record(row), reason: amount > 0 ? .beyondLimit : .withinLimit,
                measurement: Measurement(observed: .number(Number(amount)), gap: Number(amount)),
                evidence: [cell("equipment_debt", "大型设备负债（万元）", text, row)])
        }
        return [
            posts(86, of: 100, row: 1, .withinLimit), short,
            Finding(rule: Self.posts, record: record(7, sent: false), reason: .noRecord),
            debt(3, "1200", 12_000_000), debt(5, "35.5", 355_000),
            Finding(rule: pay, record: record(4), reason: .listNotSubmitted),
            Finding(rule: reported, record: record(1), reason: .conditionTrue),
            Finding(rule: reported, record: record(7, sent: false), reason: .noRecord),
            Finding(
                rule: reported, record: record(8), reason: .unreadable,
                evidence: [Evidence(field: "total_posts", address: address(8), column: "岗位总量", text: "4.5101E+17", state: .unreadable)]),
            Finding(rule: rural, record: record(1), reason: .outOfScope),
        ]
    }

    private static func group(_ name: String) -> RecordReference {
        RecordReference(table: "institution", key: name, label: nil, address: nil, kind: .group)
    }

    private static func centres(_ count: Int64, _ row: Int) -> GroupEvidence.Member {
        GroupEvidence.Member(
            record: record(row), reason: .beyondLimit,
            measurement: Measurement(observed: .number(Number(count)), gap: Number(count - 5)))
    }

    /// Coverage of groups, of all records together, and a comparison of two sides.
    private static var overGroups: [Finding] {
        var county = Finding(rule: centres, record: group("射洪市"), reason: .coverageShort)
        county.measurement = Measurement(closings: [Closing(kind: .convert, amount: .smallest(2))])
        var ledger = Ledger()
        for reason in [.withinLimit, .beyondLimit, .beyondLimit, .missing, .outOfScope] as [Reason] { ledger.add(reason) }
        county.group = GroupEvidence(
            ledger: ledger, members: [centres(1, 5), centres(3, 6), GroupEvidence.Member(record: record(4), reason: .missing)],
            membersLeftOut: 4, passed: 1, failed: 2, undecided: 1)
        var open = Finding(rule: centres, record: group("船山区"), reason: .missingDecides)
        open.group = GroupEvidence(
            members: [GroupEvidence.Member(record: record(3), reason: .listNotSubmitted)], passed: 2, failed: 1, undecided: 2)
        open.group?.neededOfUndecided = 1
        let all = RecordReference(table: "institution", key: "", label: nil, address: nil, kind: .all)
        var met = Finding(rule: centres, record: all, reason: .coverageMet)
        met.group = GroupEvidence(passed: 9, failed: 1)
        var pay = Finding(rule: Self.pay, record: record(3), reason: .beyondLimit)
        pay.measurement = Measurement(
            observed: .number(Number(Decimal("5000.094") ?? Decimal(0))), gap: Number(Decimal("-0.002") ?? Decimal(0)))
        pay.group = GroupEvidence(missing: .against)
        pay.group?.sides = [
            GroupEvidence.Side(
                title: Localized(zh: "公共卫生科", en: "Public-health department"), counted: 12, missing: 1,
                value: .number(Number(Decimal("5000.094") ?? Decimal(0)))),
            GroupEvidence.Side(
                title: Localized(zh: "全院", en: "The whole institution"), counted: 340, missing: 0,
                value: .number(Number(Decimal("5000.096") ?? Decimal(0)))),
        ]
        return [county, open, met, pay]
    }

    /// A verdict on one period, one over several, and one that is not due.
    private static var overTime: [Finding] {
        func year(_ year: Int) -> CalendarPeriod? { CalendarPeriod(kind: .year, year: year) }
        var lastYear = Finding(
            rule: passRate, record: record(3, period: year(2024)), reason: .beyondLimit, measurement: share(85, of: 100, floor: 90),
            evidence: [cell("pass_rate", "合格率", "85%", 3)])
        lastYear.due = CalendarDate(year: 2024, month: 12, day: 31).map { Due(date: $0, isStated: false) }
        var years = Finding(rule: passRate, record: record(4), reason: .beyondLimit)
        let verdicts: [(Int, Int64, Reason)] = [
            (2021, 91, .withinLimit), (2022, 89, .beyondLimit), (2023, 92, .withinLimit), (2024, 0, .noSuchPeriod), (2025, 88, .beyondLimit),
        ]
        years.periods = verdicts.compactMap { number, percent, reason in
            year(number).map {
                PeriodVerdict(
                    period: $0, reason: reason,
                    measurement: percent > 0 ? share(percent, of: 100, floor: 90) : Measurement())
            }
        }
        var later = Finding(
            rule: goal, record: record(2), reason: .beforeDue, measurement: share(70, of: 85, floor: 90),
            evidence: [cell("professional_posts", "专业技术岗位数", "70", 2), cell("total_posts", "岗位总量", "85", 2)])
        later.due = CalendarDate(year: 2030, month: 12, day: 31).map { Due(date: $0, isStated: true) }
        later.reasonToday = .beyondLimit
        var unknown = Finding(rule: goal, record: record(5), reason: .beforeDue)
        unknown.due = later.due
        unknown.reasonToday = .missing
        return [lastYear, years, later, unknown, Finding(rule: passRate, record: record(5), reason: .withinLimit)]
    }
}
