import CEL
import Diagnostics
import OrderedCollections
import Quantities
import YAML

/// Makes the records that show a rule's boundaries.
struct BoundaryMaker {
    let rule: RulePlan
    let table: Table
    let plan: AuditPlan
    let solver: ConditionSolver
    let example: RuleCase.Record
    let scope: Expression?
    /// What the rule observes, or the condition that it asks for.
    let asked: Expression?

    /// nil for a rule whose table is not there.
    init?(_ rule: RulePlan, plan: AuditPlan) {
        guard let table = plan.vocabulary.tables[rule.rule.table] else { return nil }
        (self.rule, self.plan, self.table) = (rule, plan, table)
        let solver = ConditionSolver(
            vocabulary: plan.vocabulary, constants: rule.setting.constants.mapValues(\.value), location: rule.rule.location)
        self.solver = solver
        var faults = Diagnostics()
        example = rule.rule.node?.mapping?["example"].flatMap { GivenLoader().record($0, &faults) } ?? [:]
        scope = rule.rule.scope.flatMap { solver.tree($0) }
        switch rule.rule.requirement {
        case .target(let observe, _): asked = solver.tree(observe)
        case .condition(let condition): asked = solver.tree(condition)
        default: asked = nil
        }
    }

    /// The boundaries that the rule has.
    var boundaries: [Boundary] {
        let scope: [Boundary] = self.scope == nil || rule.comparison != nil ? [] : [.outOfScope]
        return required + undecided + scope
    }

    /// The case that shows a boundary, without its name and what it expects.
    func make(_ boundary: Boundary) throws(Unmakeable) -> RuleCase {
        switch boundary {
        case .outOfScope where rule.coverage == nil: return one(try outside())
        case .absentPeriod: return try absentPeriod()
        default: break
        }
        if rule.coverage != nil { return try CoverageMaker(self).make(boundary) }
        if let arms = ArmsMaker(self) { return one(try arms.record(boundary)) }
        if let peers = PeersMaker(self) { return try peers.make(boundary) }
        if let sets = SetMaker(self) { return try sets.make(boundary) }
        if rule.comparison != nil { return try ComparedGroupsMaker(self).make(boundary) }
        if let growth = GrowthMaker(self) { return try growth.make(boundary) }
        return try recordCase(boundary)
    }
}

// MARK: - Which there are

private extension BoundaryMaker {
    var required: [Boundary] {
        if rule.coverage != nil { return [.atLimit, .justBelow, .justAbove] }
        if rule.comparison != nil {
            return rule.limit?.kind == "unique" ? [.conditionHolds, .sameTwice] : [.atLimit, .justBelow, .justAbove, .nobodyTested]
        }
        if let arms = ArmsMaker(self) { return arms.boundaries }
        if SetMaker(self) != nil { return [.conditionHolds, .oneMissing, .oneExtra] }
        let published: [Boundary] = rule.figures.contains { $0.benchmark != nil } ? [.noFigure] : []
        let late: [Boundary] = rule.lateness == nil ? [] : [.dayLate, .undated]
        guard case .condition = rule.rule.requirement, let asked else {
            if !listedValues.isEmpty { return listedValues.map { .listed($0) } + [.unlisted] }
            if upperLimit != nil { return [.justBelow, .atLimit, .atUpperLimit, .aboveUpperLimit] }
            return [.atLimit, .justBelow, .justAbove] + late + published
        }
        let terms = terms(of: asked)
        return [.conditionHolds] + terms.map { .withoutTerm($0.unparsed()) }
    }

    var undecided: [Boundary] {
        var boundaries: [Boundary] = []
        if !fieldPaths.isEmpty { boundaries.append(.missing) }
        if rule.coverage == nil, rule.comparison == nil {
            if !listPaths.isEmpty { boundaries += [.listNotSent, .emptyList] }
            if let asked, rule.rule.observesValue, let ratio = solver.ratio(asked, in: empty), solver.path(ratio.below, in: empty) != nil {
                boundaries.append(.zeroDenominator)
            }
        }
        if table.keyNamesPeriod, rule.coverage == nil, rule.comparison == nil { boundaries.append(.absentPeriod) }
        return boundaries
    }
}

// MARK: - Records

extension BoundaryMaker {
    var empty: MadeRecord { MadeRecord(of: table, at: rule.rule.location) }

    /// What the verdict rests on, fields and lists.
    var paths: [[String]] {
        var paths: [[String]] = []
        for path in asked.map({ rule.rule.observesValue ? solver.operands($0, in: empty) : conditionPaths($0) }) ?? [] where !paths.contains(path) {
            paths.append(path)
        }
        return paths
    }

    /// The fields of which a blank cell says that something is missing.
    var fieldPaths: [[String]] { paths.filter { solver.field($0, of: table)?.blank == .missing } }
    var listPaths: [[String]] { paths.filter { solver.listTable($0, of: table) != nil } }

    /// The terms that `&&` joins.
    func terms(of expression: Expression) -> [Expression] {
        guard let call = expression.writtenCall, call.function == Operator.and, call.arguments.count == 2 else { return [expression] }
        return call.arguments.flatMap { terms(of: $0) }
    }

