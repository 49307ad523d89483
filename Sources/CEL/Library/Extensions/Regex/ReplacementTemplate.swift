/// What matches are replaced with: a text with references to groups, `\0` (the whole match) to `\9`; `\\` is one
/// backslash.
struct ReplacementTemplate {
    private enum Part {
        case text(ArraySlice<UInt8>)
        case group(Int)
    }

    private var parts: [Part] = []
    /// The highest group that is referred to.
    private(set) var groups = 0

    /// - Throws: `no-such-group` for a reference to a group that the pattern does not have, `bad-replacement` for a
    ///   backslash before anything but a digit or a backslash.
    init(_ replacement: String, groupCount: Int) throws(EvaluationError) {
        let bytes = Array(replacement.utf8)
        let backslash = UInt8(ascii: "\\")
        var index = 0
        while index < bytes.count {
            guard bytes[index] == backslash else {
                let end = bytes[index...].firstIndex(of: backslash) ?? bytes.count
                parts.append(.text(bytes[index..<end]))
                index = end
                continue
            }
            guard index + 1 < bytes.count else { throw .badReplacement(replacement) }
            switch bytes[index + 1] {
            case backslash: parts.append(.text(bytes[index...index]))
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                let group = Int(bytes[index + 1] - UInt8(ascii: "0"))
                guard group <= groupCount else { throw .noSuchGroup(group, count: groupCount) }
                parts.append(.group(group))
                groups = max(groups, group)
            default: throw .badReplacement(replacement)
            }
            index += 2
        }
    }

    /// Appends what stands for one match; a group that took no part stands for nothing.
    /// - Throws: `result-too-large` where `output` would have more than `limit` bytes.
    func append(
        _ match: PatternMatches.Match, in text: [UInt8], to output: inout [UInt8], limit: Int
    ) throws(EvaluationError) {
        for part in parts {
            switch part {
            case .text(let bytes): try output.append(bytes, limit: limit)
            case .group(let group):
                if let bounds = match.bounds[group] { try output.append(text[bounds], limit: limit) }
            }
        }
    }
}

extension [UInt8] {
    /// - Throws: `result-too-large` where there would be more than `limit` bytes.
    mutating func append(_ bytes: ArraySlice<UInt8>, limit: Int) throws(EvaluationError) {
        guard count + bytes.count <= limit else { throw .replacedTextTooLarge(limit: limit) }
        append(contentsOf: bytes)
    }
}
