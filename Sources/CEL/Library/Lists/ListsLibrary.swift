/// What lists can do beyond the standard library: `distinct()`, `flatten()`, `flatten(depth)`, `reverse()`,
/// `slice(start, end)`, `sort()`, `sortBy(x, key)`, `first()`, `last()` and `lists.range(count)`.
///
/// Places in lists count from 0. Every function takes time linear in the sizes of its arguments but the two that sort,
/// and is charged for these sizes; `lists.range` is charged for the list it makes.
///
/// Source: cel-go's extension library "Lists", and "Optional types" for `first()` and `last()`.
public struct ListsLibrary: FunctionLibrary {
    public let name = "lists"

    /// The library, ready for the `libraries` of an ``Environment``.
    public init() {}

    public var functions: [Function] {
        [distinct, reverse, flatten, slice, first, last, sort, sortByKeys, range]
    }

    public var macros: [Macro] { [sortBy] }
}

extension ListsLibrary {
    static let element = Type.parameter("T")
    static let list = Type.list(element)

    /// A function of one list, written after it.
    static func member(
        _ id: String, _ parameter: Type = list, result: Type = list, cost: Overload.Cost = .sizes,
        _ body: @escaping @Sendable ([Value]) throws(EvaluationError) -> Value
    ) -> Overload {
        Overload(id: id, parameter, result: result, isMember: true, cost: cost) { list in
            guard case .list(let elements) = list else { return .error(.wrongKind) }
            return Value { () throws(EvaluationError) in try body(elements) }
        }
    }
}

private extension ListsLibrary {
    var distinct: Function {
        Function("distinct", [Self.member("list_distinct") { .list($0.distinct()) }])
    }

    var reverse: Function {
        Function("reverse", [Self.member("list_reverse") { .list($0.reversed()) }])
    }

    /// The first element as an optional value, absent where the list is empty.
    var first: Function {
        let first = Self.member("list_first", result: .optional(Self.element), cost: .constant) { .optional($0.first) }
        return Function("first", [first])
    }

    /// The last element as an optional value, absent where the list is empty.
    var last: Function {
        let last = Self.member("list_last", result: .optional(Self.element), cost: .constant) { .optional($0.last) }
        return Function("last", [last])
    }

    /// The elements from `start` up to, and without, `end`.
    var slice: Function {
        let slice = Overload(
            id: "list_slice", parameters: [Self.list, .int, .int], result: Self.list, isMember: true, cost: .sizes
        ) { arguments in
            guard case .list(let elements) = arguments[0], case .int(let start) = arguments[1],
                case .int(let end) = arguments[2]
            else { return .error(.wrongKind) }
            guard 0 <= start, start <= end, end <= elements.count else {
                return .error(.sliceOutOfRange(start, end, count: elements.count))
            }
            return .list(Array(elements[Int(start)..<Int(end)]))
        }
        return Function("slice", [slice])
    }

    /// The list with the elements of its elements in their place, one level deep or as many as asked for.
    ///
    /// The result is no longer than the size that the call was charged for.
    var flatten: Function {
        Function(
            "flatten",
            [
                Self.member("list_flatten", .list(Self.list)) { .list(Self.flattened($0, depth: 1)) },
                Overload("list_flatten_int", isMember: true) {
                    (list: [Value], depth: Int64) throws(EvaluationError) -> [Value] in
                    guard depth >= 0 else { throw .negativeDepth(depth) }
                    return Self.flattened(list, depth: depth)
                },
            ])
    }

    /// Without recursion: how deep a host's lists nest has no limit.
    static func flattened(_ list: [Value], depth: Int64) -> [Value] {
        var result: [Value] = []
        result.reserveCapacity(list.count)
        var open = [list[...]]
        while var rest = open.popLast() {
            guard let value = rest.popFirst() else { continue }
            open.append(rest)
            if case .list(let inner) = value, open.count <= depth {
                open.append(inner[...])
            } else {
                result.append(value)
            }
        }
        return result
    }
}
