/// A named text with its line starts, which turns offsets into positions and lines.
///
/// A line ends at LF, CR LF or CR. Offsets are bytes of the UTF-8 form. A byte order mark belongs to no line.
public struct SourceText: Sendable {
    public let name: String
    /// The whole text, in UTF-8.
    public let bytes: [UInt8]
    private let lineStarts: [Int]
    /// How many code points stand before each block of bytes, so that a column on a very long line is found
    /// without counting from its start.
    private let codePointsBefore: [Int]
    private static let blockBytes = 4_096
    /// Longer lines, in bytes, are not copied into locations: many faults on one would fill the memory.
    private static let longestLineShown = 4_000

    /// - Complexity: O(*n*) in the number of bytes.
    public init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
        var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var starts = [index]
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte == UInt8(ascii: "\r"), index < bytes.count, bytes[index] == UInt8(ascii: "\n") { index += 1 }
            if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { starts.append(index) }
        }
        lineStarts = starts
        codePointsBefore = Self.countCodePoints(in: bytes)
    }

    public init(name: String, text: String) {
        self.init(name: name, bytes: Array(text.utf8))
    }

    /// How many lines there are, the last without an end included.
    public var lineCount: Int { lineStarts.count }

    /// The position of a byte offset; offsets past the end are the place after the last byte.
    ///
    /// - Complexity: O(log *lines*), and at most a few thousand bytes are counted.
    public func position(atByte offset: Int) -> Position {
        let offset = min(max(lineStarts[0], offset), bytes.count)
        let line = line(atByte: offset)
        return Position(line: line, column: codePoints(in: lineStarts[line - 1]..<offset) + 1)
    }

    /// The line on which a byte stands, from 1.
    ///
    /// - Complexity: O(log *lines*).
    public func line(atByte offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return low + 1
    }

    /// The byte offset of a position; a column past the line's end is the line's end.
    public func byteOffset(of position: Position) -> Int {
        guard let range = byteRange(ofLine: position.line) else { return bytes.count }
        var offset = range.lowerBound
        var column = 1
        while offset < range.upperBound, column < position.column {
            offset += 1
            while offset < range.upperBound, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
            column += 1
        }
        return offset
    }

    /// The bytes of a line without its line break; nil for a line that the text does not have.
    public func byteRange(ofLine line: Int) -> Range<Int>? {
        guard line >= 1, line <= lineStarts.count else { return nil }
        let start = lineStarts[line - 1]
        var end = line < lineStarts.count ? lineStarts[line] : bytes.count
        while end > start, bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return start..<end
    }

    /// The text of a line without its line break; bad UTF-8 shows as U+FFFD.
    public func lineText(_ line: Int) -> String {
        guard let range = byteRange(ofLine: line) else { return "" }
        return String(decoding: bytes[range], as: UTF8.self)
    }

    /// The stretch from one position to another, cut at the end of the first line. A line of more than 4,000 bytes
    /// comes without its text.
    public func location(from start: Position, to end: Position) -> Location {
        guard let line = byteRange(ofLine: start.line) else {
            return Location(file: name, start: start, lineText: "")
        }
        let last = end.line == start.line ? end.column : codePoints(in: line) + 1
        let text = line.count > Self.longestLineShown ? "" : lineText(start.line)
        return Location(file: name, start: start, length: last - start.column, lineText: text)
    }

    /// The stretch between two byte offsets, cut at the end of the first line.
    public func location(ofBytes range: Range<Int>) -> Location {
        location(from: position(atByte: range.lowerBound), to: position(atByte: range.upperBound))
    }
}

private extension SourceText {
    static func countCodePoints(in bytes: [UInt8]) -> [Int] {
        var counts = [0]
        counts.reserveCapacity(bytes.count / blockBytes + 1)
        var start = 0
        while start + blockBytes <= bytes.count {
            counts.append(counts[counts.count - 1] + bytes[start..<start + blockBytes].count { $0 & 0xC0 != 0x80 })
            start += blockBytes
        }
        return counts
    }

    /// Counted where they stand if they are few, else from block to block.
    func codePoints(in range: Range<Int>) -> Int {
        guard range.count > Self.blockBytes else { return bytes[range].count { $0 & 0xC0 != 0x80 } }
        return codePoints(before: range.upperBound) - codePoints(before: range.lowerBound)
    }

    func codePoints(before offset: Int) -> Int {
        let block = offset / Self.blockBytes
        return codePointsBefore[block] + bytes[block * Self.blockBytes..<offset].count { $0 & 0xC0 != 0x80 }
    }
}
