/// A block of addresses with the same first bits, as `cidr('192.168.0.0/24')` gives it.
///
/// It keeps the address that it was written with: `cidr('10.0.0.1/8')` contains what `cidr('10.0.0.0/8')`
/// contains and does not equal it; `masked()` makes the two equal.
public struct CIDRBlock: Hashable, Sendable {
    /// The address that the block was written with.
    public let address: IPAddress
    /// How many bits all addresses of the block share, 0 to 32 or 128.
    public let prefixLength: Int

    /// - Precondition: `prefixLength` is 0 to the bits of the address's family.
    init(address: IPAddress, prefixLength: Int) {
        self.address = address
        self.prefixLength = prefixLength
    }

    /// The same block, written with its first address.
    public var masked: CIDRBlock { CIDRBlock(address: address.masked(to: prefixLength), prefixLength: prefixLength) }

    /// Whether an address lies in the block; one of the other family never does.
    public func contains(_ other: IPAddress) -> Bool {
        other.family == address.family && other.masked(to: prefixLength) == address.masked(to: prefixLength)
    }

    /// Whether all of another block lies in this one.
    public func contains(_ other: CIDRBlock) -> Bool {
        other.prefixLength >= prefixLength && contains(other.address)
    }
}

extension CIDRBlock: ObjectValue, ValueConvertible {
    public static var expressionType: Type { .abstract("net.CIDR", []) }

    public init?(expressionValue: Value) {
        guard case .object(let object) = expressionValue, let block = object as? CIDRBlock else { return nil }
        self = block
    }

    public var expressionValue: Value { .object(self) }
    public var type: Type { CIDRBlock.expressionType }
    public func equals(_ other: Value) -> Bool { CIDRBlock(expressionValue: other) == self }
    public func order(against other: Value) -> Ordering? { nil }
}

extension CIDRBlock: LosslessStringConvertible {
    /// The canonical text of the address, `/`, and the length.
    public var description: String { "\(address)/\(prefixLength)" }

    /// Reads a block; nil where the text is none, as ``init(parsing:)`` says.
    public init?(_ text: String) {
        guard let block = try? CIDRBlock(parsing: text) else { return nil }
        self = block
    }

    /// Reads a block such as `192.168.0.0/24` or `2001:db8::/32`. One of IPv4 addresses that are mapped into
    /// IPv6 is an error, in every spelling.
    ///
    /// - Throws: What is wrong with the text, as a `bad-address-block`.
    /// - Complexity: O(1): a text that is longer than any block is not looked at.
    public init(parsing text: String) throws(EvaluationError) {
        do throws(AddressFault) {
            self = try AddressReader.block(Array(text.utf8.prefix(AddressReader.longestText + 1)))
        } catch {
            throw .badAddressBlock(text, error)
        }
    }
}
