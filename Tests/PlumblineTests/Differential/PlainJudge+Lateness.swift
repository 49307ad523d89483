/// Stages that have to be reached by a day.
extension PlainJudge {
    /// What was reached, but only after the due date, is late; what came later came in time, and so did what came before it.
    func inTime(_ verdict: PlainVerdict, _ value: PlainExpression, _ bound: PlainBound, _ scope: PlainScope) -> PlainVerdict {
        guard verdict.reason == .within_limit, let due = rule.due, isDue(due), case .path(nil, let steps) = value, steps.count == 1,
              let field = rule.table.field(steps[0]), !field.reachedOn.isEmpty, case .rank(let reached, _) = evaluator.value(value, scope)
        else { return verdict }
        let asked = bound.fixed[0]
        var own: PlainDay?
        var isUnreadable = false
        for (stage, name) in field.reachedOn {
            let rank = PlainVocabulary.stages.firstIndex(of: stage)!
            let date = evaluator.value(.path(variable: nil, steps: [name]), scope)
            if PlainNumber(rank) == asked, date.causes?.contains(.unreadable) ?? false { isUnreadable = true }
            guard PlainNumber(rank) >= asked, rank <= reached, case .day(let day) = date else { continue }
            if day <= due { return verdict }
            if PlainNumber(rank) == asked { own = day }
        }
        // Of a stage without a date nobody could have said when.
        guard field.reachedOn.contains(where: { PlainNumber(PlainVocabulary.stages.firstIndex(of: $0.0)!) == asked }) else { return verdict }
        guard let own else {
            guard policy == .against else { return PlainVerdict(isUnreadable ? .unreadable : .date_missing) }
            // A day that was not reported is one that was not kept.
            var late = verdict
            (late.reason, late.gap) = (.beyond_limit, .unsaid)
            return late
        }
        var late = PlainVerdict(.late)
        late.observed = verdict.observed
        // In seconds, as all times are counted.
        late.gap = .text("\(own.days(since: due) * 86_400)")
        late.reachedOn = .text(own.text)
        return late
    }

    func matches(_ value: PlainValue, _ pattern: PlainValue) -> Bool {
        guard case .text(let text) = value, case .text(let pattern) = pattern, let expression = try? Regex(pattern) else { return false }
        return text.contains(expression)
    }
}
