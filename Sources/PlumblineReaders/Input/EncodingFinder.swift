import Diagnostics
import Plumbline

/// Finds out how a source writes characters before anything of it is taken for a record, so that no record is
/// handed over twice.
///
/// A byte order mark tells. Without one a source is UTF-8 as long as all of it is; the first byte that is not
/// makes all of it GB18030, unless what stands around it is Chinese in UTF-8 but for a few bytes: then that byte is
/// damaged. A character that is cut off at the very end, or a NUL, says nothing about the encoding either: reading then
/// meets it as a fault.
enum EncodingFinder {
    /// - Complexity: O(*n*): a pass over all bytes, which ends at the first that is not UTF-8.
    static func find(_ source: ByteSource) throws(Diagnostic) -> TextEncoding {
        var window = try InputWindow.open(source, as: .utf8)
        if let marked = marked(window.bytes) { return marked }
        try window.fill(surroundings)
        // The header may be all that is Chinese.
        let atHead = window.firstBadByte == nil ? characters(in: window.bytes[..<window.checkedCount]) : 0
        while window.firstBadByte == nil, !window.isAtEnd { try window.more(keepingFrom: max(0, window.checkedCount - surroundings)) }
        guard let bad = window.firstBadByte, window.bytes[bad] != 0, !window.isCutOff else { return .utf8 }
        try window.fill(bad + surroundings)
        let around = window.bytes[max(0, bad - surroundings)..<min(window.count, bad + surroundings)]
        return isDamagedUTF8(UnsafeBufferPointer(rebasing: around), beside: atHead) ? .utf8 : .gb18030
    }

    /// How many bytes before and after the first that is not UTF-8 are looked at.
    private static let surroundings = 65_536

    /// Whether there are far more characters of three bytes, as Chinese has in UTF-8, than bytes that fit in none. Of text in
    /// GB18030 hardly any three bytes look like such a character, and most bytes like none at all.
    ///
    /// - Parameter others: How many such characters there are elsewhere.
    private static func isDamagedUTF8(_ bytes: UnsafeBufferPointer<UInt8>, beside others: Int) -> Bool {
        var (found, faults) = (others, 0)
        // The first bytes may end a character of which the rest is not looked at.
        var offset = bytes.firstIndex { $0 & 0xC0 != 0x80 } ?? bytes.count
        while offset < bytes.count {
            let progress = UTF8Check.run(bytes, from: offset)
            found += characters(in: bytes[offset..<progress.offset])
            guard progress.isFault else { break }
            faults += 1
            offset = progress.offset + 1
        }
        return found > 3 * faults
    }

    /// How many characters of three bytes there are among sound ones.
    private static func characters(in bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int { bytes.count { 0xE1...0xEF ~= $0 } }

    private static func marked(_ bytes: UnsafeBufferPointer<UInt8>) -> TextEncoding? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8 }
        if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
        return bytes.starts(with: [0xFE, 0xFF]) ? .utf16BigEndian : nil
    }
}
