import CEL
import Diagnostics
import OrderedCollections
import Quantities
import YAML

/// Records on one side of a limit or of a condition.
extension BoundaryMaker {
    /// The limit in base units; computed ones are asked of a record.
    func limit(_ record: MadeRecord) throws(Unmakeable) -> Number {
        if let (_, limit) = firstLimit { return limit.value }
        if let bound = memberBound { return bound }
        var probe = record
        if let asked { try solver.set(asked, to: rule.observedField?.unit?.scale ?? 1, &probe) }
        let finding = CaseRunner(plan).finding(of: one(probe), rule: plan.rules.firstIndex { $0.rule.fullName == rule.rule.fullName } ?? 0)
        guard let limit = finding?.measurement.limit else { throw .noFixedLimit }
        return limit
    }

    private var memberBound: Number? { ((rule.coverage == nil ? rule.limit : rule.memberLimit) ?? rule.limit)?.bounds.first }

    func recordCase(_ boundary: Boundary) throws(Unmakeable) -> RuleCase {
        switch boundary {
        case .missing: return one(try without(fieldPaths.first ?? []))
        case .listNotSent: return one(try without(listPaths.first ?? []))
        case .emptyList:
            var record = try decided()
            record.set(listPaths.first ?? [], to: .list([]))
            return one(record)
        case .zeroDenominator:
            var record = try decided()
            guard let asked, let (above, below) = solver.ratio(asked, in: record) else { throw .noFixedLimit }
            try solver.set(above, to: 0, &record)
            try solver.set(below, to: 0, &record)
            return one(record)
        default: return one(try record(at: boundary))
        }
    }

    /// A record on one side of what the rule asks.
    func record(at boundary: Boundary) throws(Unmakeable) -> MadeRecord {
        var record = try base()
        guard let asked else { return record }
        if rule.lateness != nil { try date(boundary, &record) }
        switch boundary {
        case .conditionHolds: try solver.solve(asked, true, &record)
        case .withoutTerm(let text): try fallShort(of: text, in: asked, &record)
        case .listed(let text): try setListed(asked, text, &record)
        case .unlisted: try setListed(asked, nil, &record)
        case .atUpperLimit: try setObserved(asked, steps: 0, from: upperLimit, &record)
        case .aboveUpperLimit: try setObserved(asked, steps: 1, from: upperLimit, &record)
        case .justBelow: try setObserved(asked, steps: -1, &record)
        case .justAbove: try setObserved(asked, steps: 1, &record)
        default: try setObserved(asked, steps: 0, &record)
        }
        return record
    }

    /// Makes a record meet what the rule asks, or fall just short of it.
    func meet(_ isMet: Bool, _ record: inout MadeRecord) throws(Unmakeable) {
        for term in scope.map({ terms(of: $0) }) ?? [] { try solver.solve(term, true, &record) }
        guard let asked else { throw .noRecipe(rule.limit?.kind ?? "") }
        guard rule.rule.observesValue else { return try solver.solve(asked, isMet, &record) }
        let kind = rule.limit?.kind ?? ""
        let isExclusive = ["more_than", "less_than"].contains(kind)
        let inwards: Int64 = ["at_most", "less_than"].contains(kind) ? -1 : 1
        try setObserved(asked, steps: isMet ? (isExclusive ? inwards : 0) : (isExclusive ? 0 : -inwards), &record)
    }

    /// Fills in when each step was reached: on the due date, a day later, or nobody knows.
    private func date(_ boundary: Boundary, _ record: inout MadeRecord) throws(Unmakeable) {
        guard let asked, let path = solver.path(asked, in: record), let field = solver.field(path, of: table),
              let due = rule.schedule.date ?? judged?.lastDay
        else { throw .noRecipe("reaches") }
        let day = boundary == .dayLate ? due.next : due
        for name in field.reachedOn.values {
            record.set(path.dropLast() + [name], to: .text(boundary == .undated ? nil : day.description))
        }
    }

    /// A record that the rule decides on.
    func decided() throws(Unmakeable) -> MadeRecord {
        if let value = listedValues.first { return try record(at: .listed(value)) }
        return try record(at: rule.rule.observesValue ? .atLimit : .conditionHolds)
    }

