/// A number with the unit it was written in: `85%`, `1.69 人/万人`, `6.5/10万`, `13 min`, `85`.
public struct Quantity: Hashable, Sendable {
    /// In base units, so that quantities of one dimension compare by it: 17/20 for `85%`.
    public let value: Number

    /// nil for a bare number. `2.5万` has the unit `万`, see ``Unit/isMagnitude``.
    public let unit: Unit?

    /// The text as written, without spaces around it.
    public let source: String

    /// The digits behind the point as written.
    public let fractionDigits: Int

    /// A quantity that was computed rather than written; its source is its text.
    ///
    /// - Parameters:
    ///   - value: In base units.
    ///   - unit: What to print it in; nil for a bare number.
    public init(value: Number, unit: Unit?, fractionDigits: Int = 2) {
        let text = unit?.text(value, fractionDigits: fractionDigits) ?? value.shortText(fractionDigits: fractionDigits)
        self.init(value: value, unit: unit, source: text, fractionDigits: fractionDigits)
    }

    private init(value: Number, unit: Unit?, source: String, fractionDigits: Int) {
        self.value = value
        self.unit = unit
        self.source = source
        self.fractionDigits = fractionDigits
    }

    /// What it measures; pure for a bare number.
    public var dimension: Dimension { unit?.dimension ?? .pure }

    /// Reads a number and the unit behind it, if any.
    ///
    /// Full-width digits and signs and the minus sign U+2212 are read like the ASCII ones. A comma within
    /// the number is a fault, not a separator.
    /// - Throws: The first fault from the left, with its place in `text`.
    public static func parse(_ text: some StringProtocol) throws(QuantityFault) -> Quantity {
        let folded = FoldedText(text)
        let characters = folded.characters[...]
        guard !characters.isEmpty else { throw QuantityFault(.empty, at: characters, in: folded) }
        let rest = characters[NumberPrefix.end(in: characters)...]
        let digits = characters[..<rest.startIndex]
        if let found = NumberPrefix.fault(number: digits, rest: rest) {
            throw QuantityFault(found.kind, at: found.place, in: folded)
        }
        guard let decimal = Decimal(digits.text) else { throw QuantityFault(.badNumber, at: digits, in: folded) }
        let unit = rest.isEmpty ? nil : try UnitParser(text: folded).unit(rest)
        return Quantity(
            value: Number(decimal) * (unit?.scale ?? .one), unit: unit, source: folded.trimmedSource,
            fractionDigits: decimal.scale)
    }
}
