extension Array: ValueConvertible where Element: ValueConvertible {
    public static var expressionType: Type { .list(Element.expressionType) }

    /// - Complexity: O(*n*).
    public init?(expressionValue: Value) {
        guard case .list(let values) = expressionValue else { return nil }
        var elements: [Element] = []
        elements.reserveCapacity(values.count)
        for value in values {
            guard let element = Element(expressionValue: value) else { return nil }
            elements.append(element)
        }
        self = elements
    }

    /// - Complexity: O(*n*).
    public var expressionValue: Value { .list(map(\.expressionValue)) }
}

extension Dictionary: ValueConvertible where Key: ValueConvertible & Comparable, Value: ValueConvertible {
    public static var expressionType: Type { .map(key: Key.expressionType, value: Value.expressionType) }

    /// - Complexity: O(*n*).
    public init?(expressionValue: CEL.Value) {
        guard case .map(let map) = expressionValue else { return nil }
        var entries: [Key: Value] = [:]
        for (key, value) in map {
            guard let key = Key(expressionValue: key), let value = Value(expressionValue: value) else { return nil }
            entries[key] = value
        }
        self = entries
    }

    /// A map with the entries in the order of their keys; an error for keys that no map has, such as doubles.
    ///
    /// - Complexity: O(*n* log *n*).
    public var expressionValue: CEL.Value {
        do throws(EvaluationError) {
            return .map(try MapValue(sorted { $0.key < $1.key }.map { ($0.key.expressionValue, $0.value.expressionValue) }))
        } catch {
            return .error(error)
        }
    }
}

extension Optional: ValueConvertible where Wrapped: ValueConvertible {
    public static var expressionType: Type { .optional(Wrapped.expressionType) }

    public init?(expressionValue: Value) {
        guard let optional = OptionalValue(other: expressionValue) else { return nil }
        guard let wrapped = optional.wrapped else {
            self = Self.none
            return
        }
        guard let inner = Wrapped(expressionValue: wrapped) else { return nil }
        self = .some(inner)
    }

    public var expressionValue: Value { .optional(self?.expressionValue) }
}

extension MapValue: ValueConvertible {
    public static var expressionType: Type { .map(key: .dyn, value: .dyn) }

    public init?(expressionValue: Value) {
        guard case .map(let map) = expressionValue else { return nil }
        self = map
    }

    public var expressionValue: Value { .map(self) }
}
