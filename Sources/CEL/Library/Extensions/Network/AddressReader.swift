/// Reads the texts of addresses and blocks, and is strict: what systems read in different ways is a fault.
enum AddressReader {
    /// How many bytes are read at most: more than the 49 of the longest spelling of an address with its `/128`.
    static let longestText = 64

    private static let dot = UInt8(ascii: ".")
    private static let colon = UInt8(ascii: ":")

    static func address(_ text: ArraySlice<UInt8>) throws(AddressFault) -> IPAddress {
        guard !text.isEmpty else { throw .empty }
        guard text.count <= longestText else { throw .tooLong }
        guard let mark = text.first(where: { $0 == dot || $0 == colon }) else { throw .unlikeAddress }
        guard !text.contains(UInt8(ascii: "%")) else { throw .zone }
        return mark == dot ? IPAddress(version4: try version4(text)) : try version6(text)
    }

    static func block(_ text: [UInt8]) throws(AddressFault) -> CIDRBlock {
        guard text.count <= longestText else { throw .tooLong }
        guard let mark = text.lastIndex(of: UInt8(ascii: "/")) else { throw text.isEmpty ? .empty : .missingLength }
        let written = text[..<mark]
        let address = try address(written)
        if address.family == .version4, written.contains(colon) { throw .mapped(address.description) }
        let length = try length(text[(mark + 1)...], limit: address.family.bitCount)
        return CIDRBlock(address: address, prefixLength: length)
    }

    private static func length(_ digits: ArraySlice<UInt8>, limit: Int) throws(AddressFault) -> Int {
        guard let length = decimal(digits), length <= limit, !hasLeadingZero(digits) else {
            throw .length(shown(digits), limit: limit)
        }
        return length
    }

    private static func shown(_ part: ArraySlice<UInt8>) -> String { String(decoding: part, as: UTF8.self) }
}

// MARK: - IPv4

private extension AddressReader {
    static func version4(_ text: ArraySlice<UInt8>) throws(AddressFault) -> UInt32 {
        let octets = text.split(separator: dot, omittingEmptySubsequences: false)
        guard octets.count == 4 else { throw .octetCount(octets.count) }
        var bits: UInt32 = 0
        for digits in octets {
            guard let octet = decimal(digits), octet <= 255 else { throw .octet(shown(digits)) }
            guard !hasLeadingZero(digits) else { throw .octetWithLeadingZero(shown(digits)) }
            bits = bits << 8 | UInt32(octet)
        }
        return bits
    }

    /// Whether other digits follow a zero, which some systems read as an octal number.
    static func hasLeadingZero(_ digits: ArraySlice<UInt8>) -> Bool {
        digits.count > 1 && digits.first == UInt8(ascii: "0")
    }

    /// The number that one to three decimal digits write; nil for all else.
    static func decimal(_ digits: ArraySlice<UInt8>) -> Int? {
        guard (1...3).contains(digits.count) else { return nil }
        var number = 0
        for digit in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
            number = number * 10 + Int(digit - UInt8(ascii: "0"))
        }
        return number
    }
}

// MARK: - IPv6

private extension AddressReader {
    static func version6(_ text: ArraySlice<UInt8>) throws(AddressFault) -> IPAddress {
        let (groups, tail) = try groups(try fields(text))
        let half = { (groups: ArraySlice<UInt16>) in groups.reduce(UInt64(0)) { $0 << 16 | UInt64($1) } }
        let address = IPAddress(version6: half(groups[..<4]), half(groups[4...]))
        if address.family == .version4, let tail { throw .mapped(tail) }
        return address
    }

    /// What stands between the colons; an empty field is the place of `::`.
    static func fields(_ text: ArraySlice<UInt8>) throws(AddressFault) -> [ArraySlice<UInt8>] {
        var fields = text.split(separator: colon, omittingEmptySubsequences: false)
        // A text that begins or ends with "::" has an empty field too many there; one colon alone is loose.
        let (opens, closes) = (fields.first?.isEmpty == true, fields.last?.isEmpty == true)
        guard !opens || (fields.count > 2 && fields[1].isEmpty) else { throw .looseColon }
        guard !closes || (fields.count > 2 && fields[fields.count - 2].isEmpty) else { throw .looseColon }
        if opens { fields.removeFirst() }
        if closes { fields.removeLast() }
        guard fields.count(where: \.isEmpty) < 2 else { throw .repeatedGap }
        return fields
    }

    /// The eight groups, and the IPv4 address at their end where the last two are written as one.
    static func groups(_ fields: [ArraySlice<UInt8>]) throws(AddressFault) -> (groups: [UInt16], tail: String?) {
        var groups: [UInt16] = []
        var gap: Int?
        var tail: String?
        for (index, field) in fields.enumerated() {
            if field.isEmpty {
                gap = groups.count
            } else if index == fields.count - 1, field.contains(dot) {
                let bits = try version4(field)
                groups += [UInt16(bits >> 16), UInt16(truncatingIfNeeded: bits)]
                tail = shown(field)
            } else {
                groups.append(try group(field))
            }
        }
        return (try filled(groups, gap: gap), tail)
    }

    static func filled(_ groups: [UInt16], gap: Int?) throws(AddressFault) -> [UInt16] {
        guard let gap, groups.count <= 8 else {
            guard groups.count == 8 else { throw .groupCount(groups.count) }
            return groups
        }
        guard groups.count < 8 else { throw .gapWithoutGroups }
        return groups[..<gap] + Array(repeating: 0, count: 8 - groups.count) + groups[gap...]
    }

    static func group(_ digits: ArraySlice<UInt8>) throws(AddressFault) -> UInt16 {
        guard digits.count <= 4 else { throw .group(shown(digits)) }
        var number: UInt16 = 0
        for digit in digits {
            guard let value = hexadecimal(digit) else { throw .group(shown(digits)) }
            number = number << 4 | value
        }
        return number
    }

    static func hexadecimal(_ digit: UInt8) -> UInt16? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt16(digit - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt16(digit - UInt8(ascii: "a") + 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt16(digit - UInt8(ascii: "A") + 10)
        default: nil
        }
    }
}
