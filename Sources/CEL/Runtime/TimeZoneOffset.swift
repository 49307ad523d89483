/// Offsets from UTC as the accessors of a timestamp take them.
enum TimeZoneOffset {
    /// The offset of `UTC`, `+11:00`, `-02:30` or `02:00` in seconds; nil for anything else.
    static func seconds(_ zone: String) -> Int? {
        zone == "UTC" || zone == "Z" || zone.isEmpty ? 0 : fixedSeconds(zone)
    }

    /// Reads `±hh:mm`, the sign being plus where it is left out.
    static func fixedSeconds(_ text: String) -> Int? {
        var bytes = Array(text.utf8)[...]
        let negative = bytes.first == UInt8(ascii: "-")
        if negative || bytes.first == UInt8(ascii: "+") { bytes = bytes.dropFirst() }
        guard bytes.count == 5, bytes[bytes.startIndex + 2] == UInt8(ascii: ":"),
            let hours = Timestamp.digits(bytes.prefix(2)), let minutes = Timestamp.digits(bytes.suffix(2)),
            hours < 24, minutes < 60
        else { return nil }
        return (hours * 3_600 + minutes * 60) * (negative ? -1 : 1)
    }
}
