private import struct Foundation.Date
private import struct Foundation.TimeZone

/// Time zones as the accessors of a timestamp take them: `UTC`, offsets such as `+08:00`, and IANA names such as
/// `Asia/Shanghai`. The zones' rules are Foundation's own and come with the program, so that the machine has no say.
struct TimeZoneOffset: Sendable {
    private enum Kind: Sendable {
        case fixed(seconds: Int)
        case named(TimeZone)
    }

    private let kind: Kind

    /// Reads a zone; nil for a name that is none.
    init?(_ zone: String) {
        if zone == "UTC" || zone == "Z" || zone.isEmpty {
            kind = .fixed(seconds: 0)
        } else if let seconds = TimeZoneOffset.fixedSeconds(zone) {
            kind = .fixed(seconds: seconds)
        } else if TimeZoneOffset.mayBeName(zone), let named = TimeZone(identifier: zone) {
            kind = .named(named)
        } else {
            return nil
        }
    }

    /// How far the zone's clocks are ahead of UTC at a moment.
    func seconds(at time: Timestamp) -> Int {
        switch kind {
        case .fixed(let seconds): seconds
        case .named(let zone): zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(time.seconds)))
        }
    }

    /// Reads `±hh:mm`, the sign being plus where it is left out.
    static func fixedSeconds(_ text: String) -> Int? {
        var bytes = Array(text.utf8.prefix(7))[...]
        let negative = bytes.first == UInt8(ascii: "-")
        if negative || bytes.first == UInt8(ascii: "+") { bytes = bytes.dropFirst() }
        guard bytes.count == 5, bytes[bytes.startIndex + 2] == UInt8(ascii: ":"),
            let hours = Timestamp.digits(bytes.prefix(2)), let minutes = Timestamp.digits(bytes.suffix(2)),
            hours < 24, minutes < 60
        else { return nil }
        return (hours * 3_600 + minutes * 60) * (negative ? -1 : 1)
    }

    /// Whether a text has the form of an IANA name. Foundation also reads offsets such as `GMT+0800`, which are none.
    private static func mayBeName(_ text: String) -> Bool {
        let isPlain = text.utf8.count <= 64 && text.unicodeScalars.allSatisfy { $0.isNameStart || $0.isDigit || "/+-".unicodeScalars.contains($0) }
        return isPlain && !(text.hasPrefix("GMT") && text.utf8.count > 5)
    }
}
