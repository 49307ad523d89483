/// What an address is set aside for, by the registries of special addresses.
extension IPAddress {
    /// Whether this is `0.0.0.0` or `::`, which stand for no address.
    public var isUnspecified: Bool { high == 0 && low == 0 }

    /// Whether the address is the machine's own: `127.0.0.0/8` or `::1`.
    public var isLoopback: Bool {
        switch family {
        case .version4: low >> 24 == 127
        case .version6: high == 0 && low == 1
        }
    }

    /// Whether the address means one machine on the local link: `169.254.0.0/16` or `fe80::/10`.
    public var isLinkLocalUnicast: Bool {
        switch family {
        case .version4: low >> 16 == 0xa9fe
        case .version6: high >> 54 == 0xfe80 >> 6
        }
    }

    /// Whether the address means several machines on the local link: `224.0.0.0/24`, or `ff02::/16` with any flags.
    public var isLinkLocalMulticast: Bool {
        switch family {
        case .version4: low >> 8 == 0xe00000
        case .version6: (high >> 48) & 0xff0f == 0xff02
        }
    }

    /// Whether the address means one machine beyond the local link. Private networks are among these; what is
    /// unspecified, loopback, link-local, for many machines or `255.255.255.255` is not.
    public var isGlobalUnicast: Bool {
        !isUnspecified && !isLoopback && !isMulticast && !isLinkLocalUnicast && !isBroadcast
    }

    private var isMulticast: Bool {
        switch family {
        case .version4: low >> 28 == 0xe
        case .version6: high >> 56 == 0xff
        }
    }

    private var isBroadcast: Bool { family == .version4 && low == 0xffff_ffff }
}
