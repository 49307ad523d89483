/// Which texts YAML 1.2's core schema takes for something other than a string.
///
/// Source: YAML 1.2.2, section 10.3.2, "Tag Resolution".
struct CoreSchema: Sendable {
    private enum Reading: Sendable { case resolve, string }
    private let reading: Reading

    /// A plain scalar is resolved by its text, any other is a string, unless a tag says otherwise. Tags that
    /// are not YAML's own leave a string.
    init(style: YAMLScalar.Style, tag: String?) {
        switch tag {
        case nil: reading = style == .plain ? .resolve : .string
        case "tag:yaml.org,2002:null", "tag:yaml.org,2002:bool", "tag:yaml.org,2002:int", "tag:yaml.org,2002:float":
            reading = .resolve
        default: reading = .string
        }
    }

    func kind(of text: String) -> YAMLScalar.Kind {
        guard reading == .resolve else { return .string }
        switch text {
        case "", "~", "null", "Null", "NULL": return .null
        case "true", "True", "TRUE": return .boolean(true)
        case "false", "False", "FALSE": return .boolean(false)
        default: return Self.number(text.utf8)
        }
    }

    private static func number(_ text: String.UTF8View) -> YAMLScalar.Kind {
        // No number is longer than this in earnest, and the texts that are need not be walked through.
        guard let first = text.first, first < 0x3A, text.count <= 1_000 else { return .string }
        if isRadix(text) { return .integer }
        var rest = text[...]
        let signed = rest.dropFirst(where: isSign)
        if isInfinity(rest) || (!signed && isNaN(rest)) { return .float }
        let whole = rest.dropDigits()
        if rest.isEmpty { return whole > 0 ? .integer : .string }
        if rest.dropFirst(where: { $0 == UInt8(ascii: ".") }) {
            guard whole + rest.dropDigits() > 0 else { return .string }
        }
        guard rest.dropFirst(where: { $0 | 0x20 == UInt8(ascii: "e") }) else {
            return rest.isEmpty ? .float : .string
        }
        _ = rest.dropFirst(where: isSign)
        return rest.dropDigits() > 0 && rest.isEmpty ? .float : .string
    }

    private static func isSign(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") }

    private static func isRadix(_ text: String.UTF8View) -> Bool {
        guard text.count > 2, text.first == UInt8(ascii: "0") else { return false }
        let digits = text.dropFirst(2)
        switch text.dropFirst().first {
        case UInt8(ascii: "o"): return digits.allSatisfy { (0x30...0x37).contains($0) }
        case UInt8(ascii: "x"): return digits.allSatisfy { $0.isDigit || (0x61...0x66).contains($0 | 0x20) }
        default: return false
        }
    }

    private static func isInfinity(_ text: Substring.UTF8View) -> Bool {
        text.elementsEqual(".inf".utf8) || text.elementsEqual(".Inf".utf8) || text.elementsEqual(".INF".utf8)
    }

    private static func isNaN(_ text: Substring.UTF8View) -> Bool {
        text.elementsEqual(".nan".utf8) || text.elementsEqual(".NaN".utf8) || text.elementsEqual(".NAN".utf8)
    }
}

private extension Substring.UTF8View {
    /// Drops the first byte where it is as wanted; whether it was.
    mutating func dropFirst(where isWanted: (UInt8) -> Bool) -> Bool {
        guard let first, isWanted(first) else { return false }
        self = dropFirst()
        return true
    }

    /// Drops the digits at the front; how many there were.
    mutating func dropDigits() -> Int {
        let digits = prefix(while: \.isDigit).count
        self = dropFirst(digits)
        return digits
    }
}

private extension UInt8 {
    var isDigit: Bool { (0x30...0x39).contains(self) }
}
