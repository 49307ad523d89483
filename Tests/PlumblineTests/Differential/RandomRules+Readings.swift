extension RandomRules {
    /// One or two other ways of reading the rule.
    mutating func addReadings(_ rule: inout PlainRule) {
        let plain = rule
        for name in ["wider", "other"].prefix(maker.dice.pick([1, 1, 2])) {
            var other = plain
            change(&other)
            makeClosingsFit(&other)
            if other.text != plain.text, !rule.readings.contains(where: { $0.rule.text == other.text }) {
                rule.readings.append(PlainReading(name: name, rule: other))
            }
        }
    }

    private mutating func change(_ rule: inout PlainRule) {
        switch maker.dice.number(0...5) {
        case 0:
            maker.begin()
            rule.scope = rule.scope == nil ? maker.flag(place, depth: 0) : nil
        case 1:
            if rule.coverage?.per != nil { rule.coverage?.per = nil } else { changePeriods(&rule) }
        case 2:
            if case .arms(var arms) = rule.requirement {
                arms.isAny.toggle()
                rule.requirement = .arms(arms)
            } else {
                changeBound(&rule)
            }
        case 3...4: changeBound(&rule)
        default:
            switch rule.requirement {
            case .condition, .target, .arms:
                maker.begin()
                rule.requirement = requirement()
                (rule.baseline, rule.pace) = (nil, nil)
            default: changePeriods(&rule)
            }
        }
        // Of a year without a row nobody knows whether it is in the scope.
        if rule.table.period != nil, !rule.namesSubjects { rule.scope = nil }
        // What is not reported counts as false within a list.
        if rule.missing == .against, rule.text.contains(/![a-z(]/) || (rule.scope?.hasList ?? false) { rule.missing = .bounds }
    }

    private mutating func changePeriods(_ rule: inout PlainRule) {
        guard rule.periods != nil else { return }
        if rule.pace == .linear || rule.pace == .stepped { rule.pace = nil }
        rule.periods = maker.dice.pick([.one(2024), .each(2023...2024)] + (rule.namesSubjects ? [.all(2023...2024), .any(2024...2025)] : []))
    }

    private mutating func changeBound(_ rule: inout PlainRule) {
        if case .target(let value, var bound, let shape) = rule.requirement, bound.fixed.count == 1, bound.kind.hasOneFigure, bound.unit != .percent {
            if case .fixed = bound.limits[0] { bound.limits = [.fixed(bound.fixed[0] + .one)] }
            rule.requirement = .target(value, bound, shape)
        } else if case .change(var change) = rule.requirement {
            change.isGrowth = false
            change.yearly = nil
            change.bound.unit = unit
            change.bound.limits = [.fixed(.one)]
            rule.requirement = .change(change)
        } else if var coverage = rule.coverage {
            coverage.bound = fixedBound(coverage.bound.unit, kinds: [.atLeast, .moreThan, .atMost])
            rule.coverage = coverage
        }
    }
}
