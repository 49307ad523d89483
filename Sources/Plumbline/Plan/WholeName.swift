extension String {
    /// Whether a text names something by its whole name: `params.few` is not in `params.few_min`.
    ///
    /// - Complexity: O(*n* · *m*), in the lengths of the text and of the name.
    func hasWholeName(_ name: String) -> Bool {
        var (text, name) = (self, name)
        return text.withUTF8 { text in name.withUTF8 { name in Self.has(text, name) } }
    }

    private static func has(_ text: UnsafeBufferPointer<UInt8>, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = name.first, text.count >= name.count else { return false }
        return (0...(text.count - name.count)).contains { start in
            guard text[start] == first else { return false }
            let end = start + name.count
            return text[start..<end].elementsEqual(name) && !(start > 0 && text[start - 1].isOfName)
                && !(end < text.count && text[end].isOfName)
        }
    }
}

private extension UInt8 {
    /// Whether the byte can stand in a name.
    var isOfName: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"): true
        default: false
        }
    }
}
