/// Functions that cut texts into pieces and put pieces together.
extension StringsLibrary {
    var cuttingFunctions: [Function] {
        [
            Function(
                "replace",
                [
                    .finding(
                        "string_replace_string_string", more: [.string], result: .string, StringsLibrary.replace),
                    .finding(
                        "string_replace_string_string_int", more: [.string, .int], result: .string,
                        StringsLibrary.replace),
                ]),
            Function(
                "split",
                [
                    .finding("string_split_string", result: .list(.string), StringsLibrary.split),
                    .finding("string_split_string_int", more: [.int], result: .list(.string), StringsLibrary.split),
                ]),
            Function("join", [join, joinWithSeparator]),
        ]
    }

    private var join: Overload {
        Overload(id: "list_join", .list(.string), result: .string, isMember: true, cost: .sizes) { list in
            Value { () throws(EvaluationError) in try StringsLibrary.joined(list, by: "") }
        }
    }

    private var joinWithSeparator: Overload {
        Overload(id: "list_join_string", .list(.string), .string, result: .string, isMember: true, cost: .sizes) {
            guard case .string(let separator) = $1 else { return .error(.wrongKind) }
            let list = $0
            return Value { () throws(EvaluationError) in try StringsLibrary.joined(list, by: separator) }
        }
    }
}

private extension StringsLibrary {
    /// The text with the part replaced, at most so often as the limit in `more` says; a negative one is none.
    /// An empty part stands before, between and after all code points.
    @Sendable static func replace(
        _ part: TextSearch, in text: String, _ more: ArraySlice<Value>
    ) throws(EvaluationError) -> Value {
        guard case .string(let replacement) = more.first, let limit = limit(in: more.dropFirst()) else {
            throw .wrongKind
        }
        var result = BoundedText()
        var isFirst = true
        try part.cut(text, atMost: limit) { (piece) throws(EvaluationError) in
            if !isFirst { try result.append(replacement) }
            isFirst = false
            try result.append(piece)
        }
        return .string(result.text)
    }

    /// The pieces of the text between the occurrences of the part, at most so many as the limit in `more` says; a
    /// negative one is none. An empty part stands between all code points.
    @Sendable static func split(
        at part: TextSearch, _ text: String, _ more: ArraySlice<Value>
    ) throws(EvaluationError) -> Value {
        guard let limit = limit(in: more) else { throw .wrongKind }
        guard limit > 0 else { return .list([]) }
        if part.byteCount == 0 { return .list(characters(of: text, atMost: limit)) }
        var pieces: [Value] = []
        try part.cut(text, atMost: limit - 1) { (piece) throws(EvaluationError) in
            pieces.append(.string(String(piece)))
        }
        return .list(pieces)
    }

    /// Each code point; the last text takes all that the limit does not let stand alone.
    static func characters(of text: String, atMost limit: Int) -> [Value] {
        var rest = text.unicodeScalars[...]
        var result: [Value] = []
        while result.count < limit - 1, let scalar = rest.popFirst() { result.append(.string(String(scalar))) }
        if !rest.isEmpty { result.append(.string(String(rest))) }
        return result
    }

    static func joined(_ list: Value, by separator: String) throws(EvaluationError) -> String {
        guard case .list(let elements) = list else { throw .wrongKind }
        var result = BoundedText()
        for (index, element) in elements.enumerated() {
            guard case .string(let piece) = element else { throw .elementIsNoText(element.type, index: index) }
            if index > 0 { try result.append(separator) }
            try result.append(piece)
        }
        return result.text
    }

    /// The limit that the one argument gives; without one, or with a negative one, there is none.
    static func limit(in arguments: ArraySlice<Value>) -> Int? {
        guard let argument = arguments.first else { return .max }
        guard let limit = Int(expressionValue: argument) else { return nil }
        return limit < 0 ? .max : limit
    }
}

private extension TextSearch {
    /// Hands over the pieces that remain of a text where the part is cut out, from the left and at most so often.
    func cut(
        _ text: String, atMost limit: Int, _ take: (Substring) throws(EvaluationError) -> Void
    ) throws(EvaluationError) {
        var text = text
        var (start, searched, cuts) = (0, 0, 0)
        while cuts < limit, let found = text.withUTF8({ firstOffset(in: $0, from: searched) }) {
            try take(text.slice(start..<found))
            start = found + byteCount
            cuts += 1
            searched = start
            if byteCount == 0 {
                guard found < text.utf8.count else { break }
                searched = text.offset(afterCodePointAt: found)
            }
        }
        try take(text.slice(start..<text.utf8.count))
    }
}

private extension String {
    /// Where the code point ends that starts at a byte before the end.
    func offset(afterCodePointAt offset: Int) -> Int {
        let index = utf8.index(startIndex, offsetBy: offset)
        return offset + UTF8.width(unicodeScalars[index])
    }
}
