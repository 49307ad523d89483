import Diagnostics

/// The faults of baselines, paces and days of publication in rules, each worded here and nowhere else.
extension Diagnostic {
    static func notABaseline(_ found: Localized, period: CalendarPeriod?, at location: Location) -> Self {
        let example = period ?? CalendarPeriod(kind: .year, year: 2020)
        return Self(
            code: "not-a-baseline", at: location,
            message: Localized(zh: "基期要写明期间，这里却是\(found.zh)", en: "a baseline names its period, but this is \(found.en)"),
            help: example.map {
                Localized(
                    zh: "写成 {period: \($0), value: …}；数值从数据读取时省去 value",
                    en: "write {period: \($0), value: …}, without value where the data have the figure")
            })
    }

    static func baselineNotBefore(_ baseline: CalendarPeriod, _ judged: String, at location: Location) -> Self {
        Self(
            code: "baseline-not-before", at: location,
            message: Localized(
                zh: "基期 \(baseline) 不早于所判定的 \(judged)", en: "the baseline \(baseline) is not before \(judged), which the rule judges"),
            help: Localized(zh: "检查年份是否写错", en: "look for a slip in the years"))
    }

    static func baselineOfNothing(at location: Location) -> Self {
        Self(
            code: "baseline-of-nothing", at: location,
            message: Localized(
                zh: "规则没有 observe，基数不知是什么的数值", en: "the rule observes nothing that the baseline's value could be of"),
            help: Localized(zh: "删去 value，或写 observe 和 target", en: "leave value out, or write observe and target"))
    }

    static func baselineNotANumber(at location: Location) -> Self {
        Self(
            code: "baseline-of-nothing", at: location,
            message: Localized(zh: "所观察的不是数字，基数无从比较", en: "what is observed is no number, so that a baseline's value says nothing of it"),
            help: Localized(zh: "删去 value", en: "leave value out"))
    }

    static func baselineMissing(at location: Location) -> Self {
        Self(
            code: "baseline-missing", at: location,
            message: Localized(zh: "要与基期相比，规则却没有写 baseline", en: "this is held against the baseline, and the rule has none"),
            help: Localized(
                zh: "在规则中写 baseline: {period: 2020}，规划写明基数的加上 value",
                en: "give the rule baseline: {period: 2020}, with a value where the plan states it"))
    }

    static func paceWithoutBaseline(_ pace: Pace, at location: Location) -> Self {
        Self(
            code: "pace-without-baseline", at: location,
            message: Localized(
                zh: "pace: \(pace.rawValue) 要从基期起算，规则却没有写 baseline", en: "pace: \(pace.rawValue) starts from a baseline, and the rule has none"),
            help: Localized(
                zh: "写 baseline: {period: 2020, value: …}，或删去 pace", en: "write baseline: {period: 2020, value: …}, or leave pace out"))
    }

    static func paceWithoutDue(_ pace: Pace, at location: Location) -> Self {
        Self(
            code: "pace-without-due", at: location,
            message: Localized(
                zh: "pace: \(pace.rawValue) 要到期限为止，规则却没有一个期限", en: "pace: \(pace.rawValue) leads to a due date, and the rule has no single one"),
            help: Localized(
                zh: "写 due: 2025 或 period: 2025，或删去 pace", en: "write due: 2025 or period: 2025, or leave pace out"))
    }

    static func paceWithoutLine(_ pace: Pace, at location: Location) -> Self {
        Self(
            code: "pace-without-line", at: location,
            message: Localized(
                zh: "该规则的限值不是一个数，pace: \(pace.rawValue) 画不出进度线",
                en: "the rule's limit is not one number, so that pace: \(pace.rawValue) leads nowhere"),
            help: Localized(
                zh: "pace 用于 at_least、more_than、at_most、less_than、equals，以及与基期相比的 change、growth",
                en: "a pace suits at_least, more_than, at_most, less_than and equals, and change and growth against the baseline"))
    }

    static func expectedBeforePeriod(_ day: CalendarDate, _ period: CalendarPeriod, at location: Location) -> Self {
        Self(
            code: "expected-before-period", at: location,
            message: Localized(zh: "\(period) 的数据不会在 \(day) 公布：那时该期间还没有开始", en: "the figures of \(period) cannot be published on \(day), before it begins"),
            help: Localized(zh: "检查年份是否写错", en: "look for a slip in the years"))
    }

