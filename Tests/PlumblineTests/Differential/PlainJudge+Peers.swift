/// A record among its peers.
extension PlainJudge {
    /// One way in which things could be.
    private struct Way: Equatable {
        var holds: Bool
        var limit: PlainNumber
    }

    /// A record of whose place among the peers, or of whose value, something may not be known.
    private struct Peer {
        var row: PlainRow
        var isCertain: Bool
        /// Whether it is known to be in the scope, and to be one.
        var isWeighed: Bool
        /// The value itself, and what is above and below the line of a quotient.
        var parts: [PlainExpression]
    }

    func against(_ value: PlainExpression, _ peers: PlainPeers, _ shape: PlainShape, _ scope: PlainScope) -> PlainVerdict {
        let row = scope.record
        let own = evaluator.value(value, scope)
        let place = peers.among.map { evaluator.value(.path(variable: nil, steps: [$0]), scope) }
        let all = others(of: row, place, peers, scope)
        let isAwaiting = policy == .bounds && awaited(in: scope.year, isOfPeers: true).contains { awaited in
            awaited.rows.contains { other in
                let values = peers.among.map { evaluator.value(.path(variable: nil, steps: [$0]), scope.at(other)) }
                return values.contains { !$0.isKnown } || values == place
            }
        }
        // What goes wrong on one of them goes wrong on all that are held against it.
        if place.allSatisfy(\.isKnown), all.contains(where: \.isFaulty) { return PlainVerdict(.rule_error) }
        if let obstacle = PlainValue.obstacle(among: place + [own]) {
            var verdict = PlainVerdict(obstacle)
            // What the peers lack may be told first.
            verdict.orElse = Self.ofPeers.union(isAwaiting ? [.list_not_submitted] : [])
            // Its own value has bounds, too, which this side does not weigh.
            if policy.isBounded, verdict.reason.isOfCell { verdict.orElse.formUnion([.within_limit, .beyond_limit]) }
            if policy == .against, verdict.reason.isOfCell { (verdict.reason, verdict.observed, verdict.gap, verdict.limit, verdict.closings) = (.beyond_limit, .unsaid, .unsaid, .unsaid, .unsaid) }
            return verdict
        }
        if data.copies(of: row).count > 1 {
            var verdict = PlainVerdict(.ambiguous_record)
            // What its peers leave open may be told first; where that is not weighed, each copy is judged by itself.
            verdict.orElse = policy == .bounds ? [.missing_decides] : Set(PlainReason.allCases)
            return verdict
        }
        guard let observed = own.number else { return PlainVerdict(.rule_error) }
        if isAwaiting { return PlainVerdict(.list_not_submitted) }
        var others = all.map { Peer(row: $0.row, isCertain: $0.isCertain, isWeighed: $0.isWeighed, parts: parts(value, peers)) }
        let me = Peer(row: row, isCertain: true, isWeighed: true, parts: parts(value, peers))
        if policy != .bounds {
            others = others.filter(\.isCertain)
            let measured = others.filter { isMeasured($0, scope) }
            // What was not reported is no peer where that counts against a record.
            let there = policy == .against ? measured : others
            if there.count + 1 < peers.leastGroup ?? 2 { return PlainVerdict(.group_too_small) }
            if case .skip(let share?) = policy, (measured.count + 1) * 100 < share * (others.count + 1) { return PlainVerdict(.too_few_measured) }
            others = measured
        }
        let tried = PlainImagination.results { imagination -> Result<Way, PlainObstacle> in
            let there = others.filter { $0.isCertain || imagination.choose("in \($0.row.number)", from: [false, true]) }
            if policy == .bounds, there.count + 1 < peers.leastGroup ?? 2 { return .failure(PlainObstacle(causes: [.group_too_small])) }
            return figure([me] + there, imagination, scope).map { figure in
                let limit = figure + peers.bound.fixed[0]
                return Way(holds: peers.bound.holds(observed, [limit]), limit: limit)
            }
        }
        guard let all = tried?.all, let first = all.first else { return PlainVerdict(.missing_decides) }
        let held = all.map { try? $0.get().holds }
        guard case .success(let way) = first, held.allSatisfy({ $0 == held[0] }) else {
            let causes = all.compactMap(Self.causes).joined()
            var verdict = PlainVerdict(held.contains(where: { $0 != nil }) ? .missing_decides : causes.min() ?? .missing_decides)
            verdict.orElse = Self.ofPeers
            return verdict
        }
        var verdict = PlainVerdict(way.holds ? .within_limit : .beyond_limit)
        // Whether one is in the scope is weighed less closely than trying both does.
        if tried?.isUnbounded == true { verdict.orElse = Self.ofPeers }
        // Of those who may not be in the scope, or contradict themselves, the product does not try what they would change.
        if policy == .bounds, others.contains(where: { !$0.isWeighed }) { verdict.orElse = [.missing_decides, .ambiguous_record] }
        verdict.observed = .text(observed.description)
        let limits = Set(all.compactMap { try? $0.get().limit })
        (verdict.gap, verdict.limit) = limits.count == 1 ? (.text((observed - way.limit).description), .text(way.limit.description)) : (.unsaid, .unsaid)
        if !way.holds { verdict.closings = all.count == 1 ? closings([me] + others, peers, shape, scope) : .unsaid }
        return verdict
    }

