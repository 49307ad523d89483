public import Diagnostics

/// Where a reader's bytes come from: a file, or memory. It can be opened as often as one likes.
public struct ByteSource: Sendable {
    /// How many bytes of a file are asked for at a time where nothing else is said.
    public static let defaultChunkByteCount = 262_144

    private enum Origin: Sendable {
        case file(path: String)
        case memory([UInt8])
    }

    /// The source's name as the user wrote it, for messages and evidence.
    public private(set) var name: String
    private let origin: Origin
    private let chunkByteCount: Int
    private var observer: (@Sendable (Int) -> Void)?

    /// A file, which is neither opened nor looked at before ``open()``.
    ///
    /// - Parameters:
    ///   - path: The path as the system wants it.
    ///   - name: The name for messages; the path where nothing is given.
    ///   - chunkByteCount: How many bytes to ask for at a time, at least 1.
    public init(path: String, name: String? = nil, chunkByteCount: Int = defaultChunkByteCount) {
        self.name = name ?? path
        origin = .file(path: path)
        self.chunkByteCount = max(1, chunkByteCount)
    }

    /// Bytes in memory.
    ///
    /// - Parameters:
    ///   - name: A file's name, or one in angle brackets such as `<stdin>`.
    ///   - bytes: The content.
    ///   - chunkByteCount: How many bytes to give at a time, at least 1.
    public init(name: String, bytes: [UInt8], chunkByteCount: Int = defaultChunkByteCount) {
        self.name = name
        origin = .memory(bytes)
        self.chunkByteCount = max(1, chunkByteCount)
    }

    /// The same bytes under another name.
    func named(_ name: String) -> ByteSource {
        var source = self
        source.name = name
        return source
    }

    /// Starts reading at the first byte.
    ///
    /// - Throws: A `Diagnostic` where the file cannot be opened.
    public func open() throws(Diagnostic) -> ByteStream {
        switch origin {
        case .file(let path): try ByteStream(path: path, name: name, chunkByteCount: chunkByteCount, observer: observer)
        case .memory(let bytes): ByteStream(bytes: bytes, name: name, chunkByteCount: chunkByteCount, observer: observer)
        }
    }

    /// The same source, which tells of every chunk that is read how many bytes it has.
    public func observed(by observer: @escaping @Sendable (Int) -> Void) -> ByteSource {
        var source = self
        source.observer = observer
        return source
    }

    /// How many bytes the source has; nil where only reading it tells, as of a pipe.
    public var byteCount: Int? {
        switch origin {
        case .memory(let bytes): bytes.count
        case .file(let path): FileSize.bytes(of: path)
        }
    }
}
