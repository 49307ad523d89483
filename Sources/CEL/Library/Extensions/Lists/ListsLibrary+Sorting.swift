/// `list.sort()` and `list.sortBy(x, key)`: both keep the order of elements that sort alike.
///
/// The elements or the keys are all of one type that has an order. NaN, which has none, comes after all numbers.
extension ListsLibrary {
    private static let orderedTypes: [Type] = [
        .int, .uint, .double, .bool, .duration, .timestamp, .string, .bytes,
    ]

    private static let keysFunction = "sortBy@keys"

    var sort: Function {
        Function(
            "sort",
            Self.orderedTypes.map { type in
                Self.member("list_\(type)_sort", .list(type), result: .list(type)) {
                    elements throws(EvaluationError) in Value.list(try elements.sorted(by: elements))
                }
            })
    }

    /// `(list, keys)`: the list in the order of its keys.
    var sortByKeys: Function {
        Function(
            Self.keysFunction,
            Self.orderedTypes.map { type in
                Overload(
                    id: "list_\(type)_sort_by_keys", Self.list, .list(type), result: Self.list, cost: .sizes
                ) { list, keys in
                    guard case .list(let elements) = list, case .list(let keys) = keys else {
                        return .error(.wrongKind)
                    }
                    return Value { () throws(EvaluationError) in Value.list(try elements.sorted(by: keys)) }
                }
            })
    }

    /// `list.sortBy(x, key)`: the list is put under a name first, for it is needed twice, and its keys are a loop over
    /// it, so that each is evaluated once.
    var sortBy: Macro {
        Macro(name: "sortBy", argumentCount: 2, isMember: true) {
            (context, target, arguments) throws(ExpressionFault) in
            guard let target else { return nil }
            let unsorted = Expression.identifier("@unsorted", range: target.range)
            let keys = context.collecting(unsorted, as: try context.variable(arguments[0]), into: arguments[1])
            return .comprehension(
                .init(
                    variable: "@none", range: .list([], range: context.range), accumulator: "@unsorted",
                    initial: target, condition: .constant(.bool(false), range: context.range), step: unsorted,
                    result: .call(Self.keysFunction, [unsorted, keys], range: context.range, focus: context.focus)),
                range: context.range)
        }
    }
}

private extension [Value] {
    /// The values in ascending order of their keys, those with equal keys as they stood.
    ///
    /// - Throws: `unordered-elements` for keys of a type without an order, `mixed-elements` for several types.
    /// - Complexity: O(*n* log *n*) comparisons.
    func sorted(by keys: [Value]) throws(EvaluationError) -> [Value] {
        guard count == keys.count else { throw .wrongKind }
        try keys.checkOrder()
        let places = keys.indices.sorted { keys[$0].sorts(before: keys[$1]) ?? ($0 < $1) }
        return places.map { self[$0] }
    }

    func checkOrder() throws(EvaluationError) {
        guard let kind = first?.type else { return }
        guard self[0].hasOrder else { throw .unorderedElements(kind) }
        for value in self where value.type != kind { throw .mixedElements(kind, value.type) }
    }
}

private extension Value {
    var hasOrder: Bool {
        switch self {
        case .int, .uint, .double, .bool, .duration, .timestamp, .string, .bytes: true
        default: false
        }
    }

    /// Whether the value comes before another of its type in a sorted list; nil where the two sort alike.
    func sorts(before other: Value) -> Bool? {
        switch order(against: other) {
        case .ascending: return true
        case .descending: return false
        case .same: return nil
        case nil:
            guard case .double(let number) = self, case .double(let otherNumber) = other else { return nil }
            return number.isNaN == otherNumber.isNaN ? nil : otherNumber.isNaN
        }
    }
}
