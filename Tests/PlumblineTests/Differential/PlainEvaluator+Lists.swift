extension PlainEvaluator {
    func aggregate(
        _ kind: PlainExpression.Aggregate, _ list: PlainList, _ body: PlainExpression?, _ second: PlainExpression?, _ scope: PlainScope
    ) -> PlainValue {
        let rows: [PlainRow]
        switch elements(list, scope) {
        case .success(let found): rows = found
        case .failure(let obstacle): return obstacle.causes.isEmpty ? .failure : .unknown(obstacle.causes)
        }
        let scopes = rows.map { scope.with(list.variable, $0) }
        switch kind {
        case .count:
            guard rows.contains(where: { $0.absence == .ambiguous_record }) else { return .number(PlainNumber(rows.count)) }
            return counted(.countWhere, .literal(.flag(true)), scopes)
        case .countWhere, .share: return counted(kind, body!, scopes)
        case .exists, .all: return quantified(kind, scopes.map { condition(body!, $0) })
        case .distinct: return different(scopes.map { raw.value(body!, $0) })
        case .ratio: return ratio(scopes.map { (raw.asItCame.value(body!, $0), raw.asItCame.value(second!, $0)) })
        case .sum, .avg, .min, .max, .median: return figure(kind, body!, scopes)
        case .latest, .earliest: return dated(kind, zip(rows, scopes.map { raw.asItCame.value(body!, $0) }).map { ($0.year, $1) })
        }
    }
}

extension PlainEvaluator {
    /// The list's records; no causes stand for a rule at fault.
    func elements(_ list: PlainList, _ scope: PlainScope) -> Result<[PlainRow], PlainObstacle> {
        var owner = list.owner.map { scope.variables[$0]! } ?? scope.record
        for step in list.steps.dropLast() {
            let next = value(.path(variable: nil, steps: [step]), scope.at(owner))
            guard case .row(let parent) = next else { return .failure(PlainObstacle(causes: next.causes ?? [])) }
            owner = parent
        }
        let listed = data.list(list.steps.last!, of: owner, on: day(scope)).map { rows in rows.filter { list.year == nil || $0.year == list.year } }
        guard let filter = list.filter, case .success(let rows) = listed else { return listed }
        let conditions = rows.map { $0.absence == .ambiguous_record ? .unknown(.ambiguous_record) : condition(filter, scope.with(list.variable, $0)) }
        if conditions.contains(.failure) { return .failure(PlainObstacle(causes: [])) }
        let open = conditions.compactMap(\.causes)
        switch policy {
        case .bounds, .against:
            if !open.isEmpty { return .failure(PlainObstacle(causes: open.reduce(into: []) { $0.formUnion($1) })) }
        case .skip(let least):
            if let causes = tooFew(open, of: rows.count, least) { return .failure(PlainObstacle(causes: causes)) }
        }
        return .success(zip(rows, conditions).filter { $0.1 == .flag(true) }.map(\.0))
    }
}

extension PlainEvaluator {
    /// This evaluator, to which a missing number is nothing but missing.
    var raw: PlainEvaluator {
        var raw = self
        (raw.isRaw, raw.imagination) = (true, nil)
        return raw
    }

    /// Where the measured stand for all: why they cannot.
    func tooFew(_ open: [Set<PlainReason>], of count: Int, _ least: Int?) -> Set<PlainReason>? {
        guard count > 0 else { return nil }
        let causes = open.reduce(into: Set()) { $0.formUnion($1) }
        if let least, (count - open.count) * 100 < least * count { return [.too_few_measured] }
        if open.count == count { return causes }
        return nil
    }

    /// Causes as a figure over many tells them: what is missing could decide.
    func mapped(_ causes: [Set<PlainReason>]) -> PlainValue {
        let all = causes.reduce(into: Set()) { $0.formUnion($1) }
        guard policy.isBounded, !isRaw else { return .unknown(all) }
        return .unknown(Set(all.map { $0.isOfCell ? .missing_decides : $0 }))
    }

    func counted(_ kind: PlainExpression.Aggregate, _ body: PlainExpression, _ scopes: [PlainScope]) -> PlainValue {
        if kind == .share, scopes.isEmpty { return .unknown(.empty_group) }
        var flags = scopes.map { scope in
            // Of a record that came twice it is open whether it is one of the list's at all.
            let isOpen = kind == .countWhere && body.text == "true" && scope.variables.values.contains { $0.absence == .ambiguous_record }
            return isOpen ? .unknown(.ambiguous_record) : condition(body, scope)
        }
        if flags.contains(.failure) { return .failure }
        let open = flags.compactMap(\.causes)
        if case .skip(let least) = policy {
            if let causes = tooFew(open, of: flags.count, least) { return .unknown(causes) }
            flags = flags.filter { $0.flag != nil }
        } else if !open.isEmpty {
            guard let imagination else { return mapped(open) }
            for index in flags.indices where flags[index].flag == nil {
                let row = scopes[index].variables.values.map { "\($0.table.name)\($0.key)\($0.number)" }.sorted().joined()
                flags[index] = .flag(imagination.choose("\(body.text) \(row)", from: [false, true]))
            }
        }
        let count = PlainNumber(flags.count { $0 == .flag(true) })
        return .number(kind == .share ? count / PlainNumber(flags.count) : count)
    }

