import Diagnostics
import Plumbline

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Turns the bytes of an encoding into UTF-8, piece by piece, with the system's converter (`iconv`).
final class TextDecoder {
    private let converter: iconv_t
    /// Bytes that wait for the rest of their character.
    private var input: [UInt8] = []
    private var output: [UInt8] = []
    private var taken = 0

    /// The first byte that starts no character.
    private(set) var faultByte: UInt8?
    /// Whether nothing follows what there is to take.
    private(set) var isAtEnd = false

    /// - Throws: A diagnostic where the system cannot convert the encoding.
    init(_ encoding: TextEncoding, name: String) throws(Diagnostic) {
        let opened = iconv_open("UTF-8", encoding.rawValue)
        // The call answers -1 where it fails.
        guard let opened, Int(bitPattern: opened) != -1 else { throw .encodingUnsupported(encoding, name) }
        converter = opened
    }

    deinit { iconv_close(converter) }

    /// Whether there is something to take.
    var hasText: Bool { taken < output.count }

    /// Decodes the next bytes of the source.
    ///
    /// - Precondition: Everything was taken.
    func add(_ bytes: UnsafeRawBufferPointer, isLast: Bool) {
        input.append(contentsOf: bytes)
        taken = 0
        let (used, isFault) = convert()
        if isFault || isLast && used < input.count {
            faultByte = input[used]
            output.append(0xFF)
        }
        isAtEnd = isLast || isFault
        input.removeFirst(used)
    }

    /// Moves text to the front of a buffer.
    ///
    /// - Returns: How many bytes.
    func take(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        let count = min(buffer.count, output.count - taken)
        buffer.copyBytes(from: output[taken..<taken + count])
        taken += count
        return count
    }

    /// Converts as much of the input as is whole and sound.
    private func convert() -> (used: Int, isFault: Bool) {
        // No character takes more than half as many bytes again in UTF-8, but one that takes none may stand alone.
        let capacity = 2 * input.count + 8
        var (used, isFault) = (0, false)
        output = input.withUnsafeMutableBytes { source in
            [UInt8](unsafeUninitializedCapacity: capacity) { target, count in
                var (from, left) = (source.baseAddress?.assumingMemoryBound(to: CChar.self), source.count)
                var (to, room) = (UnsafeMutableRawPointer(target.baseAddress)?.assumingMemoryBound(to: CChar.self), capacity)
                let result = iconv(converter, &from, &left, &to, &room)
                isFault = result == -1 && errno == EILSEQ
                used = source.count - left
                count = capacity - room
            }
        }
        return (used, isFault)
    }
}
