/// What a rule does about cells that are not there.
enum PlainPolicy: Hashable {
    case bounds
    /// The share that has to be measured, in percent.
    case skip(least: Int?)
    case against

    var isSkip: Bool { if case .skip = self { true } else { false } }
    /// Whether everything that missing numbers could be is weighed.
    var isBounded: Bool { !isSkip }
}

/// Where names lead: the record itself, and the records that loops are at.
struct PlainScope {
    var record: PlainRow
    /// Whether the record's missing numbers have bounds, as those of a list's elements have.
    var isElement = false
    var variables: [String: PlainRow] = [:]
    /// The year that is judged, where the record itself may be absent in it.
    var year: Int?

    /// The same where every missing number is looked at by its bounds.
    var withBounds: PlainScope {
        var scope = self
        scope.isElement = true
        return scope
    }

    /// The same for another record.
    func at(_ row: PlainRow, isElement: Bool = false) -> PlainScope {
        var scope = self
        (scope.record, scope.isElement, scope.variables) = (row, isElement, [:])
        return scope
    }

    func with(_ variable: String, _ row: PlainRow) -> PlainScope {
        var scope = self
        scope.variables[variable] = row
        return scope
    }
}

/// Evaluates expressions by walking their tree.
struct PlainEvaluator {
    let data: PlainDataset
    let policy: PlainPolicy
    /// Where the rule starts from, for what it asks of that year.
    var start: PlainStart?
    /// Tells what the missing numbers of lists are; nil where they stay unknown.
    var imagination: PlainImagination?
    /// Whether missing numbers of lists are told by their own cause, not as something with bounds.
    var isRaw = false
    /// Tells what each cell holds that nobody reported, wherever it is asked for; nil where such cells stay unknown.
    var supposition: PlainSupposition?
    /// The day of the run, as of which registers are seen where no year is judged.
    var asOf = PlainDay(text: "2026-01-01")

    /// The end of the year judged; while that is not over, today.
    func day(_ scope: PlainScope) -> PlainDay { scope.year.map { min(PlainDay(text: "\($0)-12-31"), asOf) } ?? asOf }

    func value(_ expression: PlainExpression, _ scope: PlainScope) -> PlainValue {
        switch expression {
        case .literal(let value): return value
        case .path(let variable, let steps): return path(variable, steps, scope)
        case .earlier(let earlier, let field): return self.earlier(earlier, field, scope)
        case .arithmetic(let kind, let a, let b): return arithmetic(kind, value(a, scope), value(b, scope))
        case .compare(let kind, let a, let b): return comparison(kind, a, b, scope)
        case .among(let a, let values):
            let value = value(a, scope)
            return value.isKnown ? .flag(values.contains(value)) : value
        case .and(let a, let b): return Self.and([value(a, scope), value(b, scope)])
        case .or(let a, let b): return Self.or([value(a, scope), value(b, scope)])
        case .not(let a):
            let value = value(a, scope)
            return value.flag.map { .flag(!$0) } ?? value
        case .choose(let condition, let a, let b):
            let condition = value(condition, scope)
            guard let flag = condition.flag else { return condition }
            return value(flag ? a : b, scope)
        case .measured(let a):
            let value = asItCame.value(a, scope)
            return value == .failure ? .failure : .flag(value.isKnown)
        case .parameter: return .unknown(.parameter_unset)
        case .asInteger(let a):
            let value = value(a, scope)
            guard case .text(let text) = value else { return value.isKnown ? .failure : value }
            return Int(text).map { .number(PlainNumber($0)) } ?? .failure
        case .aggregate(let kind, let list, let body, let second): return aggregate(kind, list, body, second, scope)
        }
    }

    /// A condition is judged by what is known; numbers within it may be known by their bounds.
    func condition(_ expression: PlainExpression, _ scope: PlainScope) -> PlainValue {
        var judge = self
        judge.imagination = nil
        return judge.value(expression, scope)
    }

    static func and(_ values: [PlainValue]) -> PlainValue { connected(values, decisive: false) }

    static func or(_ values: [PlainValue]) -> PlainValue { connected(values, decisive: true) }

    /// Among several an unknown comes before an error: what is missing could still decide.
    private static func connected(_ values: [PlainValue], decisive: Bool) -> PlainValue {
        if values.contains(.flag(decisive)) { return .flag(decisive) }
        let causes = values.compactMap(\.causes).reduce(into: Set()) { $0.formUnion($1) }
        if !causes.isEmpty { return .unknown(causes) }
        return values.contains(.failure) ? .failure : .flag(!decisive)
    }
}

// MARK: - Cells

private extension PlainEvaluator {
    func path(_ variable: String?, _ steps: [String], _ scope: PlainScope) -> PlainValue {
        var row = variable.map { scope.variables[$0]! } ?? scope.record
        for step in steps.dropLast() {
            let next = cell(step, of: row)
            guard case .row(let parent) = next else { return next.isKnown ? .failure : next }
            row = parent
        }
        let isElement = variable != nil || scope.isElement
        return field(steps.last!, of: row, isElement: isElement, scope)
    }

