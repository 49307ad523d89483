public import CEL
public import Quantities

/// A number that missing cells leave open between two ends, both of which it can be.
///
/// It is a `number` to the type checker. Arithmetic carries the ends on; a comparison that comes out the same for
/// every number between them has an answer, every other is unknown for these causes.
public struct IntervalValue: ObjectValue {
    /// The least number that it can be; nil where there is none.
    public let low: Number?
    /// The greatest number that it can be; nil where there is none.
    public let high: Number?
    /// What is not known.
    public let causes: UnknownSet

    /// - Precondition: `low` is less than `high` where both are there.
    public init(low: Number?, high: Number?, causes: UnknownSet) {
        self.low = low
        self.high = high
        self.causes = causes
    }

    /// A missing number as rules see it but for those under ``MissingPolicy/skip(minMeasured:)``: anything in its
    /// field's range, or anything at all. To the others it is nothing but unknown.
    public static func missing(range: Field.Range?, cause: UnknownCause) -> Value {
        let causes = UnknownSet(cause)
        if let lower = range?.lower, let upper = range?.upper {
            // Nothing is known of a field whose range holds nothing.
            if upper < lower { return .unknown(causes) }
            if upper == lower { return .number(lower) }
        }
        return .object(IntervalValue(low: range?.lower, high: range?.upper, causes: causes))
    }

    public var type: CEL.`Type` { NumberValue.type }

    /// Whether the other is the same interval; whether two intervals stand for the same number cannot be told.
    public func equals(_ other: Value) -> Bool {
        guard let other = other.interval else { return false }
        return low == other.low && high == other.high && causes == other.causes
    }

    public func order(against other: Value) -> Ordering? { nil }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(low)
        hasher.combine(high)
    }

    /// The ends as a vocabulary writes a range, such as `3..5` or `0..`.
    public var description: String { Self.description(low, high) }

    static func description(_ low: Number?, _ high: Number?) -> String {
        "\(low.map(\.description) ?? "")..\(high.map(\.description) ?? "")"
    }
}

extension Value {
    /// The interval that the value is; nil for everything else, numbers included.
    public var interval: IntervalValue? {
        // Comparing types is far cheaper than a cast, and this is asked of every operand.
        guard case .object(let object) = self, Swift.type(of: object) == IntervalValue.self else { return nil }
        return object as? IntervalValue
    }

    /// What the value leaves open: the causes of an unknown or an interval; nil for a value that is known.
    var openCauses: UnknownSet? {
        if case .unknown(let causes) = self { causes } else { interval?.causes }
    }

    /// Unknown because the missing cells decide; for these causes.
    static func missingDecides(_ causes: UnknownSet) -> Value { .noAnswer(.missingDecides, causes) }
}

extension UnknownSet {
    /// The causes of all that the values leave open; nil where they are known.
    init?(open values: some Sequence<Value>) {
        self.init(joining: values.lazy.compactMap(\.openCauses))
    }
}
