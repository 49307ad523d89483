/// What a rule says of one record or group, as texts that can be held side by side.
struct PlainFinding {
    var rule: String
    /// Which record or group: its kind, key, row and year.
    var name: String
    var verdict: PlainVerdict
    /// Before the due date: what it would be today.
    var today: PlainReason?
    /// What it would be if a profile did not let it pass.
    var withoutWaiver: PlainReason?
    /// Whether the figures are yet to be published.
    var isAwaited = false
    /// Before the due date: whether it is on its way, where the line stands, and what is needed a year.
    var track = PlainVerdict.Figure.none
    /// What the rule starts from: the year and the figure.
    var baseline = PlainVerdict.Figure.none
    /// For one verdict over several years: what each came to.
    var periods: [String] = []
    /// For each of them: what the product may say as well.
    var periodsOrElse: [Set<PlainReason>] = []
    /// What it would be under the other readings of the rule.
    var readings: [PlainReadingVerdict] = []
    /// Of a group: how its records were accounted for; nil where that is not held against the product.
    var ledger: PlainLedger?
}

extension PlainFinding {
    /// What it is as one counts it: before figures are published nothing is late.
    var outcome: PlainOutcome { isAwaited ? .notDue : verdict.reason.outcome }

    /// The reason that it has today, whether it is due or not.
    var reasonNow: PlainReason { verdict.reason == .waived ? .waived : today ?? verdict.reason }

    /// What it comes to today, whomever a profile lets pass.
    var outcomeWithoutWaiver: PlainOutcome { (today ?? withoutWaiver ?? verdict.reason).outcome }

    /// Whose it is, in whatever year.
    var subject: String { String(name.prefix { $0 != "@" }) }
}
