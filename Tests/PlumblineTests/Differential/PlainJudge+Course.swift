/// Where a rule starts from, and whether it is on its way before its due date.
extension PlainJudge {
    /// The rule's start as expressions see it.
    var start: PlainStart? {
        rule.baseline.map { PlainStart(year: $0.year, field: observedField, value: $0.value) }
    }

    private var observedField: String? {
        switch rule.requirement {
        case .change(let change): change.field
        case .target(.path(nil, let steps), _, _) where steps.count == 1: steps[0]
        default: nil
        }
    }

    /// What the finding says of the start: the figure that the rule states, else that of the data.
    func baselineFigure(_ scope: PlainScope) -> PlainVerdict.Figure {
        guard let baseline = rule.baseline, let found = observed(in: baseline.year, scope) else { return .none }
        return .text("\(baseline.year) \((baseline.value ?? found.number)?.description ?? "-")")
    }

    /// What the rule observes, as it was in another year; nil for a rule that observes nothing.
    private func observed(in year: Int, _ scope: PlainScope) -> PlainValue? {
        let expression: PlainExpression
        switch rule.requirement {
        case .change(let change): expression = change.value
        // Of words there is no figure, nor of what looks at other years itself.
        case .target(let value, let bound, _) where bound.isOfNumbers && !value.hasEarlier: expression = value
        default: return nil
        }
        guard case .row(let row) = data.record(like: scope.record, in: year) else { return .unknown(.no_such_period) }
        return evaluator.value(expression, PlainScope(record: row, year: year))
    }

    /// Of how many that are judged the data have another figure of the start than the rule states; nil where nothing is
    /// said of it.
    func contradictions(_ findings: [PlainFinding]) -> Int? {
        guard let baseline = rule.baseline, let stated = baseline.value, rule.waived.isEmpty else { return rule.baseline == nil ? 0 : nil }
        return Dictionary(grouping: findings, by: \.subject).values.count { findings in
            let reasons = findings.flatMap { finding in
                finding.periods.isEmpty ? [finding.verdict.reason.rawValue] : finding.periods.map { String($0.dropFirst(5)) }
            }
            let isJudged = reasons.compactMap { PlainReason(rawValue: $0) }.contains { $0.outcome != .notApplicable && $0 != .scope_unknown }
            let record = row(of: String(findings[0].subject.dropFirst("record ".count)), in: nil)
            guard isJudged, let found = observed(in: baseline.year, PlainScope(record: record))?.number else { return false }
            return found != stated
        }
    }

    /// The state, the line and what is needed a year.
    func track(_ verdict: PlainVerdict, _ scope: PlainScope, due: PlainDay?) -> PlainVerdict.Figure {
        guard let course, let due, let baseline = rule.baseline else { return .none }
        let cannotTell = PlainVerdict.Figure.text("cannot_tell - -")
        guard let year = scope.year, year > baseline.year, due.year > baseline.year, [.pass, .fail].contains(verdict.reason.outcome)
        else { return cannotTell }
        let passes = verdict.reason.outcome == .pass
        guard let goal = limits(of: course.bound, scope, evaluator)?.first.flatMap(number) else { return cannotTell }
        if course.isRate {
            guard case .change(let change) = rule.requirement, case .success = figures(change, evaluator, scope) else { return cannotTell }
            return .text("\(passes ? "on_track" : "off_track") \(goal) -")
        }
        guard let observed = verdict.observed.number else { return cannotTell }
        guard let start = course.start(scope, self) else { return cannotTell }
        let (whole, gone) = (due.year - baseline.year, min(year, due.year) - baseline.year)
        let isFloor = [.atLeast, .moreThan].contains(course.bound.kind) || course.bound.kind == .equals && start <= goal
        let line = rule.pace == .stepped ? (gone == whole ? goal : start) : start + (goal - start) * PlainNumber(gone, over: whole)
        let isThere = gone == whole ? passes : isFloor ? observed >= line : observed <= line
        let isShort = isFloor ? observed < goal : observed > goal
        let needed = isShort && rule.pace != .stepped && gone < whole ? (goal - observed) / PlainNumber(whole - gone) : nil
        return .text("\(isThere ? "on_track" : "off_track") \(line) \(needed?.description ?? "-")")
    }

    /// One verdict over several years is on its way as long as nothing that is known speaks against it.
    func track(over reasons: [PlainReason], isAll: Bool) -> PlainVerdict.Figure {
        let outcomes = reasons.map(\.outcome)
        let isOff = isAll && outcomes.contains(.fail)
        return .text("\(isOff ? "off_track" : outcomes.contains(.pass) ? "on_track" : "cannot_tell") - -")
    }

    private struct Course {
        var bound: PlainBound
        var isRate: Bool
        var start: (PlainScope, PlainJudge) -> PlainNumber?
    }

    /// The way that the rule has: to one figure, by a change from the start itself or towards a limit.
    private var course: Course? {
        guard let baseline = rule.baseline, rule.pace != PlainPace.none else { return nil }
        switch rule.requirement {
        case .target(let value, let bound, _) where bound.isOfNumbers && bound.hasWay && (baseline.value != nil || !value.hasEarlier):
            return Course(bound: bound, isRate: false) { baseline.value ?? $1.observed(in: baseline.year, $0)?.number }
        case .change(let change) where change.against == .baseline:
            return Course(bound: change.bound, isRate: change.yearly != nil) { _, _ in .zero }
        default: return nil
        }
    }
}

private extension PlainBound {
    /// Whether there is one figure to come to.
    var hasWay: Bool { ![.between, .about, .oneOf, .reaches].contains(kind) }

    var isOfNumbers: Bool {
        !limits.contains { limit in
            switch limit {
            case .word, .step: true
            default: false
            }
        }
    }
}
