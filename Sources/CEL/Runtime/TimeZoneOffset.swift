private import struct Foundation.Date
private import struct Foundation.TimeZone

/// Time zones as the accessors of a timestamp take them: `UTC`, offsets such as `+08:00`, and IANA names such as
/// `Asia/Shanghai`. The zones' rules are Foundation's own and come with the program, so that the machine has no say.
struct TimeZoneOffset: Sendable {
    /// How many steps it takes to find a zone by its name, about.
    static let lookupCost = 1_000

    private enum Kind: Sendable {
        case fixed(seconds: Int)
        case named(TimeZone)
    }

    private let kind: Kind

    /// Reads a zone; nil for a name that is none.
    init?(_ zone: String) {
        if zone == "UTC" || zone.isEmpty {
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

    /// Whether a text has the form of an IANA name: an area and a place, or one of the few names without an area.
    /// Foundation also reads abbreviations such as `PST` and offsets such as `GMT+0800`, which are none.
    private static func mayBeName(_ text: String) -> Bool {
        guard text.utf8.contains(UInt8(ascii: "/")) else { return namesWithoutArea.contains(text) }
        return text.utf8.count <= 64
            && text.unicodeScalars.allSatisfy { $0.isNameStart || $0.isDigit || "/+-".unicodeScalars.contains($0) }
    }

    private static let namesWithoutArea: Set<String> = [
        "CET", "CST6CDT", "Cuba", "EET", "EST", "EST5EDT", "Egypt", "Eire", "GB", "GB-Eire", "GMT", "GMT+0", "GMT-0",
        "GMT0", "Greenwich", "HST", "Hongkong", "Iceland", "Iran", "Israel", "Jamaica", "Japan", "Kwajalein", "Libya",
        "MET", "MST", "MST7MDT", "NZ", "NZ-CHAT", "Navajo", "PRC", "PST8PDT", "Poland", "Portugal", "ROC", "ROK",
        "Singapore", "Turkey", "UCT", "Universal", "W-SU", "WET", "Zulu",
    ]
}
