/// Records held against each other.
extension PlainJudge {
    /// Records that agree in all of the fields are one finding.
    func repeated(_ fields: [String], in year: Int?) -> [PlainFinding] {
        gathered(by: fields, in: year) { group in
            self.verdict(group) { rows in
                var verdict = PlainVerdict(rows.count == 1 ? .within_limit : .beyond_limit)
                verdict.observed = .text("\(rows.count)")
                verdict.gap = .text("\(rows.count - 1)")
                verdict.closings = .unsaid
                return verdict
            }
        }
    }

    /// A group's figure against another's, in each stratum of equal values.
    func compared(_ value: PlainExpression, _ parity: PlainParity, in year: Int?) -> [PlainFinding] {
        gathered(by: parity.within, in: year) { group in self.verdict(group) { self.stratum($0, value, parity, year) } }
    }

    /// Where what was not reported is not met, what it leaves open fails.
    private func notMet(_ verdict: PlainVerdict) -> PlainVerdict {
        guard policy == .against, verdict.reason.isOfCell else {
            var verdict = verdict
            if policy == .against, verdict.orElse.contains(.missing_decides) { verdict.orElse.insert(.beyond_limit) }
            return verdict
        }
        var notMet = PlainVerdict(.beyond_limit)
        (notMet.observed, notMet.gap, notMet.limit, notMet.closings) = (.unsaid, .unsaid, .unsaid, .unsaid)
        notMet.orElse = verdict.orElse
        return notMet
    }

    /// Those of one group.
    struct Gathering {
        var rows: [PlainRow] = []
        /// Why nobody knows of some whether they belong to it, or what they say.
        var open: Set<PlainReason> = []
        /// Those of whom it is not known whether they are in the scope.
        var perhaps: [PlainRow] = []
        var isContradicted = false
        var isFaulty = false
        var reasons: [PlainReason] = []

        /// - Parameter outside: Why the rule does not judge it, or cannot tell whether it does.
        mutating func add(_ row: PlainRow, _ outside: PlainReason?, isAmbiguous: Bool) {
            let cause = isAmbiguous ? .ambiguous_record : outside
            reasons.append(cause ?? .condition_true)
            if isAmbiguous { isContradicted = true }
            if cause == .scope_unknown { perhaps.append(row) }
            switch cause {
            case nil: rows.append(row)
            case .rule_error: isFaulty = true
            case let cause?: open.insert(cause)
            }
        }
    }

    func verdict(_ group: Gathering, _ judge: ([PlainRow]) -> PlainVerdict) -> PlainVerdict {
        if group.isFaulty { return PlainVerdict(.rule_error) }
        // The measured stand for all only where the rule says so.
        if policy.isBounded, let open = group.open.min() { return PlainVerdict(open) }
        if group.rows.isEmpty, let open = group.open.min() { return PlainVerdict(open) }
        let verdict = judge(group.rows)
        // Nobody is excused by a blank cell: who may be in the scope may be tested.
        return verdict.reason == .no_tested_group ? PlainVerdict(group.open.min() ?? .no_tested_group) : verdict
    }

    /// A finding for each group of records that agree in some fields, one for those of whom nobody knows in which they are,
    /// and one for each record that is exempt by name.
    func gathered(by fields: [String], in year: Int?, _ judge: (Gathering) -> PlainVerdict) -> [PlainFinding] {
        var groups: [[PlainValue]: Gathering] = [:]
        var findings: [PlainFinding] = []
        for row in members(in: year, isComparing: hasSides) {
            let scope = PlainScope(record: row, year: year)
            let outside = outside(row, scope)
            if let outside, outside.reason == .excepted {
                findings.append(PlainFinding(rule: rule.id, name: name(row, in: year), verdict: outside))
            }
            if let outside, outside.reason.outcome == .notApplicable { continue }
            let values = fields.map { evaluator.value(.path(variable: nil, steps: [$0]), PlainScope(record: row, isElement: true, year: year)) }
            groups[values, default: Gathering()].add(row, outside?.reason, isAmbiguous: data.copies(of: row).count > 1)
        }
        let awaited = awaited(in: year).map { awaited in
            awaited.rows.map { row in
                fields.map { evaluator.value(.path(variable: nil, steps: [$0]), PlainScope(record: row, isElement: true, year: year)) }
            }
        }
        let strangers = groups.filter { $0.key.contains { !$0.isKnown } }
        if !strangers.isEmpty { findings.append(ofNoGroup(strangers.map(\.value), year)) }
        for (values, group) in groups where values.allSatisfy(\.isKnown) {
            let name = fields.isEmpty ? "all" : "group \(values.map(\.shown).joined(separator: "/"))"
            let may = strangers.filter { strangers in zip(values, strangers.key).allSatisfy { !$1.isKnown || $0 == $1 } }.map(\.value)
            let isAwaiting = awaited.contains { rows in rows.contains { $0.contains { !$0.isKnown } || $0 == values } }
            // What some share that should not, more records do not mend.
            let open = awaiting(notMet(judge(group))) { isAwaiting && (hasSides || $0.reason.outcome != .fail) }
            let verdict = open ?? standing(group, may) { notMet(judge($0)) }
            var finding = finding(name + (year.map { "@\($0)" } ?? ""), verdict, isDue: year.map(isOver) ?? isDue(rule.due))
            // Whom a year without a row counts among, only the product's ledger says.
            if year == nil { finding.ledger = PlainLedger(group.reasons, duplicates: 0) }
            findings.append(finding)
        }
        return findings
    }

