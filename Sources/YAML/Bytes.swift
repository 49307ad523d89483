extension UInt8 {
    /// A space or a tab.
    var isBlank: Bool { self == 0x20 || self == 0x09 }

    /// A byte that ends a line, or half of one that does.
    var isLineBreak: Bool { self == 0x0A || self == 0x0D }

    /// A quotation mark that YAML and the expression language share.
    var isQuote: Bool { self == UInt8(ascii: "'") || self == UInt8(ascii: "\"") }

    /// A byte that libyaml lets stand in the name of an anchor.
    var isNameByte: Bool {
        switch self {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "-"): true
        default: false
        }
    }

    /// Whether the byte begins a code point in UTF-8.
    var beginsCodePoint: Bool { self & 0xC0 != 0x80 }
}
