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
        let stream = ByteStream(descriptor: dup(STDIN_FILENO), name: name, chunkByteCount: defaultChunkByteCount)
        return ByteSource(name: name, bytes: try stream.remainingBytes())
    }

    /// The source with all of its bytes read, for a pipe, which can be opened once.
    ///
    /// - Throws: A `Diagnostic` where the system refuses.
    func inMemory() throws(Diagnostic) -> ByteSource {
        ByteSource(name: name, bytes: try open().remainingBytes())
    }
}

private extension ByteStream {
    consuming func remainingBytes() throws(Diagnostic) -> [UInt8] {
        var bytes: [UInt8] = []
        let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: chunkByteCount, alignment: 1)
        defer { chunk.deallocate() }
        while true {
            let count = try read(into: chunk)
            if count == 0 { return bytes }
            bytes.append(contentsOf: chunk[..<count])
        }
    }
}
