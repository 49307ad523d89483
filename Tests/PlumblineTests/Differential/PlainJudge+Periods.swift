/// Tables with a row a subject and year.
extension PlainJudge {
    func overPeriods() -> [PlainFinding] {
        let expected = subjects()
        let strangers = rule.subjects.filter { !expected.contains($0) }
        return expected.flatMap(findings) + strangers.map { finding("record \($0)", PlainVerdict(.no_record), isDue: true) }
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
        // Whether somebody of whom nothing came would be in the scope, nobody asks; nor of a table that never came.
        if isComparing, isThere, rule.scope == nil, case .reference(let owner, _) = rule.table.key.first.flatMap({ rule.table.field($0)?.type }) {
            for key in data.rows(of: data.vocabulary.table(owner)).map(\.key) where !known.contains(key) { known.append(key) }
        }
        let all = rule.table.period == nil ? data.rows(of: rule.table) : year.map { year in known.flatMap { rowsOrAbsence($0, year) } } ?? []
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

    private func rows(of subject: String, in year: Int) -> [PlainRow] {
        data.rows(of: rule.table).filter { $0.subject == subject && $0.year == year }
    }

    private func findings(_ subject: String) -> [PlainFinding] {
        switch rule.periods {
        case .one(let year): return findings(subject, in: year, isDue: isOver(year))
        case .each(let years): return years.flatMap { findings(subject, in: $0, isDue: isOver($0)) }
        case .all(let years): return [whole(subject, years, decisive: .fail)]
        case .any(let years): return [whole(subject, years, decisive: .pass)]
        case nil:
            guard let due = rule.due else { return [] }
            if isDue(due) { return findings(subject, in: due.year, isDue: true) }
            let years = data.rows(of: rule.table).filter { $0.subject == subject }.compactMap(\.year)
            return findings(subject, in: years.filter { $0 <= due.year }.max() ?? due.year, isDue: false)
        }
    }

    func isOver(_ year: Int) -> Bool { isDue(rule.due ?? PlainDay(text: "\(year)-12-31")) }

    private func findings(_ subject: String, in year: Int, isDue: Bool) -> [PlainFinding] {
        rowsOrAbsence(subject, year).map { row in
            finding("record \(subject)@\(year)", verdict(row, PlainScope(record: row, year: year)), isDue: isDue)
        }
    }

    /// The rows of a year; where there is none, one that knows its key only.
    private func rowsOrAbsence(_ subject: String, _ year: Int) -> [PlainRow] {
        let rows = rows(of: subject, in: year)
        if !rows.isEmpty { return rows }
        let row = PlainRow(table: rule.table, number: 0, cells: [:])
        let keys = rule.table.key.filter { $0 != rule.table.period }
        for (field, text) in zip(keys, subject.split(separator: "/")) { row.cells[field] = .value(.text(String(text)), text: String(text)) }
        row.absence = data.rows(of: rule.table).contains { $0.subject == subject } ? .no_such_period : .no_record
        return [row]
    }

    /// One verdict over several years: under `all` a fail decides, under `any` a pass.
    private func whole(_ subject: String, _ years: ClosedRange<Int>, decisive: PlainOutcome) -> PlainFinding {
        let name = "record \(subject)"
        var verdicts: [PlainVerdict] = []
        for year in years {
            verdicts += rowsOrAbsence(subject, year).map { verdict($0, PlainScope(record: $0, year: year)) }
        }
        let judged = verdicts.filter { $0.reason.outcome != .notApplicable }
        if let fault = judged.first(where: { $0.reason.outcome == .error }) { return PlainFinding(rule: rule.id, name: name, verdict: fault) }
        if let decided = judged.first(where: { $0.reason.outcome == decisive }) { return PlainFinding(rule: rule.id, name: name, verdict: decided) }
        if let open = judged.map(\.reason).filter({ $0.outcome == .notMeasured }).min() {
            return PlainFinding(rule: rule.id, name: name, verdict: PlainVerdict(open))
        }
        if let last = judged.last { return PlainFinding(rule: rule.id, name: name, verdict: last) }
        // Outside in every year: a year that was in scope and had no limit says more than one that was not.
        let reasons = verdicts.map(\.reason)
        return PlainFinding(rule: rule.id, name: name, verdict: PlainVerdict(reasons.filter { $0 != .out_of_scope }.min() ?? .out_of_scope))
    }
}
