import Diagnostics
import Plumbline

/// Finds out how a source writes characters before anything of it is taken for a record, so that no record is
/// handed over twice.
///
/// A byte order mark tells. Without one a source is UTF-8 as long as all of it is; the first byte that is not
/// makes all of it GB18030. A character that is cut off at the very end, or a NUL, says nothing about the
/// encoding: reading then meets it as a fault.
enum EncodingFinder {
    /// - Complexity: O(*n*): a pass over all bytes, which ends at the first that is not UTF-8.
    static func find(_ source: ByteSource) throws(Diagnostic) -> TextEncoding {
        var window = try InputWindow.open(source, as: .utf8)
        if let marked = marked(window.bytes) { return marked }
        while window.firstBadByte == nil, !window.isAtEnd { try window.more(keepingFrom: window.checkedCount) }
        guard let bad = window.firstBadByte, window.bytes[bad] != 0, !window.isCutOff else { return .utf8 }
        return .gb18030
    }

    private static func marked(_ bytes: UnsafeBufferPointer<UInt8>) -> TextEncoding? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8 }
        if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
        return bytes.starts(with: [0xFE, 0xFF]) ? .utf16BigEndian : nil
    }
}
