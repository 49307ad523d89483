/// A format that was read: plain text and clauses.
struct FormatTemplate: Sendable {
    private enum Piece: Sendable {
        case text(String)
        case clause(FormatClause)
    }

    private let pieces: [Piece]

    /// - Throws: What is wrong with the first clause that cannot be read.
    init(_ format: String) throws(EvaluationError) {
        var pieces: [Piece] = []
        var rest = format.unicodeScalars[...]
        while let sign = rest.firstIndex(of: "%") {
            if sign > rest.startIndex { pieces.append(.text(String(rest[..<sign]))) }
            rest = rest[sign...].dropFirst()
            pieces.append(try FormatTemplate.takeClause(&rest))
        }
        if !rest.isEmpty { pieces.append(.text(String(rest))) }
        self.pieces = pieces
    }

    /// The text with the values in the places of the clauses, in order.
    /// - Throws: Where there are fewer values than clauses, or a value is none that its clause takes.
    func text(with values: [Value]) throws(EvaluationError) -> String {
        var writer = FormatWriter()
        var next = 0
        for piece in pieces {
            switch piece {
            case .text(let text): try writer.write(text)
            case .clause(let clause):
                guard next < values.count else { throw .missingFormatValue(clause, number: next + 1, of: values.count) }
                try writer.write(values[next], as: clause, number: next + 1)
                next += 1
            }
        }
        return writer.text
    }
}

private extension FormatTemplate {
    /// Takes what follows a percent sign.
    private static func takeClause(_ rest: inout Substring.UnicodeScalarView) throws(EvaluationError) -> Piece {
        if rest.first == "%" {
            rest.removeFirst()
            return .text("%")
        }
        let precision = try takePrecision(&rest)
        guard let letter = rest.popFirst() else { throw .unfinishedFormatClause }
        guard let conversion = FormatClause.Conversion(letter) else { throw .unknownFormatClause(letter) }
        return .clause(FormatClause(conversion, precision: precision))
    }

    /// Takes a point and digits; nil where there is no point.
    static func takePrecision(_ rest: inout Substring.UnicodeScalarView) throws(EvaluationError) -> Int? {
        guard rest.first == "." else { return nil }
        rest.removeFirst()
        guard let first = rest.first else { throw .unfinishedFormatClause }
        guard first.isDigit else { throw .badFormatPrecision }
        var precision = 0
        while let digit = rest.first, digit.isDigit {
            precision = precision * 10 + Int(digit.value - 48)
            guard precision <= FormatClause.maximumPrecision else { throw .badFormatPrecision }
            rest.removeFirst()
        }
        return precision
    }
}
