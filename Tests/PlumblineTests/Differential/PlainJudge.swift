/// Judges a rule on a dataset, record by record.
struct PlainJudge {
    let data: PlainDataset
    let rule: PlainRule
    let asOf: PlainDay
    /// What cells are taken to hold that nobody reported; nil where they are not known.
    var supposition: PlainSupposition?

    var policy: PlainPolicy { rule.missing ?? .bounds }
    var evaluator: PlainEvaluator { PlainEvaluator(data: data, policy: policy, start: start, supposition: supposition, asOf: asOf) }

    func findings() -> [PlainFinding] {
        let findings = findingsAlone()
        return rule.readings.isEmpty ? findings : read(findings)
    }

    /// What the rule says by itself, whatever its other readings are.
    func findingsAlone() -> [PlainFinding] {
        if let until = rule.disabledUntil, asOf <= until { return [] }
        return judged().map(letPass)
    }

    private func judged() -> [PlainFinding] {
        if !isThere, rule.subjects.isEmpty, rule.table.period == nil { return [] }
        if rule.coverage != nil { return overGroups(covered) }
        switch rule.requirement {
        case .unique(let fields): return overGroups { repeated(fields, in: $0) }
        case .parity(let value, let parity): return overGroups { compared(value, parity, in: $0) }
        case .composition(let value, let composition): return overGroups { composed(value, composition, in: $0) }
        default: break
        }
        let last: Int? = switch rule.periods {
        case .one(let year): year
        case .each(let years), .all(let years), .any(let years): years.upperBound
        default: nil
        }
        let awaited = awaitedFindings(in: last)
        if rule.table.period == nil, rule.periods != nil { return overGroups(records) + awaited }
        return (rule.table.period == nil ? records() : overPeriods()) + awaited
    }

    /// Whether anybody sent the table, or a roster says who is in it.
    var isThere: Bool { rule.table.features.group != nil || data.isSent(rule.table) || data.rosters.contains { $0.table == rule.table } }

    /// Records of a table without periods, as they stand in a year.
    private func records(in year: Int?) -> [PlainFinding] {
        data.rows(of: rule.table).map { row in
            finding(name(row, in: year), verdict(row, PlainScope(record: row, year: year)), isDue: year.map(isOver) ?? isDue(rule.due))
        }
    }

    private func records() -> [PlainFinding] {
        let rows = data.rows(of: rule.table)
        var findings = rows.map { finding(name($0), verdict($0, PlainScope(record: $0)), isDue: isDue(rule.due)) }
        for name in rule.subjects where !rows.contains(where: { isNamed($0, [name]) }) {
            findings.append(finding("record \(name) #", absent(PlainScope(record: row(of: name, in: nil))), isDue: isDue(rule.due)))
        }
        return findings
    }

    /// Of whom the rule names and nothing came.
    private func absent(_ scope: PlainScope) -> PlainVerdict {
        var verdict = PlainVerdict(.no_record)
        guard case .arms(let arms) = rule.requirement else { return verdict }
        // Its arms are told where it is they that say so.
        let judged = judged(arms, scope)
        if judged.reason == .no_record { verdict.arms = judged.arms }
        return verdict
    }

    func name(_ row: PlainRow) -> String { "record \(row.key) #\(row.absence == nil && row.number > 0 ? "\(row.number)" : "")" }

    func name(_ row: PlainRow, in year: Int?) -> String {
        (rule.table.period == nil ? name(row) : "record \(row.subject)") + (year.map { "@\($0)" } ?? "")
    }

    func isDue(_ day: PlainDay?) -> Bool { day.map { $0 < asOf } ?? true }

    /// Before the day a verdict is what it would be today; what was not measured stays so.
    func finding(_ name: String, _ verdict: PlainVerdict, isDue: Bool) -> PlainFinding {
        let isDecided = [.pass, .fail].contains(verdict.reason.outcome)
        guard !isDue, isDecided || verdict.reason == .no_record || verdict.reason == .no_such_period else {
            var verdict = verdict
            if !isDue, verdict.orElse.contains(where: { [.pass, .fail].contains($0.outcome) || $0 == .no_such_period }) {
                verdict.orElse.insert(.before_due)
            }
            return PlainFinding(rule: rule.id, name: name, verdict: verdict)
        }
        var open = verdict
        open.reason = .before_due
        return PlainFinding(rule: rule.id, name: name, verdict: open, today: isDecided ? verdict.reason : nil)
    }

