import CEL
import Diagnostics
import OrderedCollections
import Quantities
import YAML

/// A figure of a list, such as `staff.filter(s, …).count(s, …)`, and how a list comes to have it.
struct ListFigure {
    private let function: String
    private let path: [String]
    private let table: Table
    /// The list's own variable, and what its elements have to meet for being looked at.
    private let filters: [(variable: String, condition: Expression)]
    /// The period of which its elements are, where the figure is of one.
    private let period: String?
    private let arguments: [Expression]
    private let solver: ConditionSolver

    init?(
        _ call: (function: String, target: Expression?, arguments: [Expression]), in solver: ConditionSolver, of record: MadeRecord
    ) {
        guard var range = call.target else { return nil }
        var filters: [(String, Expression)] = []
        var period: String?
        while let inner = range.writtenCall, let target = inner.target {
            if inner.function == "filter", inner.arguments.count == 2, case .identifier(let variable) = inner.arguments[0].node {
                filters.append((variable, inner.arguments[1]))
            } else if inner.function == "at", inner.arguments.count == 1, period == nil, let text = Self.period(inner.arguments[0], solver) {
                period = text
            } else {
                return nil
            }
            range = target
        }
        guard let path = solver.path(range, in: record), let table = solver.listTable(path, of: record.table) ?? solver.manyTable(path, record)
        else { return nil }
        // What stands in one cell has no fields to filter by.
        guard filters.isEmpty || solver.listTable(path, of: record.table) != nil else { return nil }
        (function, self.path, self.table, self.filters) = (call.function, path, table, filters)
        (self.period, arguments, self.solver) = (period, call.arguments, solver)
    }

    /// Whether it is made from a field that holds whole numbers alone.
    var isOfWholeNumbers: Bool {
        guard ["sum", "avg", "min", "max", "median"].contains(function), arguments.count == 2, let name else { return false }
        let element = MadeRecord(of: table, variable: name, at: solver.location)
        return solver.path(arguments[1], in: element).flatMap { solver.field($0, of: table) }?.type == .integer
    }

    /// A period that is written out; empty for the one that is judged, of which records are that name none.
    private static func period(_ expression: Expression, _ solver: ConditionSolver) -> String? {
        if case .identifier("period") = expression.node { return "" }
        return switch solver.constant(expression) {
        case .string(let text)?: text
        case let value?: value.number?.integer.map { "\($0)" }
        case nil: nil
        }
    }

    func set(to number: Number, _ record: inout MadeRecord) throws(Unmakeable) {
        keepOtherPeriods(&record)
        switch function {
        case "count": record.append(try element(true), count: try whole(number), to: path)
        case "share": try setShare(number, &record)
        case "distinct": try setDistinct(number, &record)
        case "sum", "avg", "min", "max", "median":
            guard arguments.count == 2, let variable = name else { throw .expression(function) }
            var element = try MadeRecord(of: table, self.element(nil), variable: variable, at: solver.location)
            try solver.set(arguments[1], to: number, &element)
            record.append(element.fields, to: path)
        default: throw .expression("\(path.joined(separator: ".")).\(function)(…)")
        }
    }

    /// What the list has of other periods stays; everything else is made anew.
    private func keepOtherPeriods(_ record: inout MadeRecord) {
        guard let period, let field = table.periodField, case .list(let items)? = record.content(path) else {
            return record.set(path, to: .list([]))
        }
        record.set(path, to: .list(items.filter { item in
            if case .record(let element) = item.content { (element[field]?.text ?? "") != period } else { false }
        }))
    }

    private var name: String? {
        if case .identifier(let name)? = arguments.first?.node { name } else { nil }
    }

    private func whole(_ number: Number) throws(Unmakeable) -> Int {
        guard let count = number.integer, (0...Int64(RuleCase.recordLimit)).contains(count) else { throw .figure(number) }
        return Int(count)
    }

    /// An element that is looked at, and of which the figure's own condition holds or does not.
    private func element(_ wanted: Bool?) throws(Unmakeable) -> RuleCase.Record {
        var element = MadeRecord(of: table, at: solver.location)
        if let period, !period.isEmpty, let field = table.periodField { element.set([field], to: .text(period)) }
        for filter in filters {
            element.variable = filter.variable
            try solver.solve(filter.condition, true, &element)
        }
        if let wanted, arguments.count == 2, let name {
            element.variable = name
            try solver.solve(arguments[1], wanted, &element)
        }
        return element.fields
    }

    private func setShare(_ number: Number, _ record: inout MadeRecord) throws(Unmakeable) {
        guard let (part, whole) = number.small, part >= 0, part <= whole, whole <= 10_000 else { throw .figure(number) }
        // One of ten reads better than one of one.
        let times = max(1, 10 / whole)
        record.append(try element(true), count: Int(part * times), to: path)
        if part < whole { record.append(try element(false), count: Int((whole - part) * times), to: path) }
    }

    private func setDistinct(_ number: Number, _ record: inout MadeRecord) throws(Unmakeable) {
        let count = try whole(number)
        if let field = solver.field(path, of: record.table), field.isMany {
            var names = (0..<count).map { "项目\($0 + 1)" }
            if case .enumeration(let enumeration) = field.type { names = enumeration.members.prefix(count).map(\.id) }
            guard names.count == count else { throw .figure(number) }
            let items = names.map { RuleCase.Item(content: .text($0), count: 1, location: solver.location) }
            return record.set(path, to: .list(items))
        }
        guard let name, arguments.count == 2 else { throw .expression(function) }
        for place in 0..<count {
            var element = try MadeRecord(of: table, self.element(nil), variable: name, at: solver.location)
            guard let inner = solver.path(arguments[1], in: element), !inner.isEmpty, solver.field(inner, of: table)?.type == .string
            else { throw .expression(arguments[1].unparsed()) }
            element.set(inner, to: .text("项目\(place + 1)"))
            record.append(element.fields, to: path)
        }
    }
}

private extension ConditionSolver {
    /// A field with several values in a cell is gone over as a list, and has no table: its own stands for it.
    func manyTable(_ path: [String], _ record: MadeRecord) -> Table? {
        guard let field = field(path, of: record.table), field.isMany else { return nil }
        return record.table
    }
}
