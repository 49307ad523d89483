import Diagnostics

/// A small file that is read as a whole, such as a rule file.
enum TextFile {
    /// - Throws: A diagnostic where the file cannot be read or has more bytes than `limit`.
    static func read(_ path: String, limit: Int) throws(Diagnostic) -> SourceText {
        var stream = try ByteSource(path: path).open()
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: ByteSource.defaultChunkByteCount)
        while true {
            let count = try Self.fill(&chunk, from: &stream)
            if count == 0 { return SourceText(name: path, bytes: bytes) }
            bytes += chunk[..<count]
            guard bytes.count <= limit else { throw .ruleFileTooLarge(path, limit: limit) }
        }
    }

    private static func fill(_ chunk: inout [UInt8], from stream: inout ByteStream) throws(Diagnostic) -> Int {
        var fault: Diagnostic?
        let count = chunk.withUnsafeMutableBytes { buffer -> Int in
            do throws(Diagnostic) {
                return try stream.read(into: buffer)
            } catch {
                fault = error
                return 0
            }
        }
        if let fault { throw fault }
        return count
    }
}