    func isNamed(_ row: PlainRow, _ names: [String]) -> Bool {
        names.contains(row.subject) || rule.table.label.map { names.contains(row.text($0)) } ?? false
    }
}

// MARK: - One record

extension PlainJudge {
    func verdict(_ row: PlainRow, _ scope: PlainScope) -> PlainVerdict {
        if row.isOnlyNamed { return absent(scope) }
        if let outside = outside(row, scope) { return outside }
        return required(scope)
    }

    /// Why the rule does not judge the record, or cannot tell whether it does.
    func outside(_ row: PlainRow, _ scope: PlainScope) -> PlainVerdict? {
        if isNamed(row, rule.exceptions) { return PlainVerdict(.excepted) }
        if !data.isInRegister(row, on: evaluator.day(scope)) { return PlainVerdict(.other_period) }
        if !rule.subjects.isEmpty, !isNamed(row, rule.subjects) { return PlainVerdict(.out_of_scope) }
        return rule.scope.flatMap { outside($0, scope) }
    }

    /// What a scope says of a record that is not known to be in it.
    func outside(_ condition: PlainExpression, _ scope: PlainScope) -> PlainVerdict? {
        let inScope = decided(condition, scope)
        if inScope == .flag(true) { return nil }
        if inScope == .flag(false) { return PlainVerdict(.out_of_scope) }
        // What a profile has to supply comes before what the record lacks.
        if inScope.causes?.contains(.parameter_unset) ?? false { return PlainVerdict(.parameter_unset) }
        return PlainVerdict(inScope == .failure ? .rule_error : .scope_unknown)
    }

    func required(_ scope: PlainScope) -> PlainVerdict { required(rule.requirement, scope) }

    func required(_ requirement: PlainRule.Requirement, _ scope: PlainScope) -> PlainVerdict {
        let known = known(requirement, scope)
        guard isHeldAgainst, known.reason.isOfCell, requirement.isOfOneRecord else { return known }
        return heldAgainst(requirement, scope)
    }

    /// What the rule says as far as it is known.
    func known(_ requirement: PlainRule.Requirement, _ scope: PlainScope) -> PlainVerdict {
        switch requirement {
        case .condition(let condition):
            let value = decided(condition, scope)
            if let flag = value.flag { return PlainVerdict(flag ? .condition_true : .condition_false) }
            return PlainVerdict(value)
        case .target(let value, let bound, let shape):
            let verdict = held({ $0.value(value, $1) }, bound, scope) { closings($0, bound, $1, shape, scope) }
            return bound.kind == .reaches ? inTime(verdict, value, bound, scope) : verdict
        case .change(let change): return changed(change, scope)
        case .arms(let arms): return judged(arms, scope)
        case .membership: return PlainVerdict(.condition_true)
        case .peers(let value, let peers, let shape): return against(value, peers, shape, scope)
        case .sameSet(let set): return same(set, scope)
        case .published(let indicator, let published, let bound): return held(indicator, against: published, bound, scope)
        case .unique, .parity, .composition: preconditionFailure("judged over groups")
        }
    }

    /// A condition, which stands too where it is the same whatever the record's own missing numbers are.
    func decided(_ condition: PlainExpression, _ scope: PlainScope) -> PlainValue {
        let value = evaluator.condition(condition, scope)
        guard policy.isBounded, value.causes != nil, PlainVerdict(value).reason.isOfCell else { return value }
        let again = evaluator.condition(condition, scope.withBounds)
        return again.flag == nil ? value : again
    }

