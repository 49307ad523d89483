import CEL
import Diagnostics
import OrderedCollections
import Quantities

/// Conditions by their operators.
extension ConditionSolver {
    /// An operator that compares, and what it asks of the left side.
    enum Comparison {
        case equal, unequal, less, atMost, more, atLeast

        init?(_ function: String) {
            switch function {
            case Operator.equals: self = .equal
            case Operator.notEquals: self = .unequal
            case Operator.less: self = .less
            case Operator.lessOrEqual: self = .atMost
            case Operator.greater: self = .more
            case Operator.greaterOrEqual: self = .atLeast
            default: return nil
            }
        }

        /// With the sides changed over.
        var mirrored: Comparison {
            switch self {
            case .equal, .unequal: self
            case .less: .more
            case .atMost: .atLeast
            case .more: .less
            case .atLeast: .atMost
            }
        }

        /// How many steps from the limit a value is that just holds, or just does not.
        func steps(_ wanted: Bool) -> Int64 {
            switch self {
            case .equal: wanted ? 0 : 1
            case .unequal: wanted ? 1 : 0
            case .less: wanted ? -1 : 0
            case .atMost: wanted ? 0 : 1
            case .more: wanted ? 1 : 0
            case .atLeast: wanted ? 0 : -1
            }
        }
    }

    /// The last term is the one that falls short; where it cannot, the one before.
    func solveBoth(_ sides: [Expression], _ wanted: Bool, _ record: inout MadeRecord) throws(Unmakeable) {
        if wanted {
            for side in sides { try solve(side, true, &record) }
            return
        }
        let before = record
        do throws(Unmakeable) {
            try solve(sides[0], true, &record)
            try solve(sides[1], false, &record)
        } catch {
            record = before
            try solve(sides[1], true, &record)
            try solve(sides[0], false, &record)
        }
    }

    func solveField(_ condition: Expression, _ wanted: Bool, _ record: inout MadeRecord) throws(Unmakeable) {
        if case .bool(let value)? = constant(condition) {
            guard value == wanted else { throw .expression(condition.unparsed()) }
            return
        }
        guard let path = path(condition, in: record), let field = field(path, of: record.table), field.type == .boolean,
              field.definition == nil
        else { throw .expression(condition.unparsed()) }
        record.set(path, to: .text(wanted ? "true" : "false"))
    }

    func solveMembership(_ sides: [Expression], _ wanted: Bool, _ record: inout MadeRecord) throws(Unmakeable) {
        guard let path = path(sides[0], in: record), let field = field(path, of: record.table), case .list(let values)? = constant(sides[1])
        else { throw .expression("\(sides[0].unparsed()) in \(sides[1].unparsed())") }
        let cell = GivenText(field: field)
        var texts: [String] = []
        for value in values { texts.append(try cell.text(value)) }
        if wanted, case .text(let text?)? = record.content(path), texts.contains(text) { return }
        guard let first = texts.first else { throw .expression(sides[1].unparsed()) }
        record.set(path, to: .text(wanted ? first : try cell.other(than: texts)))
    }

    func solveComparison(
        _ function: String, _ sides: [Expression], _ wanted: Bool, _ record: inout MadeRecord
    ) throws(Unmakeable) {
        guard let comparison = Comparison(function) else { throw .expression(function) }
        if let value = constant(sides[1]) { return try solve(sides[0], comparison, value, wanted, written: sides[1], &record) }
        if let value = constant(sides[0]) { return try solve(sides[1], comparison.mirrored, value, wanted, written: sides[0], &record) }
        throw .expression("\(sides[0].unparsed()) \(Operator.spelling(of: function) ?? function) \(sides[1].unparsed())")
    }

    /// `staff.exists(s, …)` and `params.kinds.all(k, …)`.
    func solveLoop(
        _ call: (function: String, target: Expression?, arguments: [Expression]), _ wanted: Bool, _ condition: Expression,
        _ record: inout MadeRecord
    ) throws(Unmakeable) {
        guard let range = call.target, case .identifier(let variable) = call.arguments[0].node else { throw .expression(condition.unparsed()) }
        let body = call.arguments[1]
        if case .list(let values)? = constant(range) { return try solveOverConstants(values, variable, body, call.function, wanted, &record) }
        guard let path = path(range, in: record), let table = listTable(path, of: record.table) else { throw .expression(condition.unparsed()) }
        let isOneOfThem = (call.function == "exists") == wanted
        // Where none may meet it, a list that came without rows will do; where all have to, an empty one decides nothing.
        if call.function == "exists", !wanted, record.content(path) != nil { return }
        if call.function == "exists", !wanted { return record.set(path, to: .list([])) }
        var element = MadeRecord(of: table, variable: variable, at: location)
        try solve(body, call.function == "exists" ? true : isOneOfThem ? false : wanted, &element)
        record.append(element.fields, to: path)
    }

