#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Text as programs for Chinese offices save it.
public enum GB18030 {
    /// A text's bytes in GB18030; in `GBK` where that is asked for, which has no characters of four bytes.
    public static func bytes(_ text: String, encoding: String = "GB18030") -> [UInt8] {
        let converter = iconv_open(encoding, "UTF-8")
        defer { iconv_close(converter) }
        var input = Array(text.utf8)
        let capacity = 4 * input.count
        return input.withUnsafeMutableBytes { source in
            [UInt8](unsafeUninitializedCapacity: capacity) { target, count in
                var (from, left) = (source.baseAddress?.assumingMemoryBound(to: CChar.self), source.count)
                var (to, room) = (UnsafeMutableRawPointer(target.baseAddress)?.assumingMemoryBound(to: CChar.self), capacity)
                precondition(iconv(converter, &from, &left, &to, &room) != -1, "the text has a character that \(encoding) has not")
                count = capacity - room
            }
        }
    }
}
