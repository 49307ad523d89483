/// How records are spread over values.
extension PlainJudge {
    func composed(_ value: PlainExpression, _ composition: PlainComposition, in year: Int?) -> [PlainFinding] {
        gathered(by: composition.within, in: year) { group in
            self.verdict(group) { self.spread($0, value, composition, year) }
        }
    }

    /// One bound held against its share: how far off it is, in favour positive.
    private struct Held {
        var part: Int?
        var bound: PlainBound
        var count: Int
        var share: PlainNumber

        var limit: PlainNumber { bound.fixed[0] }
        var holds: Bool { bound.holds(share, [limit]) }

        var room: PlainNumber {
            let gap = share - limit
            let room = bound.kind == .equals ? (gap < .zero ? gap : PlainNumber.zero - gap) : bound.isBelow(share, [limit]) ? gap : PlainNumber.zero - gap
            return limit == .zero ? room : room / limit
        }
    }

    private func spread(_ rows: [PlainRow], _ value: PlainExpression, _ composition: PlainComposition, _ year: Int?) -> PlainVerdict {
        var values = rows.map { evaluator.value(value, PlainScope(record: $0, year: year)) }
        if values.contains(.failure) { return PlainVerdict(.rule_error) }
        let open = values.compactMap(\.causes)
        if case .skip(let least) = policy {
            if (values.count - open.count) * 100 < (least ?? 0) * values.count { return PlainVerdict(.too_few_measured) }
            values = values.filter(\.isKnown)
            if values.isEmpty { return PlainVerdict(open.joined().min() ?? .empty_group) }
        } else if let cause = open.joined().filter({ !$0.isUnreported && $0 != .no_such_period }).min() {
            return PlainVerdict(cause)
        }
        let every = field(of: value) == .grade ? data.vocabulary.grades : data.vocabulary.kinds
        let tried = PlainImagination.results { imagination -> [Held] in
            let names = values.enumerated().map { place, value in
                value.isKnown ? value.shown : imagination.choose("\(place)", from: every)
            }
            return held(names, composition)
        }
        guard let all = tried?.all, let first = all.first else { return PlainVerdict(.missing_decides) }
        let holds = first.allSatisfy(\.holds)
        guard all.allSatisfy({ $0.allSatisfy(\.holds) == holds }) else {
            // Of whom nothing came, that is told before what blank cells leave open.
            return PlainVerdict(open.joined().filter { !$0.isOfCell }.min() ?? .missing_decides)
        }
        var verdict = PlainVerdict(holds ? .within_limit : .beyond_limit)
        guard all.count == 1 else {
            (verdict.observed, verdict.gap, verdict.limit, verdict.closings) = (.unsaid, .unsaid, .unsaid, .unsaid)
            return verdict
        }
        // Within all bounds the part is told that is nearest to leaving them; what they make together is none.
        let told = holds ? first.filter { $0.part != nil } : first.filter { !$0.holds }
        let least = told.map(\.room).min()!
        let worst = told.first { $0.room == least }!
        verdict.observed = .text(worst.share.description)
        verdict.gap = .text((worst.share - worst.limit).description)
        verdict.limit = .text(worst.limit.description)
        if !holds {
            verdict.closings = .text(PlainClosings.text(PlainClosings.share(
                PlainNumber(worst.count), of: PlainNumber(values.count), worst.bound, [worst.limit])))
        }
        return verdict
    }

    private func field(of value: PlainExpression) -> PlainField.Kind? {
        if case .path(nil, let steps) = value { rule.table.field(steps[0])?.type } else { nil }
    }

    private func held(_ names: [String], _ composition: PlainComposition) -> [Held] {
        func held(_ values: [String], _ bound: PlainBound, _ part: Int?) -> Held {
            let count = names.count(where: values.contains)
            return Held(part: part, bound: bound, count: count, share: PlainNumber(count, over: names.count))
        }
        var all = composition.parts.enumerated().flatMap { place, part in part.bounds.map { held(part.values, $0, place) } }
        if let whole = composition.whole {
            all.append(held(composition.parts.flatMap(\.values), PlainBound(kind: .equals, limits: [.fixed(whole)], unit: .percent), nil))
        }
        return all
    }
}
