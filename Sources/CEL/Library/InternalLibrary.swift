/// The functions that macros expand to and no text can name.
struct InternalLibrary: FunctionLibrary {
    let name = "internal"

    var functions: [Function] { builtIn + [isSingle, insert, mergeEntries] }
}

private extension InternalLibrary {
    static let element = Type.parameter("A")
    static let map = Type.map(key: element, value: .parameter("B"))

    /// Built into the planner, which knows them by name; here they have their types.
    var builtIn: [Function] {
        let element = InternalLibrary.element
        return [
            Function(
                InternalFunction.append,
                [Overload(id: "append", .list(element), element, result: .list(element)) { list, _ in list }]),
            Function(
                InternalFunction.notStrictlyFalse,
                [Overload(id: "not_strictly_false", .bool, result: .bool, isStrict: false) { $0 }]),
            Function(
                InternalFunction.hold, [Overload(id: "hold", element, result: element, isStrict: false) { $0.held }]),
            Function(
                InternalFunction.condition,
                [Overload(id: "condition", .bool, result: .bool, isStrict: false) { $0.held }]),
        ]
    }

    var isSingle: Function {
        Function(
            InternalFunction.isSingle,
            [
                Overload(id: "is_single", .list(InternalLibrary.element), result: .bool) {
                    guard case .list(let elements) = $0 else { return .error(.wrongKind) }
                    let doubts = elements.compactMap(\.doubtful)
                    let certain = elements.count - doubts.count
                    guard !doubts.isEmpty, certain < 2 else { return .bool(certain == 1) }
                    return UnknownSet(joining: doubts.lazy.map(\.causes)).map { .unknown($0) } ?? .bool(false)
                }
            ])
    }

    /// Built into the planner for a loop's own accumulator, which it grows in place; here it makes a new map.
    var insert: Function {
        Function(
            InternalFunction.insert,
            [
                Overload(
                    id: "insert", parameters: [InternalLibrary.map, InternalLibrary.element, .parameter("B")],
                    result: InternalLibrary.map, cost: .sizes
                ) { arguments in
                    guard arguments.count == 3, case .map(var map) = arguments[0] else { return .error(.wrongKind) }
                    return Value { () throws(EvaluationError) in
                        try map.insert(arguments[2], for: arguments[1])
                        return map
                    }
                }
            ])
    }

    var mergeEntries: Function {
        Function(
            InternalFunction.mergeEntries,
            [
                Overload(id: "merge_entries", .list(InternalLibrary.map), result: InternalLibrary.map, cost: .sizes) {
                    guard case .list(let maps) = $0 else { return .error(.wrongKind) }
                    return MapValue.merging(maps)
                }
            ])
    }
}

private extension MapValue {
    /// One map with the entries of many, or the error of the first that cannot join them.
    static func merging(_ maps: [Value]) -> Value {
        Value { () throws(EvaluationError) in
            var merged = MapValue()
            for value in maps {
                guard case .map(let map) = value else { throw .wrongKind }
                for (key, value) in map { try merged.insert(value, for: key) }
            }
            return merged
        }
    }
}
