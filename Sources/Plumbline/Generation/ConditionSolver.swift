import CEL
import Diagnostics
import OrderedCollections
import Quantities
import YAML

/// Makes records meet conditions, or just fall short of them: simple ones over fields, lists and constants.
struct ConditionSolver {
    let vocabulary: Vocabulary
    /// Parameters and the plan's days, by name.
    let constants: [String: Value]
    let location: Location
    /// What loops over constants have bound.
    var bound: [String: Value] = [:]

    /// Sets fields so that a condition comes out as wanted, at the boundary where it has one.
    func solve(_ condition: Expression, _ wanted: Bool, _ record: inout MadeRecord) throws(Unmakeable) {
        guard let call = condition.writtenCall else { return try solveField(condition, wanted, &record) }
        switch (call.function, call.arguments.count) {
        case (Operator.not, 1): try solve(call.arguments[0], !wanted, &record)
        case (Operator.and, 2): try solveBoth(call.arguments, wanted, &record)
        case (Operator.or, 2):
            if wanted { try solve(call.arguments[0], true, &record) } else {
                for side in call.arguments { try solve(side, false, &record) }
            }
        case (Operator.isIn, 2): try solveMembership(call.arguments, wanted, &record)
        case ("exists", 2), ("all", 2): try solveLoop(call, wanted, condition, &record)
        case (_, 2) where Comparison(call.function) != nil: try solveComparison(call.function, call.arguments, wanted, &record)
        default: try solveField(condition, wanted, &record)
        }
    }

    /// The path from a record to a field, as an expression writes it; nil for everything else.
    func path(_ expression: Expression, in record: MadeRecord) -> [String]? {
        switch expression.macroCall ?? expression.node {
        case .identifier(let name): record.variable == nil ? [name] : name == record.variable ? [] : nil
        case .select(let operand, let name, false): path(operand, in: record).map { $0 + [name] }
        default: nil
        }
    }

    /// The field at the end of a path; nil for a list and for what is none.
    func field(_ path: [String], of table: Table) -> Field? {
        guard let first = path.first, let field = table.fields[first] else { return nil }
        guard path.count > 1 else { return field }
        guard case .reference(let name) = field.type, let parent = vocabulary.tables[name] else { return nil }
        return self.field(Array(path.dropFirst()), of: parent)
    }

    /// The table of the list at the end of a path; nil where no records are there.
    func listTable(_ path: [String], of table: Table) -> Table? {
        guard let first = path.first else { return nil }
        if path.count == 1 { return vocabulary.lists(of: table.name).first { $0.name == first }.flatMap { vocabulary.tables[$0.table] } }
        guard case .reference(let name)? = table.fields[first]?.type, let parent = vocabulary.tables[name] else { return nil }
        return listTable(Array(path.dropFirst()), of: parent)
    }

    /// A value that no record has a say in; nil for others.
    func constant(_ expression: Expression) -> Value? {
        switch expression.macroCall ?? expression.node {
        // A decimal is what its text says.
        case .constant(.double): return Decimal(expression.unparsed()).map { .number(Number($0)) }
        case .constant(let value): return value
        case .list(let elements):
            let values = elements.compactMap { constant($0) }
            return values.count == elements.count ? .list(values) : nil
        case .identifier(let name): return bound[name] ?? constants[name]
        case .select(let operand, let field, false):
            guard case .identifier(let name) = operand.node else { return nil }
            return constants["\(name).\(field)"]
        case .call(Operator.add, nil, let sides) where sides.count == 2:
            guard case .list(let first)? = constant(sides[0]), case .list(let second)? = constant(sides[1]) else { return nil }
            return .list(first + second)
        case .call("q", nil, let arguments):
            guard case .string(let text)? = arguments.first.flatMap({ constant($0) }) else { return nil }
            return (try? Quantity.parse(text)).map { .number($0.value) }
        case .call("date", nil, let arguments):
            guard case .string(let text)? = arguments.first.flatMap({ constant($0) }) else { return nil }
            return CalendarDate(iso: text).map { .object(DateValue($0)) }
        default: return nil
        }
    }
}
