/// Tables with a row a subject and year.
extension PlainJudge {
    func overPeriods() -> [PlainFinding] {
        let expected = subjects()
        let strangers = rule.subjects.filter { !expected.contains($0) }
        return (expected + strangers).flatMap(findings)
    }

    /// Everybody who has a row of any year, or whom a roster expects.
    private func subjects() -> [String] {
        var subjects: [String] = []
        func add(_ subject: String) { if !subjects.contains(subject) { subjects.append(subject) } }
        data.rows(of: rule.table).map(\.subject).forEach(add)
        if let parent = rule.table.key.lazy.compactMap({ rule.table.field($0) }).first,
           case .reference(let table, _) = parent.type {
            for roster in data.rosters where roster.table.name == table { roster.rows.compactMap { $0[roster.table.key[0]]?.text }.forEach(add) }
        }
        return subjects
    }

    /// Whom a rule over groups judges in a year, each once.
    ///
    /// - Parameter isComparing: Whether records are held against each other, and so those are missed of whom the table that
    ///   the key leads to knows and nothing came, though nobody has to answer.
    func members(in year: Int?, isComparing: Bool) -> [PlainRow] {
        var rows: [PlainRow] = []
        var known = subjects()
        // Of a table that never came nobody is missed.
        if isComparing, isThere, case .reference(let owner, _) = rule.table.key.first.flatMap({ rule.table.field($0)?.type }) {
            for key in data.rows(of: data.vocabulary.table(owner)).map(\.key) where !known.contains(key) { known.append(key) }
        }
        let all = rule.table.period == nil ? data.rows(of: rule.table) : year.map { year in known.flatMap { rowsOrAbsence($0, in: year) } } ?? []
        for row in all where row.absence != nil || !rows.contains(where: { !row.table.key.isEmpty && $0.key == row.key }) { rows.append(row) }
        return rows
    }

    /// Groups are judged year by year as records are.
    func overGroups(_ judge: (Int?) -> [PlainFinding]) -> [PlainFinding] {
        switch rule.periods {
        case .one(let year): judge(year)
        case .each(let years): years.flatMap(judge)
        case nil where rule.table.period == nil: judge(nil)
        default: preconditionFailure("no rule over groups is made for these periods")
        }
    }

    private func rowsOrAbsence(_ subject: String, in year: Int) -> [PlainRow] {
        let rows = data.rows(of: rule.table).filter { $0.subject == subject && $0.year == year }
        return rows.isEmpty ? [row(of: subject, in: year)] : rows
    }

    func isOver(_ year: Int) -> Bool { isDue(rule.due ?? .end(of: year)) }

    private func findings(_ subject: String) -> [PlainFinding] {
        switch rule.periods {
        case .one(let year): return [finding(subject, in: year)]
        case .each(let years): return years.map { finding(subject, in: $0) }
        case .all(let years): return [whole(subject, years, isAll: true)]
        case .any(let years): return [whole(subject, years, isAll: false)]
        case .latestSince(let year): return [latest(subject, since: year)]
        case nil:
            guard let due = rule.due else { return [] }
            if isDue(due) { return [finding(subject, in: due.year)] }
            // Before the day the last figures there are tell how it stands.
            let years = data.rows(of: rule.table).filter { $0.subject == subject }.compactMap(\.year)
            return [finding(subject, in: years.filter { $0 <= due.year }.max() ?? due.year)]
        }
    }

    private func finding(_ subject: String, in year: Int) -> PlainFinding {
        let due = rule.due ?? .end(of: year)
        // A due date within the year ends it for this purpose; after one before it the year still has to end.
        let isOpen = asOf <= due || asOf <= .end(of: year) && due.year != year
        return finding("record \(subject)@\(year)", PlainScope(record: row(of: subject, in: year), year: year), due: due, isDue: !isOpen)
    }

    private func finding(_ name: String, _ scope: PlainScope, due: PlainDay?, isDue: Bool) -> PlainFinding {
        var verdict = verdict(scope.record, scope)
        // Without a year that is known nothing was judged.
        if scope.year == nil, verdict.reason.outcome != .notApplicable, let absence = scope.record.absence, verdict.reason > absence {
            verdict = PlainVerdict(absence)
        }
        let judged = verdict
        let isAwaited = isAwaited(verdict.reason)
        verdict.reason = published(verdict.reason)
        var finding = isAwaited ? PlainFinding(rule: rule.id, name: name, verdict: verdict) : finding(name, verdict, isDue: isDue)
        finding.isAwaited = isAwaited
        if isAwaited || finding.verdict.reason == .before_due { finding.track = track(judged, scope, due: due) }
        if finding.outcome != .notApplicable || finding.verdict.reason != .excepted && isLetPass(finding) { finding.baseline = baselineFigure(scope) }
        return finding
    }

    /// The row of a year; where there is none, one that knows its key only.
    func row(of subject: String, in year: Int?) -> PlainRow {
        if let year, let row = data.rows(of: rule.table).first(where: { $0.subject == subject && $0.year == year }) { return row }
        let row = PlainRow(table: rule.table, number: 0, cells: [:])
        let keys = rule.table.key.filter { $0 != rule.table.period }
        for (field, text) in zip(keys, subject.split(separator: "/")) { row.cells[field] = .value(.text(String(text)), text: String(text)) }
        row.absence = data.rows(of: rule.table).contains { $0.subject == subject } ? .no_such_period : .no_record
        row.isOnlyNamed = rule.subjects.contains(subject) && !subjects().contains(subject)
        return row
    }
}

