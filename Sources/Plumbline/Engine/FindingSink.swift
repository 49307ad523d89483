/// Takes what an engine finds, in the order of table, record and rule.
protocol FindingSink {
    /// Called once for every record and rule, whatever came out.
    mutating func count(rule: Int, reason: Reason)

    /// Called once for every group and rule, whatever came out.
    mutating func countGroup(rule: Int, reason: Reason)

    /// Called once for every record that a rule over groups looked at, with what the record by itself came to.
    mutating func account(rule: Int, reason: Reason)

    /// Whether findings with this outcome are to be made at all; those that nobody writes cost nothing.
    func wants(_ outcome: Outcome) -> Bool

    /// What those with this outcome are to say beside what came out, why and when it is due.
    func details(of outcome: Outcome) -> FindingDetails

    /// Whether it is to be told where the data contradict themselves.
    var wantsProblems: Bool { get }

    /// Called after `count` with each finding that is wanted.
    mutating func receive(_ finding: Finding)

    /// Called where judging brings to light that the data contradict themselves.
    mutating func report(_ problem: DataProblem)

    /// Whether it is to be told how long rules take.
    var timesRules: Bool { get }

    /// Called with the time that judging a record, or groups, by a rule took; may be called where nobody asks.
    mutating func add(_ time: Duration, rule: Int)
}

extension FindingSink {
    /// Nearly all want to know everything.
    func details(of outcome: Outcome) -> FindingDetails { .all }
    var wantsProblems: Bool { true }

    /// Few want to know how long a rule takes.
    var timesRules: Bool { false }

    mutating func add(_ time: Duration, rule: Int) {}

    /// Judges by a rule, and notes how long it takes where somebody asks.
    mutating func timed(_ rule: Int, _ judge: (inout Self) -> Void) {
        guard timesRules else { return judge(&self) }
        let beginning = ContinuousClock.now
        judge(&self)
        add(beginning.duration(to: .now), rule: rule)
    }

    /// Whether a finding is wanted: what the plan itself exempts, and what a profile lets pass, is always written.
    func wants(_ reason: Reason) -> Bool { reason == .excepted || reason == .waived || wants(reason.outcome) }
}