    /// What may be told of a record whose peers' figure is open.
    private static let ofPeers: Set<PlainReason> = [.missing, .unreadable, .zero_denominator, .group_too_small, .missing_decides, .ambiguous_record, .no_record, .before_due]

    private static func causes(_ result: Result<Way, PlainObstacle>) -> Set<PlainReason>? {
        if case .failure(let obstacle) = result { obstacle.causes } else { nil }
    }

    private func parts(_ value: PlainExpression, _ peers: PlainPeers) -> [PlainExpression] {
        if peers.isPooled, case .arithmetic(.over, let a, let b) = value { [a, b] } else { [value] }
    }

    /// Those that may be peers, and whether they surely are. What came twice is one, and those whom the rule names as
    /// exempt are nobody's peers; whom else it names does not matter.
    private func others(of row: PlainRow, _ place: [PlainValue], _ peers: PlainPeers, _ scope: PlainScope) -> [(row: PlainRow, isCertain: Bool, isWeighed: Bool, isFaulty: Bool)] {
        var found: [(row: PlainRow, isCertain: Bool, isWeighed: Bool, isFaulty: Bool)] = []
        for other in members(in: scope.year, isComparing: true) where other != row && (other.key != row.key || row.table.key.isEmpty) {
            let there = scope.at(other)
            if isNamed(other, rule.exceptions) { continue }
            let inScope = rule.scope.map { decided($0, there) } ?? .flag(true)
            let values = peers.among.map { evaluator.value(.path(variable: nil, steps: [$0]), there) }
            let isElsewhere = zip(values, place).contains { $0.isKnown && $0 != $1 }
            if inScope == .flag(false) || isElsewhere { continue }
            let isWeighed = inScope == .flag(true) && data.copies(of: other).count < 2
            let isOfGroup = values.allSatisfy(\.isKnown)
            found.append((other, isWeighed && isOfGroup, isWeighed, isOfGroup && inScope == .failure))
        }
        return found
    }

    private func isMeasured(_ peer: Peer, _ scope: PlainScope) -> Bool {
        peer.parts.allSatisfy { evaluator.value($0, scope.at(peer.row)).isKnown }
    }

    private func figure(_ peers: [Peer], _ imagination: PlainImagination, _ scope: PlainScope) -> Result<PlainNumber, PlainObstacle> {
        var evaluator = evaluator
        evaluator.imagination = imagination
        var sums: [PlainNumber] = [.zero, .zero]
        for peer in peers {
            for (place, part) in peer.parts.enumerated() {
                let value = evaluator.value(part, scope.at(peer.row, isElement: true))
                guard let number = value.number else { return .failure(PlainObstacle(causes: value.causes ?? [.rule_error])) }
                sums[place] = sums[place] + number
            }
            if peer.parts.count == 1 { sums[1] = sums[1] + .one }
        }
        return sums[1] == .zero ? .failure(PlainObstacle(causes: [.zero_denominator])) : .success(sums[0] / sums[1])
    }

    /// How many more or fewer of its own would do, where its own are among those that it is held against.
    private func closings(_ peers: [Peer], _ rule: PlainPeers, _ shape: PlainShape, _ scope: PlainScope) -> PlainVerdict.Figure {
        func number(_ expression: PlainExpression, _ row: PlainRow) -> PlainNumber { evaluator.value(expression, scope.at(row)).number ?? .zero }
        let count = PlainNumber(peers.count)
        let isBelow = rule.bound.isBelow(.zero, rule.bound.fixed)
        func first(_ holds: (PlainNumber) -> Bool) -> Int? { (1...600).first { holds(isBelow ? PlainNumber($0) : PlainNumber(-$0)) } }
        // A record that has no peers but itself cannot move away from itself, which closings do not say.
        if peers.count == 1 { return .unsaid }
        switch shape {
        case .count:
            let values = peers.map { number($0.parts[0], $0.row) }
            let sum = values.reduce(.zero, +)
            let change = first { k in
                values[0] + k >= .zero && rule.bound.holds(values[0] + k, [(sum + k) / count + rule.bound.fixed[0]])
            }
            return .text(PlainClosings.text([isBelow ? "add" : "remove": change]))
        case .share(let a, let b):
            let (part, whole) = (number(a, peers[0].row), number(b, peers[0].row))
            // Of quotients that are no shares, more may be converted than there are.
            guard peers.allSatisfy({ number(a, $0.row) <= number(b, $0.row) }), part >= .zero else { return .unsaid }
            func holds(_ part: PlainNumber, _ whole: PlainNumber) -> Bool {
                let others = peers.dropFirst().map { (number(a, $0.row), number(b, $0.row)) }
                let figure = rule.isPooled
                    ? others.map(\.0).reduce(part, +) / others.map(\.1).reduce(whole, +)
                    : others.map { $0.0 / $0.1 }.reduce(part / whole, +) / count
                return rule.bound.holds(part / whole, [figure + rule.bound.fixed[0]])
            }
            let convert = first { k in part + k <= whole && part + k >= .zero && holds(part + k, whole) }
            // To convert all is not enough; how many more than all would be, is no closing of a share.
            if convert == nil { return .unsaid }
            var closings: [String: Int?] = ["convert": convert]
            if !rule.isPooled {
                closings[isBelow ? "add" : "remove"] = first { k in part + k >= .zero && whole + k > .zero && holds(part + k, whole + k) }
            }
            return .text(PlainClosings.text(closings))
        case .other: return .none
        case .unsaid: return .unsaid
        }
    }
}
