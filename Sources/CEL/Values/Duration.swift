/// A span of time to the nanosecond, at most 315,576,000,000 seconds (about 10,000 years) either way.
public struct Duration: Hashable, Sendable {
    /// Whole seconds, rounded down.
    public let seconds: Int64
    /// What is left above `seconds`, 0 to 999,999,999.
    public let nanoseconds: Int32

    /// The span of so many seconds and nanoseconds; nil out of range.
    public init?(seconds: Int64, nanoseconds: Int64 = 0) {
        var carry = nanoseconds / 1_000_000_000
        var rest = nanoseconds % 1_000_000_000
        if rest < 0 {
            rest += 1_000_000_000
            carry -= 1
        }
        let (total, overflow) = seconds.addingReportingOverflow(carry)
        let limit: Int64 = 315_576_000_000
        guard !overflow, total >= -limit, total < limit || (total == limit && rest == 0) else { return nil }
        self.seconds = total
        self.nanoseconds = Int32(rest)
    }

    /// The sum; nil out of range.
    public func adding(_ other: Duration) -> Duration? {
        Duration(seconds: seconds + other.seconds, nanoseconds: Int64(nanoseconds) + Int64(other.nanoseconds))
    }

    /// The same span the other way; nil out of range, which no span is.
    public var negated: Duration? { Duration(seconds: -seconds, nanoseconds: -Int64(nanoseconds)) }

    /// Seconds without their fraction, rounded towards zero.
    public var wholeSeconds: Int64 { seconds < 0 && nanoseconds > 0 ? seconds + 1 : seconds }

    /// The fraction of a second in nanoseconds, with the sign of the span.
    var fraction: Int64 { seconds < 0 && nanoseconds > 0 ? Int64(nanoseconds) - 1_000_000_000 : Int64(nanoseconds) }
}

extension Duration: Comparable {
    public static func < (lhs: Duration, rhs: Duration) -> Bool {
        (lhs.seconds, lhs.nanoseconds) < (rhs.seconds, rhs.nanoseconds)
    }
}

extension Duration: LosslessStringConvertible {
    /// Seconds with as much fraction as there is, such as `-1.5s`.
    public var description: String {
        let sign = seconds < 0 && wholeSeconds == 0 && fraction != 0 ? "-" : ""
        return "\(sign)\(wholeSeconds)\(FractionDigits.text(fraction.magnitude))s"
    }

    /// Reads numbers with units, such as `1h30m`, `-1.5s` or `250ms`; nil for anything else and out
    /// of range. The units are h, m, s, ms, us and ns.
    public init?(_ text: String) {
        var rest = Substring(text)
        let negative = rest.first == "-"
        if let sign = rest.first, sign == "-" || sign == "+" { rest.removeFirst() }
        if rest == "0" { rest = "0s" }
        guard var total = Duration.takePart(&rest) else { return nil }
        while !rest.isEmpty {
            guard let part = Duration.takePart(&rest), let sum = total.adding(part) else { return nil }
            total = sum
        }
        guard let signed = negative ? total.negated : total else { return nil }
        self = signed
    }

    private static func takePart(_ rest: inout Substring) -> Duration? {
        let whole = rest.prefix { $0.isASCII && $0.isNumber }
        rest = rest.dropFirst(whole.count)
        var fraction: Substring = ""
        if rest.first == "." {
            fraction = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }
            rest = rest.dropFirst(fraction.count + 1)
        }
        let unit = rest.prefix { $0.isLetter }
        rest = rest.dropFirst(unit.count)
        guard !(whole.isEmpty && fraction.isEmpty), let size = nanoseconds(in: unit) else { return nil }
        guard let count = whole.isEmpty ? 0 : Int64(whole) else { return nil }
        return scaled(count, fraction: fraction, by: size)
    }

    private static func nanoseconds(in unit: Substring) -> Int64? {
        switch unit {
        case "h": 3_600_000_000_000
        case "m": 60_000_000_000
        case "s": 1_000_000_000
        case "ms": 1_000_000
        case "us", "µs", "μs": 1_000
        case "ns": 1
        default: nil
        }
    }

    private static func scaled(_ count: Int64, fraction: Substring, by size: Int64) -> Duration? {
        let perUnit = max(1, size / 1_000_000_000)
        let unitsPerSecond = max(1, 1_000_000_000 / size)
        let (seconds, overflow) = (count / unitsPerSecond).multipliedReportingOverflow(by: perUnit)
        guard !overflow else { return nil }
        var nanoseconds = size < 1_000_000_000 ? (count % unitsPerSecond) * size : 0
        var place = size
        for digit in fraction.prefix(18) {
            // Each digit is worth a tenth of the place before it; what falls below a nanosecond is dropped.
            place /= 10
            nanoseconds += Int64(digit.wholeNumberValue ?? 0) * place
        }
        return Duration(seconds: seconds, nanoseconds: nanoseconds)
    }
}

/// The fraction of a second as decimal digits.
enum FractionDigits {
    /// A point and the digits without trailing zeros; empty for zero.
    static func text(_ nanoseconds: UInt64) -> String {
        guard nanoseconds > 0 else { return "" }
        var digits = String(nanoseconds)
        digits = String(repeating: "0", count: 9 - digits.count) + digits
        while digits.hasSuffix("0") { digits.removeLast() }
        return "." + digits
    }

    /// Nanoseconds from one to nine digits; nil for anything else.
    static func nanoseconds(_ digits: Substring) -> Int64? {
        guard (1...9).contains(digits.count), digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
        return Int64(digits + String(repeating: "0", count: 9 - digits.count))
    }
}
