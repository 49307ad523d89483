/// Values against what they were in another year.
extension PlainJudge {
    func changed(_ change: PlainChange, _ scope: PlainScope) -> PlainVerdict {
        if change.yearly == .compound { return compounded(change, scope) }
        let years = PlainNumber(years(of: change, scope))
        var verdict = held({ rate(change, figures(change, $0, $1), years) }, change.bound, scope) { value, figures in
            guard case .success((let now, let base)) = self.figures(change, evaluator, scope) else { return .unsaid }
            return closings(now, isBelow: change.bound.isBelow(value, figures), change.bound) { now in
                guard let rate = rate(change, .success((now, base)), years).number else { return false }
                return change.bound.holds(rate, figures)
            }
        }
        // Where there is no span to grow in, that may be told before what is blank.
        if years <= .zero { verdict.orElse.insert(.no_such_period) }
        return verdict
    }

    /// Over how many years the change is.
    private func years(of change: PlainChange, _ scope: PlainScope) -> Int {
        guard change.yearly != nil, change.against == .baseline, let start = rule.baseline, let year = scope.year else { return 1 }
        return year - start.year
    }

    func figures(_ change: PlainChange, _ evaluator: PlainEvaluator, _ scope: PlainScope) -> Result<(now: PlainNumber, base: PlainNumber), PlainObstacle> {
        let (now, base) = (evaluator.value(change.value, scope), evaluator.value(.earlier(change.against, change.field), scope))
        if let obstacle = PlainValue.obstacle(among: [now, base]) { return .failure(PlainObstacle(causes: obstacle.causes ?? [])) }
        guard let now = now.number, let base = base.number else { return .failure(PlainObstacle(causes: [])) }
        return .success((now, base))
    }

    /// Of a year that is not later there is no span to grow in.
    private func rate(_ change: PlainChange, _ figures: Result<(now: PlainNumber, base: PlainNumber), PlainObstacle>, _ years: PlainNumber) -> PlainValue {
        switch figures {
        case .failure(let obstacle): obstacle.causes.isEmpty ? .failure : .unknown(obstacle.causes)
        case .success where years <= .zero: .unknown(.no_such_period)
        case .success((let now, let base)) where !change.isGrowth: .number((now - base) / years)
        case .success((_, .zero)): .unknown(.zero_base)
        case .success((let now, let base)): .number((now - base) / base / years)
        }
    }

    /// A yearly rate with interest on interest: value over base against as many powers of one and the rate.
    private func compounded(_ change: PlainChange, _ scope: PlainScope) -> PlainVerdict {
        switch figures(change, evaluator, scope) {
        case .failure(let obstacle):
            if let decided = compounded(change, scope, obstacle) { return decided }
            return PlainVerdict(obstacle.causes.isEmpty ? .failure : .unknown(obstacle.causes))
        case .success((let now, let base)):
            guard years(of: change, scope) > 0 else { return PlainVerdict(.no_such_period) }
            guard base > .zero else { return PlainVerdict(.zero_base) }
            let limit = change.bound.fixed[0]
            let asked = level(change, base, scope)
            let holds = change.bound.holds(now, [asked])
            var verdict = PlainVerdict(holds ? .within_limit : .beyond_limit)
            // The rate itself is no fraction, but where it is the limit's.
            (verdict.observed, verdict.gap) = now == asked ? (.text(limit.description), .text("0")) : (.unsaid, .unsaid)
            if !holds {
                verdict.closings = closings(now, isBelow: change.bound.isBelow(now, [asked]), change.bound) { change.bound.holds($0, [asked]) }
            }
            return verdict
        }
    }

    /// The verdict where every value of what is missing leads to the same one.
    private func compounded(_ change: PlainChange, _ scope: PlainScope, _ obstacle: PlainObstacle) -> PlainVerdict? {
        guard policy.isBounded, PlainVerdict(.unknown(obstacle.causes)).reason.isOfCell, years(of: change, scope) > 0 else { return nil }
        let tried = PlainImagination.results { imagination -> Bool? in
            var imagining = evaluator
            imagining.imagination = imagination
            guard case .success((let now, let base)) = figures(change, imagining, scope.withBounds), base > .zero else { return nil }
            return change.bound.holds(now, [level(change, base, scope)])
        }
        guard let first = tried?.all.first ?? nil, tried?.all.allSatisfy({ $0 == first }) ?? false else { return nil }
        var verdict = PlainVerdict(first ? .within_limit : .beyond_limit)
        (verdict.observed, verdict.gap, verdict.limit, verdict.closings) = (.unsaid, .unsaid, .unsaid, .unsaid)
        return verdict
    }

    /// What the value would have to be by now.
    private func level(_ change: PlainChange, _ base: PlainNumber, _ scope: PlainScope) -> PlainNumber {
        (0..<years(of: change, scope)).reduce(base) { level, _ in level * (change.bound.fixed[0] + .one) }
    }

    /// How many more or fewer there would have to be now.
    private func closings(_ now: PlainNumber, isBelow: Bool, _ bound: PlainBound, _ holds: (PlainNumber) -> Bool) -> PlainVerdict.Figure {
        let step = (1...600).first { step in
            let k = PlainNumber(step)
            return isBelow ? holds(now + k) : k <= now && holds(now - k)
        }
        var closings: [String: Int?] = [isBelow ? "add" : "remove": step]
        if bound.hasTwoSides { closings.updateValue(nil, forKey: isBelow ? "remove" : "add") }
        return .text(PlainClosings.text(closings))
    }
}
