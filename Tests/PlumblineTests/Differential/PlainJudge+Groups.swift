/// Records held against each other.
extension PlainJudge {
    /// Records that agree in all of the fields are one finding.
    func repeated(_ fields: [String]) -> [PlainFinding] {
        gathered(by: fields).map { values, group in
            let verdict = verdict(group) { rows in
                if rows.isEmpty { return PlainVerdict(group.open.min() ?? .scope_unknown) }
                var verdict = PlainVerdict(rows.count == 1 ? .within_limit : .beyond_limit)
                verdict.observed = .text("\(rows.count)")
                verdict.gap = .text("\(rows.count - 1)")
                verdict.closings = .unsaid
                return verdict
            }
            return finding("group \(values.map(\.shown).joined(separator: "/"))", verdict, isDue: isDue(rule.due))
        } + excepted()
    }

    /// A group's figure against another's, in each stratum of equal values.
    func compared(_ value: PlainExpression, _ parity: PlainParity) -> [PlainFinding] {
        gathered(by: parity.within).map { values, group in
            let name = parity.within.isEmpty ? "all" : "group \(values.map(\.shown).joined(separator: "/"))"
            return finding(name, settled(verdict(group) { stratum($0, value, parity) }), isDue: isDue(rule.due))
        } + excepted()
    }

    /// Where what was not reported is not met, what it leaves open fails.
    private func settled(_ verdict: PlainVerdict) -> PlainVerdict {
        guard policy == .against, verdict.reason.isOfCell else { return verdict }
        var settled = PlainVerdict(.beyond_limit)
        (settled.observed, settled.gap, settled.limit, settled.closings) = (.unsaid, .unsaid, .unsaid, .unsaid)
        settled.orElse = verdict.orElse
        return settled
    }

    /// Those of one group.
    private struct Gathering {
        var rows: [PlainRow] = []
        /// Why nobody knows of some whether they belong to it, or what they say.
        var open: Set<PlainReason> = []
        var isFaulty = false
    }

    private func verdict(_ group: Gathering, _ judge: ([PlainRow]) -> PlainVerdict) -> PlainVerdict {
        if group.isFaulty { return PlainVerdict(.rule_error) }
        // The measured stand for all only where the rule says so.
        if policy.isBounded, let open = group.open.min() { return PlainVerdict(open) }
        let verdict = judge(group.rows)
        // Nobody is excused by a blank cell: who may be in the scope may be tested.
        return verdict.reason == .no_tested_group ? PlainVerdict(group.open.min() ?? .no_tested_group) : verdict
    }

    private func gathered(by fields: [String]) -> [[PlainValue]: Gathering] {
        var groups: [[PlainValue]: Gathering] = [:]
        for row in distinctRows() {
            let outside = outside(row, PlainScope(record: row))
            if let outside, outside.reason.outcome == .notApplicable { continue }
            let values = fields.map { evaluator.value(.path(variable: nil, steps: [$0]), PlainScope(record: row, isElement: true)) }
            if data.copies(of: row).count > 1 {
                groups[values, default: Gathering()].open.insert(.ambiguous_record)
                continue
            }
            switch outside?.reason {
            case nil: groups[values, default: Gathering()].rows.append(row)
            case .scope_unknown: groups[values, default: Gathering()].open.insert(.scope_unknown)
            default: groups[values, default: Gathering()].isFaulty = true
            }
        }
        return groups
    }

    private func excepted() -> [PlainFinding] {
        distinctRows().compactMap { row in
            guard let outside = outside(row, PlainScope(record: row)), outside.reason == .excepted else { return nil }
            return PlainFinding(rule: rule.id, name: name(row), verdict: outside)
        }
    }

    private func distinctRows() -> [PlainRow] {
        var rows: [PlainRow] = []
        for row in data.rows(of: rule.table) where !rows.contains(where: { !row.table.key.isEmpty && $0.key == row.key }) { rows.append(row) }
        return rows
    }