    static func comparesLatest(_ kind: String, at location: Location) -> Self {
        Self(
            code: "compares-latest", at: location,
            message: Localized(
                zh: "latest_since 判定的期间因记录而异，“\(kind)”无从与另一期相比",
                en: "latest_since judges each record in a period of its own, so that '\(kind)' compares unlike things"),
            help: Localized(zh: "写明判定的期间，例如 period: 2025", en: "name the period to judge, such as period: 2025"))
    }

    static func periodNotNamed(_ kind: String, at location: Location) -> Self {
        Self(
            code: "period-not-named", at: location,
            message: Localized(
                zh: "该表的记录不分期间，规则也没有写明判定哪一期，“\(kind)”不知从哪一期比起",
                en: "the records are of no period and the rule names none, so that '\(kind)' has nothing to reckon from"),
            help: Localized(zh: "写明判定的期间，例如 period: 2025", en: "name the period to judge, such as period: 2025"))
    }

    static func dueAfterPlan(_ due: CalendarDate, end: CalendarDate, at location: Location) -> Self {
        Self(
            code: "due-after-plan", severity: .warning, at: location,
            message: Localized(zh: "期限 \(due) 晚于规划的最后一天 \(end)", en: "the due date \(due) lies after the plan's last day, \(end)"),
            help: Localized(
                zh: "检查年份是否写错；条文确有更远的期限时，在条款登记表中写 due: {date: \(due), stated: true}",
                en: "look for a slip in the year; where the clause looks further ahead, the register says so: due: {date: \(due), stated: true}"))
    }

    static func periodOfSnapshot(table: String, at location: Location) -> Self {
        Self(
            code: "period-of-snapshot", severity: .warning, at: location,
            message: Localized(
                zh: "表“\(table)”的记录不分期间，period 不起作用：数据按报送时的状况看，无论是哪一年的",
                en: "the records of '\(table)' are of no period, so that 'period' does nothing: they are taken as they came, whatever year they are of"),
            help: Localized(
                zh: "删去 period，期限写 due: 2025；要按年判定，用分期间的表或按期观测的指标",
                en: "leave period out, and write due: 2025 for a deadline; to judge a year, use a table with periods, or an indicator that is observed year by year"))
    }

    /// - Parameter isProgress: Whether one period is judged, and held against a baseline.
    static func periodsOfSnapshot(table: String, isProgress: Bool, at location: Location) -> Self {
        let why = isProgress
            ? Localized(zh: "与基期相比的进度无从谈起", en: "nothing can be said of the way from the baseline")
            : Localized(zh: "逐期的结论无从谈起", en: "it has no verdict for one period or another")
        return Self(
            code: "period-of-snapshot", severity: .warning, at: location,
            message: Localized(
                zh: "表“\(table)”的记录不分期间，\(why.zh)：数据不知是哪一年的",
                en: "the records of '\(table)' are of no period, and \(why.en): nobody knows of which year the data are"),
            help: Localized(
                zh: "用分期间的表（如 region_year）或按期观测的指标；只看报送时的状况时删去 period，期限写 due",
                en: "use a table with periods (such as region_year), or an indicator that is observed year by year; leave period out, and write due, to take the data as they come"))
    }

    static func baselineOfSnapshot(table: String, at location: Location) -> Self {
        Self(
            code: "baseline-of-snapshot", severity: .warning, at: location,
            message: Localized(
                zh: "表“\(table)”的记录不分期间，数据中不会有基期的数值", en: "the records of '\(table)' are of no period, so that the data have no figure for the baseline"),
            help: Localized(
                zh: "规划写明基数的，写 baseline: {period: 2020, value: …}；否则用分期间的表",
                en: "where the plan states the figure write baseline: {period: 2020, value: …}; otherwise use a table with periods"))
    }

    static func compoundChange(at location: Location) -> Self {
        Self(
            code: "compound-change", at: location,
            message: Localized(zh: "变化量没有复合的年均值", en: "a change has no compound yearly average"),
            help: Localized(zh: "年均变化写 linear；复合增长率用 growth", en: "write linear, or use growth for a compound rate"))
    }

    static func compoundBelowNothing(_ text: String, at location: Location) -> Self {
        Self(
            code: "compound-below-nothing", at: location,
            message: Localized(zh: "每年减少“\(text)”以上，一年就没有了", en: "what shrinks by '\(text)' a year is gone within one"),
            help: Localized(zh: "复合增长率应高于 -100%", en: "a compound rate is above -100%"))
    }
}
