extension PlainEvaluator {
    func arithmetic(_ kind: PlainExpression.Arithmetic, _ a: PlainValue, _ b: PlainValue) -> PlainValue {
        if let obstacle = PlainValue.obstacle(among: [a, b]) { return obstacle }
        guard let a = a.number, let b = b.number else { return .failure }
        switch kind {
        case .plus: return .number(a + b)
        case .minus: return .number(a - b)
        case .times: return .number(a * b)
        case .over: return b == .zero ? .unknown(.zero_denominator) : .number(a / b)
        }
    }

    /// Decided where every value that one side could have gives the same answer beside every value of the other.
    func comparison(_ kind: PlainExpression.Comparison, _ a: PlainExpression, _ b: PlainExpression, _ scope: PlainScope) -> PlainValue {
        let plain = Self.compare(kind, value(a, scope), value(b, scope))
        guard plain.causes != nil, policy.isBounded, imagination == nil, !isRaw else { return plain }
        func values(_ side: PlainExpression) -> Set<PlainValue> {
            let results = PlainImagination.results { imagination in
                var imagining = self
                imagining.imagination = imagination
                return imagining.value(side, scope)
            }
            return Set(results?.all ?? [])
        }
        let right = values(b)
        let answers = Set(values(a).flatMap { left in right.map { Self.compare(kind, left, $0) } })
        guard answers.count == 1, let only = answers.first, only.isKnown else { return plain }
        return only
    }

    static func compare(_ kind: PlainExpression.Comparison, _ a: PlainValue, _ b: PlainValue) -> PlainValue {
        if let obstacle = PlainValue.obstacle(among: [a, b]) { return obstacle }
        if kind == .equal { return .flag(a == b) }
        if kind == .unequal { return .flag(a != b) }
        let isLess, isMore: Bool
        switch (a, b) {
        case (.number(let a), .number(let b)): (isLess, isMore) = (a < b, b < a)
        case (.rank(let a, _), .rank(let b, _)): (isLess, isMore) = (a < b, b < a)
        case (.day(let a), .day(let b)): (isLess, isMore) = (a < b, b < a)
        default: return .failure
        }
        return switch kind {
        case .less: .flag(isLess)
        case .lessOrEqual: .flag(!isMore)
        case .more: .flag(isMore)
        default: .flag(!isLess)
        }
    }
}
