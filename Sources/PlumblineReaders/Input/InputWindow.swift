import Diagnostics
import Plumbline

/// The stretch of a stream that is in memory: the bytes that a reader has not done with, and what was read
/// beyond them.
///
/// Offsets are from the window's first byte. ``more(keepingFrom:)`` moves them; pointers into ``bytes`` are
/// good until then.
struct InputWindow: ~Copyable {
    /// Longer lines are not shown with a fault.
    private static let longestShownLine = 65_536

    let name: String
    /// How the source writes characters; the window holds them in UTF-8.
    let encoding: TextEncoding
    private var stream: TextStream
    private var storage: UnsafeMutableBufferPointer<UInt8>
    /// The bytes before this offset are sound characters.
    private(set) var checkedCount = 0

    /// How many bytes there are.
    private(set) var count = 0
    /// Whether the stream has no more.
    private(set) var isAtEnd = false
    /// The first byte that is not UTF-8, or is NUL. What comes after it is not checked.
    private(set) var firstBadByte: Int?
    /// Whether the bad byte begins a character that the end of the stream cuts off.
    private(set) var isCutOff = false

    /// Opens a source, finds out its encoding, and reads its first bytes.
    ///
    /// - Complexity: a pass over the whole source; see ``EncodingFinder``.
    static func open(_ source: ByteSource) throws(Diagnostic) -> InputWindow {
        try open(source, as: EncodingFinder.find(source))
    }

    /// Opens a source whose encoding is known, and reads its first bytes.
    static func open(_ source: ByteSource, as encoding: TextEncoding) throws(Diagnostic) -> InputWindow {
        var window = InputWindow(stream: try TextStream(source, encoding: encoding), name: source.name, encoding: encoding)
        try window.fill(3)
        return window
    }

    private init(stream: consuming TextStream, name: String, encoding: TextEncoding) {
        self.name = name
        self.encoding = encoding
        storage = .allocate(capacity: stream.chunkByteCount)
        self.stream = stream
    }

    deinit { storage.deallocate() }

    /// The bytes, good until ``more(keepingFrom:)``.
    var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: storage[..<count]) }

    /// Where the text starts in a window that nothing was dropped from: after the byte order mark.
    var textStart: Int { bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

    /// Reads on until there are so many bytes, or no more.
    mutating func fill(_ byteCount: Int) throws(Diagnostic) {
        while count < byteCount, !isAtEnd { try more(keepingFrom: 0) }
    }

    /// The byte of the source that no character has, where decoding it stopped.
    var undecodedByte: UInt8? { stream.undecodedByte }

    /// Drops the bytes before an offset and reads on, at least as much again as is kept, so that trying a
    /// long record anew after each call costs no more than twice its length.
    mutating func more(keepingFrom first: Int) throws(Diagnostic) {
        drop(first)
        let kept = count
        makeRoom(max(count, stream.chunkByteCount))
        repeat {
            let free = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(storage)[count...])
            let got = try stream.read(into: free)
            count += got
            isAtEnd = got == 0
        } while !isAtEnd && count < 2 * kept
        check()
    }

    private mutating func drop(_ first: Int) {
        guard first > 0, let base = storage.baseAddress else { return }
        base.update(from: base + first, count: count - first)
        count -= first
        checkedCount = max(0, checkedCount - first)
        firstBadByte = firstBadByte.map { $0 - first }
    }

    private mutating func makeRoom(_ byteCount: Int) {
        guard storage.count < count + byteCount else { return }
        let wider = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 2 * (count + byteCount))
        _ = wider.update(fromContentsOf: storage[..<count])
        storage.deallocate()
        storage = wider
    }

    private mutating func check() {
        guard firstBadByte == nil else { return }
        let progress = UTF8Check.run(bytes, from: checkedCount)
        checkedCount = progress.offset
        isCutOff = isAtEnd && !progress.isFault && progress.offset < count
        if progress.isFault || isCutOff { firstBadByte = progress.offset }
    }

    /// The place of a byte, with its line's text; reads on to the end of that line.
    ///
    /// - Parameters:
    ///   - offset: The byte, or the end of the window.
    ///   - record: The start of a line at or before the byte; what is before it is dropped.
    ///   - line: The number of the line that starts at `record`.
    ///   - length: How many code points to mark.
    mutating func location(of offset: Int, record: Int, line: Int, length: Int = 1) -> Location {
        drop(record)
        let offset = offset - record
        let (lineStart, line) = lineStart(of: offset, record: 0, line: line)
        let limit = lineStart + Self.longestShownLine
        // A fault that keeps the rest of the line from being read only leaves the line shorter.
        while count <= limit, !isAtEnd, !bytes[offset...].contains(where: Self.isLineBreak) {
            do { try more(keepingFrom: 0) } catch { break }
        }
        let end = bytes[offset...].firstIndex(where: Self.isLineBreak) ?? count
        let text = end <= limit ? String(decoding: bytes[lineStart..<end], as: UTF8.self) : ""
        let column = bytes[lineStart..<offset].count { $0 & 0xC0 != 0x80 } + 1
        return Location(file: name, start: Position(line: line, column: column), length: length, lineText: text)
    }

    /// The number of the line that a byte stands on; the parameters are those of `location`.
    func line(of offset: Int, record: Int, line: Int) -> Int { lineStart(of: offset, record: record, line: line).line }

    private func lineStart(of offset: Int, record: Int, line: Int) -> (offset: Int, line: Int) {
        var (start, line) = (record, line)
        while let end = lineBreakEnd(from: start, to: offset) {
            start = end
            line += 1
        }
        return (start, line)
    }

    /// The end of the first line break that starts at `start` or later and ends at `end` or before.
    private func lineBreakEnd(from start: Int, to end: Int) -> Int? {
        guard let first = bytes[start..<end].firstIndex(where: Self.isLineBreak) else { return nil }
        let isPair = bytes[first] == UInt8(ascii: "\r") && first + 1 < end && bytes[first + 1] == UInt8(ascii: "\n")
        return first + (isPair ? 2 : 1)
    }

    private static func isLineBreak(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }
}
