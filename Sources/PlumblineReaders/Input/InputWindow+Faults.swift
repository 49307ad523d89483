import Diagnostics
import Plumbline

extension InputWindow {
    /// Refuses what is no text before an offset.
    ///
    /// - Parameters:
    ///   - end: Where the bytes end that the reader has taken in; what comes after may wait.
    ///   - record: The start of a line at or before the first bad byte.
    ///   - line: The number of that line.
    mutating func checkText(before end: Int, record: Int, line: Int) throws(Diagnostic) {
        guard let bad = firstBadByte, bad < end else { return }
        let byte = bytes[bad]
        let place = location(of: bad, record: record, line: line)
        if byte == 0 { throw .nulByte(at: place) }
        throw encoding == .utf8 ? .badUTF8(byte, at: place) : .undecodable(undecodedByte ?? byte, in: encoding, at: place)
    }
}
