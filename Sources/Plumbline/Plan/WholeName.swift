extension String {
    /// Whether a text names something by its whole name: `params.few` is not in `params.few_min`.
    ///
    /// - Complexity: O(*n* · *m*), in the lengths of the text and of the name.
    func hasWholeName(_ name: String) -> Bool {
        let (text, name) = (Array(utf8), Array(name.utf8))
        guard !name.isEmpty, text.count >= name.count else { return false }
        return (0...(text.count - name.count)).contains { start in
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
