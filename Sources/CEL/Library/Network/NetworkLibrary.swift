/// The extension library `network`: IP addresses and blocks of them as the types `net.IP` and `net.CIDR`.
///
/// Overload ids are those of the extension's definition, such as `cidr_contains_ip`.
public struct NetworkLibrary: FunctionLibrary {
    public let name = "network"

    /// The library, ready for the `libraries` of an ``Environment``.
    public init() {}

    public var functions: [Function] { NetworkLibrary.readings + NetworkLibrary.addresses + NetworkLibrary.blocks }

    public var types: [String: Type] {
        let all = [IPAddress.expressionType, CIDRBlock.expressionType]
        return Dictionary(uniqueKeysWithValues: all.map { ($0.runtimeName, $0) })
    }
}

// MARK: - From texts and back

private extension NetworkLibrary {
    static var readings: [Function] {
        [
            Function(
                "ip",
                [
                    Overload("ip") { (text: String) throws(EvaluationError) -> IPAddress in
                        try IPAddress(parsing: text)
                    },
                    Overload("cidr_ip", isMember: true) { (block: CIDRBlock) -> IPAddress in block.address },
                ]),
            Function(
                "cidr",
                [
                    Overload("cidr") { (text: String) throws(EvaluationError) -> CIDRBlock in
                        try CIDRBlock(parsing: text)
                    }
                ]),
            Function("isIP", [Overload("is_ip") { (text: String) -> Bool in IPAddress(text) != nil }]),
            Function("isCIDR", [Overload("is_cidr") { (text: String) -> Bool in CIDRBlock(text) != nil }]),
            Function(
                "ip.isCanonical",
                [
                    Overload("ip_is_canonical") { (text: String) throws(EvaluationError) -> Bool in
                        CodePoints.same(try IPAddress(parsing: text).description, text)
                    }
                ]),
            Function(
                "string",
                [
                    Overload("ip_to_string") { (address: IPAddress) -> String in address.description },
                    Overload("cidr_to_string") { (block: CIDRBlock) -> String in block.description },
                ]),
        ]
    }
}

// MARK: - Addresses

private extension NetworkLibrary {
    static var addresses: [Function] {
        [
            Function(
                "family",
                [Overload("ip_family", isMember: true) { (address: IPAddress) -> Int64 in address.family.rawValue }]),
            tested("isUnspecified", "ip_is_unspecified") { $0.isUnspecified },
            tested("isLoopback", "ip_is_loopback") { $0.isLoopback },
            tested("isGlobalUnicast", "ip_is_global_unicast") { $0.isGlobalUnicast },
            tested("isLinkLocalMulticast", "ip_is_link_local_multicast") { $0.isLinkLocalMulticast },
            tested("isLinkLocalUnicast", "ip_is_link_local_unicast") { $0.isLinkLocalUnicast },
        ]
    }

    static func tested(_ name: String, _ id: String, _ holds: @escaping @Sendable (IPAddress) -> Bool) -> Function {
        Function(name, [Overload(id, isMember: true) { (address: IPAddress) -> Bool in holds(address) }])
    }
}

// MARK: - Blocks

private extension NetworkLibrary {
    static var blocks: [Function] {
        [
            Function(
                "containsIP",
                [
                    Overload("cidr_contains_ip", isMember: true) { (block: CIDRBlock, address: IPAddress) -> Bool in
                        block.contains(address)
                    },
                    Overload("cidr_contains_ip_string", isMember: true) {
                        (block: CIDRBlock, text: String) throws(EvaluationError) -> Bool in
                        block.contains(try IPAddress(parsing: text))
                    },
                ]),
            Function(
                "containsCIDR",
                [
                    Overload("cidr_contains_cidr", isMember: true) { (block: CIDRBlock, other: CIDRBlock) -> Bool in
                        block.contains(other)
                    },
                    Overload("cidr_contains_cidr_string", isMember: true) {
                        (block: CIDRBlock, text: String) throws(EvaluationError) -> Bool in
                        block.contains(try CIDRBlock(parsing: text))
                    },
                ]),
            Function(
                "masked",
                [Overload("cidr_masked", isMember: true) { (block: CIDRBlock) -> CIDRBlock in block.masked }]),
            Function(
                "prefixLength",
                [Overload("cidr_prefix_length", isMember: true) { (block: CIDRBlock) -> Int in block.prefixLength }]),
        ]
    }
}
