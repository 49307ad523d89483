import Diagnostics
import Plumbline

/// The objects of an array one after the other, of which only the one at hand is in memory.
struct JSONRecords: ~Copyable {
    /// How much of a line is kept for showing it with a fault.
    private static let longestKeptLine = 65_536

    private var window: InputWindow
    private var position: Int
    private var nextLine = 1
    /// The start of the line at `position`, or what is kept of it.
    private var lineStart: Int
    /// The characters of the line that are not kept.
    private var lostColumns = 0
    private var isInsideObject = false
    private var isFirst = true
    private var isFirstPart = true
    private var start = 0

    /// The current object's members, whose offsets are good in ``bytes`` until ``next()``.
    private(set) var members: [JSONMember] = []
    /// The line on which the current object starts.
    private(set) var line = 1
    /// How many bytes the current object has.
    private(set) var byteCount = 0

    init(_ source: ByteSource) throws(Diagnostic) {
        window = try .open(source)
        position = window.textStart
        lineStart = position
    }

    var form: FileForm { FileForm(encoding: window.encoding) }

    var bytes: UnsafeBufferPointer<UInt8> { window.bytes }

    /// The first byte that is not blank, which is not taken; nil where there is none.
    mutating func firstByte() throws(Diagnostic) -> UInt8? { try peek() }

    /// The names of an object's arrays in their order, none for a file that is an array; the records are at
    /// their end then.
    mutating func partNames() throws(Diagnostic) -> [String] {
        if try peek() == UInt8(ascii: "[") { return [] }
        var names: [String] = []
        try enterObject()
        while let name = try nextPart() {
            names.append(name)
            while try skipElement() {}
        }
        guard try peek() == nil else { throw try fault { .jsonTextAfterEnd(at: $0) } }
        return names
    }

    /// Goes to the first element of the file's array, or of one of its object's.
    mutating func enter(_ part: Int?) throws(Diagnostic) {
        guard let part else { return try enterArray() }
        try enterObject()
        for place in 0...part {
            guard try nextPart() != nil else { throw try fault { .jsonNotATable(at: $0) } }
            if place < part { while try skipElement() {} }
        }
    }

    /// Goes to the next object.
    ///
    /// - Returns: Whether there is one.
    mutating func next() throws(Diagnostic) -> Bool {
        guard try beginElement() else {
            if !isInsideObject, try peek() != nil { throw try fault { .jsonTextAfterEnd(at: $0) } }
            return false
        }
        let end = try valueEnd()
        try window.checkText(before: end, record: lineStart, line: nextLine)
        var scanner = JSONScanner(window.bytes, range: position..<end)
        do { try scanner.readObject(into: &members) } catch { throw diagnostic(error) }
        (line, start, byteCount) = (nextLine, position, end - position)
        advance(to: end)
        return true
    }

    /// The fault that a member's key is one more than a file may have.
    mutating func tooManyKeys(at member: JSONMember) -> Diagnostic {
        .tooManyColumns(at: window.location(of: member.key.lowerBound - 1, record: start, line: line))
    }
}

private extension JSONRecords {
    mutating func enterArray() throws(Diagnostic) {
        guard try peek() == UInt8(ascii: "[") else { throw try fault { .jsonNotATable(at: $0) } }
        position += 1
        isFirst = true
    }

    mutating func enterObject() throws(Diagnostic) {
        guard try peek() == UInt8(ascii: "{") else { throw try fault { .jsonNotATable(at: $0) } }
        position += 1
        isInsideObject = true
    }

    /// Goes into the next array of the object; nil where the object ends.
    mutating func nextPart() throws(Diagnostic) -> String? {
        var byte = try peek()
        if byte == UInt8(ascii: "}") {
            position += 1
            return nil
        }
        if !isFirstPart {
            guard byte == UInt8(ascii: ",") else { throw try fault { .json(.missingComma, at: $0) } }
            position += 1
            byte = try peek()
        }
        guard byte == UInt8(ascii: "\"") else { throw try fault { .json(.missingKey, at: $0) } }
        isFirstPart = false
        let end = try valueEnd()
        try window.checkText(before: end, record: lineStart, line: nextLine)
        let name = String(decoding: JSONText.unescaped(window.bytes, position + 1..<max(position + 1, end - 1)), as: UTF8.self)
        advance(to: end)
        guard try peek() == UInt8(ascii: ":") else { throw try fault { .json(.missingColon, at: $0) } }
        position += 1
        try enterArray()
        return name
    }