// MARK: - When figures are published

private extension PlainJudge {
    /// Whether what is not there is yet to be published.
    func isAwaited(_ reason: PlainReason) -> Bool {
        guard let expected = rule.expectedOn, asOf < expected else { return false }
        return [.no_record, .no_such_record, .ambiguous_record, .no_such_period, .not_published, .missing, .missing_decides].contains(reason)
    }

    /// A year that did not come after the day is one that nobody published.
    func published(_ reason: PlainReason) -> PlainReason {
        guard let expected = rule.expectedOn else { return reason }
        return isAwaited(reason) || asOf >= expected && reason == .no_such_period ? .not_published : reason
    }
}

// MARK: - Several years

private extension PlainJudge {
    /// One verdict over several years: under `all` a year that is over and fails decides, under `any` one that passes.
    func whole(_ subject: String, _ years: ClosedRange<Int>, isAll: Bool) -> PlainFinding {
        struct Year {
            var scope: PlainScope
            var verdict: PlainVerdict
            var reason: PlainReason
            var isAwaited: Bool
        }
        let all = years.map { year -> Year in
            let scope = PlainScope(record: row(of: subject, in: year), year: year)
            let verdict = verdict(scope.record, scope)
            return Year(scope: scope, verdict: verdict, reason: published(verdict.reason), isAwaited: isAwaited(verdict.reason))
        }
        func told(_ year: Year, isDue: Bool, isAwaited: Bool = false) -> PlainFinding {
            var verdict = year.verdict
            verdict.reason = year.reason
            var told = isAwaited ? PlainFinding(rule: rule.id, name: "record \(subject)", verdict: verdict) : finding("record \(subject)", verdict, isDue: isDue)
            told.isAwaited = isAwaited
            told.periods = all.map { "\($0.scope.year!) \($0.verdict.reason.rawValue)" }
            told.periodsOrElse = all.map(\.verdict.orElse)
            if isAwaited || told.verdict.reason == .before_due { told.track = track(over: all.map(\.verdict.reason), isAll: isAll) }
            if told.outcome != .notApplicable || told.verdict.reason != .excepted && isLetPass(told) { told.baseline = baselineFigure(year.scope) }
            return told
        }
        let judged = all.filter { $0.reason.outcome != .notApplicable }
        guard !judged.isEmpty else { return told(all.min { $0.reason < $1.reason }!, isDue: true) }
        if let fault = judged.first(where: { $0.reason.outcome == .error }) { return told(fault, isDue: true) }
        let final = judged.filter { asOf > .end(of: $0.scope.year!) && !$0.isAwaited }
        let decisive: PlainOutcome = isAll ? .fail : .pass
        if let decided = final.first(where: { $0.reason.outcome == decisive }) { return told(decided, isDue: true) }
        let isOpen = final.count < judged.count || rule.due.map { !isDue($0) } ?? false
        // The year under way may be the one that settles it, whatever the years before were.
        if !isAll, isOpen, let passing = judged.first(where: { $0.reason.outcome == .pass }) { return told(passing, isDue: false) }
        if var open = final.filter({ $0.reason.outcome == .notMeasured }).min(by: { $0.reason < $1.reason }) {
            // A year that may be told as decided decides them all.
            open.verdict.orElse.formUnion(final.flatMap(\.verdict.orElse).filter { $0.outcome == decisive })
            return told(open, isDue: true)
        }
        if let awaited = judged.first(where: \.isAwaited) { return told(awaited, isDue: true, isAwaited: true) }
        let last = judged.first { $0.reason.outcome == decisive } ?? final.last ?? judged[0]
        return told(last, isDue: !isOpen)
    }

    /// The latest year with a figure, up to the day of the run or the due date.
    func latest(_ subject: String, since first: Int) -> PlainFinding {
        let last = min(rule.due ?? asOf, asOf).year
        let known = data.rows(of: rule.table).filter { row in
            guard row.subject == subject, let year = row.year, first <= year, year <= last else { return false }
            return isKnown(rule.requirement, PlainScope(record: row, year: year))
        }
        let year = known.compactMap(\.year).max()
        let scope = PlainScope(record: row(of: subject, in: year), year: year)
        let isOpen = rule.due.map { !isDue($0) } ?? false
        return finding("record \(subject)\(year.map { "@\($0)" } ?? "")", scope, due: rule.due, isDue: !isOpen)
    }

    /// Whether what the rule looks at is known; of several arms one is enough.
    func isKnown(_ requirement: PlainRule.Requirement, _ scope: PlainScope) -> Bool {
        switch requirement {
        case .condition(let condition): evaluator.condition(condition, scope).causes == nil
        case .target(let value, _, _): evaluator.value(value, scope).causes == nil
        case .change(let change): evaluator.value(change.value, scope).causes == nil
        case .arms(let arms): arms.arms.contains { isKnown($0.requirement, scope) }
        case .peers(let value, _, _): evaluator.value(value, scope).causes == nil
        case .membership, .unique, .parity, .composition, .sameSet, .published: true
        }
    }
}
