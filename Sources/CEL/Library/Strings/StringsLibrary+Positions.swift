/// Functions that find places in a text, or take what is at one.
extension StringsLibrary {
    var positionFunctions: [Function] {
        [
            Function("charAt", [Overload("string_char_at_int", isMember: true, StringsLibrary.character)]),
            Function(
                "substring",
                [
                    Overload("string_substring_int", isMember: true, StringsLibrary.rest),
                    Overload("string_substring_int_int", isMember: true, StringsLibrary.substring),
                ]),
            Function(
                "indexOf",
                [
                    .finding("string_index_of_string", result: .int, StringsLibrary.index),
                    .finding("string_index_of_string_int", more: [.int], result: .int, StringsLibrary.index),
                ]),
            Function(
                "lastIndexOf",
                [
                    .finding("string_last_index_of_string", result: .int, StringsLibrary.lastIndex),
                    .finding("string_last_index_of_string_int", more: [.int], result: .int, StringsLibrary.lastIndex),
                ]),
        ]
    }
}

private extension StringsLibrary {
    /// The code point at a position; an empty text after the last one.
    @Sendable static func character(of text: String, at position: Int) throws(EvaluationError) -> String {
        let scalars = text.unicodeScalars
        let start = try offset(of: position, in: text)
        let index = text.utf8.index(text.startIndex, offsetBy: start)
        return index == text.endIndex ? "" : String(scalars[index])
    }

    @Sendable static func rest(of text: String, from start: Int) throws(EvaluationError) -> String {
        String(text.slice(try offset(of: start, in: text)..<text.utf8.count))
    }

    @Sendable static func substring(of text: String, from start: Int, to end: Int) throws(EvaluationError) -> String {
        guard start <= end else { throw .substringEndsBeforeStart(start: start, end: end) }
        let (first, last) = (try offset(of: start, in: text), try offset(of: end, in: text))
        return String(text.slice(first..<last))
    }

    /// The position of the first occurrence, looked for from the position in `more` on; -1 where there is none.
    @Sendable static func index(
        of part: TextSearch, in text: String, _ more: ArraySlice<Value>
    ) throws(EvaluationError) -> Value {
        let start = try offset(in: more, of: text) ?? 0
        return found(in: text) { part.firstOffset(in: $0, from: start) }
    }

    /// The position of the last occurrence that starts no later than the position in `more`; -1 where there is none.
    @Sendable static func lastIndex(
        of part: TextSearch, in text: String, _ more: ArraySlice<Value>
    ) throws(EvaluationError) -> Value {
        let last = try offset(in: more, of: text) ?? text.utf8.count
        return found(in: text) { part.lastOffset(in: $0, upTo: last) }
    }

    static func found(in text: String, _ search: (UnsafeBufferPointer<UInt8>) -> Int?) -> Value {
        let position = text.withBytes { bytes in search(bytes).map { CodePoints.position(of: $0, in: bytes) } }
        return .int(Int64(position ?? -1))
    }

    /// The byte at the position that the one argument asks for; nil without an argument.
    static func offset(in arguments: ArraySlice<Value>, of text: String) throws(EvaluationError) -> Int? {
        guard let argument = arguments.first else { return nil }
        guard let position = Int(expressionValue: argument) else { throw .wrongKind }
        return try offset(of: position, in: text)
    }

    static func offset(of position: Int, in text: String) throws(EvaluationError) -> Int {
        guard let offset = text.withBytes({ CodePoints.byteOffset(of: position, in: $0) }) else {
            throw .positionOutOfRange(position, count: text.unicodeScalars.count)
        }
        return offset
    }
}