    mutating func skipElement() throws(Diagnostic) -> Bool {
        guard try beginElement() else { return false }
        advance(to: try valueEnd())
        return true
    }

    /// Goes to the start of the next element, which has to be an object.
    ///
    /// - Returns: Whether there is one; the array's end is passed where not.
    mutating func beginElement() throws(Diagnostic) -> Bool {
        var byte = try peek()
        if byte == UInt8(ascii: "]") {
            position += 1
            return false
        }
        if !isFirst {
            guard byte == UInt8(ascii: ",") else { throw try fault { .json(.missingComma, at: $0) } }
            position += 1
            byte = try peek()
            if byte == UInt8(ascii: "]") { throw try fault { .json(.trailingComma, at: $0) } }
        }
        isFirst = false
        guard byte == UInt8(ascii: "{") else { throw try fault { .jsonNotARecord(at: $0) } }
        return true
    }

    /// The next byte that is not blank; nil at the end.
    mutating func peek() throws(Diagnostic) -> UInt8? {
        while true {
            while position < window.count {
                switch window.bytes[position] {
                case UInt8(ascii: "\n"):
                    position += 1
                    startLine(at: position)
                case 0x20, 0x09, 0x0D: position += 1
                case let byte: return byte
                }
            }
            if window.isAtEnd { return nil }
            _ = try readMore()
        }
    }

    /// The end of the value that starts here with a bracket or a quote; that of the text where it does not end.
    mutating func valueEnd() throws(Diagnostic) -> Int {
        var brackets = JSONBrackets()
        var offset = position
        while true {
            while offset < window.count {
                offset += 1
                if brackets.take(window.bytes[offset - 1]) { return offset }
            }
            if offset - position > RecordLimits.rowByteCount {
                throw .rowTooLarge(at: place(of: position))
            }
            if window.isAtEnd { return offset }
            offset -= try readMore()
        }
    }

    /// Reads on; what is before the line, or before its kept part, goes.
    ///
    /// - Returns: By how much the offsets moved.
    mutating func readMore() throws(Diagnostic) -> Int {
        if position - lineStart > Self.longestKeptLine {
            lostColumns += window.bytes[lineStart..<position].count { $0 & 0xC0 != 0x80 }
            lineStart = position
        }
        let dropped = lineStart
        try window.more(keepingFrom: dropped)
        position -= dropped
        lineStart = 0
        return dropped
    }

    mutating func startLine(at offset: Int) {
        nextLine += 1
        lineStart = offset
        lostColumns = 0
    }

    mutating func advance(to end: Int) {
        var offset = position
        while let lineFeed = window.bytes[offset..<end].firstIndex(of: UInt8(ascii: "\n")) {
            offset = lineFeed + 1
            startLine(at: offset)
        }
        position = end
    }

    /// The fault at the next byte, unless a byte up to it is no text; at the end, that the text is not complete.
    mutating func fault(_ make: (Location) -> Diagnostic) throws(Diagnostic) -> Diagnostic {
        try window.checkText(before: position + 1, record: lineStart, line: nextLine)
        let isAtEnd = position == window.count
        let place = place(of: position)
        return isAtEnd ? .jsonUnfinished(at: place) : make(place)
    }

    mutating func diagnostic(_ fault: JSONFault) -> Diagnostic {
        let place = place(of: fault.offset)
        switch fault.kind {
        case .unfinished, .unclosedString: return .jsonUnfinished(at: place)
        default: return .json(fault.kind, at: place)
        }
    }

    mutating func place(of offset: Int) -> Location {
        let isLineCut = lostColumns > 0 && !window.bytes[lineStart..<offset].contains(UInt8(ascii: "\n"))
        let place = window.location(of: offset, record: lineStart, line: nextLine)
        guard isLineCut else { return place }
        let start = Position(line: place.start.line, column: place.start.column + lostColumns)
        return Location(file: place.file, start: start, length: 1, lineText: "")
    }
}
