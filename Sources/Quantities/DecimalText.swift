/// Puts a decimal point into a run of digits.
enum DecimalText {
    /// - Parameters:
    ///   - digits: The significand's digits, without a sign.
    ///   - scale: How many of them stand behind the point; zeros are put before them where they are fewer.
    static func of(digits: String, scale: Int, isNegative: Bool) -> String {
        let sign = isNegative ? "-" : ""
        guard scale > 0 else { return sign + digits }
        let padded = String(repeating: "0", count: max(0, scale + 1 - digits.utf8.count)) + digits
        let point = padded.utf8.index(padded.endIndex, offsetBy: -scale)
        return sign + padded[..<point] + "." + padded[point...]
    }
}
