/// Elements and fields that may be absent: `a[?i]`, `a.?b`, and the index of an optional list or map.
///
/// What is absent is no error: an index out of range, a key or a field that is not there. To ask something for a part
/// that has none of the kind is one.
enum OptionalParts {
    static var all: [Function] {
        [
            Function(
                Operator.optionalIndex,
                [
                    indexing("list_optindex_optional_int", list, by: .int, Operator.optionalIndex),
                    indexing("optional_list_optindex_optional_int", .optional(list), by: .int, Operator.optionalIndex),
                    indexing("map_optindex_optional_value", map, by: key, Operator.optionalIndex),
                    indexing("optional_map_optindex_optional_value", .optional(map), by: key, Operator.optionalIndex),
                ]),
            Function(
                Operator.index,
                [
                    indexing("optional_list_index_int", .optional(list), by: .int, Operator.index),
                    indexing("optional_map_index_value", .optional(map), by: key, Operator.index),
                ]),
            Function(
                Operator.optionalSelect,
                // Built into the planner, and into the checker, which knows the field's type; here it has its name.
                [
                    Overload(id: "select_optional_field", .dyn, .string, result: .optional(value)) { _, _ in
                        .error(.wrongKind)
                    }
                ]),
        ]
    }

    private static let key = Type.parameter("K")
    private static let value = Type.parameter("V")
    private static let list = Type.list(value)
    private static let map = Type.map(key: key, value: value)
}

private extension OptionalParts {
    /// Whether an optional value holds a list or a map shows at run time only: so either overload serves both.
    static func indexing(_ id: String, _ collection: Type, by index: Type, _ function: String) -> Overload {
        Overload(
            id: id, parameters: [collection, index], result: .optional(value), cost: .size(of: 1),
            runtimeParameters: [collection, .dyn],
            implementation: .binary { part(of: $0, at: $1, function) })
    }

    static func part(of collection: Value, at index: Value, _ function: String) -> Value {
        guard let present = collection.present else { return .optional(nil) }
        switch present {
        case .map(let map): return .optional(map[index])
        case .list(let elements):
            guard let position = index.wholeNumber else { break }
            return .optional(elements.indices.contains(position) ? elements[position] : nil)
        default: break
        }
        return .error(.noSuchOverload(function, isMember: false, types: [collection.type, index.type]))
    }
}

private extension Value {
    /// What an optional value holds, nil for an absent one; every other value as it is.
    var present: Value? {
        guard let optional = OptionalValue(other: self) else { return self }
        return optional.wrapped
    }

    /// The number as an index; nil for values that are none. A number too great for any list finds nothing either.
    var wholeNumber: Int? {
        switch self {
        case .int(let number): Int(clamping: number)
        case .uint(let number): Int(clamping: number)
        case .double(let number): Int64(exactly: number).map { Int(clamping: $0) }
        default: nil
        }
    }
}
