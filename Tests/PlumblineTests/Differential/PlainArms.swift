/// Requirements of which one has to be met, or all.
struct PlainArms {
    struct Arm {
        var name: String
        var scope: PlainExpression?
        /// A condition or a target.
        var requirement: PlainRule.Requirement
    }

    var isAny: Bool
    var arms: [Arm]
}

extension PlainArms {
    var key: String { isAny ? "any_of" : "all_of" }

    var text: String {
        let arms = arms.map { arm in
            let scope = arm.scope.map { [(key: "where", value: "\"\($0.text)\"")] } ?? []
            let entries = [(key: "name", value: arm.name)] + scope + arm.requirement.entries
            return "{\(entries.map { "\($0.key): \($0.value)" }.joined(separator: ", "))}"
        }
        return "[\(arms.joined(separator: ", "))]"
    }
}
