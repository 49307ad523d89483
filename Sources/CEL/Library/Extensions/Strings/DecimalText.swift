#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Numbers as decimal digits. What is rounded is the exact value, halves to the even digit.
enum DecimalText {
    /// The fewest digits that no other double has, without an exponent: `0.1`, `2`, `-0`, `NaN`, `-Infinity`.
    static func shortest(_ number: Double) -> String {
        if let name = name(of: number) { return name }
        let parts = "\(number.magnitude)".split(separator: "e", maxSplits: 1)
        let mantissa = parts[0].split(separator: ".")
        let (whole, fraction) = (mantissa[0], mantissa.count > 1 && mantissa[1] != "0" ? mantissa[1] : "")
        let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
        let sign = number.sign == .minus ? "-" : ""
        return sign + placed(whole + fraction, point: whole.utf8.count + exponent)
    }

    /// `[-]ddd.ddd` with so many decimals, and no point where there are none.
    static func fixed(_ number: Double, decimals: Int) -> String {
        name(of: number) ?? printed("%.*f", number, decimals: decimals)
    }

    /// `[-]d.ddde±dd` with so many decimals, and no point where there are none.
    static func scientific(_ number: Double, decimals: Int) -> String {
        name(of: number) ?? printed("%.*e", number, decimals: decimals)
    }

    static func fixed(_ number: some FixedWidthInteger, decimals: Int) -> String {
        decimals == 0 ? "\(number)" : "\(number).\(zeros(decimals))"
    }

    /// Whole numbers are not taken for doubles, which cannot tell the largest ones apart.
    static func scientific(_ number: some FixedWidthInteger, decimals: Int) -> String {
        var magnitude = UInt64(number.magnitude)
        var exponent = "\(magnitude)".utf8.count - 1
        if exponent > decimals {
            magnitude = rounded(magnitude, dropping: exponent - decimals)
            // 9.99 becomes 10.0: one digit more than was asked for.
            if "\(magnitude)".utf8.count > decimals + 1 {
                magnitude /= 10
                exponent += 1
            }
        }
        let digits = "\(magnitude)"
        let rest = digits.dropFirst() + zeros(decimals + 1 - digits.utf8.count)
        let sign = number < 0 ? "-" : ""
        return "\(sign)\(digits.prefix(1))\(rest.isEmpty ? "" : ".")\(rest)e+\(exponent < 10 ? "0" : "")\(exponent)"
    }
}

private extension DecimalText {
    /// What a double is called that is no number of digits; nil for the others.
    static func name(of number: Double) -> String? {
        if number.isNaN { return "NaN" }
        return number.isInfinite ? (number < 0 ? "-Infinity" : "Infinity") : nil
    }

    static func zeros(_ count: Int) -> String { String(repeating: "0", count: max(0, count)) }

    /// Digits with the point after the first `point` of them, which may be before the first or after the last.
    static func placed(_ digits: Substring, point: Int) -> String {
        if point <= 0 { return "0." + zeros(-point) + digits }
        let whole = digits.prefix(point) + zeros(point - digits.utf8.count)
        let fraction = digits.dropFirst(point)
        return String(fraction.isEmpty ? whole : whole + "." + fraction)
    }

    /// A number without its last digits, rounded.
    ///
    /// - Parameter count: How many, 1 to 19.
    static func rounded(_ number: UInt64, dropping count: Int) -> UInt64 {
        let unit = (0..<count).reduce(UInt64(1)) { power, _ in power * 10 }
        let (quotient, remainder) = number.quotientAndRemainder(dividingBy: unit)
        let isUp = remainder > unit / 2 || (remainder == unit / 2 && quotient % 2 == 1)
        return quotient + (isUp ? 1 : 0)
    }

    /// What C's library prints, which rounds the exact value.
    static func printed(_ format: String, _ number: Double, decimals: Int) -> String {
        // A double has at most 309 digits before the point.
        var buffer = [CChar](repeating: 0, count: decimals + 330)
        let count = withVaList([CInt(decimals), number]) { vsnprintf(&buffer, buffer.count, format, $0) }
        return withoutLocale(buffer.prefix(max(0, Int(count))).map { UInt8(bitPattern: $0) })
    }

    /// Where the process has set a locale of its own, the point is another sign, of one byte or more.
    static func withoutLocale(_ printed: [UInt8]) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(printed.count)
        let point = UInt8(ascii: ".")
        for byte in printed {
            switch byte {
            case 48...57, UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "e"): result.append(byte)
            default: if result.last != point { result.append(point) }
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