    func field(_ name: String, of row: PlainRow, isElement: Bool, _ scope: PlainScope) -> PlainValue {
        let inner = scope.at(row, isElement: isElement)
        if let observed = row.table.features.observed.first(where: { $0.name == name }) { return value(observed, of: row, inner) }
        if let made = row.table.computed.first(where: { $0.name == name }) { return value(made.expression, inner) }
        if let made = row.table.indicators.first(where: { $0.name == name }) {
            return arithmetic(.over, value(made.numerator, inner), value(made.denominator, inner))
        }
        let cell = cell(name, of: row)
        guard let causes = cell.causes, let field = row.table.field(name) else { return cell }
        // Of whom a roster expects the cells are known that nobody filled; of a year in which nothing came there are none.
        let isThere = causes.allSatisfy { $0.isOfCell || $0 == .no_record && row.number > 0 }
        let hasBounds = isElement && field.type.isNumber && policy.isBounded && !isRaw && isThere
        guard hasBounds else { return cell }
        return imagination.map { .number($0.number(of: field, "\(row.table.name) \(row.key) \(row.number) \(name)")) }
            ?? .unknown(causes == [.no_record] ? .no_record : .missing_decides)
    }

    /// Where it can be computed, that decides.
    func value(_ observed: PlainObserved, of row: PlainRow, _ scope: PlainScope) -> PlainValue {
        let given = data.observed(observed, of: row, in: scope.year)
        guard let (above, below) = observed.parts else { return given }
        func made(_ evaluator: Self) -> PlainValue { evaluator.arithmetic(.over, evaluator.value(above, scope), evaluator.value(below, scope)) }
        // What was given stands in for what cannot be computed, and is not asked for otherwise.
        return made(raw).causes != nil && given.isKnown ? given : made(self)
    }

    /// A cell as it stands; a reference is the record it leads to.
    func cell(_ name: String, of row: PlainRow) -> PlainValue {
        // Whom only the rule names may be called so by key or label: nothing is known of him, not even what he refers to.
        if row.isOnlyNamed, name != row.table.period { return .unknown(.no_record) }
        if let level = data.level(name, of: row) { return level }
        let field = row.table.field(name)!
        switch row.cells[name] {
        case .unreadable: return supposed(field, of: row) ?? .unknown(.unreadable)
        case .value(let value, let text):
            guard case .reference(let table, _) = field.type else { return value }
            return data.record(text, of: data.vocabulary.table(table))
        case nil, .blank:
            if let absence = row.absence { return .unknown(absence) }
            switch field.blank {
            case .missing: return supposed(field, of: row) ?? .unknown(.missing)
            case .none: return .null
            case .zero: return .number(.zero)
            }
        }
    }

    func earlier(_ earlier: PlainExpression.Earlier, _ field: String, _ scope: PlainScope) -> PlainValue {
        let year = scope.year ?? scope.record.year
        let other: Int?
        switch earlier {
        case .previous, .yearAgo:
            guard let year else { return .unknown(.no_such_period) }
            other = year - 1
        case .at(let named): other = named
        case .baseline: other = start?.year
        }
        guard let other else { return .failure }
        // A table without years is seen as it was in that one.
        if scope.record.table.period == nil {
            var before = scope
            before.year = other
            return self.field(field, of: scope.record, isElement: scope.isElement, before)
        }
        // What the rule says of its start goes before what the data say, wherever the start is meant and not the year.
        var isNamed = false
        if case .at = earlier { isNamed = true }
        if !isNamed, let start, start.year == other, start.field == field, let value = start.value { return .number(value) }
        // Of whom nothing came at all, no other year is asked for.
        if scope.record.absence == .no_record { return .unknown(.no_record) }
        let found = data.record(like: scope.record, in: other)
        guard case .row(let row) = found else { return found }
        return self.field(field, of: row, isElement: scope.isElement, scope)
    }
}

extension PlainImagination {
    /// A number that a missing cell could be; where there is no bound, one far out stands for all of them.
    func number(of field: PlainField, _ thing: String) -> PlainNumber {
        let far = 50
        guard let range = field.range else { return choose(thing, from: [-far, 0, 1, far].map { PlainNumber($0) }, unbounded: true) }
        guard let high = range.high else { return choose(thing, from: [range.low, range.low + 1, far].map { PlainNumber($0) }, unbounded: true) }
        guard field.type == .integer else {
            return choose(thing, from: [PlainNumber(range.low), PlainNumber(range.low + high, over: 2), PlainNumber(high)])
        }
        return choose(thing, from: (range.low...high).map { PlainNumber($0) })
    }

    /// A number of which nothing at all is known.
    func number(_ thing: String) -> PlainNumber { choose(thing, from: [-50, 0, 1, 50].map { PlainNumber($0) }, unbounded: true) }
}