    func quantified(_ kind: PlainExpression.Aggregate, _ flags: [PlainValue]) -> PlainValue {
        var flags = flags
        if kind == .all, flags.isEmpty { return .unknown(.empty_group) }
        let decisive = PlainValue.flag(kind == .exists)
        if flags.contains(decisive) { return decisive }
        let open = flags.compactMap(\.causes)
        if case .skip(let least) = policy {
            if let causes = tooFew(open, of: flags.count, least) { return .unknown(causes) }
            flags = flags.filter { $0.causes == nil }
        }
        return kind == .exists ? Self.or(flags) : Self.and(flags)
    }

    func different(_ values: [PlainValue]) -> PlainValue {
        if values.contains(.failure) { return .failure }
        let open = values.compactMap(\.causes)
        if case .skip(let least) = policy {
            if let causes = tooFew(open, of: values.count, least) { return .unknown(causes) }
        } else if !open.isEmpty {
            return .unknown(open.reduce(into: []) { $0.formUnion($1) })
        }
        return .number(PlainNumber(Set(values.filter(\.isKnown)).count))
    }

    /// The sum of the one over the sum of the other, of those of whom both are measured.
    func ratio(_ pairs: [(PlainValue, PlainValue)]) -> PlainValue {
        if pairs.isEmpty { return .unknown(.empty_group) }
        let obstacles = pairs.map { PlainValue.obstacle(among: [$0.0, $0.1]) }
        if obstacles.contains(.failure) { return .failure }
        let open = obstacles.compactMap { $0?.causes }
        var least: Int?
        if case .skip(let share) = policy { least = share }
        if let causes = tooFew(open, of: pairs.count, least) { return .unknown(causes) }
        let measured = zip(pairs, obstacles).filter { $0.1 == nil }.map(\.0)
        let top = measured.compactMap(\.0.number).reduce(.zero, +)
        let bottom = measured.compactMap(\.1.number).reduce(.zero, +)
        return bottom == .zero ? .unknown(.zero_denominator) : .number(top / bottom)
    }

    func figure(_ kind: PlainExpression.Aggregate, _ body: PlainExpression, _ scopes: [PlainScope]) -> PlainValue {
        var values = scopes.map { value(body, $0) }
        if values.contains(.failure) { return .failure }
        let open = values.compactMap(\.causes)
        if case .skip(let least) = policy {
            if let causes = tooFew(open, of: values.count, least) { return .unknown(causes) }
            values = values.filter(\.isKnown)
        } else if !open.isEmpty {
            guard let imagination else { return mapped(open) }
            for index in values.indices where !values[index].isKnown {
                let row = scopes[index].variables.values.map { "\($0.table.name)\($0.key)\($0.number)" }.sorted().joined()
                values[index] = .number(imagination.number("\(body.text) \(row)"))
            }
        }
        let numbers = values.compactMap(\.number).sorted()
        guard numbers.count == values.count else { return .failure }
        if kind == .sum { return .number(numbers.reduce(.zero, +)) }
        guard let least = numbers.first, let most = numbers.last else { return .unknown(.empty_group) }
        switch kind {
        case .min: return .number(least)
        case .max: return .number(most)
        case .avg: return .number(numbers.reduce(.zero, +) / PlainNumber(numbers.count))
        default: return .number((numbers[(numbers.count - 1) / 2] + numbers[numbers.count / 2]) / PlainNumber(2))
        }
    }

    /// What the last, or the first, of the rows says that say anything.
    func dated(_ kind: PlainExpression.Aggregate, _ values: [(year: Int?, value: PlainValue)]) -> PlainValue {
        if values.contains(where: { $0.value == .failure }) { return .failure }
        let known = values.filter(\.value.isKnown)
        if known.isEmpty { return .unknown(values.isEmpty ? [.empty_group] : values.compactMap(\.value.causes).reduce(into: []) { $0.formUnion($1) }) }
        let years = known.compactMap(\.year)
        let chosen = Set(known.filter { $0.year == (kind == .latest ? years.max() : years.min()) }.map(\.value))
        return chosen.count == 1 ? chosen.first! : .unknown(.ambiguous_record)
    }
}
