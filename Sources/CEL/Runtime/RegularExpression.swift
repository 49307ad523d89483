private import CRE2

/// A compiled RE2 pattern. Searching takes time linear in the text.
///
/// `@unchecked Sendable`: the pointer never changes after `init`, RE2 allows searches of one pattern
/// from several threads at once, and the memory is freed when the last reference is gone.
final class RegularExpression: @unchecked Sendable {
    private let pattern: OpaquePointer
    /// How many groups in round brackets catch what they match.
    let groupCount: Int
    /// How many bytes a match can have at most; nil where the pattern sets no limit.
    let maximumMatchLength: Int?
    /// How much dearer a byte may be to search than for a small pattern. Most searches cost the same whatever the
    /// pattern, but RE2 has a slower one for patterns that fill its cache.
    let searchWeight: Int

    /// How many steps compiling counts for, so that an evaluation can compile some hundreds of patterns and no more: the
    /// dearest take milliseconds.
    static let compilingCost = 20_000

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
        groupCount = cre2_group_count(compiled)
        let instructions = cre2_program_size(compiled)
        maximumMatchLength = RegularExpression.mayRepeatWithoutLimit(text) ? nil : instructions
        searchWeight = 1 + instructions / 32
    }

    deinit { cre2_free(pattern) }

    /// Whether the pattern occurs anywhere in the text.
    func occurs(in text: String) -> Bool {
        var utf8 = text
        return utf8.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { cre2_search(pattern, $0.baseAddress, $0.count) }
        }
    }
    /// The leftmost match that begins at byte `start` or later; nil where there is none. What is before `start` still
    /// counts for `^` and `\b`. The bounds are RE2's, which may lie within a code point: see ``PatternMatches``.
    ///
    /// - Parameter groups: How many groups to find, up to ``groupCount`` and 9.
    /// - Returns: The bounds in bytes of the whole match and of the groups; nil for a group that took no part.
    /// - Precondition: `start` is at most the count of the bytes.
    func match(in bytes: [UInt8], from start: Int, groups: Int) -> [Range<Int>?]? {
        var bounds = [Int64](repeating: -1, count: 2 * (groups + 1))
        let isFound = bytes.withUnsafeBytes { text in
            let characters = text.baseAddress?.assumingMemoryBound(to: CChar.self)
            return cre2_find(pattern, characters, text.count, start, groups, &bounds)
        }
        guard isFound else { return nil }
        return stride(from: 0, to: bounds.count, by: 2).map { index in
            bounds[index] < 0 ? nil : Int(bounds[index])..<Int(bounds[index + 1])
        }
    }

    /// Whether a pattern has one of the marks of unlimited repetition, be it as a character that stands for itself.
    private static func mayRepeatWithoutLimit(_ pattern: String) -> Bool {
        let marks = pattern.utf8
        return marks.contains { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "+") }
            || zip(marks, marks.dropFirst()).contains { $0 == UInt8(ascii: ",") && $1 == UInt8(ascii: "}") }
    }
}
