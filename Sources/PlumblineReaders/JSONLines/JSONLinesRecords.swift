import Diagnostics
import Plumbline

/// The objects of a JSON Lines file one after the other; blank lines are left out.
struct JSONLinesRecords: ~Copyable {
    private static let lineFeed = UInt8(ascii: "\n")

    private var window: InputWindow
    private var position: Int
    private var nextLine = 1
    private var start = 0

    /// The current object's members, whose offsets are good in ``bytes`` until ``next()``.
    private(set) var members: [JSONMember] = []
    /// The line of the current object.
    private(set) var line = 1
    /// How many bytes the line has, its line break included.
    private(set) var byteCount = 0

    init(_ source: ByteSource) throws(Diagnostic) {
        window = try .open(source)
        position = window.textStart
    }

    var form: FileForm { FileForm(encoding: window.encoding) }

    var bytes: UnsafeBufferPointer<UInt8> { window.bytes }

    /// Goes to the next object.
    ///
    /// - Returns: Whether there is one.
    mutating func next() throws(Diagnostic) -> Bool {
        while let end = try lineEnd() {
            try window.checkText(before: end, record: position, line: nextLine)
            var scanner = JSONScanner(window.bytes, range: position..<end)
            scanner.skipBlanks()
            let isBlank = scanner.offset == end
            if !isBlank {
                do { try scanner.readObject(into: &members) } catch { throw diagnostic(error) }
            }
            line = nextLine
            start = position
            let next = min(end + 1, window.count)
            byteCount = next - position
            position = next
            nextLine += 1
            if !isBlank { return true }
        }
        return false
    }

    /// The offset of the line break that ends the line, or of the file's end; nil where no line is left.
    private mutating func lineEnd() throws(Diagnostic) -> Int? {
        var searched = position
        while true {
            let found = window.bytes[searched...].firstIndex(of: Self.lineFeed)
            let end = found ?? window.count
            let limit = position + RecordLimits.rowByteCount
            if end > limit {
                try window.checkText(before: limit, record: position, line: nextLine)
                throw .rowTooLarge(at: window.location(of: position, record: position, line: nextLine))
            }
            if found != nil { return end }
            if window.isAtEnd { return position < end ? end : nil }
            searched = window.count - position
            try window.more(keepingFrom: position)
            position = 0
        }
    }

    /// The fault that a member's key is one more than a file may have.
    mutating func tooManyKeys(at member: JSONMember) -> Diagnostic {
        .tooManyColumns(at: window.location(of: member.key.lowerBound - 1, record: start, line: line))
    }

    private mutating func diagnostic(_ fault: JSONFault) -> Diagnostic {
        let place = window.location(of: fault.offset, record: position, line: nextLine)
        return .json(fault.kind, at: place)
    }
}