    /// Whether figures are held against each other, and not only records counted.
    private var hasSides: Bool { if case .unique = rule.requirement { false } else { true } }

    /// Those of whom it is not known to which group they belong.
    private func ofNoGroup(_ strangers: [Gathering], _ year: Int?) -> PlainFinding {
        var verdict = PlainVerdict(.scope_unknown)
        // The rule language does not say whether it is told as a scope that is not known or by what is missing.
        verdict.orElse = [.missing, .unreadable, .no_record, .no_such_record, .no_such_period, .ambiguous_record, .before_due]
        if strangers.contains(where: \.isFaulty) { verdict.orElse.insert(.rule_error) }
        return finding("group ?" + (year.map { "@\($0)" } ?? ""), verdict, isDue: true)
    }

    /// A verdict that stands whoever of those belongs to the group of whom it is not known.
    private func standing(_ group: Gathering, _ strangers: [Gathering], _ judge: (Gathering) -> PlainVerdict) -> PlainVerdict {
        let verdict = judge(group)
        guard policy.isBounded, [.pass, .fail, .notApplicable].contains(verdict.reason.outcome) else { return verdict }
        // Of copies that say different things nobody can say what they would change.
        if strangers.contains(where: { $0.isContradicted || $0.isFaulty }) { return notMet(PlainVerdict(.missing_decides)) }
        let rows = strangers.flatMap { $0.rows + $0.perhaps }
        // Nor of whom nobody knows on which side they would be: they may be on the one where they make it fail.
        if policy == .against, verdict.reason.outcome != .fail, rows.contains(where: isAstray) { return notMet(PlainVerdict(.missing_decides)) }
        let ways = (0..<(1 << rows.count)).map { way in
            var joined = group
            joined.rows += rows.enumerated().filter { way >> $0.offset & 1 == 1 }.map(\.element)
            return judge(joined)
        }
        if policy == .against, verdict.reason.outcome != .fail {
            // Whoever may belong to it and would make it fail does.
            let failing = ways.filter { $0.reason.outcome == .fail }
            if !failing.isEmpty {
                var fails = notMet(PlainVerdict(.missing_decides))
                // Where none of them surely does, it may stand as well.
                if !failing.contains(where: \.orElse.isEmpty) { fails.orElse.insert(verdict.reason) }
                return fails
            }
        } else if policy == .bounds {
            guard ways.allSatisfy({ $0.reason == verdict.reason }) else { return PlainVerdict(.missing_decides) }
        }
        var standing = verdict
        if ways.contains(where: { !$0.orElse.isEmpty }) { standing.orElse.formUnion(Self.openComparison) }
        return standing
    }

    private func isAstray(_ row: PlainRow) -> Bool {
        guard case .parity(_, let parity) = rule.requirement else { return false }
        return [parity.test, parity.against].compactMap(\.self).contains { evaluator.condition($0, PlainScope(record: row, year: row.year)).causes != nil }
    }

    private func stratum(_ rows: [PlainRow], _ value: PlainExpression, _ parity: PlainParity, _ year: Int?) -> PlainVerdict {
        func holds(_ condition: PlainExpression, _ row: PlainRow) -> Bool { evaluator.condition(condition, PlainScope(record: row, year: year)) == .flag(true) }
        func figure(_ row: PlainRow, _ imagination: PlainImagination?) -> PlainValue {
            var evaluator = evaluator
            evaluator.imagination = imagination
            return evaluator.value(value, PlainScope(record: row, isElement: true, year: year))
        }
        // Of whom it is not known on which side they are, they may be on either.
        let astray = rows.flatMap { row in
            [parity.test, parity.against].compactMap(\.self).compactMap { evaluator.condition($0, PlainScope(record: row, year: year)).causes?.min() }
        }
        if policy.isBounded, let cause = astray.min() { return PlainVerdict(cause) }
        var tested = rows.filter { holds(parity.test, $0) }
        var others = parity.against.map { against in rows.filter { holds(against, $0) } } ?? rows
        if tested.isEmpty { return PlainVerdict(astray.min() ?? .no_tested_group) }
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
