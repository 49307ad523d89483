/// The one way to write an address.
extension IPAddress: LosslessStringConvertible {
    /// The canonical text: four decimal numbers, or what RFC 5952 lays down for IPv6, such as `2001:db8::1`.
    public var description: String {
        switch family {
        case .version4: [24, 16, 8, 0].map { "\((low >> $0) & 0xff)" }.joined(separator: ".")
        case .version6: IPAddress.text(of: groups)
        }
    }

    private var groups: [UInt16] {
        [high, low].flatMap { half in [48, 32, 16, 0].map { UInt16(truncatingIfNeeded: half >> $0) } }
    }

    /// Lower case without leading zeros; the longest run of zero groups, the first of equal ones, becomes `::`.
    private static func text(of groups: [UInt16]) -> String {
        let words = groups.map { String($0, radix: 16) }
        guard let gap = longestZeroRun(in: groups) else { return words.joined(separator: ":") }
        let (head, tail) = (words[..<gap.lowerBound], words[gap.upperBound...])
        return "\(head.joined(separator: ":"))::\(tail.joined(separator: ":"))"
    }

    /// The groups that `::` stands for; nil where no two zero groups are neighbours.
    private static func longestZeroRun(in groups: [UInt16]) -> Range<Int>? {
        var longest = 0..<0
        var start = 0
        for (index, group) in groups.enumerated() {
            if group != 0 { start = index + 1 }
            if index + 1 - start > longest.count { longest = start..<(index + 1) }
        }
        return longest.count > 1 ? longest : nil
    }
}

extension IPAddress {
    /// Reads an address; nil where the text is none, as ``init(parsing:)`` says.
    public init?(_ text: String) {
        guard let address = try? IPAddress(parsing: text) else { return nil }
        self = address
    }

    /// Reads an address: `192.168.0.1`, or IPv6 in any spelling of RFC 4291.
    ///
    /// Octets and groups have no more digits than they can need, and an octet no leading zero. The spelling
    /// `::ffff:192.168.0.1` is an error, for some read it as IPv4 and others as IPv6.
    ///
    /// - Throws: What is wrong with the text, as a `bad-address`.
    /// - Complexity: O(1): a text that is longer than any address is not looked at.
    public init(parsing text: String) throws(EvaluationError) {
        do throws(AddressFault) {
            self = try AddressReader.address(Array(text.utf8.prefix(AddressReader.longestText + 1))[...])
        } catch {
            throw .badAddress(text, error)
        }
    }
}
