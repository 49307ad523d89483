/// What is wrong with a text that should be an address or a block of addresses. Parts are quoted as they stand.
enum AddressFault: Error, Hashable {
    case empty
    case tooLong
    /// Neither dots nor colons.
    case unlikeAddress
    /// An address of one network interface, such as `fe80::1%eth0`.
    case zone
    case octetCount(Int)
    case octet(String)
    case octetWithLeadingZero(String)
    case group(String)
    case groupCount(Int)
    case repeatedGap
    /// `::` beside all eight groups.
    case gapWithoutGroups
    case looseColon
    /// An IPv4 address mapped into IPv6, and the IPv4 address.
    case mapped(String)
    case missingLength
    case length(String, limit: Int)
}
