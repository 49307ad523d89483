import Quantities

/// Reads a number as people type it into a cell: with separators between thousands, and with `万`, `亿`, `%` or
/// `‰` behind it.
struct NumberText {
    /// Why a text is no number, where the likely cause can be told.
    enum Fault: Error {
        case notANumber
        /// Commas or blanks that do not stand between thousands.
        case oddGroups
    }

    /// Without what stands behind it.
    let value: Number
    /// `万`, `亿` or `万亿`, as a factor.
    let magnitude: Number?
    /// 1/100 or 1/1000, for `%` and `‰`.
    let share: Number?

    static let percent = Number(numerator: 1, denominator: 100) ?? 0
    static let permille = Number(numerator: 1, denominator: 1000) ?? 0

    /// - Parameter text: In ASCII forms as far as there are any, without blanks around it.
    /// - Complexity: O(*n*); a plain number costs no more than its digits.
    init(_ text: String) throws(Fault) {
        if let decimal = Decimal(text) {
            (value, magnitude, share) = (Number(decimal), nil, nil)
            return
        }
        var rest = Substring(text)
        var (magnitude, share): (Number?, Number?)
        while let last = rest.last {
            if share == nil, magnitude == nil, let found = Self.share(last) {
                share = found
            } else if share == nil, let found = Self.magnitude(last), magnitude == nil || magnitude == Self.yi && last == "万" {
                magnitude = (magnitude ?? 1) * found
            } else {
                break
            }
            rest = rest.dropLast()
        }
        let digits = CellText.trimmed(String(rest))
        value = Number(try Self.decimal(digits))
        self.magnitude = magnitude
        self.share = share
    }

    private static func decimal(_ digits: String) throws(Fault) -> Decimal {
        if let plain = Decimal(digits) { return plain }
        guard let grouped = try grouped(digits) else { throw .notANumber }
        return grouped
    }

    private static let yi: Number = 100_000_000

    private static func magnitude(_ sign: Character) -> Number? {
        switch sign {
        case "万": 10_000
        case "亿": yi
        default: nil
        }
    }

    private static func share(_ sign: Character) -> Number? {
        switch sign {
        case "%": percent
        case "‰": permille
        default: nil
        }
    }

    /// `1,234,567.8` or `12 345`: one to three digits, then groups of three after one sort of separator.
    ///
    /// - Returns: nil where the text has other letters than digits and separators.
    private static func grouped(_ text: String) throws(Fault) -> Decimal? {
        let isNegative = text.hasPrefix("-")
        let unsigned = text.first == "-" || text.first == "+" ? text.dropFirst() : text[...]
        let parts = unsigned.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first, let separator = whole.first(where: isSeparator),
              text.allSatisfy({ $0.isASCII && $0.isNumber || isSeparator($0) || ".-+".contains($0) })
        else { return nil }
        let groups = whole.split(separator: separator, omittingEmptySubsequences: false)
        let isSound = groups.allSatisfy { $0.utf8.allSatisfy { $0 &- 0x30 < 10 } } && (1...3).contains(groups[0].count)
            && groups[0].first != "0" && groups.dropFirst().allSatisfy { $0.count == 3 }
        guard isSound else { throw .oddGroups }
        let fraction = parts.count > 1 ? ".\(parts[1])" : ""
        return Decimal((isNegative ? "-" : "") + groups.joined() + fraction)
    }

    /// A comma, or a blank of any width that does not break lines.
    private static func isSeparator(_ character: Character) -> Bool {
        ", \u{A0}\u{2009}\u{202F}\u{3000}".contains(character)
    }
}
