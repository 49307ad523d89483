import Diagnostics

/// What was read last, by which a fault of the syntax finds the value that it is about.
struct RecentEvents {
    /// The last scalar, alias or collection in brackets; nil where something else came after it.
    private(set) var node: Range<Int>?
    /// Where the last event ended.
    private(set) var end: Int

    /// Where a plain scalar in brackets starts whose own `(` no later one has closed: a comma has broken it off.
    private var brokenOff: Int?
    private var openCount = 0

    init(end: Int) { self.end = end }

    mutating func note(_ range: Range<Int>, isNode: Bool) {
        node = isNode ? range : nil
        end = range.upperBound
    }

    /// Notes the `(` and `)` of a plain scalar in brackets.
    mutating func notePlain(_ range: Range<Int>, text: String) {
        guard openCount > 0 || text.utf8.contains(UInt8(ascii: "(")) else { return }
        if openCount == 0 { brokenOff = range.lowerBound }
        openCount += text.utf8.reduce(0) { $0 + ($1 == UInt8(ascii: "(") ? 1 : $1 == UInt8(ascii: ")") ? -1 : 0) }
        if openCount <= 0 { forgetBrokenOff() }
    }

    /// Forgets a broken-off scalar, since what follows cannot belong to it.
    mutating func forgetBrokenOff() {
        brokenOff = nil
        openCount = 0
    }

    /// Whether nothing but blanks stands between the last node and a place on the same line.
    func nodeReaches(_ byte: Int, in source: SourceText) -> Bool {
        guard let node, node.upperBound <= byte else { return false }
        let isBlank = source.bytes[node.upperBound..<byte].allSatisfy(\.isBlank)
        return isBlank && source.isOneLine(node.lowerBound..<byte)
    }

    /// The value in which a fault at a byte stands, as its author wrote it.
    func value(at byte: Int, in source: SourceText, inFlow: Bool) -> RawValue {
        if let brokenOff, brokenOff <= byte, source.isOneLine(brokenOff..<byte) {
            return RawValue(from: brokenOff, in: source, inFlow: true, isBrokenOff: true)
        }
        if nodeReaches(byte, in: source), let node {
            return RawValue(from: node.lowerBound, in: source, inFlow: inFlow)
        }
        let skipped = skipIndicators(from: min(end, byte), to: byte, in: source.bytes)
        let start = source.isOneLine(skipped..<byte) ? skipped : source.valueStart(onLineOf: byte)
        // libyaml reads a line in brackets whole before it tells of its parts, as the line may turn out to be a key.
        let inner = InnerValue(from: start, to: byte, in: source.bytes)
        return RawValue(
            from: inner.start, in: source, inFlow: inFlow || inner.start > start, isBrokenOff: inner.isBrokenOff)
    }

    /// Goes over `:`, `,`, `-` and `?` with what is blank around them.
    private func skipIndicators(from start: Int, to end: Int, in bytes: [UInt8]) -> Int {
        var index = start
        while index < end {
            let next = index + 1 < bytes.count ? bytes[index + 1] : 0x0A
            let isIndicator = ":,-?".utf8.contains(bytes[index]) && (next.isBlank || next.isLineBreak)
            guard isIndicator || bytes[index].isBlank || bytes[index].isLineBreak else { return index }
            index += 1
        }
        return end
    }
}

extension SourceText {
    func isOneLine(_ range: Range<Int>) -> Bool { !bytes[range].contains(where: \.isLineBreak) }

    /// The first byte of the line on which a byte stands.
    func lineStart(of byte: Int) -> Int {
        bytes[..<byte].lastIndex(where: \.isLineBreak).map { $0 + 1 } ?? 0
    }

    /// The first byte of the line on which a byte stands that is not a blank.
    func contentStart(onLineOf byte: Int) -> Int {
        var index = lineStart(of: byte)
        while index < bytes.count, bytes[index].isBlank { index += 1 }
        return index
    }

    /// Where the value starts on the line of a byte: behind dashes, and behind the first `key: `.
    func valueStart(onLineOf byte: Int) -> Int {
        var index = contentStart(onLineOf: byte)
        while index + 1 < bytes.count, bytes[index] == UInt8(ascii: "-"), bytes[index + 1].isBlank {
            index += 1
            while index < bytes.count, bytes[index].isBlank { index += 1 }
        }
        var colon = index
        while colon + 1 < bytes.count, !bytes[colon].isLineBreak {
            if bytes[colon] == UInt8(ascii: ":"), bytes[colon + 1].isBlank, colon < byte {
                let value = bytes[(colon + 1)...].firstIndex { !$0.isBlank } ?? bytes.count
                return min(value, byte)
            }
            colon += 1
        }
        return min(index, byte)
    }
}
