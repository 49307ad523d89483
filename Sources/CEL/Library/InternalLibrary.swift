/// The functions that macros expand to and no text can name.
struct InternalLibrary: FunctionLibrary {
    let name = "internal"

    var functions: [Function] { builtIn + [isSingle, insert, insertEntries] }
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
                    return .bool(elements.count == 1)
                }
            ])
    }

    /// A key that is there already is an error, and so is one that no map can have.
    var insert: Function {
        Function(
            InternalFunction.insert,
            [
                Overload(
                    id: "insert", parameters: [InternalLibrary.map, InternalLibrary.element, .parameter("B")],
                    result: InternalLibrary.map, cost: .sizes
                ) { arguments in
                    guard arguments.count == 3, case .map(let map) = arguments[0] else { return .error(.wrongKind) }
                    return map.inserting([(arguments[1], arguments[2])])
                }
            ])
    }

    var insertEntries: Function {
        Function(
            InternalFunction.insertEntries,
            [
                Overload(
                    id: "insert_entries", InternalLibrary.map, InternalLibrary.map, result: InternalLibrary.map,
                    cost: .sizes
                ) {
                    guard case .map(let map) = $0, case .map(let added) = $1 else { return .error(.wrongKind) }
                    return map.inserting(added.map { ($0.key, $0.value) })
                }
            ])
    }
}

private extension MapValue {
    /// The map with these entries after its own, or the error of the first that it cannot take.
    func inserting(_ entries: [(key: Value, value: Value)]) -> Value {
        Value { () throws(EvaluationError) in
            var map = self
            for entry in entries { try map.insert(entry.value, for: entry.key) }
            return map
        }
    }
}
