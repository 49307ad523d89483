extension PlainJudge {
    /// What a member of a group came to.
    private enum State { case passes, fails, undecided(PlainReason), fault }

    private struct Group {
        var states: [State] = []
        /// Members of whom nobody knows whether they are of the group, and what they would be in it.
        var perhaps: [State] = []

        var passed: Int { states.count { if case .passes = $0 { true } else { false } } }
        var failed: Int { states.count { if case .fails = $0 { true } else { false } } }
        var open: [PlainReason] { states.compactMap { if case .undecided(let reason) = $0 { reason } else { nil } } }
        var isFaulty: Bool { states.contains { if case .fault = $0 { true } else { false } } }
    }

    func covered(in year: Int?) -> [PlainFinding] {
        guard let coverage = rule.coverage else { return [] }
        let members = members(in: year, isComparing: false)
        if !isThere, year != nil { return [] }
        if !isThere, coverage.per == nil { return [nothingCame(coverage)] }
        var groups: [String: Group] = coverage.per == nil ? ["": Group()] : [:]
        for key in expectedGroups(coverage) { groups[key] = Group() }
        var strays: [State] = []
        var (hasStrays, isFaulty) = (false, false)
        var perhaps: [(key: String, state: State)] = []
        var findings: [PlainFinding] = []
        let end = year.map { "@\($0)" } ?? ""
        for row in members {
            let scope = PlainScope(record: row, year: year)
            let verdict = verdict(row, scope)
            if verdict.reason == .excepted { findings.append(PlainFinding(rule: rule.id, name: name(row, in: year), verdict: verdict)) }
            if verdict.reason.outcome == .notApplicable { continue }
            let isRepeated = data.copies(of: row).count > 1
            // Where the scope of one of its arms is not known, it is in the rule's scope all the same.
            let isPerhaps = verdict.reason == .scope_unknown && outside(row, scope) != nil
            let state = isRepeated ? .undecided(.ambiguous_record) : state(isPerhaps ? required(scope) : verdict)
            let group = group(coverage, scope)
            if group == PlainValue.null.shown { continue }
            if let group {
                if isPerhaps, !isRepeated {
                    perhaps.append((group, state))
                    groups[group] = groups[group] ?? Group()
                } else {
                    groups[group, default: Group()].states.append(state)
                }
            } else {
                hasStrays = true
                // What goes wrong cannot pass, whichever group it is of; of what contradicts itself nobody knows what it is.
                let goesWrong = verdict.reason.outcome == .error && !isRepeated
                if goesWrong { isFaulty = true }
                strays.append(goesWrong ? .fails : state)
            }
        }
        for name in rule.subjects where year == nil && !data.rows(of: rule.table).contains(where: { isNamed($0, [name]) }) {
            if coverage.per == nil { groups["", default: Group()].states.append(.undecided(.no_record)) } else { (hasStrays, strays) = (true, strays + [.undecided(.no_record)]) }
        }
        for (key, state) in perhaps { groups[key]?.perhaps.append(state) }
        let awaited = awaited(in: year).map { $0.rows.map { self.group(coverage, PlainScope(record: $0, year: year)) } }
        // Whose list did not come is told, too.
        let told = policy.isBounded && coverage.per != nil ? awaited.filter { !$0.contains(nil) }.joined().compactMap(\.self) : []
        for key in told where key != PlainValue.null.shown && groups[key] == nil {
            groups[key] = Group()
        }
        for (key, var group) in groups {
            if policy.isBounded { group.perhaps += strays }
            let name = coverage.per == nil ? "all" : "group \(key)"
            let known = verdict(group, coverage.bound)
            let open = awaiting(known) { verdict in
                awaited.contains { $0.contains(nil) || $0.contains(key) } && couldDiffer(verdict, group, coverage.bound)
            }
            findings.append(finding(name + end, open ?? known, isDue: year.map(isOver) ?? isDue(rule.due)))
        }
        if hasStrays { findings.append(PlainFinding(rule: rule.id, name: "group ?" + end, verdict: PlainVerdict(isFaulty ? .rule_error : .scope_unknown))) }
        return findings
    }

    /// Whether some number of records more would make a verdict another.
    private func couldDiffer(_ verdict: PlainVerdict, _ group: Group, _ bound: PlainBound) -> Bool {
        if verdict.reason.outcome == .notMeasured { return true }
        let counted = group.passed + group.failed + group.open.count
        return (Array(1...60) + [20_000]).contains { more in
            stride(from: 0, through: more, by: max(1, more / 2_000)).contains { passing in
                let passed = PlainNumber(group.passed + passing)
                let value = bound.unit == .percent ? passed / PlainNumber(counted + more) : passed
                return bound.holds(value, bound.figures(bound.fixed)) != (verdict.reason.outcome == .pass)
            }
        }
    }

    /// Of those whom the rule names nothing came, nor of anybody else.
    private func nothingCame(_ coverage: PlainRule.Coverage) -> PlainFinding {
        // What was not reported is not met where the rule says so, and too little where it says how much it wants.
        let named = Group(states: rule.subjects.map { _ in .undecided(.no_record) })
        var verdict = switch policy {
        case .against, .skip(.some): self.verdict(named, coverage.bound)
        case .bounds, .skip(nil): PlainVerdict(.no_record)
        }
        verdict.orElse = [.missing_decides]
        return finding("all", verdict, isDue: isDue(rule.due))
    }

    /// The groups that a roster expects, whoever answers.
    private func expectedGroups(_ coverage: PlainRule.Coverage) -> [String] {
        guard case .path(nil, let steps) = coverage.per else { return [] }
        var table = rule.table
        for step in steps {
            if let level = table.features.levels.first(where: { $0.field == step })?.field {
                let names = Set(data.rosters.filter { $0.table == table }.flatMap { $0.rows.map { $0[table.key[0]]?.text ?? "" } })
                return data.rows(of: table).filter { names.contains($0.key) && data.level(level, of: $0) == .row($0) }.map(\.key)
            }
            guard case .reference(let name, _) = table.field(step)?.type else { return [] }
            table = data.vocabulary.table(name)
        }
        return data.rosters.filter { $0.table == table }.flatMap { $0.rows.map { $0[table.key[0]]?.text ?? "" } }
    }

    private func group(_ coverage: PlainRule.Coverage, _ scope: PlainScope) -> String? {
        guard let per = coverage.per else { return "" }
        let value = evaluator.value(per, scope)
        return value.isKnown ? value.shown : nil
    }

    private func state(_ verdict: PlainVerdict) -> State {
        switch verdict.reason.outcome {
        case .pass: .passes
        case .fail: .fails
        case .error: .fault
        default: .undecided(verdict.reason)
        }
    }

    private func verdict(_ group: Group, _ bound: PlainBound) -> PlainVerdict {
        if group.isFaulty { return PlainVerdict(.rule_error) }
        let isShare = bound.unit == .percent
        switch policy {
        case .bounds: return bounded(group, bound)
        case .against:
            var verdict = bounded(group, bound)
            guard verdict.reason == .missing_decides else { return verdict }
            verdict.reason = .coverage_short
            (verdict.observed, verdict.gap, verdict.closings, verdict.needed) = (.unsaid, .unsaid, .unsaid, .unsaid)
            return verdict
        case .skip(let least):
            let measured = group.passed + group.failed
            let all = measured + group.open.count + group.perhaps.count
            if let least, all > 0, measured * 100 < least * all { return PlainVerdict(.too_few_measured) }
            if measured == 0, isShare { return nobody(group) }
            if measured == 0, bound.holds(.zero, bound.fixed) { return nobody(group) }
            return figures(group.passed, of: measured, bound)
        }
    }

    private func nobody(_ group: Group) -> PlainVerdict {
        PlainVerdict((group.open + (group.perhaps.isEmpty ? [] : [.scope_unknown])).min() ?? .empty_group)
    }

    private func figures(_ passed: Int, of counted: Int, _ bound: PlainBound) -> PlainVerdict {
        let isShare = bound.unit == .percent
        let figures = bound.figures(bound.fixed)
        let (part, whole) = (PlainNumber(passed), PlainNumber(counted))
        let value = isShare ? part / whole : part
        let holds = bound.holds(value, figures)
        var verdict = PlainVerdict(holds ? .coverage_met : .coverage_short)
        verdict.observed = .text(value.description)
        verdict.gap = bound.gap(value, figures).map { .text($0.description) } ?? .none
        guard !holds else { return verdict }
        let closings = isShare ? PlainClosings.share(part, of: whole, bound, figures) : PlainClosings.count(value, bound, figures)
        verdict.closings = .text(PlainClosings.text(closings))
        return verdict
    }

    /// Whether the limit holds, for everything that those not decided could be.
    private func bounded(_ group: Group, _ bound: PlainBound) -> PlainVerdict {
        let isShare = bound.unit == .percent
        let open = group.open
        let counted = group.passed + group.failed + group.open.count
        var outcomes: Set<Bool> = []
        var hasNobody = false
        let tried = PlainImagination.results { imagination -> (passed: Int, counted: Int) in
            var (passed, counted) = (group.passed, counted)
            for index in open.indices { passed += imagination.choose("open \(index)", from: [0, 1]) }
            for (index, state) in group.perhaps.enumerated() where imagination.choose("in \(index)", from: [false, true]) {
                counted += 1
                switch state {
                case .passes: passed += 1
                case .fails, .fault: break
                case .undecided: passed += imagination.choose("perhaps \(index)", from: [0, 1])
                }
            }
            return (passed, counted)
        }
        for (passed, counted) in tried?.all ?? [] {
            let value = isShare ? (counted == 0 ? nil : PlainNumber(passed, over: counted)) : PlainNumber(passed)
            if let value { outcomes.insert(bound.holds(value, bound.figures(bound.fixed))) }
            if counted == 0, value == nil || bound.holds(.zero, bound.fixed) { hasNobody = true }
        }
        if outcomes.count > 1 || outcomes == [false] && hasNobody {
            var verdict = PlainVerdict(.missing_decides)
            if !group.perhaps.isEmpty { verdict.orElse = Self.openScope }
            verdict.needed = group.perhaps.isEmpty && !open.isEmpty ? needed(group, bound, counted) : .unsaid
            return verdict
        }
        var verdict = hasNobody ? nobody(group) : figures(group.passed, of: counted, bound)
        if !group.perhaps.isEmpty {
            verdict.orElse = Self.openScope
            (verdict.observed, verdict.gap, verdict.closings) = (.unsaid, .unsaid, .unsaid)
        }
        return verdict
    }

    /// Where it is not known who is in scope.
    private static let openScope: Set<PlainReason> = [.missing_decides, .scope_unknown, .empty_group]

    private func needed(_ group: Group, _ bound: PlainBound, _ counted: Int) -> PlainVerdict.Figure {
        let least = (0...group.open.count).first { more in
            let passed = group.passed + more
            return bound.holds(bound.unit == .percent ? PlainNumber(passed, over: counted) : PlainNumber(passed), bound.figures(bound.fixed))
        }
        guard let least, least > 0 else { return .none }
        return .text("\(least)")
    }
}
