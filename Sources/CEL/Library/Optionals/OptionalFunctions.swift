/// Making optional values and looking into them.
///
/// Overload ids are those of cel-go.
enum OptionalFunctions {
    static var all: [Function] { making + asking + choosing + unwrapping }

    private static let wrapped = Type.parameter("V")
    private static let optional = Type.optional(wrapped)
}

private extension OptionalFunctions {
    static var making: [Function] {
        [
            Function(
                "optional.none",
                [Overload(id: "optional_none", parameters: [], result: optional) { _ in .optional(nil) }]),
            Function("optional.of", [Overload(id: "optional_of", wrapped, result: optional) { $0.asOptional }]),
            Function(
                "optional.ofNonZeroValue",
                [
                    Overload(id: "optional_ofNonZeroValue", wrapped, result: optional) {
                        $0.isZero ? .optional(nil) : $0.asOptional
                    }
                ]),
        ]
    }

    static var asking: [Function] {
        [
            Function(
                "hasValue",
                [
                    Overload(id: "optional_hasValue", optional, result: .bool, isMember: true) {
                        guard let optional = OptionalValue(other: $0) else { return .error(.wrongKind) }
                        return .bool(optional.wrapped != nil)
                    }
                ]),
            Function(
                "value",
                [
                    Overload(id: "optional_value", optional, result: wrapped, isMember: true) {
                        guard let optional = OptionalValue(other: $0) else { return .error(.wrongKind) }
                        return optional.wrapped ?? .error(.absentOptional)
                    }
                ]),
        ]
    }

    /// Built into the planner, which knows them by name and evaluates the argument only where it is needed; here
    /// they have their types.
    static var choosing: [Function] {
        [
            Function(
                "or",
                [
                    Overload(id: "optional_or_optional", optional, optional, result: optional, isMember: true) {
                        guard let optional = OptionalValue(other: $0) else { return .error(.wrongKind) }
                        return optional.wrapped == nil ? $1 : $0
                    }
                ]),
            Function(
                "orValue",
                [
                    Overload(id: "optional_orValue_value", optional, wrapped, result: wrapped, isMember: true) {
                        guard let optional = OptionalValue(other: $0) else { return .error(.wrongKind) }
                        return optional.wrapped ?? $1
                    }
                ]),
        ]
    }

    static var unwrapping: [Function] {
        [
            Function(
                "optional.unwrap",
                [
                    Overload(
                        id: "optional_unwrap", .list(optional), result: .list(wrapped), cost: .sizes, unary: unwrapped)
                ]),
            Function(
                "unwrapOpt",
                [
                    Overload(
                        id: "optional_unwrapOpt", .list(optional), result: .list(wrapped), isMember: true, cost: .sizes,
                        unary: unwrapped)
                ]),
        ]
    }

    /// What is there in a list of optional values, in order.
    @Sendable static func unwrapped(_ list: Value) -> Value {
        guard case .list(let elements) = list else { return .error(.wrongKind) }
        var kept: [Value] = []
        for element in elements {
            guard let optional = OptionalValue(other: element) else { return .error(.optionalExpected(element.type)) }
            if let wrapped = optional.wrapped { kept.append(wrapped) }
        }
        return .list(kept)
    }
}

private extension Value {
    /// The value as an optional one; an error where it is an optional value that nests too deep already.
    var asOptional: Value {
        guard OptionalValue(other: self) != nil else { return .optional(self) }
        return extent(upTo: Value.maximumDepth * 2).depth < Value.maximumDepth ? .optional(self) : .error(.tooDeepValue)
    }
}