    private func stratum(_ rows: [PlainRow], _ value: PlainExpression, _ parity: PlainParity) -> PlainVerdict {
        func holds(_ condition: PlainExpression, _ row: PlainRow) -> Bool { evaluator.condition(condition, PlainScope(record: row)) == .flag(true) }
        func figure(_ row: PlainRow, _ imagination: PlainImagination?) -> PlainValue {
            var evaluator = evaluator
            evaluator.imagination = imagination
            return evaluator.value(value, PlainScope(record: row, isElement: true))
        }
        var tested = rows.filter { holds(parity.test, $0) }
        var others = parity.against.map { against in rows.filter { holds(against, $0) } } ?? rows
        if tested.isEmpty { return PlainVerdict(.no_tested_group) }
        if others.isEmpty { return PlainVerdict(.empty_group) }
        if let least = parity.leastGroup, tested.count < least || others.count < least { return PlainVerdict(.group_too_small) }
        if case .skip(let least) = policy {
            // Those tested are measured or not by themselves, whether or not they are among those they are held against.
            let rest = parity.against == nil && parity.compare == .mean ? others.filter { !tested.contains($0) } : others
            let short = [tested, rest].filter { side in
                let measured = side.count { figure($0, nil).isKnown }
                return !side.isEmpty && (measured == 0 || measured * 100 < (least ?? 0) * side.count)
            }
            let isTooFew = short.contains { side in
                side.count { figure($0, nil).isKnown } * 100 < (least ?? 0) * side.count
            }
            if isTooFew { return PlainVerdict(.too_few_measured) }
            if let cause = short.joined().compactMap({ figure($0, nil).causes?.min() }).min() { return PlainVerdict(cause) }
            tested = tested.filter { figure($0, nil).isKnown }
            others = others.filter { figure($0, nil).isKnown }
        }
        let open = (tested + others).compactMap { figure($0, nil).causes?.min() }
        let tried = PlainImagination.results { imagination in
            outcome(parity, tested.map { ($0, figure($0, imagination).number) }, others.map { ($0, figure($0, imagination).number) })
        }
        guard let all = tried?.all, let first = all.first, let first else {
            let hasNobody = parity.compare == .each && others.allSatisfy(tested.contains) && others.count < 2
            return PlainVerdict((hasNobody ? [.empty_group] : open).min() ?? .empty_group)
        }
        guard all.allSatisfy({ $0?.holds == first.holds }) else {
            var verdict = PlainVerdict(open.min() ?? .missing_decides)
            if parity.compare != .mean { verdict.orElse = Self.openComparison }
            return verdict
        }
        var verdict = PlainVerdict(first.holds ? .within_limit : .beyond_limit)
        if all.count == 1 {
            verdict.observed = .text(first.observed.description)
            verdict.gap = .text((first.observed - first.limit).description)
            verdict.limit = .text(first.limit.description)
        } else {
            (verdict.observed, verdict.gap, verdict.limit) = (.unsaid, .unsaid, .unsaid)
        }
        // One person may stand on both sides, which each side by itself does not know.
        if parity.compare != .mean, all.count > 1 { verdict.orElse = Self.openComparison }
        verdict.closings = first.holds ? .none : raise(parity, tested, others, all.count == 1 ? { figure($0, nil).number } : nil)
        return verdict
    }

    private static let openComparison: Set<PlainReason> = [.missing_decides, .no_record]

    private typealias Side = [(row: PlainRow, figure: PlainNumber?)]

    private func outcome(_ parity: PlainParity, _ tested: Side, _ others: Side) -> (holds: Bool, observed: PlainNumber, limit: PlainNumber)? {
        let share = parity.bound.fixed[0]
        func middle(_ side: Side) -> PlainNumber? {
            let figures = side.compactMap(\.figure).sorted()
            guard !figures.isEmpty, figures.count == side.count else { return nil }
            if parity.compare != .median { return figures.reduce(.zero, +) / PlainNumber(figures.count) }
            return (figures[(figures.count - 1) / 2] + figures[figures.count / 2]) / PlainNumber(2)
        }
        guard parity.compare == .each else {
            guard let a = middle(tested), let b = middle(others) else { return nil }
            return (parity.bound.holds(a, [b * share]), a, b * share)
        }
        var worst: (holds: Bool, observed: PlainNumber, limit: PlainNumber)?
        for (row, figure) in tested {
            guard let figure, let b = middle(others.filter { $0.row != row }) else { return nil }
            let limit = b * share
            let isWorse = worst.map { worst in
                let (gap, other) = (figure - limit, worst.observed - worst.limit)
                return parity.bound.isBelow(figure, [limit]) ? gap < other : gap > other
            } ?? true
            if isWorse { worst = (parity.bound.holds(figure, [limit]), figure, limit) }
        }
        return worst
    }

    /// The smallest amount that those tested would have to be given in all: for a mean that has to reach another's.
    private func raise(_ parity: PlainParity, _ tested: [PlainRow], _ others: [PlainRow], _ figure: ((PlainRow) -> PlainNumber?)?) -> PlainVerdict.Figure {
        guard parity.compare == .mean, parity.bound.kind == .atLeast, let figure else { return .unsaid }
        let sum = tested.compactMap(figure).reduce(.zero, +), other = others.compactMap(figure).reduce(.zero, +)
        let (count, otherCount) = (PlainNumber(tested.count), PlainNumber(others.count))
        let given = parity.against == nil ? PlainNumber.one : .zero
        let share = parity.bound.fixed[0]
        // (sum + x) / count = share * (other + given * x) / otherCount
        let slope = PlainNumber.one / count - share * given / otherCount
        let lack = share * other / otherCount - sum / count
        guard slope > .zero else { return .text("raise impossible") }
        if parity.against != nil, tested.contains(where: others.contains) { return .unsaid }
        return .text("raise \(lack / slope)")
    }
}
