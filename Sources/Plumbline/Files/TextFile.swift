public import Diagnostics
import YAML

/// A small file that is read as a whole, such as a rule file.
public enum TextFile {
    /// Reads a rule file as rulesets are read.
    ///
    /// - Throws: A diagnostic where the file cannot be read or is larger than rule files may be.
    public static func read(_ path: String) throws(Diagnostic) -> SourceText {
        try read(path, limit: YAMLLimits().bytes)
    }

    /// - Parameter name: What messages call the file; its path where nothing is given.
    /// - Throws: A diagnostic where the file cannot be read or has more bytes than `limit`.
    static func read(_ path: String, called name: String? = nil, limit: Int) throws(Diagnostic) -> SourceText {
        let name = name ?? path
        var stream = try ByteSource(path: path, name: name).open()
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: ByteSource.defaultChunkByteCount)
        while true {
            let count = try Self.fill(&chunk, from: &stream)
            if count == 0 { return SourceText(name: name, bytes: bytes) }
            bytes += chunk[..<count]
            guard bytes.count <= limit else { throw .fileTooLarge(name, limit: limit) }
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
