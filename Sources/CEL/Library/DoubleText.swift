/// Doubles as `double('…')` reads them and `string(…)` writes them.
enum DoubleText {
    /// Reads decimal digits with a point and an exponent where there are any, `inf`, `infinity` and `nan` in letters of
    /// either case; nil for anything else, and for a number that is beyond all doubles.
    static func read(_ text: String) -> Double? {
        let digits = text.hasPrefix("-") || text.hasPrefix("+") ? text.dropFirst() : text[...]
        switch digits.lowercased() {
        case "inf", "infinity": return text.hasPrefix("-") ? -.infinity : .infinity
        case "nan": return .nan
        default: break
        }
        // Without this test hexadecimal digits would pass, and a NaN with what it carries.
        guard digits.utf8.allSatisfy(isDecimal), let number = Double(text), number.isFinite else { return nil }
        return number
    }

    /// The fewest digits that no other double has; with an exponent from a million on and below a ten-thousandth, as
    /// the language's other implementations write them: `0.5`, `123456`, `1e+06`, `1.5e-05`, `-0`, `+Inf`, `NaN`.
    static func write(_ number: Double) -> String {
        // A NaN's sign means nothing, so it is not shown.
        if number.isNaN { return "NaN" }
        if number.isInfinite { return number < 0 ? "-Inf" : "+Inf" }
        let magnitude = number.magnitude
        guard magnitude >= 1_000_000 || (magnitude < 0.0001 && magnitude > 0) else {
            return DecimalText.shortest(number)
        }
        return scientific(number)
    }

    private static func isDecimal(_ byte: UInt8) -> Bool {
        switch byte {
        case 48...57, UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"), UInt8(ascii: "+"), UInt8(ascii: "-"): true
        default: false
        }
    }

    private static func scientific(_ number: Double) -> String {
        let shortest = DecimalText.shortest(number.magnitude)
        let digits = shortest.filter { $0 != "." }
        let significant = digits.drop { $0 == "0" }
        let point = shortest.firstIndex(of: ".").map { shortest.distance(from: shortest.startIndex, to: $0) } ?? digits.count
        let exponent = point - 1 - (digits.count - significant.count)
        var fraction = significant.dropFirst()
        while fraction.last == "0" { fraction.removeLast() }
        let mantissa = "\(significant.prefix(1))\(fraction.isEmpty ? "" : ".")\(fraction)"
        let size = "\(exponent.magnitude)"
        let sign = (number < 0 ? "-" : "", exponent < 0 ? "-" : "+")
        return "\(sign.0)\(mantissa)e\(sign.1)\(size.count < 2 ? "0" : "")\(size)"
    }
}
