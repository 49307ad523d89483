import CEL

/// What rules can do with texts beside CEL's standard functions.
enum TextFunctions {
    static let all = [split, trim, replace]

    /// `name.trim()`: the text without the white space around it, full-width spaces too.
    static let trim = Function("trim", [
        Overload(id: "string_trim", .string, result: .string, isMember: true, cost: .sizes) { text in
            guard case .string(let text) = text else { return .noNumber }
            return .string(CellText.trimmed(text))
        },
    ])

    /// `name.replace('（', '(')`: the text with every occurrence of one text, from the left, made another; where the
    /// first is empty, with the other around every code point.
    static let replace = Function("replace", [
        Overload(
            id: "string_replace_string_string", parameters: [.string, .string, .string], result: .string, isMember: true,
            cost: .product
        ) { arguments in
            guard arguments.count == 3, case .string(let text) = arguments[0], case .string(let old) = arguments[1],
                  case .string(let new) = arguments[2]
            else { return .noNumber }
            let parts = parts(of: text, between: old)
            return .string(old.isEmpty ? new + parts.map { $0 + new }.joined() : parts.joined(separator: new))
        },
    ])

    /// `city.split('-')`: the parts of a text between separators, empty ones too; its code points where the separator
    /// is empty. A text without the separator is one part.
    static let split = Function("split", [
        Overload(
            id: "string_split_string", .string, .string, result: .list(.string), isMember: true, cost: .product
        ) { text, separator in
            guard case .string(let text) = text, case .string(let separator) = separator else { return .noNumber }
            return .list(parts(of: text, between: separator).map { .string($0) })
        },
    ])
}

private extension TextFunctions {
    /// - Complexity: O(*n* · *m*), in the lengths of the text and of the separator.
    static func parts(of text: String, between separator: String) -> [String] {
        guard !separator.isEmpty else { return text.unicodeScalars.map { String($0) } }
        let (bytes, mark) = (Array(text.utf8), Array(separator.utf8))
        var parts: [String] = []
        var (start, place) = (0, 0)
        while place + mark.count <= bytes.count {
            if bytes[place] == mark[0], bytes[place..<(place + mark.count)].elementsEqual(mark) {
                parts.append(String(decoding: bytes[start..<place], as: UTF8.self))
                place += mark.count
                start = place
            } else {
                place += 1
            }
        }
        return parts + [String(decoding: bytes[start...], as: UTF8.self)]
    }
}
