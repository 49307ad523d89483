/// Why a text is no quantity or no unit, as data: the caller words it.
public struct QuantityFault: Error, Hashable, Sendable {
    /// What is wrong with it.
    public enum Kind: Hashable, Sendable {
        /// Nothing but spaces.
        case empty
        /// More code points than ``Unit/symbolLimit`` behind the number.
        case tooLong
        /// A quantity that does not begin with a number.
        case noNumber
        /// A number that is not written as one (`1.2.3`, `5.`), or past a decimal's limits.
        case badNumber
        /// A comma within the number; it is not guessed what it means.
        case thousandsSeparator
        /// Two numbers with a dash between, such as `2—3所`.
        case range
        /// A name that is no unit; ``Unit/knownNames`` has those there are.
        case unknownUnit(String)
        /// Nothing on a side of `/`.
        case emptyTerm
        /// A number in front of a unit that stands alone, other than the `1` of `1/10万`.
        case numberInUnit
        /// A quotient over zero.
        case zeroDenominator
        /// A number or 万 before a sign that is a scale already, such as `万%`.
        case scaledSign
    }

    public let kind: Kind

    /// Code points before the faulty part, from the start of the text given.
    public let offset: Int

    /// Code points of the faulty part; 0 where something is missing.
    public let length: Int

    init(_ kind: Kind, offset: Int, length: Int) {
        self.kind = kind
        self.offset = offset
        self.length = length
    }

    /// At the characters given, or where they would stand if there are none.
    init(_ kind: Kind, at characters: ArraySlice<FoldedText.Character>, in text: FoldedText) {
        let start = characters.startIndex
        self.kind = kind
        self.offset = start < text.characters.count ? text.characters[start].offset : text.originalCount
        self.length = characters.last.map { $0.offset + 1 - text.characters[start].offset } ?? 0
    }
}