    /// A record that the rule applies to.
    func base() throws(Unmakeable) -> MadeRecord {
        var record = MadeRecord(of: table, example, at: rule.rule.location)
        if let subject = rule.rule.subjects.first, let name = table.label ?? table.keyFields.first, record.content([name]) == nil {
            record.set([name], to: .text(subject.name))
        }
        // What cannot be told from a term, the example may say; whether it does shows when the rule judges the case.
        for term in scope.map({ terms(of: $0) }) ?? [] {
            let before = record
            do throws(Unmakeable) {
                try solver.solve(term, true, &record)
            } catch {
                guard !example.isEmpty else { throw error }
                record = before
            }
        }
        if let (condition, _) = firstLimit { try solver.solve(condition, true, &record) }
        return record
    }

    func outside() throws(Unmakeable) -> MadeRecord {
        let record = try base()
        for term in (scope.map { terms(of: $0) } ?? []).reversed() {
            var other = record
            do throws(Unmakeable) {
                try solver.solve(term, false, &other)
                return other
            } catch {
                continue
            }
        }
        throw .expression(scope?.unparsed() ?? "")
    }

    /// The first of several limits, with the condition under which it holds.
    var firstLimit: (condition: Expression, limit: Quantity)? {
        guard case .target(_, let target) = rule.rule.requirement, let first = target.limit.sequence?.first?.mapping,
              let condition = first["when"]?.scalar.flatMap({ solver.tree($0) }), let text = first["limit"]?.scalar?.text,
              let limit = try? Quantity.parse(text)
        else { return nil }
        return (condition, limit)
    }

    /// A case of one record, in the period that is judged.
    func one(_ record: MadeRecord) -> RuleCase {
        var example = RuleCase(name: "", given: record.fields, outcome: .pass, closes: [], location: rule.rule.location)
        if let choice = rule.schedule.choice, choice.periods.count > 1 {
            if choice.manner == .each {
                example.period = judged
            } else {
                example.periods = choice.periods.map { ($0, record.fields) }
            }
        }
        return example
    }

    func many(_ records: [(record: MadeRecord, count: Int)]) -> RuleCase {
        var example = one(empty)
        example.given = self.example
        example.records = records.filter { $0.count > 0 }.map { record, count in
            RuleCase.Item(content: .record(record.fields), count: count, location: rule.rule.location)
        }
        return example
    }

    /// The period that a case shows: the example's own, where the rule judges it.
    var judged: CalendarPeriod? {
        let own = table.periodField.flatMap { example[$0]?.text }.flatMap { CalendarPeriod($0) }
        if let own, rule.schedule.choice?.periods.contains(own) == true { return own }
        return rule.schedule.choice?.periods.last ?? rule.schedule.date.map { CalendarPeriod(containing: $0, kind: .year) }
    }
}

// MARK: - One record

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
        if example[path.first ?? ""] != nil, path.count == 1 { record.set(path, to: .text(nil)) }
        return record
    }

    private func fallShort(of text: String, in asked: Expression, _ record: inout MadeRecord) throws(Unmakeable) {
        let terms = terms(of: asked)
        for term in terms where term.unparsed() != text { try solver.solve(term, true, &record) }
        for term in terms where term.unparsed() == text { try solver.solve(term, false, &record) }
    }

    /// The upper end of a range; nil for a limit with one end.
    private var upperLimit: Number? {
        guard let limit = rule.limit, ["between", "about"].contains(limit.kind), limit.bounds.count == 2 else { return nil }
        return limit.bounds[1]
    }

    /// The values that the target lists.
    private var listedValues: [String] {
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

    private func conditionPaths(_ expression: Expression) -> [[String]] {
        if let path = solver.path(expression, in: empty), !path.isEmpty {
            return solver.field(path, of: table) != nil || solver.listTable(path, of: table) != nil ? [path] : []
        }
        guard let call = expression.writtenCall else { return [] }
        // What a loop says of its elements is about their fields.
        if let target = call.target { return conditionPaths(target) + call.arguments.dropFirst().flatMap { conditionPaths($0) } }
        return call.arguments.flatMap { conditionPaths($0) }
    }
}

// MARK: - Periods

private extension BoundaryMaker {
    func absentPeriod() throws(Unmakeable) -> RuleCase {
        guard let judged, let other = judged.previous else { throw .noFixedLimit }
        let record = GrowthMaker(self) == nil ? try decided() : try base()
        var example = one(record)
        (example.period, example.given) = (judged, self.example)
        example.periods = [(other, record.fields)]
        return example
    }
}

extension Unmakeable {
    static let noFixedLimit = Unmakeable(why: Localized(zh: "限值不是一个固定的数，推不出取值", en: "the limit is no fixed number, so that no value can be told from it"))

    static func noSuchStep(_ text: String) -> Unmakeable {
        Unmakeable(why: Localized(zh: "“\(text)”在这一侧没有相邻的取值", en: "there is no value next to '\(text)' on that side"))
    }
}
