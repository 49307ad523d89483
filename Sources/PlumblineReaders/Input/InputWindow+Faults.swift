import Diagnostics

extension InputWindow {
    /// Refuses what is not UTF-8 before an offset.
    ///
    /// - Parameters:
    ///   - end: Where the bytes end that the reader has taken in; what comes after may wait.
    ///   - record: The start of a line at or before the first bad byte.
    ///   - line: The number of that line.
    mutating func checkText(before end: Int, record: Int, line: Int) throws(Diagnostic) {
        guard let bad = firstBadByte, bad < end else { return }
        let byte = bytes[bad]
        let isUTF16 = line == 1 && bad == 0 && (bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]))
        let place = location(of: bad, record: record, line: line)
        if isUTF16 { throw .utf16(at: place) }
        throw byte == 0 ? .nulByte(at: place) : .badUTF8(byte, at: place)
    }
}
