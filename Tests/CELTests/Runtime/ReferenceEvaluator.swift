import CEL
import Diagnostics

/// Evaluates parsed trees node by node as the language definition has it, slowly and without a plan.
///
/// Operators, lists, maps, names and loops are its own. Other functions are called through programs of one call each.
struct ReferenceEvaluator {
    let environment: Environment
    let variables: [String: Value]
    /// How many nodes may be evaluated.
    private(set) var budget: Int
    /// The codes of all errors that arose, absorbed ones too.
    private(set) var metErrors: Set<DiagnosticCode> = []
    private var locals: [(name: String, value: Value)] = []
    private let calls: CallTable

    init(_ environment: Environment, _ variables: [String: Value], calls: CallTable, budget: Int = 100_000) {
        self.environment = environment
        self.variables = variables
        self.calls = calls
        self.budget = budget
    }

    var isExhausted: Bool { budget < 0 }

    mutating func value(of expression: Expression) -> Value {
        budget -= 1
        guard budget >= 0 else { return .null }
        let value = node(expression)
        if case .error(let error) = value { metErrors.insert(error.code) }
        return value
    }

    private mutating func node(_ expression: Expression) -> Value {
        switch expression.node {
        case .constant(let value): return value
        case .identifier(let name): return named(name) ?? fault("unbound-variable")
        case .select(let operand, let field, true): return value(of: operand).tested(field)
        case .select(let operand, let field, false):
            if let path = expression.path, local(path) == nil, let found = variables[path] { return found }
            return value(of: operand).selected(field)
        case .call(let function, let target, let arguments): return call(function, target, arguments)
        case .list(let elements): return list(elements)
        case .map(let entries): return map(entries)
        case .record: return fault("unknown-record")
        case .comprehension(let loop): return fold(loop)
        }
    }

    private func local(_ path: String) -> Value? {
        let first = String(path.prefix { $0 != "." })
        return locals.last { $0.name == first }?.value
    }

    private func named(_ name: String) -> Value? {
        if name.hasPrefix(".") { return variables[String(name.dropFirst())] }
        return local(name) ?? variables[name] ?? ReferenceEvaluator.types[name].map { .type($0) }
    }

    private static let types: [String: CEL.`Type`] = [
        "bool": .bool, "int": .int, "uint": .uint, "double": .double, "string": .string, "bytes": .bytes, "null_type": .null,
        "list": .list(.dyn), "map": .map(key: .dyn, value: .dyn), "type": .type(.dyn),
    ]
}

/// An error that only its code tells apart.
private func fault(_ code: DiagnosticCode) -> Value {
    .error(EvaluationError(code: code, message: Localized(same: code.rawValue)))
}

// MARK: - Lists, maps and loops

private extension ReferenceEvaluator {
    /// An element, nil for an absent one that is written with a question mark.
    mutating func part(_ expression: Expression) -> Value? {
        guard case .call("?_", nil, let inner) = expression.node else { return value(of: expression) }
        let value = value(of: inner[0])
        guard value.isKnown else { return value }
        guard let optional = value.asOptional else { return fault("optional-expected") }
        return optional.wrapped
    }

    mutating func list(_ elements: [Expression]) -> Value {
        var values: [Value] = []
        var abnormal: Value?
        for element in elements {
            guard let value = part(element) else { continue }
            if value.isKnown { values.append(value) } else { abnormal = abnormal.joined(with: value) }
        }
        return abnormal ?? .list(values)
    }

    mutating func map(_ entries: [Expression.MapEntry]) -> Value {
        var pairs: [(Value, Value)] = []
        var abnormal: Value?
        for entry in entries {
            let key = value(of: entry.key)
            let value = part(entry.value)
            if !key.isKnown { abnormal = abnormal.joined(with: key) }
            if let value, !value.isKnown { abnormal = abnormal.joined(with: value) }
            guard key.isKnown, let value, value.isKnown else { continue }
            if let code = key.faultAsKey(of: pairs) {
                abnormal = abnormal.joined(with: fault(code))
            } else {
                pairs.append((key, value))
            }
        }
        return abnormal ?? (try? MapValue(pairs)).map { .map($0) } ?? fault("repeated-key")
    }