    private func solveOverConstants(
        _ values: [Value], _ variable: String, _ body: Expression, _ function: String, _ wanted: Bool, _ record: inout MadeRecord
    ) throws(Unmakeable) {
        let shortfall = function == "all" ? !wanted : false
        for (place, value) in values.enumerated() {
            var inner = self
            inner.bound[variable] = value
            let isLast = place == values.count - 1
            if function == "all" { try inner.solve(body, !(shortfall && isLast), &record) }
            if function == "exists", wanted { return try inner.solve(body, true, &record) }
            if function == "exists", !wanted { try inner.solve(body, false, &record) }
        }
    }

    private func solve(
        _ expression: Expression, _ comparison: Comparison, _ value: Value, _ wanted: Bool, written: Expression, _ record: inout MadeRecord
    ) throws(Unmakeable) {
        if case .bool(let flag) = value, comparison == .equal || comparison == .unequal {
            return try solve(expression, (comparison == .equal) == (flag == wanted), &record)
        }
        if value.number != nil {
            return try solveNumber(expression, comparison.steps(wanted), from: value, written: written, &record)
        }
        guard let path = path(expression, in: record), let field = field(path, of: record.table), field.definition == nil
        else { throw .expression(expression.unparsed()) }
        if case .null = value { return try solveNull(path, field, isNull: (comparison == .equal) == wanted, &record) }
        let steps = comparison.steps(wanted)
        let cell = GivenText(field: field)
        if case .text(let text?)? = record.content(path), holds(text, comparison, value, field) == wanted { return }
        switch (field.type, value) {
        case (.enumeration(let enumeration), _):
            record.set(path, to: .text(try member(of: enumeration, value, comparison, steps)))
        case (.date, .object(let object)), (.datetime, .object(let object)):
            guard let date = (object as? DateValue)?.date else { throw .value(value.description, of: field.name) }
            let day = steps > 0 ? date.next : steps < 0 ? date.dayBefore : date
            record.set(path, to: .text(day.description))
        default:
            let text = try cell.text(value)
            record.set(path, to: .text(steps == 0 ? text : try cell.other(than: [text])))
        }
    }

    private func solveNull(_ path: [String], _ field: Field, isNull: Bool, _ record: inout MadeRecord) throws(Unmakeable) {
        record.set(path, to: .text(isNull ? nil : try GivenText(field: field).other(than: [])))
    }

    /// What an earlier value already says; nil where that is not told easily.
    private func holds(_ text: String, _ comparison: Comparison, _ value: Value, _ field: Field) -> Bool? {
        guard comparison == .equal || comparison == .unequal else { return nil }
        switch (field.type, value) {
        case (.enumeration(let enumeration), .string(let name)):
            guard let rank = enumeration.rank(of: text), let other = enumeration.rank(of: name) else { return nil }
            return (rank == other) == (comparison == .equal)
        case (.string, .string(let name)): return (text == name) == (comparison == .equal)
        default: return nil
        }
    }

    private func member(
        of enumeration: Enumeration, _ value: Value, _ comparison: Comparison, _ steps: Int64
    ) throws(Unmakeable) -> String {
        let name: String = if case .string(let text) = value { text } else { value.description }
        let ranks = enumeration.rank(of: name).map { $0...$0 } ?? enumeration.band(named: name)?.ranks
        guard let ranks else { throw .value(name, of: enumeration.name) }
        let start = steps > 0 ? ranks.upperBound : ranks.lowerBound
        let wanted = start + Int(steps)
        if enumeration.members.indices.contains(wanted) { return enumeration.members[wanted].id }
        guard comparison == .equal || comparison == .unequal, let other = enumeration.members.indices.first(where: { !ranks.contains($0) })
        else { throw .value("\(steps > 0 ? ">" : "<") \(name)", of: enumeration.name) }
        return enumeration.members[other].id
    }
}

private extension CalendarDate {
    /// The day before; the first day of the calendar stays.
    var dayBefore: CalendarDate {
        if let day = CalendarDate(year: year, month: month, day: day - 1) { return day }
        guard month > 1 else { return CalendarDate(year: year - 1, month: 12, day: 31) ?? self }
        return CalendarDate(lastOf: year, month: month - 1)
    }
}
