/// The matches of a pattern in a text, from left to right, none within another.
///
/// An empty match right behind the match before it is none. After an empty match the search goes on at the next code
/// point.
struct PatternMatches {
    /// A match: its own bounds in bytes first, then those of its groups; nil for a group that took no part.
    struct Match {
        let bounds: [Range<Int>?]
        let whole: Range<Int>
    }

    /// How many bytes the searches of one text may go over together. To be sure of a match, a search may have to look
    /// as far as the text's end, and so many matches in a long text could take time in the square of its length.
    static let maximumWork = 1 << 28

    private let expression: RegularExpression
    private let text: [UInt8]
    private let groups: Int
    /// Where the next search begins; nil after the last one.
    private var position: Int? = 0
    private var lastEnd: Int?
    private var remainingWork: Int

    /// - Parameter groups: How many groups are asked for, up to the pattern's count and 9.
    init(of expression: RegularExpression, in text: [UInt8], groups: Int, maximumWork: Int = maximumWork) {
        self.expression = expression
        self.text = text
        self.groups = groups
        remainingWork = maximumWork
    }

    /// The next match; nil after the last.
    /// - Throws: `search-too-long` where the searches together would go over too many bytes.
    mutating func next() throws(EvaluationError) -> Match? {
        while let start = position {
            try charge(expression.maximumMatchLength ?? text.count - start)
            guard let bounds = expression.match(in: text, from: start, groups: groups), let whole = bounds[0] else { break }
            position = whole.isEmpty ? codePoint(after: whole.upperBound) : whole.upperBound
            if whole.isEmpty, whole.lowerBound == lastEnd { continue }
            lastEnd = whole.upperBound
            return Match(bounds: bounds, whole: whole)
        }
        position = nil
        return nil
    }

    private mutating func charge(_ bytes: Int) throws(EvaluationError) {
        remainingWork -= bytes
        if remainingWork < 0 { throw .searchTooLong }
    }

    /// Where the code point behind the one at `index` begins; nil at the text's end.
    private func codePoint(after index: Int) -> Int? {
        guard index < text.count else { return nil }
        var next = index + 1
        while next < text.count, text[next] & 0xC0 == 0x80 { next += 1 }
        return next
    }
}
