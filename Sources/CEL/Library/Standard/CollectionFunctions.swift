/// What lists and maps can do: size, membership, elements, and lists put together.
enum CollectionFunctions {
    static var all: [Function] {
        let (element, value) = (Type.parameter("A"), Type.parameter("B"))
        let (list, map) = (Type.list(element), Type.map(key: element, value: value))
        return [
            Function(
                "size",
                Overload.both("size_list", member: "list_size", list, result: .int, size)
                    + Overload.both("size_map", member: "map_size", map, result: .int, size)),
            Function(
                Operator.isIn,
                [
                    Overload(id: "in_list", element, list, result: .bool, cost: .sizes, binary: contains),
                    Overload(id: "in_map", element, map, result: .bool, cost: .size(of: 0), binary: contains),
                ]),
            Function(
                Operator.index,
                [
                    Overload(
                        id: "index_list", parameters: [list, .int], result: element, runtimeParameters: [list, .dyn],
                        implementation: .binary(elementOfList)),
                    Overload(
                        id: "index_map", parameters: [map, element], result: value, cost: .size(of: 1),
                        runtimeParameters: [map, .dyn],
                        implementation: .binary(elementOfMap)),
                ]),
            Function(
                Operator.add,
                [
                    Overload(id: "add_list", list, list, result: list, cost: .sizes) {
                        guard case .list(let a) = $0, case .list(let b) = $1 else { return .error(.wrongKind) }
                        return .list(a + b)
                    }
                ]),
        ]
    }

    @Sendable private static func size(_ collection: Value) -> Value {
        switch collection {
        case .list(let elements): .int(Int64(elements.count))
        case .map(let map): .int(Int64(map.count))
        default: .error(.wrongKind)
        }
    }

    @Sendable private static func contains(_ element: Value, _ collection: Value) -> Value {
        switch collection {
        case .list(let elements): .bool(elements.contains(element))
        case .map(let map): .bool(map[element] != nil)
        default: .error(.wrongKind)
        }
    }

    @Sendable private static func elementOfList(_ collection: Value, _ index: Value) -> Value {
        guard case .list(let elements) = collection else { return .error(.wrongKind) }
        guard let position = position(index) else {
            return .error(.noSuchOverload(Operator.index, isMember: false, types: [collection.type, index.type]))
        }
        guard position >= 0, position < elements.count else {
            return .error(.indexOutOfRange(index, count: elements.count))
        }
        return elements[position].released
    }

    /// The number as an index, one too great for any list among them; nil for values that are no whole number.
    private static func position(_ index: Value) -> Int? {
        switch index {
        case .int(let value): Int(clamping: value)
        case .uint(let value): Int(clamping: value)
        case .double(let value): Int(exactly: value)
        default: nil
        }
    }

    @Sendable private static func elementOfMap(_ collection: Value, _ key: Value) -> Value {
        guard case .map(let map) = collection else { return .error(.wrongKind) }
        return map[key] ?? .error(.noSuchKey(key))
    }
}
