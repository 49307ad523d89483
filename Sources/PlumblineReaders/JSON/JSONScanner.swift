/// Takes apart one JSON text (RFC 8259) without building anything from it.
///
/// The bytes must be UTF-8; that is checked elsewhere. Strict: no comments, no trailing commas, no
/// other white space than JSON's four sorts.
struct JSONScanner {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let end: Int
    private(set) var offset: Int

    init(_ bytes: UnsafeBufferPointer<UInt8>, range: Range<Int>) {
        self.bytes = bytes
        end = range.upperBound
        offset = range.lowerBound
    }

    /// Reads the object that is the whole text, and lists its members in order.
    ///
    /// - Complexity: O(*n*); values inside each other take stack up to `RecordLimits.depth`.
    mutating func readObject(into members: inout [JSONMember]) throws(JSONFault) {
        members.removeAll(keepingCapacity: true)
        skipBlanks()
        guard peek == UInt8(ascii: "{") else { throw fault(.notAnObject) }
        try readMembers(depth: 1) { (member: JSONMember) throws(JSONFault) in
            guard members.count < RecordLimits.columnCount else {
                throw JSONFault(kind: .tooManyKeys, offset: member.key.lowerBound - 1)
            }
            members.append(member)
        }
        skipBlanks()
        guard offset == end else { throw fault(.textAfterObject) }
    }

    /// Goes past spaces, tabs and line breaks.
    mutating func skipBlanks() {
        while offset < end {
            switch bytes[offset] {
            case 0x20, 0x09, 0x0A, 0x0D: offset += 1
            default: return
            }
        }
    }

    /// The next byte; NUL, which no JSON text has outside of a fault, at the end.
    private var peek: UInt8 { offset < end ? bytes[offset] : 0 }

    /// A fault at the next byte; at the end, that the text is not complete.
    private func fault(_ kind: JSONFault.Kind) -> JSONFault {
        JSONFault(kind: offset < end ? kind : .unfinished, offset: offset)
    }

    private mutating func readMembers(
        depth: Int, _ receive: (JSONMember) throws(JSONFault) -> Void
    ) throws(JSONFault) {
        offset += 1
        skipBlanks()
        if take(UInt8(ascii: "}")) { return }
        while true {
            guard peek == UInt8(ascii: "\"") else { throw fault(.missingKey) }
            let (key, keyHasEscapes) = try readString()
            skipBlanks()
            guard take(UInt8(ascii: ":")) else { throw fault(.missingColon) }
            skipBlanks()
            let value = try readValue(depth: depth)
            try receive(JSONMember(key: key, keyHasEscapes: keyHasEscapes, value: value))
            skipBlanks()
            if take(UInt8(ascii: "}")) { return }
            guard take(UInt8(ascii: ",")) else { throw fault(.missingComma) }
            skipBlanks()
            guard peek != UInt8(ascii: "}") else { throw fault(.trailingComma) }
        }
    }

    private mutating func readElements(depth: Int) throws(JSONFault) {
        offset += 1
        skipBlanks()
        if take(UInt8(ascii: "]")) { return }
        while true {
            _ = try readValue(depth: depth)
            skipBlanks()
            if take(UInt8(ascii: "]")) { return }
            guard take(UInt8(ascii: ",")) else { throw fault(.missingComma) }
            skipBlanks()
            guard peek != UInt8(ascii: "]") else { throw fault(.trailingComma) }
        }
    }

    /// - Parameter depth: How many objects and arrays the value stands in.
    private mutating func readValue(depth: Int) throws(JSONFault) -> JSONValue {
        let start = offset
        switch peek {
        case UInt8(ascii: "\""):
            let (range, hasEscapes) = try readString()
            return JSONValue(kind: .string(hasEscapes: hasEscapes), range: range)
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            guard depth < RecordLimits.depth else { throw fault(.tooDeep) }
            if peek == UInt8(ascii: "[") {
                try readElements(depth: depth + 1)
            } else {
                try readMembers(depth: depth + 1) { (_) throws(JSONFault) in }
            }
            return JSONValue(kind: .nested, range: start..<offset)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            try readNumber()
            return JSONValue(kind: .literal, range: start..<offset)
        case UInt8(ascii: "t") where takeWord("true"), UInt8(ascii: "f") where takeWord("false"):
            return JSONValue(kind: .literal, range: start..<offset)
        case UInt8(ascii: "n") where takeWord("null"):
            return JSONValue(kind: .null, range: start..<offset)
        case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"):
            throw fault(.missingValue)
        default:
            throw fault(.unknownValue)
        }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard offset < end, bytes[offset] == byte else { return false }
        offset += 1
        return true
    }

    private mutating func takeWord(_ word: StaticString) -> Bool {
        let length = word.utf8CodeUnitCount
        guard offset + length <= end else { return false }
        for index in 0..<length where bytes[offset + index] != word.utf8Start[index] { return false }
        offset += length
        return true
    }

    /// `-? (0 | [1-9][0-9]*) (. [0-9]+)? ([eE] [+-]? [0-9]+)?`
    private mutating func readNumber() throws(JSONFault) {
        _ = take(UInt8(ascii: "-"))
        if take(UInt8(ascii: "0")) {
            guard !isDigit else { throw fault(.badNumber) }
        } else {
            try readDigits()
        }
        if take(UInt8(ascii: ".")) { try readDigits() }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            try readDigits()
        }
    }

    private var isDigit: Bool { peek &- UInt8(ascii: "0") < 10 }

    private mutating func readDigits() throws(JSONFault) {
        guard isDigit else { throw fault(.badNumber) }
        while isDigit { offset += 1 }
    }

    /// Goes past a string; its range leaves out the quotes.
    private mutating func readString() throws(JSONFault) -> (range: Range<Int>, hasEscapes: Bool) {
        let quote = offset
        var hasEscapes = false
        offset += 1
        while offset < end {
            switch bytes[offset] {
            case UInt8(ascii: "\""):
                offset += 1
                return (quote + 1..<offset - 1, hasEscapes)
            case UInt8(ascii: "\\"):
                hasEscapes = true
                try readEscape()
            case 0..<0x20:
                throw fault(.controlCharacter)
            default:
                offset += 1
            }
        }
        throw JSONFault(kind: .unclosedString, offset: quote)
    }

    private mutating func readEscape() throws(JSONFault) {
        let start = offset
        offset += 1
        switch peek {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            offset += 1
        case UInt8(ascii: "u"):
            try readUnit(from: start)
        case _ where offset == end:
            return
        default:
            throw JSONFault(kind: .badEscape, offset: start)
        }
    }

    /// Goes past `uXXXX`, and past the second half of a surrogate pair.
    private mutating func readUnit(from start: Int) throws(JSONFault) {
        guard let unit = JSONText.hexUnit(bytes, at: offset + 1, end: end) else {
            throw JSONFault(kind: .badEscape, offset: start)
        }
        offset += 5
        switch unit {
        case 0xDC00...0xDFFF:
            throw JSONFault(kind: .loneSurrogate, offset: start)
        case 0xD800...0xDBFF:
            guard take(UInt8(ascii: "\\")), peek == UInt8(ascii: "u"),
                let low = JSONText.hexUnit(bytes, at: offset + 1, end: end), 0xDC00...0xDFFF ~= low
            else { throw JSONFault(kind: .loneSurrogate, offset: start) }
            offset += 5
        default: break
        }
    }
}
