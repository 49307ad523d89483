import Diagnostics

/// The text that nodes were read from, shared by all of them.
final class SharedSource: Sendable {
    let text: SourceText

    init(_ text: SourceText) { self.text = text }
}

/// A stretch of a shared text in bytes. Lines and columns are worked out only when a place is asked for.
struct Extent: Sendable {
    let source: SharedSource
    private let lower: UInt32
    private let upper: UInt32

    /// - Precondition: The text is shorter than 4 GB, which the reader has made sure of.
    init(_ range: Range<Int>, of source: SharedSource) {
        self.source = source
        lower = UInt32(range.lowerBound)
        upper = UInt32(range.upperBound)
    }

    var range: Range<Int> { Int(lower)..<Int(upper) }
    var bytes: ArraySlice<UInt8> { source.text.bytes[range] }
    var firstLine: Int { source.text.line(atByte: range.lowerBound) }
    var location: Location { source.text.location(ofBytes: range) }
}
