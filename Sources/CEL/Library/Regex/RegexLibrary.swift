/// What patterns can do beyond `matches`: `regex.extract(text, pattern)`, `regex.extractAll(text, pattern)` and
/// `regex.replace(text, pattern, replacement)`, with a fourth argument that says how often at most.
///
/// Patterns are RE2's, as for `matches`. A call is charged for the product of its arguments' sizes.
///
/// Source: cel-go's extension library "Regex".
public struct RegexLibrary: FunctionLibrary {
    public let name = "regex"

    /// The library, ready for the `libraries` of an ``Environment``.
    public init() {}

    public var functions: [Function] { [extract, extractAll, replace] }
}

// MARK: - Extracting

private extension RegexLibrary {
    /// The first match as an optional value: what the pattern's group caught, or the whole where it has none. A group
    /// that caught nothing makes it absent.
    var extract: Function {
        let overload = Overload.matching("regex_extract_string_string", result: .optional(.string)) {
            pattern, text throws(EvaluationError) in
            let group = try Self.extractedGroup(of: pattern)
            let text = Array(text.utf8)
            var matches = PatternMatches(of: pattern, in: text, groups: group)
            guard let match = try matches.next() else { return .optional(nil) }
            return .optional(Self.caught(group, of: match, in: text).map { .string($0) })
        }
        return Function("regex.extract", [overload])
    }

    /// All matches, or what the pattern's group caught in each, without those where it caught nothing.
    var extractAll: Function {
        let overload = Overload.matching("regex_extractAll_string_string", result: .list(.string)) {
            pattern, text throws(EvaluationError) in
            let group = try Self.extractedGroup(of: pattern)
            let text = Array(text.utf8)
            var matches = PatternMatches(of: pattern, in: text, groups: group)
            var found: [Value] = []
            while let match = try matches.next() {
                if let caught = Self.caught(group, of: match, in: text) { found.append(.string(caught)) }
            }
            return .list(found)
        }
        return Function("regex.extractAll", [overload])
    }

    /// The group that says what of a match is wanted: the only one, or 0 for the whole match where there is none.
    static func extractedGroup(of pattern: RegularExpression) throws(EvaluationError) -> Int {
        guard pattern.groupCount <= 1 else { throw .tooManyGroups(pattern.groupCount) }
        return pattern.groupCount
    }

    /// What a group caught; nil where that is nothing. An empty match as a whole is a match all the same.
    static func caught(_ group: Int, of match: PatternMatches.Match, in text: [UInt8]) -> String? {
        guard let part = match.bounds[group], group == 0 || !part.isEmpty else { return nil }
        return String(decoding: text[part], as: UTF8.self)
    }
}

// MARK: - Replacing

private extension RegexLibrary {
    /// How many bytes a text may have after replacing.
    static let maximumResult = 10_000_000

    var replace: Function {
        Function(
            "regex.replace",
            [
                .matching("regex_replace_string_string_string", further: [.string], result: .string) {
                    pattern, text, further throws(EvaluationError) in
                    guard case .string(let replacement) = further.first else { throw .wrongKind }
                    return .string(try Self.replaced(text, pattern, replacement, atMost: -1))
                },
                .matching("regex_replace_string_string_string_int", further: [.string, .int], result: .string) {
                    pattern, text, further throws(EvaluationError) in
                    guard case .string(let replacement) = further.first, case .int(let count) = further.last else {
                        throw .wrongKind
                    }
                    return .string(try Self.replaced(text, pattern, replacement, atMost: count))
                },
            ])
    }

    /// The text with its first `count` matches replaced, or all where that is negative. What is wrong with the
    /// replacement is an error also where nothing matches.
    static func replaced(
        _ text: String, _ pattern: RegularExpression, _ replacement: String, atMost count: Int64
    ) throws(EvaluationError) -> String {
        let template = try ReplacementTemplate(replacement, groupCount: pattern.groupCount)
        let source = Array(text.utf8)
        var matches = PatternMatches(of: pattern, in: source, groups: template.groups)
        var result: [UInt8] = []
        var end = 0
        var remaining = count < 0 ? Int64.max : count
        while remaining > 0, let match = try matches.next() {
            try result.append(source[end..<match.whole.lowerBound], limit: maximumResult)
            try template.append(match, in: source, to: &result, limit: maximumResult)
            end = match.whole.upperBound
            remaining -= 1
        }
        try result.append(source[end...], limit: maximumResult)
        return String(decoding: result, as: UTF8.self)
    }
}
