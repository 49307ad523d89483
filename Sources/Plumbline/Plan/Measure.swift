public import Quantities

/// What a number in a rule counts or measures, as far as the vocabulary tells.
public struct Measure: Hashable, Sendable {
    /// What a number measures.
    public enum Basis: Hashable, Sendable {
        /// Nothing is known, such as of what a list aggregate yields; nothing is held against it.
        case undetermined
        /// A number that the rule's author wrote, without a unit.
        case literal(Number)
        /// A field to which the vocabulary gives no unit.
        case unitless
        /// A number of records: any counter and any number of people fits it, no share and no money.
        case tally
        case dimension(Dimension)
    }

    /// What the number measures.
    public var basis: Basis
    /// Whether every possible value is a whole number.
    public var isWhole: Bool
    /// The unit of the field that the number is, or was made from; nil for what division and
    /// multiplication made.
    public var unit: Unit?
    /// A unit that the number is made of and whose 1 is not 1 in base units: beside such a number a bare
    /// one would be read in base units, which nobody means.
    public var scaledUnit: Unit?
    /// Whether it was multiplied or divided by a bare number, so that nobody can tell what one of it is.
    public var isScaledByHand = false
    /// Whether it is the difference of two values of its kind, which for shares is in points.
    public var isDifference = false

    public init(_ basis: Basis, isWhole: Bool = false, unit: Unit? = nil) {
        self.basis = basis
        self.isWhole = isWhole
        self.unit = unit
        scaledUnit = unit.flatMap { $0.scale == 1 ? nil : $0 }
    }

    /// What the difference of two such values measures; of shares, points.
    func difference(isWhole: Bool) -> Measure {
        var difference = Measure(basis, isWhole: isWhole, unit: unit?.difference)
        difference.isDifference = true
        return difference
    }

    static let undetermined = Measure(.undetermined)
    static let tally = Measure(.tally, isWhole: true)

    var isLiteral: Bool {
        if case .literal = basis { true } else { false }
    }

    /// What a field's cells measure; undetermined for fields that hold no numbers.
    init(_ field: Field) {
        switch field.type {
        case .percent: self.init(.dimension(.pure), unit: .percent)
        case .integer, .decimal:
            if field.definition != nil, field.unit == nil { self = .undetermined; return }
            // 1.5 万元 is a whole number of yuan only by chance, but 12 人 always are twelve people.
            self.init(
                field.unit.map { .dimension($0.dimension) } ?? .unitless,
                isWhole: field.type == .integer && (field.unit.map(\.scale.isInteger) ?? true), unit: field.unit)
        default: self = .undetermined
        }
    }

    /// The dimension that multiplication and division reckon with; nil where there is nothing to reckon.
    var factor: Dimension? {
        switch basis {
        case .dimension(let dimension): dimension
        case .literal: .pure
        case .undetermined, .unitless, .tally: nil
        }
    }

    /// The scaled unit that multiplying or dividing keeps; one that cancels out is gone.
    func scaledUnit(with other: Measure, into result: Dimension) -> Unit? {
        let operands = [self, other]
        guard result.isPure else { return operands.first { $0.factor?.isPure == false && $0.scaledUnit != nil }?.scaledUnit }
        let cancelled = operands.contains { $0.factor?.isPure == false }
        return cancelled ? nil : operands.compactMap(\.scaledUnit).first
    }
}
