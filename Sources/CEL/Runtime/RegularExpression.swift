private import CRE2

/// A compiled RE2 pattern. Searching takes time linear in the text.
///
/// `@unchecked Sendable`: the pointer never changes after `init`, RE2 allows searches of one pattern
/// from several threads at once, and the memory is freed when the last reference is gone.
final class RegularExpression: @unchecked Sendable {
    private let pattern: OpaquePointer

    /// How much memory a pattern may take, compiled and with the search's cache. It bounds the time
    /// that compiling takes too, to some 25 ms.
    private static let maximumMemory: Int64 = 1 << 20

    /// - Throws: ``EvaluationError`` `bad-pattern` with RE2's own reason, also for a pattern that
    ///   would take too much memory.
    init(_ text: String) throws(EvaluationError) {
        var utf8 = text
        let compiled = utf8.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) {
                cre2_compile($0.baseAddress, $0.count, RegularExpression.maximumMemory)
            }
        }
        guard let compiled else { throw .badPattern(text, reason: "?") }
        if let reason = cre2_error(compiled) {
            let message = String(cString: reason)
            cre2_free(compiled)
            throw .badPattern(text, reason: message)
        }
        pattern = compiled
    }

    deinit { cre2_free(pattern) }

    /// Whether the pattern occurs anywhere in the text.
    func occurs(in text: String) -> Bool {
        var utf8 = text
        return utf8.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { cre2_search(pattern, $0.baseAddress, $0.count) }
        }
    }
}