    private func without(_ path: [String]) throws(Unmakeable) -> MadeRecord {
        var record = try decided()
        record.remove(path)
        let isObserved = path.count == 1 && table.periodField == nil && table.fields[path[0]]?.observation != nil
        if isObserved { record.set(path, to: .text(nil)) }
        if example[path.first ?? ""] != nil, path.count == 1 { record.set(path, to: .text(nil)) }
        return record
    }

    private func fallShort(of text: String, in asked: Expression, _ record: inout MadeRecord) throws(Unmakeable) {
        let terms = terms(of: asked)
        for term in terms where term.unparsed() != text { try solver.solve(term, true, &record) }
        for term in terms where term.unparsed() == text { try solver.solve(term, false, &record) }
    }

    /// The upper end of a range; nil for a limit with one end.
    var upperLimit: Number? {
        guard let limit = rule.limit, ["between", "about"].contains(limit.kind), limit.bounds.count == 2 else { return nil }
        return limit.bounds[1]
    }

    /// The values that the target lists.
    var listedValues: [String] {
        guard case .target(_, let target) = rule.rule.requirement, target.kind == "one_of" else { return [] }
        return target.limit.sequence?.compactMap(\.scalar?.text) ?? []
    }

    /// Gives a field one of the listed values, or another.
    private func setListed(_ asked: Expression, _ text: String?, _ record: inout MadeRecord) throws(Unmakeable) {
        guard let path = solver.path(asked, in: record), let field = solver.field(path, of: table), field.definition == nil else {
            throw .expression(asked.unparsed())
        }
        let other = text == nil ? try GivenText(field: field).other(than: listedValues) : text
        record.set(path, to: .text(other))
    }

    /// - Parameter end: The limit, where it is not the rule's first.
    private func setObserved(
        _ asked: Expression, steps: Int64, from end: Number? = nil, _ record: inout MadeRecord
    ) throws(Unmakeable) {
        if let path = solver.path(asked, in: record), let field = solver.field(path, of: table),
           case .enumeration(let enumeration) = field.type {
            return record.set(path, to: .text(try member(of: enumeration, steps)))
        }
        let limit: Number
        if let end { limit = end } else { limit = try self.limit(record) }
        if let (above, below) = solver.ratio(asked, in: record) {
            try solver.set(asked, to: limit, &record)
            guard steps != 0, let whole = wholeNumber(below, in: record), let part = wholeNumber(above, in: record) else {
                return try solver.set(asked, to: limit + solver.step(of: asked, limit: limit, in: record) * Number(steps), &record)
            }
            guard part + steps >= 0, whole > 0 else { throw .noFixedLimit }
            return try solver.set(above, to: Number(part + steps), &record)
        }
        try solver.set(asked, to: limit + solver.step(of: asked, limit: limit, in: record) * Number(steps), &record)
    }

    /// The whole number that a counted part of a ratio has; nil for what is not counted.
    private func wholeNumber(_ expression: Expression, in record: MadeRecord) -> Int64? {
        guard solver.isCount(expression, in: record), let path = solver.path(expression, in: record),
              case .text(let text?)? = record.content(path)
        else { return nil }
        return Int64(text)
    }

    private func member(of enumeration: Enumeration, _ steps: Int64) throws(Unmakeable) -> String {
        guard let text = rule.limit?.text, enumeration.isOrdered,
              let ranks = enumeration.rank(of: text).map({ $0...$0 }) ?? enumeration.band(named: text)?.ranks
        else { throw .noFixedLimit }
        let rank = (steps > 0 ? ranks.upperBound : ranks.lowerBound) + Int(steps)
        guard enumeration.members.indices.contains(rank) else { throw .noSuchStep(text) }
        return enumeration.members[rank].id
    }

    func conditionPaths(_ expression: Expression) -> [[String]] {
        if let path = solver.path(expression, in: empty), !path.isEmpty {
            return solver.field(path, of: table) != nil || solver.listTable(path, of: table) != nil ? [path] : []
        }
        guard let call = expression.writtenCall else { return [] }
        // What a loop says of its elements is about their fields.
        if let target = call.target { return conditionPaths(target) + call.arguments.dropFirst().flatMap { conditionPaths($0) } }
        return call.arguments.flatMap { conditionPaths($0) }
    }
}