    mutating func fold(_ loop: Expression.Comprehension) -> Value {
        let range = value(of: loop.range)
        let turns: [(Value, Value)]
        switch range {
        case .list(let elements): turns = elements.enumerated().map { (.int(Int64($0)), $1) }
        case .map(let map): turns = map.map { ($0.key, $0.value) }
        case .error, .unknown: return range
        default: return fault("list-expected")
        }
        locals.append((loop.accumulator, value(of: loop.initial)))
        let place = locals.count - 1
        for (first, second) in turns {
            enter(loop, first, second, isMap: range.isMap)
            if case .bool(false) = value(of: loop.condition) {
                locals.removeLast(locals.count - place - 1)
                break
            }
            let next = value(of: loop.step)
            locals.removeLast(locals.count - place - 1)
            locals[place].value = next
        }
        defer { locals.removeLast() }
        return value(of: loop.result)
    }

    mutating func enter(_ loop: Expression.Comprehension, _ first: Value, _ second: Value, isMap: Bool) {
        if let name = loop.secondVariable {
            locals += [(loop.variable, first), (name, second)]
        } else {
            locals.append((loop.variable, isMap ? first : second))
        }
    }
}

// MARK: - Calls

private extension ReferenceEvaluator {
    mutating func call(_ function: String, _ target: Expression?, _ arguments: [Expression]) -> Value {
        switch (function, target, arguments.count) {
        case ("_&&_", nil, 2): return junction(value(of: arguments[0]), value(of: arguments[1]), decider: false)
        case ("_||_", nil, 2): return junction(value(of: arguments[0]), value(of: arguments[1]), decider: true)
        case ("_?_:_", nil, 3): return conditional(arguments)
        case ("@not_strictly_false", nil, 1):
            if case .bool(false) = value(of: arguments[0]) { return .bool(false) }
            return .bool(true)
        case ("_?._", nil, 2):
            guard case .constant(.string(let field)) = arguments[1].node else { break }
            return value(of: arguments[0]).selectedOptionally(field)
        case ("or", let target?, 1): return alternative(target, arguments[0], isUnwrapped: false)
        case ("orValue", let target?, 1): return alternative(target, arguments[0], isUnwrapped: true)
        default: break
        }
        return strictCall(function, target, arguments)
    }

    mutating func strictCall(_ function: String, _ target: Expression?, _ arguments: [Expression]) -> Value {
        var abnormal: Value?
        var values: [Value] = []
        let space = target?.path.flatMap { path in local(path) == nil ? ["cel", "optional", "math"].first { $0 == path } : nil }
        for expression in (space == nil ? target.map { [$0] } ?? [] : []) + arguments {
            let value = value(of: expression)
            if value.isKnown { values.append(value) } else { abnormal = abnormal.joined(with: value) }
        }
        if let abnormal { return abnormal }
        if let space { return calls.call("\(space).\(function)", values, isMember: false) }
        return operation(function, values) ?? calls.call(function, values, isMember: target != nil)
    }

