/// A text made ready to be looked for in others, by Knuth, Morris and Pratt's search: linear in both lengths,
/// whatever the texts repeat.
///
/// It works on UTF-8 bytes. As no code point's bytes occur within another's, what it finds are whole code points.
struct TextSearch: Sendable {
    private let part: [UInt8]
    /// For each byte of the part: how long a beginning of the part ends there again.
    private let fallback: [Int]

    /// - Complexity: O(*n*) time and memory.
    init(_ part: String) {
        self.part = Array(part.utf8)
        fallback = TextSearch.fallback(of: self.part)
    }

    /// How many bytes are looked for.
    var byteCount: Int { part.count }

    func occurs(in text: String) -> Bool {
        guard byteCount <= text.utf8.count else { return false }
        return text.withBytes { firstOffset(in: $0) != nil }
    }

    /// Where the first occurrence starts that starts at or after `start`, in bytes; nil where there is none.
    /// An empty part is found at once.
    func firstOffset(in text: UnsafeBufferPointer<UInt8>, from start: Int = 0) -> Int? {
        guard !part.isEmpty else { return start <= text.count ? start : nil }
        guard part.count <= text.count - start else { return nil }
        var matched = 0
        for index in start..<text.count {
            advance(&matched, by: text[index])
            if matched == part.count { return index + 1 - part.count }
        }
        return nil
    }

    /// Where the last occurrence starts that starts at or before `last`, in bytes; nil where there is none.
    func lastOffset(in text: UnsafeBufferPointer<UInt8>, upTo last: Int) -> Int? {
        guard !part.isEmpty else { return min(last, text.count) }
        guard part.count <= text.count else { return nil }
        let end = min(last, text.count - part.count) + part.count
        var matched = 0
        var found: Int?
        for index in 0..<end {
            advance(&matched, by: text[index])
            guard matched == part.count else { continue }
            found = index + 1 - part.count
            // Occurrences may overlap, so what has matched counts for the next one too.
            matched = fallback[part.count - 1]
        }
        return found
    }
}

private extension TextSearch {
    static func fallback(of part: [UInt8]) -> [Int] {
        guard part.count > 1 else { return part.isEmpty ? [] : [0] }
        var fallback = [Int](repeating: 0, count: part.count)
        var matched = 0
        for index in 1..<part.count {
            while matched > 0, part[index] != part[matched] { matched = fallback[matched - 1] }
            if part[index] == part[matched] { matched += 1 }
            fallback[index] = matched
        }
        return fallback
    }

    @inline(__always)
    func advance(_ matched: inout Int, by byte: UInt8) {
        while matched > 0, byte != part[matched] { matched = fallback[matched - 1] }
        if byte == part[matched] { matched += 1 }
    }
}
