/// Finds, inside the brackets of one line, the value in which a byte stands.
struct InnerValue {
    /// Where the value starts; the start of the line's own value where that has no brackets around the byte.
    private(set) var start: Int
    /// Whether a comma broke the value off before the byte.
    private(set) var isBrokenOff = false

    private struct Level {
        var opener: UInt8
        var valueStart: Int
    }

    /// - Complexity: O(*n*) in the bytes between.
    init(from start: Int, to byte: Int, in bytes: [UInt8]) {
        self.start = start
        let levels = Self.levels(from: start, to: byte, in: bytes)
        guard let first = levels.first, first.opener != UInt8(ascii: "("), let last = levels.last else { return }
        let parenthesis = levels.firstIndex { $0.opener == UInt8(ascii: "(") }
        isBrokenOff = parenthesis != nil
        self.start = parenthesis.map { levels[$0 - 1].valueStart } ?? last.valueStart
    }

    /// The brackets that are open at the byte. None where the value does not begin with a bracket, as those inside
    /// a text are no signs of YAML's.
    private static func levels(from start: Int, to end: Int, in bytes: [UInt8]) -> [Level] {
        var levels: [Level] = []
        var index = start
        while index < end {
            let byte = bytes[index]
            if "{[(".utf8.contains(byte) {
                guard !levels.isEmpty || index == start else { return [] }
                levels.append(Level(opener: byte, valueStart: skipBlanks(index + 1, end, bytes)))
            } else if "}])".utf8.contains(byte) {
                _ = levels.popLast()
            } else if byte.isQuote {
                index = bytes[(index + 1)..<end].firstIndex(of: byte) ?? index
            } else if isSeparator(index, end, bytes), let last = levels.indices.last,
                      levels[last].opener != UInt8(ascii: "(") {
                levels[last].valueStart = skipBlanks(index + 1, end, bytes)
            }
            index += 1
        }
        return levels
    }

    private static func isSeparator(_ index: Int, _ end: Int, _ bytes: [UInt8]) -> Bool {
        switch bytes[index] {
        case UInt8(ascii: ","): true
        case UInt8(ascii: ":"): index + 1 == end || bytes[index + 1].isBlank
        default: false
        }
    }

    private static func skipBlanks(_ start: Int, _ end: Int, _ bytes: [UInt8]) -> Int {
        var index = start
        while index < end, bytes[index].isBlank { index += 1 }
        return index
    }
}