    /// What an operator gives, or a function that only macros call; nil for all others.
    func operation(_ function: String, _ values: [Value]) -> Value? {
        guard values.count > 1 else { return nil }
        let (left, right) = (values[0], values[1])
        switch function {
        case "_==_": return .bool(same(left, right))
        case "_!=_": return .bool(!same(left, right))
        case "_+_", "_-_", "_*_", "_/_", "_%_": return arithmetic(function, left, right)
        case "_<_": return compared(left, right).map { .bool($0 == .some(.ascending)) } ?? fault("no-such-overload")
        case "_>_": return compared(left, right).map { .bool($0 == .some(.descending)) } ?? fault("no-such-overload")
        case "_<=_":
            return compared(left, right).map { .bool($0 == .some(.ascending) || $0 == .some(.same)) } ?? fault("no-such-overload")
        case "_>=_":
            return compared(left, right).map { .bool($0 == .some(.descending) || $0 == .some(.same)) } ?? fault("no-such-overload")
        case "@in": return membership(left, right)
        case "_[_]": return element(left, right)
        case "@append":
            guard case .list(let elements) = left else { return fault("wrong-kind") }
            return .list(elements + [right])
        case "@insert" where values.count == 3:
            guard case .map(let map) = left else { return fault("wrong-kind") }
            if let code = right.faultAsKey(of: map.map { ($0.key, $0.value) }) { return fault(code) }
            return (try? MapValue(map.map { ($0.key, $0.value) } + [(right, values[2])])).map { .map($0) }
        default: return nil
        }
    }

    func junction(_ left: Value, _ right: Value, decider: Bool) -> Value {
        for side in [left, right] {
            if case .bool(decider) = side { return side }
        }
        for side in [left, right] {
            if case .unknown = side { return side }
        }
        for side in [left, right] {
            if case .error = side { return side }
            guard case .bool = side else { return fault("condition-expected") }
        }
        return .bool(!decider)
    }

    mutating func conditional(_ arguments: [Expression]) -> Value {
        let condition = value(of: arguments[0])
        switch condition {
        case .bool(let holds): return value(of: arguments[holds ? 1 : 2])
        case .error, .unknown: return condition
        default: return fault("condition-expected")
        }
    }

    mutating func alternative(_ target: Expression, _ other: Expression, isUnwrapped: Bool) -> Value {
        let value = value(of: target)
        guard value.isKnown else { return value }
        guard let optional = value.asOptional else { return fault("no-such-overload") }
        if let wrapped = optional.wrapped { return isUnwrapped ? wrapped : value }
        let otherwise = self.value(of: other)
        if otherwise.isKnown, !isUnwrapped, otherwise.asOptional == nil { return fault("no-such-overload") }
        return otherwise
    }
}

// MARK: - Operators

private func same(_ lhs: Value, _ rhs: Value) -> Bool {
    switch (lhs, rhs) {
    case (.null, .null): return true
    case (.bool(let a), .bool(let b)): return a == b
    case (.string(let a), .string(let b)): return Array(a.unicodeScalars) == Array(b.unicodeScalars)
    case (.bytes(let a), .bytes(let b)): return a == b
    case (.type(let a), .type(let b)): return a.runtimeName == b.runtimeName
    case (.list(let a), .list(let b)): return a.count == b.count && zip(a, b).allSatisfy { same($0, $1) }
    case (.map(let a), .map(let b)):
        return a.count == b.count && a.allSatisfy { key, value in b.contains { same($0.key, key) && same($0.value, value) } }
    case (.object, .object):
        guard let a = lhs.asOptional, let b = rhs.asOptional else { return false }
        guard let x = a.wrapped, let y = b.wrapped else { return a.wrapped == nil && b.wrapped == nil }
        return same(x, y)
    default:
        guard lhs.isNumeric, rhs.isNumeric else { return false }
        return compared(lhs, rhs) == .some(.some(.same))
    }
}

/// nil where the two have no order by their types, an inner nil where NaN is among them.
private func compared(_ lhs: Value, _ rhs: Value) -> Ordering?? {
    func order<T: Comparable>(_ a: T, _ b: T) -> Ordering?? {
        .some(a < b ? .ascending : a == b ? .same : a > b ? .descending : nil)
    }
    switch (lhs, rhs) {
    case (.bool(let a), .bool(let b)): return order(a ? 1 : 0, b ? 1 : 0)
    case (.string(let a), .string(let b)): return .some(lexical(a.unicodeScalars.map(\.value), b.unicodeScalars.map(\.value)))
    case (.bytes(let a), .bytes(let b)): return .some(lexical(a, b))
    case (.int(let a), .int(let b)): return order(a, b)
    case (.uint(let a), .uint(let b)): return order(a, b)
    case (.int(let a), .uint(let b)): return order(Int128(a), Int128(b))
    case (.uint(let a), .int(let b)): return order(Int128(a), Int128(b))
    default:
        guard let a = lhs.nearestDouble, let b = rhs.nearestDouble else { return nil }
        return order(a, b)
    }
}

