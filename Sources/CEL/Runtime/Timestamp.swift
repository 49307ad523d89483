/// A moment to the nanosecond, from 0001-01-01T00:00:00Z to the end of the year 9999.
public struct Timestamp: Hashable, Sendable {
    /// Seconds since 1970-01-01T00:00:00Z, rounded down.
    public let seconds: Int64
    /// What is left above `seconds`, 0 to 999,999,999.
    public let nanoseconds: Int32

    /// The moment so long after 1970-01-01T00:00:00Z; nil out of range.
    public init?(seconds: Int64, nanoseconds: Int32 = 0) {
        guard (-62_135_596_800...253_402_300_799).contains(seconds), (0..<1_000_000_000).contains(nanoseconds)
        else { return nil }
        self.seconds = seconds
        self.nanoseconds = nanoseconds
    }

    /// The moment `duration` later; nil out of range.
    public func adding(_ duration: Duration) -> Timestamp? {
        let fraction = nanoseconds + duration.nanoseconds
        let carry: Int64 = fraction >= 1_000_000_000 ? 1 : 0
        return Timestamp(
            seconds: seconds + duration.seconds + carry, nanoseconds: fraction - Int32(carry) * 1_000_000_000)
    }

    /// How long this moment is after another.
    public func since(_ other: Timestamp) -> Duration? {
        Duration(seconds: seconds - other.seconds, nanoseconds: Int64(nanoseconds) - Int64(other.nanoseconds))
    }

    /// The day of the moment in UTC, with the month and the day from 1.
    public var day: (year: Int, month: Int, day: Int) {
        let civil = civil(offsetSeconds: 0)
        return (civil.year, civil.month, civil.day)
    }

    /// Date and time of day at an offset from UTC.
    func civil(offsetSeconds: Int) -> CivilTime { CivilTime(secondsSinceEpoch: seconds + Int64(offsetSeconds)) }
}

extension Timestamp: Comparable {
    public static func < (lhs: Timestamp, rhs: Timestamp) -> Bool {
        (lhs.seconds, lhs.nanoseconds) < (rhs.seconds, rhs.nanoseconds)
    }
}

extension Timestamp: LosslessStringConvertible {
    /// RFC 3339 in UTC, such as `2009-02-13T23:31:30.5Z`.
    public var description: String {
        let civil = civil(offsetSeconds: 0)
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let year = String(repeating: "0", count: max(0, 4 - "\(civil.year)".count)) + "\(civil.year)"
        let time = "\(two(civil.hour)):\(two(civil.minute)):\(two(civil.second))"
        return "\(year)-\(two(civil.month))-\(two(civil.day))T\(time)\(FractionDigits.text(UInt64(nanoseconds)))Z"
    }

    /// Reads RFC 3339, such as `2009-02-13T23:31:30.5+01:00`; nil for anything else and out of range. What a fraction
    /// has below a nanosecond is dropped.
    public init?(_ text: String) {
        let characters = Array(text.utf8)
        guard characters.count >= 20, characters[4] == 45, characters[7] == 45, characters[10] | 32 == 116,
            characters[13] == 58, characters[16] == 58
        else { return nil }
        func number(_ range: Range<Int>) -> Int? { Timestamp.digits(characters[range]) }
        guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10),
            let hour = number(11..<13), let minute = number(14..<16), let second = number(17..<19),
            let date = CivilTime.days(year: year, month: month, day: day), hour < 24, minute < 60, second < 60
        else { return nil }
        var rest = Substring(decoding: characters[19...], as: UTF8.self)
        var nanoseconds: Int64 = 0
        if rest.first == "." {
            let fraction = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }
            guard let read = FractionDigits.nanoseconds(fraction.prefix(9)) else { return nil }
            nanoseconds = read
            rest = rest.dropFirst(fraction.count + 1)
        }
        guard let offset = Timestamp.offsetSeconds(rest) else { return nil }
        let seconds = Int64(date * 86_400 + hour * 3_600 + minute * 60 + second - offset)
        self.init(seconds: seconds, nanoseconds: Int32(nanoseconds))
    }

    private static func offsetSeconds(_ text: Substring) -> Int? {
        if text == "Z" || text == "z" { return 0 }
        guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
        return TimeZoneOffset.fixedSeconds(String(text))
    }

    static func digits(_ characters: ArraySlice<UInt8>) -> Int? {
        var number = 0
        for character in characters {
            guard (48...57).contains(character) else { return nil }
            number = number * 10 + Int(character) - 48
        }
        return number
    }
}
