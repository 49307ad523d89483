/// Writes values as the clauses of a format say.
struct FormatWriter {
    private var result = BoundedText()

    var text: String { result.text }

    mutating func write(_ text: String) throws(EvaluationError) { try result.append(text) }

    /// - Parameter number: Which value of the list it is, from 1, for messages.
    /// - Throws: `wrong-format-value` for a value that the clause does not take.
    mutating func write(_ value: Value, as clause: FormatClause, number: Int) throws(EvaluationError) {
        let written: String?
        switch clause.conversion {
        case .text:
            if let misfit = try writeText(value) { throw .wrongFormatValue(misfit, clause, number: number) }
            return
        case .decimal: written = FormatWriter.decimal(value)
        case .fixed: written = FormatWriter.fixed(value, clause.precision)
        case .scientific: written = FormatWriter.scientific(value, clause.precision)
        case .binary: written = FormatWriter.binary(value)
        case .octal: written = FormatWriter.digits(value, radix: 8)
        case .hexadecimal(let isUppercase): written = FormatWriter.hexadecimal(value, isUppercase: isUppercase)
        }
        guard let written else { throw .wrongFormatValue(value.type, clause, number: number) }
        try result.append(written)
    }
}

// MARK: - %s

private extension FormatWriter {
    /// What is left to write.
    enum Piece {
        case text(String)
        case value(Value)
    }

    /// Writes a value for a person to read, lists and maps with all that they hold.
    ///
    /// What is left to write is held in a list, so that deep values take no stack.
    /// - Returns: The type of a value within that cannot be written; nil where all was.
    mutating func writeText(_ value: Value) throws(EvaluationError) -> Type? {
        var pending = [Piece.value(value)]
        while let piece = pending.popLast() {
            switch piece {
            case .text(let text): try result.append(text)
            case .value(.list(let elements)):
                pending += FormatWriter.enclosed("[", elements.map { [.value($0)] }, "]").reversed()
            case .value(.map(let map)): pending += FormatWriter.pieces(of: map).reversed()
            case .value(let value):
                guard let text = FormatWriter.plain(value) else { return value.type }
                try result.append(text)
            }
        }
        return nil
    }

    /// The entries stand in the order of their keys as they are written, by code points.
    static func pieces(of map: MapValue) -> [Piece] {
        let entries = map.map { (key: plain($0.key) ?? "", value: $0.value) }
            .sorted { CodePoints.order($0.key, $1.key) == .ascending }
        return enclosed("{", entries.map { [.text($0.key + ": "), .value($0.value)] }, "}")
    }

    static func enclosed(_ opening: String, _ parts: [[Piece]], _ closing: String) -> [Piece] {
        [.text(opening)] + parts.joined(separator: [.text(", ")]) + [.text(closing)]
    }

    /// A value without parts; nil for one that has no text of its own.
    static func plain(_ value: Value) -> String? {
        switch value {
        case .null: "null"
        case .bool(let flag): flag ? "true" : "false"
        case .int, .uint, .double: decimal(value)
        case .string(let text): text
        case .bytes(let bytes): String(repairing: bytes)
        case .type(let type): type.runtimeName
        case .timestamp(let time): time.description
        // As the double nearest to its seconds, which the extension's definition asks for.
        case .duration(let span): Double(span.description.dropLast()).map { DecimalText.shortest($0) + "s" }
        case .object(let object): plain(object)
        case .list, .map, .unknown, .error: nil
        }
    }

    /// A host's value as it describes itself, but no record and no optional value: whether these hold something
    /// is not for a text to hide.
    static func plain(_ object: any ObjectValue) -> String? {
        guard case .abstract = object.type, !(object is OptionalValue) else { return nil }
        return object.description
    }
}

// MARK: - Numbers

private extension FormatWriter {
    static func decimal(_ value: Value) -> String? {
        switch value {
        case .double(let number): DecimalText.shortest(number)
        case .object(let number as any FormattedNumber): number.decimalText
        default: digits(value, radix: 10)
        }
    }

    static func fixed(_ value: Value, _ precision: Int) -> String? {
        switch value {
        case .int(let number): DecimalText.fixed(number, decimals: precision)
        case .uint(let number): DecimalText.fixed(number, decimals: precision)
        case .double(let number): DecimalText.fixed(number, decimals: precision)
        case .object(let number as any FormattedNumber): number.text(decimals: precision)
        default: nil
        }
    }

    static func scientific(_ value: Value, _ precision: Int) -> String? {
        switch value {
        case .int(let number): DecimalText.scientific(number, decimals: precision)
        case .uint(let number): DecimalText.scientific(number, decimals: precision)
        case .double(let number): DecimalText.scientific(number, decimals: precision)
        default: nil
        }
    }

    static func binary(_ value: Value) -> String? {
        if case .bool(let flag) = value { return flag ? "1" : "0" }
        return digits(value, radix: 2)
    }

    static func hexadecimal(_ value: Value, isUppercase: Bool) -> String? {
        switch value {
        case .string(let text): HexadecimalText.text(text.utf8, isUppercase: isUppercase)
        case .bytes(let bytes): HexadecimalText.text(bytes, isUppercase: isUppercase)
        default: digits(value, radix: 16, isUppercase: isUppercase)
        }
    }

    /// A whole number, with a minus before it where it is negative.
    static func digits(_ value: Value, radix: Int, isUppercase: Bool = false) -> String? {
        switch value {
        case .int(let number): String(number, radix: radix, uppercase: isUppercase)
        case .uint(let number): String(number, radix: radix, uppercase: isUppercase)
        default: nil
        }
    }
}

private extension String {
    /// UTF-8 bytes as text, with one replacement character for each run of bytes that are none.
    init(repairing bytes: [UInt8]) {
        var scalars = String.UnicodeScalarView()
        var parser = UTF8.ForwardParser()
        var rest = bytes.makeIterator()
        var isRepaired = false
        loop: while true {
            switch parser.parseScalar(from: &rest) {
            case .valid(let encoded):
                scalars.append(UTF8.decode(encoded))
                isRepaired = false
            case .error:
                if !isRepaired { scalars.append("\u{FFFD}") }
                isRepaired = true
            case .emptyInput: break loop
            }
        }
        self.init(scalars)
    }
}
