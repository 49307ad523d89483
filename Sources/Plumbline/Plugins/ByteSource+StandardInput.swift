public import Diagnostics

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

extension ByteSource {
    /// All that comes on the standard input: its encoding is sure only at its end, and it cannot be read twice.
    ///
    /// - Throws: A `Diagnostic` where the system refuses.
    public static func standardInput() throws(Diagnostic) -> ByteSource {
        let name = "<stdin>"
        var stream = ByteStream(descriptor: dup(STDIN_FILENO), name: name, chunkByteCount: defaultChunkByteCount)
        var bytes: [UInt8] = []
        let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: defaultChunkByteCount, alignment: 1)
        defer { chunk.deallocate() }
        while true {
            let count = try stream.read(into: chunk)
            if count == 0 { return ByteSource(name: name, bytes: bytes) }
            bytes.append(contentsOf: chunk[..<count])
        }
    }
}