    func held(
        _ observe: (PlainEvaluator, PlainScope) -> PlainValue, _ bound: PlainBound, _ scope: PlainScope,
        closings: (PlainNumber, [PlainNumber]) -> PlainVerdict.Figure
    ) -> PlainVerdict {
        let evaluator = evaluator
        let limits = limits(of: bound, scope, evaluator)
        guard let limits else { return PlainVerdict(.no_limit) }
        let observed = observe(evaluator, scope)
        if let obstacle = PlainValue.obstacle(among: [observed] + limits) {
            if bound.isByCase, let open = PlainValue.obstacle(among: limits) { return PlainVerdict(open) }
            if let decided = bounded(observe, bound, scope) ?? (PlainVerdict(obstacle).reason.isOfCell ? bounded(observe, bound, scope.withBounds) : nil) { return decided }
            var verdict = PlainVerdict(obstacle)
            verdict.orElse = behind(bound, scope)
            // A value that has bounds, though nothing came of somebody in it, stands back behind a limit that is unknown.
            if observed.causes?.contains(.no_record) ?? false, let open = PlainValue.obstacle(among: limits) { verdict.orElse.insert(PlainVerdict(open).reason) }
            return verdict
        }
        let figures = bound.figures(limits.compactMap(number))
        guard let value = number(observed) else { return worded(observed, limits, bound) }
        guard figures.count == bound.figures(limits.compactMap(number)).count, !figures.isEmpty else { return PlainVerdict(.rule_error) }
        let holds = bound.holds(value, figures)
        var verdict = PlainVerdict(holds ? .within_limit : .beyond_limit)
        verdict.observed = .text(observed.shown)
        verdict.gap = bound.gap(value, figures).map { .text($0.description) } ?? .none
        if bound.differs { verdict.limit = bound.kind.hasOneFigure ? .text(figures[0].description) : .unsaid }
        if !holds { verdict.closings = closings(value, figures) }
        return verdict
    }

    /// Why conditions of the limit are not known without the bounds of what is missing: that is told too, where it comes first.
    private func behind(_ bound: PlainBound, _ scope: PlainScope) -> Set<PlainReason> {
        Set(bound.limits.flatMap { limit -> [PlainReason] in
            guard case .cases(let cases) = limit else { return [] }
            return cases.compactMap { $0.when }.map { evaluator.condition($0, scope) }.filter { $0.causes != nil }.map { PlainVerdict($0).reason }
        })
    }

    private func worded(_ observed: PlainValue, _ limits: [PlainValue], _ bound: PlainBound) -> PlainVerdict {
        guard [.equals, .oneOf, .matches].contains(bound.kind), observed != .null else { return PlainVerdict(.rule_error) }
        let holds = bound.kind == .matches ? matches(observed, limits[0]) : limits.contains(observed)
        var verdict = PlainVerdict(holds ? .within_limit : .beyond_limit)
        verdict.observed = .text(observed.shown)
        return verdict
    }

    func number(_ value: PlainValue) -> PlainNumber? {
        if case .rank(let rank, _) = value { return PlainNumber(rank) }
        return value.number
    }

    /// What the value is held against; nil where no case holds.
    func limits(of bound: PlainBound, _ scope: PlainScope, _ evaluator: PlainEvaluator) -> [PlainValue]? {
        let values = bound.limits.map { limit($0, scope, evaluator) }
        return values.contains(nil) ? nil : values.compactMap(\.self)
    }

    private func limit(_ limit: PlainLimit, _ scope: PlainScope, _ evaluator: PlainEvaluator) -> PlainValue? {
        switch limit {
        case .fixed(let number): return .number(number)
        case .step(let rank, let name): return .rank(rank, name)
        case .word(let value): return value
        case .computed(let expression): return evaluator.value(expression, scope)
        case .cases(let cases):
            for (when, limit) in cases {
                let holds = decided(when, scope)
                if holds == .flag(true) { return self.limit(limit, scope, evaluator) }
                if holds != .flag(false) { return holds }
            }
            return nil
        }
    }

    private func closings(
        _ value: PlainNumber, _ bound: PlainBound, _ figures: [PlainNumber], _ shape: PlainShape, _ scope: PlainScope
    ) -> PlainVerdict.Figure {
        switch shape {
        case .unsaid: return .unsaid
        case .other: return .none
        case .count:
            guard bound.kind != .oneOf else { return .unsaid }
            return .text(PlainClosings.text(PlainClosings.count(value, bound, figures)))
        case .share(let part, let whole):
            guard let part = evaluator.value(part, scope).number, let whole = evaluator.value(whole, scope).number,
                  part <= whole, part >= .zero, bound.kind != .oneOf, !figures.contains(where: { $0 > .one })
            else { return .unsaid }
            return .text(PlainClosings.text(PlainClosings.share(part, of: whole, bound, figures)))
        }
    }
}
