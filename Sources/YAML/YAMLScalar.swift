public import Diagnostics

/// A text in a YAML file: a value that is neither a sequence nor a mapping.
public struct YAMLScalar: Sendable {
    /// How a text is written.
    public enum Style: Sendable, Hashable {
        case plain
        case singleQuoted
        case doubleQuoted
        case literal
        case folded
    }

    /// What the YAML 1.2 core schema takes the text for.
    public enum Kind: Sendable, Hashable {
        case null
        case boolean(Bool)
        case integer
        case float
        case string
    }

    /// The text after quotes, escapes and folding, otherwise verbatim, so that a decimal stays exact.
    public let text: String
    /// How the text is written, which tells `'1'` from `1`.
    public let style: Style
    /// From the first character of the value, an opening quote and a block's `|` included, to its end.
    let extent: Extent
    private let schema: CoreSchema
    /// Whether the text stands in the place of another, so that nothing in it has a place of its own.
    let isReplacement: Bool

    init(text: String, style: Style, tag: String?, extent: Extent) {
        self.text = text
        self.style = style
        self.extent = extent
        schema = CoreSchema(style: style, tag: tag)
        isReplacement = false
    }

    init(text: String, replacing extent: Extent) {
        self.text = text
        self.extent = extent
        style = .plain
        schema = CoreSchema(style: .plain, tag: nil)
        isReplacement = true
    }
}

extension YAMLScalar {
    /// A scalar of another text in this one's place; its faults are told at the whole of what stands there.
    public func replacing(text: String) -> YAMLScalar { YAMLScalar(text: text, replacing: extent) }
}

extension YAMLScalar {
    /// What the text is: only a plain scalar, or one with a tag of YAML's own, is anything but a string.
    /// `no`, `off` and dates are strings.
    public var kind: Kind { schema.kind(of: text) }

    /// Where the whole scalar stands, as far as its first line goes.
    public var location: Location { extent.location }

    /// Where a stretch of the text stands in the file, in every style: escapes, folded lines, indentation
    /// and doubled quotes are read again to find it.
    ///
    /// - Parameter range: Code points of `text`, from 0; what lies past its end is the place after the last one.
    /// - Returns: The stretch, cut at the end of its first line; an empty range gives the place of its start.
    /// - Complexity: O(*n*) in the length of the scalar.
    public func location(of range: Range<Int>) -> Location {
        if isReplacement { return extent.location }
        let pieces = ScalarSource(self).pieces
        guard let last = pieces.last else { return extent.location }
        guard range.lowerBound < pieces.count else {
            return extent.source.text.location(ofBytes: last.upperBound..<last.upperBound)
        }
        let start = pieces[range.lowerBound].lowerBound
        let end = range.isEmpty ? start : pieces[min(range.upperBound, pieces.count) - 1].upperBound
        return extent.source.text.location(ofBytes: start..<max(start, end))
    }

    /// The comment that ends a plain scalar on its own line, ` # …`; nil where there is none.
    ///
    /// It may have been meant as part of the text: YAML drops it without a word.
    public var comment: Location? {
        guard style == .plain, !isReplacement else { return nil }
        let bytes = extent.source.text.bytes
        var index = extent.range.upperBound
        while index < bytes.count, bytes[index].isBlank { index += 1 }
        guard index > extent.range.upperBound, index < bytes.count, bytes[index] == UInt8(ascii: "#") else { return nil }
        let end = bytes[index...].firstIndex(where: \.isLineBreak) ?? bytes.count
        return extent.source.text.location(ofBytes: index..<end)
    }
}
