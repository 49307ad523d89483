public import Diagnostics

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// One pass over a source's bytes; closes its file when it goes away.
public struct ByteStream: ~Copyable {
    private enum Origin {
        case file(descriptor: Int32)
        case memory(bytes: [UInt8], next: Int)
    }

    /// The source's name as the user wrote it.
    public let name: String
    /// The most bytes that one ``read(into:)`` gives.
    public let chunkByteCount: Int
    private var origin: Origin
    private let observer: (@Sendable (Int) -> Void)?

    init(
        path: String, name: String, chunkByteCount: Int, observer: (@Sendable (Int) -> Void)? = nil
    ) throws(Diagnostic) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .fileUnreadable(name, .last) }
        self.name = name
        self.chunkByteCount = chunkByteCount
        self.observer = observer
        origin = .file(descriptor: descriptor)
    }

    /// Takes over a descriptor that is open.
    init(descriptor: Int32, name: String, chunkByteCount: Int, observer: (@Sendable (Int) -> Void)? = nil) {
        self.name = name
        self.chunkByteCount = chunkByteCount
        self.observer = observer
        origin = .file(descriptor: descriptor)
    }

    init(bytes: [UInt8], name: String, chunkByteCount: Int, observer: (@Sendable (Int) -> Void)? = nil) {
        self.name = name
        self.chunkByteCount = chunkByteCount
        self.observer = observer
        origin = .memory(bytes: bytes, next: 0)
    }

    deinit {
        if case .file(let descriptor) = origin { _ = close(descriptor) }
    }

    /// Fills the front of a buffer with the next bytes, at most ``chunkByteCount``.
    ///
    /// - Returns: How many bytes came; 0 at the end of the source, and for an empty buffer.
    /// - Throws: A `Diagnostic` where the system refuses, as for a folder.
    public mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(Diagnostic) -> Int {
        let count = try readNext(into: buffer)
        observer?(count)
        return count
    }

    private mutating func readNext(into buffer: UnsafeMutableRawBufferPointer) throws(Diagnostic) -> Int {
        let wanted = min(buffer.count, chunkByteCount)
        switch origin {
        case .file(let descriptor):
            return try read(descriptor, wanted, into: buffer)
        case .memory(let bytes, let next):
            let count = min(wanted, bytes.count - next)
            buffer.copyBytes(from: bytes[next..<next + count])
            origin = .memory(bytes: bytes, next: next + count)
            return count
        }
    }

    private func read(
        _ descriptor: Int32, _ wanted: Int, into buffer: UnsafeMutableRawBufferPointer
    ) throws(Diagnostic) -> Int {
        while true {
            #if canImport(Glibc)
            let count = Glibc.read(descriptor, buffer.baseAddress, wanted)
            #elseif canImport(Musl)
            let count = Musl.read(descriptor, buffer.baseAddress, wanted)
            #elseif canImport(Darwin)
            let count = Darwin.read(descriptor, buffer.baseAddress, wanted)
            #endif
            if count >= 0 { return count }
            // A signal that interrupts the call is no failure of the file.
            if errno != EINTR { throw .fileUnreadable(name, .last) }
        }
    }
}
