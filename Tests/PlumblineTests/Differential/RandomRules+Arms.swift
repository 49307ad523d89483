extension RandomRules {
    /// Two or three requirements in place of one. Each may look at the same cells as the others: it is judged by itself.
    mutating func makeArms(_ rule: inout PlainRule) {
        switch rule.requirement {
        case .condition, .target, .change: break
        default: return
        }
        let names = ["near", "far", "third"].prefix(maker.dice.pick([2, 2, 3]))
        let arms = names.map { name in
            maker.begin()
            let scope = maker.dice.chance(30) ? maker.flag(place, depth: maker.dice.pick([0, 0, 1])) : nil
            return PlainArms.Arm(name: name, scope: scope, requirement: requirement())
        }
        maker.begin()
        rule.requirement = .arms(PlainArms(isAny: maker.dice.chance(50), arms: arms))
    }
}