private func lexical<T: Comparable>(_ lhs: [T], _ rhs: [T]) -> Ordering {
    if lhs == rhs { return .same }
    return lhs.lexicographicallyPrecedes(rhs) ? .ascending : .descending
}

private func arithmetic(_ function: String, _ lhs: Value, _ rhs: Value) -> Value {
    switch (lhs, rhs) {
    case (.int(let a), .int(let b)): return whole(function, Int128(a), Int128(b)) { Int64(exactly: $0).map { .int($0) } }
    case (.uint(let a), .uint(let b)): return whole(function, Int128(a), Int128(b)) { UInt64(exactly: $0).map { .uint($0) } }
    case (.double(let a), .double(let b)):
        switch function {
        case "_+_": return .double(a + b)
        case "_-_": return .double(a - b)
        case "_*_": return .double(a * b)
        case "_/_": return .double(a / b)
        default: return fault("no-such-overload")
        }
    case (.string(let a), .string(let b)) where function == "_+_":
        var scalars = String.UnicodeScalarView(a.unicodeScalars)
        scalars.append(contentsOf: b.unicodeScalars)
        return .string(String(scalars))
    case (.bytes(let a), .bytes(let b)) where function == "_+_": return .bytes(a + b)
    case (.list(let a), .list(let b)) where function == "_+_": return .list(a + b)
    default: return fault("no-such-overload")
    }
}

private func whole(_ function: String, _ a: Int128, _ b: Int128, _ fitted: (Int128) -> Value?) -> Value {
    if ["_/_", "_%_"].contains(function), b == 0 { return fault("division-by-zero") }
    switch function {
    case "_+_": return fitted(a + b) ?? fault("overflow")
    case "_-_": return fitted(a - b) ?? fault("overflow")
    case "_*_": return (a.multipliedReportingOverflow(by: b).overflow ? nil : fitted(a * b)) ?? fault("overflow")
    case "_/_": return fitted(a / b) ?? fault("overflow")
    // The quotient has to fit too: the machine's own remainder of the least int by -1 does not exist.
    default: return a == Int128(Int64.min) && b == -1 ? fault("overflow") : fitted(a % b) ?? fault("overflow")
    }
}

private func membership(_ element: Value, _ collection: Value) -> Value {
    switch collection {
    case .list(let elements): return .bool(elements.contains { same($0, element) })
    case .map(let map): return .bool(map.contains { $0.key.isSameKey(as: element) })
    default: return fault("no-such-overload")
    }
}

private func element(_ collection: Value, _ index: Value) -> Value {
    switch collection {
    case .map(let map): return map.first { $0.key.isSameKey(as: index) }?.value ?? fault("no-such-key")
    case .list(let elements):
        let position: Int128? =
            switch index {
            case .int(let number): Int128(number)
            case .uint(let number): Int128(number)
            case .double(let number) where number.rounded() == number && abs(number) < 1e18: Int128(Int64(number))
            default: nil
            }
        guard let position else { return fault("no-such-overload") }
        return position >= 0 && position < elements.count ? elements[Int(position)] : fault("index-out-of-range")
    case .object:
        guard let optional = collection.asOptional else { return fault("no-such-overload") }
        guard let wrapped = optional.wrapped else { return .optional(nil) }
        switch (wrapped, element(wrapped, index)) {
        case (.map, .error), (.list, .error(EvaluationError(code: "index-out-of-range", message: Localized(same: "index-out-of-range")))):
            return .optional(nil)
        case (_, let error) where !error.isKnown: return error
        case (_, let found): return .optional(found)
        }
    default: return fault("no-such-overload")
    }
}

