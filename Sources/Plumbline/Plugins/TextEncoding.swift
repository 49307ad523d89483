/// How a text file writes its characters as bytes.
public enum TextEncoding: String, CaseIterable, Hashable, Sendable {
    /// With a byte order mark or without.
    case utf8 = "utf-8"
    /// The Chinese national standard, of which GBK and GB 2312 are parts.
    case gb18030 = "gb18030"
    /// Told by its byte order mark.
    case utf16LittleEndian = "utf-16le"
    /// Told by its byte order mark.
    case utf16BigEndian = "utf-16be"
}
