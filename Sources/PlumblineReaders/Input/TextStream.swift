import Diagnostics
import Plumbline

/// One pass over a source's text in UTF-8, whatever encoding the source has.
///
/// Where the source holds a byte that no character of its encoding has, the text ends with the byte FF, which
/// UTF-8 does not have either, so that what checks the text finds the fault at its place.
struct TextStream: ~Copyable {
    /// The most bytes that are asked for at a time.
    let chunkByteCount: Int
    private var bytes: ByteStream
    private let decoder: TextDecoder?
    private let chunk: UnsafeMutableRawBufferPointer

    init(_ source: ByteSource, encoding: TextEncoding) throws(Diagnostic) {
        let stream = try source.open()
        decoder = encoding == .utf8 ? nil : try TextDecoder(encoding, name: source.name)
        chunkByteCount = stream.chunkByteCount
        chunk = .allocate(byteCount: encoding == .utf8 ? 0 : stream.chunkByteCount, alignment: 1)
        bytes = stream
    }

    deinit { chunk.deallocate() }

    /// The byte of the source at which decoding stopped.
    var undecodedByte: UInt8? { decoder?.faultByte }

    /// Fills the front of a buffer with the next bytes of the text.
    ///
    /// - Returns: How many bytes came; 0 at the end.
    mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(Diagnostic) -> Int {
        guard let decoder else { return try bytes.read(into: buffer) }
        while !decoder.hasText, !decoder.isAtEnd {
            let count = try bytes.read(into: chunk)
            decoder.add(UnsafeRawBufferPointer(rebasing: chunk[..<count]), isLast: count == 0)
        }
        return decoder.take(into: buffer)
    }
}
