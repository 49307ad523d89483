public import CEL
public import Quantities

/// The rule language's `number` as a CEL value: an exact rational that equals the integers it equals.
public struct NumberValue: ObjectValue {
    public static let type = CEL.`Type`.abstract("number", [])

    /// The number itself, exact.
    public let number: Number

    public init(_ number: Number) { self.number = number }

    public var type: CEL.`Type` { Self.type }

    public func equals(_ other: Value) -> Bool { other.number == number }

    public func order(against other: Value) -> Ordering? {
        guard let other = other.amount else { return nil }
        return number < other ? .ascending : number == other ? .same : .descending
    }

    public func hash(into hasher: inout Hasher) {
        Value.hash(number: number.double, into: &hasher)
    }

    public var description: String { number.description }
}

/// In texts a number is rounded as reports round it, halves away from zero.
extension NumberValue: FormattedNumber {
    public var decimalText: String { number.description }

    public func text(decimals: Int) -> String { number.text(fractionDigits: decimals) }
}

extension Value {
    /// The exact number that the value is; nil for what is no number of the rule language.
    public var number: Number? {
        switch self {
        case .int(let value): Number(value)
        case .uint(let value): Number(value)
        case .object(let object): (object as? NumberValue)?.number
        default: nil
        }
    }

    /// A number of the rule language.
    public static func number(_ number: Number) -> Value { .object(NumberValue(number)) }
}
