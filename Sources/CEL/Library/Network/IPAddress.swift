/// An address of the Internet Protocol, version 4 or 6, as `ip('192.168.0.1')` gives it.
///
/// An IPv4 address that is mapped into IPv6 is the IPv4 address itself: `ip('::ffff:c0a8:1')` equals
/// `ip('192.168.0.1')` and is of family 4. There are no zones.
public struct IPAddress: Hashable, Sendable {
    /// The version of the protocol.
    public enum Family: Int64, Sendable {
        /// IPv4, 32 bits.
        case version4 = 4
        /// IPv6, 128 bits.
        case version6 = 6

        /// How many bits an address has.
        public var bitCount: Int {
            switch self {
            case .version4: 32
            case .version6: 128
            }
        }
    }

    /// The version of the protocol; 4 for an IPv4 address that was mapped into IPv6.
    public let family: Family
    /// The bits from the left, the first 64 and the others; an IPv4 address has its 32 in the lower half of `low`.
    let high: UInt64
    let low: UInt64

    /// An IPv4 address.
    init(version4 bits: UInt32) {
        family = .version4
        high = 0
        low = UInt64(bits)
    }

    /// An IPv6 address; one that maps an IPv4 address is that one.
    init(version6 high: UInt64, _ low: UInt64) {
        let isMapped = high == 0 && low >> 32 == 0xffff
        family = isMapped ? .version4 : .version6
        self.high = high
        self.low = isMapped ? low & 0xffff_ffff : low
    }

    /// The address with all bits after the first `length` set to zero.
    ///
    /// - Precondition: `length` is 0 to the family's ``Family/bitCount``.
    func masked(to length: Int) -> IPAddress {
        switch family {
        case .version4: IPAddress(family: family, high: 0, low: low & ~(UInt64.max >> (32 + length)))
        case .version6:
            IPAddress(
                family: family, high: high & ~(UInt64.max >> min(length, 64)),
                low: low & ~(UInt64.max >> max(length - 64, 0)))
        }
    }

    private init(family: Family, high: UInt64, low: UInt64) {
        self.family = family
        self.high = high
        self.low = low
    }
}

extension IPAddress: ObjectValue, ValueConvertible {
    public static var expressionType: Type { .abstract("net.IP", []) }

    public init?(expressionValue: Value) {
        guard case .object(let object) = expressionValue, let address = object as? IPAddress else { return nil }
        self = address
    }

    public var expressionValue: Value { .object(self) }
    public var type: Type { IPAddress.expressionType }
    public func equals(_ other: Value) -> Bool { IPAddress(expressionValue: other) == self }
    public func order(against other: Value) -> Ordering? { nil }
}
