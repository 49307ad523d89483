#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Comparison of texts by code points. Swift's own `==` holds canonically equivalent texts equal,
/// which the expression language does not.
enum CodePoints {
    static func same(_ lhs: String, _ rhs: String) -> Bool {
        guard lhs.utf8.count == rhs.utf8.count else { return false }
        return areIdentical(lhs, rhs) || order(lhs, rhs) == .same
    }

    /// Whether two texts are the same words of memory, as equal short ones and copies of a long one are; they are
    /// equal then, and where they are not, nothing is said.
    @inline(__always)
    private static func areIdentical(_ lhs: String, _ rhs: String) -> Bool {
        guard MemoryLayout<String>.size == MemoryLayout<SIMD2<UInt64>>.size else { return false }
        return unsafeBitCast(lhs, to: SIMD2<UInt64>.self) == unsafeBitCast(rhs, to: SIMD2<UInt64>.self)
    }

    /// The order of UTF-8 bytes, which is that of code points.
    static func order(_ lhs: String, _ rhs: String) -> Ordering {
        let fast = lhs.utf8.withContiguousStorageIfAvailable { left in
            rhs.utf8.withContiguousStorageIfAvailable { right in order(left, right) }
        }
        if case .some(.some(let result)) = fast { return result }
        return order(Array(lhs.utf8), Array(rhs.utf8))
    }

    static func order(_ lhs: [UInt8], _ rhs: [UInt8]) -> Ordering {
        lhs.withUnsafeBufferPointer { left in rhs.withUnsafeBufferPointer { right in order(left, right) } }
    }

    private static func order(_ lhs: UnsafeBufferPointer<UInt8>, _ rhs: UnsafeBufferPointer<UInt8>) -> Ordering {
        let common = min(lhs.count, rhs.count)
        if common > 0, let left = lhs.baseAddress, let right = rhs.baseAddress {
            let difference = memcmp(left, right, common)
            if difference != 0 { return difference < 0 ? .ascending : .descending }
        }
        return Ordering(lhs.count, rhs.count)
    }

    static func hash(_ text: String, into hasher: inout Hasher) {
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}
