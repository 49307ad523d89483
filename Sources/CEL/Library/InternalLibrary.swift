/// The functions that macros expand to and no text can name.
struct InternalLibrary: FunctionLibrary {
    let name = "internal"

    var functions: [Function] {
        let element = Type.parameter("A")
        // All but the last, which only pass a value on, are built into the planner, which knows them by
        // name; here they have their types.
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
            Function(
                InternalFunction.isSingle,
                [
                    Overload(id: "is_single", .list(element), result: .bool) {
                        guard case .list(let elements) = $0 else { return .error(.wrongKind) }
                        return .bool(elements.count == 1)
                    }
                ]),
        ]
    }
}