// MARK: - Values

private extension Value {
    var asOptional: OptionalValue? {
        if case .object(let object) = self { object as? OptionalValue } else { nil }
    }

    var isMap: Bool {
        if case .map = self { true } else { false }
    }

    var isNumeric: Bool { nearestDouble != nil }

    var nearestDouble: Double? {
        switch self {
        case .int(let number): Double(number)
        case .uint(let number): Double(number)
        case .double(let number): number
        default: nil
        }
    }

    /// Whether a key is the one that is looked for. A double finds the whole number that it is exactly.
    func isSameKey(as other: Value) -> Bool {
        switch (self, other) {
        case (.int(let key), .double(let number)): Int64(exactly: number) == key
        case (.uint(let key), .double(let number)): UInt64(exactly: number) == key
        case (.int(let a), .uint(let b)), (.uint(let b), .int(let a)): Int128(a) == Int128(b)
        case (.int(let a), .int(let b)): a == b
        case (.uint(let a), .uint(let b)): a == b
        case (.bool, .bool), (.string, .string): same(self, other)
        default: false
        }
    }

    /// What keeps the value from being one more key; nil where nothing does.
    func faultAsKey(of pairs: [(Value, Value)]) -> DiagnosticCode? {
        switch self {
        case .bool, .int, .uint, .string: pairs.contains { $0.0.isSameKey(as: self) } ? "repeated-key" : nil
        default: "unsupported-key"
        }
    }

    func selected(_ field: String) -> Value {
        switch self {
        case .map: return element(self, .string(field))
        case .error, .unknown: return self
        default:
            guard let optional = asOptional else { return fault("no-such-field") }
            return optional.wrapped?.selectedOptionally(field) ?? .optional(nil)
        }
    }

    func selectedOptionally(_ field: String) -> Value {
        switch self {
        case .map(let map): return .optional(map.first { $0.key.isSameKey(as: .string(field)) }?.value)
        case .error, .unknown: return self
        default:
            guard let optional = asOptional else { return fault("no-such-field") }
            return optional.wrapped?.selectedOptionally(field) ?? .optional(nil)
        }
    }

    func tested(_ field: String) -> Value {
        switch self {
        case .map(let map): return .bool(map.contains { $0.key.isSameKey(as: .string(field)) })
        case .error, .unknown: return self
        default:
            guard let optional = asOptional else { return fault("no-such-field") }
            return optional.wrapped?.tested(field) ?? .bool(false)
        }
    }
}

private extension Value? {
    /// The first error, else all unknowns.
    func joined(with new: Value) -> Value {
        switch (self, new) {
        case (.none, _), (.unknown?, .error): new
        case (.unknown(let a)?, .unknown(let b)): .unknown(a.union(b))
        case (.some(let known), _): known
        }
    }
}

private extension Expression {
    /// `a.b` for names with dots between them.
    var path: String? {
        switch node {
        case .identifier(let name): name
        case .select(let operand, let field, false): operand.path.map { "\($0).\(field)" }
        default: nil
        }
    }
}

// MARK: - Functions of the library

/// Programs of one call each, with variables for arguments.
final class CallTable {
    private let environment: Environment
    private var programs: [String: Program] = [:]

    init(_ environment: Environment) { self.environment = environment }

    func call(_ function: String, _ values: [Value], isMember: Bool) -> Value {
        let names = values.indices.map { "argument\($0)" }
        let key = "\(function) \(values.count) \(isMember)"
        let program = programs[key] ?? program(function, names, isMember)
        programs[key] = program
        return program.evaluate(Dictionary(uniqueKeysWithValues: zip(names, values)))
    }

    private func program(_ function: String, _ names: [String], _ isMember: Bool) -> Program {
        let arguments = names.map { Expression.identifier($0) }
        let call: Expression =
            isMember
            ? .member(function, of: arguments[0], Array(arguments.dropFirst())) : .call(function, arguments)
        return environment.uncheckedProgram(call)
    }
}
