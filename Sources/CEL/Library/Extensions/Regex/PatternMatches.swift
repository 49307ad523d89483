/// The matches of a pattern in a text, from left to right, none within another.
///
/// Matches begin and end between code points, though RE2 itself counts bytes: `\B` holds within a code point too, and
/// `\C` matches a part of one. An empty match right behind the match before it is none; after an empty match the search
/// goes on at the next code point.
struct PatternMatches {
    /// A match: its own bounds in bytes first, then those of its groups; nil for a group that took no part.
    struct Match {
        let bounds: [Range<Int>?]
        let whole: Range<Int>
    }

    /// How much work the searches of one text may be together: bytes gone over, times a weight for large patterns.
    ///
    /// To be sure of a match, a search may have to look as far as the text's end, and so many matches in a long text
    /// could take time in the square of its length.
    private static let maximumWork = 1 << 27

    private let expression: RegularExpression
    private let text: [UInt8]
    private let groups: Int
    /// Where the next search begins; nil after the last one.
    private var position: Int? = 0
    private var lastEnd: Int?
    private var remainingWork = maximumWork

    /// - Parameter groups: How many groups are asked for, up to the pattern's count and 9.
    init(of expression: RegularExpression, in text: [UInt8], groups: Int) {
        self.expression = expression
        self.text = text
        self.groups = groups
    }

    /// The next match; nil after the last.
    /// - Throws: `search-too-long` where the searches together would go over too many bytes.
    mutating func next() throws(EvaluationError) -> Match? {
        while let start = position {
            try chargeSearch(from: start)
            guard let found = expression.match(in: text, from: start, groups: groups), let bounds = found[0] else {
                break
            }
            let whole = widened(bounds)
            position = bounds.isEmpty ? end(ofCodePointAt: bounds.upperBound) : whole.upperBound
            if bounds.isEmpty, bounds.lowerBound == lastEnd || !whole.isEmpty { continue }
            lastEnd = whole.upperBound
            return Match(bounds: found.map { $0.map(widened) }, whole: whole)
        }
        position = nil
        return nil
    }

    /// How far a search has to look beyond where its match begins is known only for patterns that limit the length of
    /// a match. What it passes over before that is gone over once by all searches together.
    private mutating func chargeSearch(from start: Int) throws(EvaluationError) {
        let bytes = min(text.count - start, expression.maximumMatchLength ?? .max)
        remainingWork -= bytes * expression.searchWeight
        if remainingWork < 0 { throw .searchTooLong }
    }

    // MARK: Code points

    private func isWithinCodePoint(_ index: Int) -> Bool { index < text.count && text[index] & 0xC0 == 0x80 }

    /// The same bytes with the rest of the code points of which they are a part.
    private func widened(_ bounds: Range<Int>) -> Range<Int> {
        var (start, end) = (bounds.lowerBound, bounds.upperBound)
        while start > 0, isWithinCodePoint(start) { start -= 1 }
        while isWithinCodePoint(end) { end += 1 }
        return start..<end
    }

    /// Where the next code point begins; nil at the text's end.
    private func end(ofCodePointAt index: Int) -> Int? {
        guard index < text.count else { return nil }
        var end = index + 1
        while isWithinCodePoint(end) { end += 1 }
        return end
    }
}
