import CEL
import Diagnostics
import OrderedCollections
import Quantities

/// Looks at an expression that does not check for what its author most likely meant, where the vocabulary tells
/// more than CEL can know.
struct ExpressionAdvice {
    private let text: [Unicode.Scalar]
    private let table: Table
    private let vocabulary: Vocabulary

    init(_ text: String, table: Table, vocabulary: Vocabulary) {
        self.text = Array(text.unicodeScalars)
        self.table = table
        self.vocabulary = vocabulary
    }

    /// The fault as the rule's author should read it; the fault itself where CEL's words are the best there are.
    func fault(_ fault: ExpressionFault) -> ExpressionFault {
        switch fault.code {
        case "stray-character": strayWord(at: fault.range) ?? fault
        case "undeclared-name": unknownField(at: fault.range) ?? fault
        case "operand-expected": percentage(before: fault.range) ?? fault
        case "no-such-overload": misfit(fault) ?? fault
        default: fault
        }
    }
}

private extension ExpressionAdvice {
    /// A name that is no field, in the vocabulary's words.
    func unknownField(at range: Range<Int>) -> ExpressionFault? {
        let name = string(range)
        guard Identifier.isValid(name), !Identifier.reserved.contains(name) else { return nil }
        return .unknownField(name, table: table, at: range)
    }

    /// A title for a field's name, a value without quotes, a unit behind a number.
    func strayWord(at range: Range<Int>) -> ExpressionFault? {
        let range = word(around: range.lowerBound)
        let word = string(range)
        if let number = number(endingAt: range.lowerBound), (try? Unit.parse(word)) != nil {
            let whole = number.lowerBound..<range.upperBound
            return .quantityWithoutQ(string(whole), at: whole)
        }
        if let field = table.fields.values.first(where: { $0.headers.contains(word) }) {
            return .fieldByTitle(word, name: field.name, at: range)
        }
        let isValue = vocabulary.enumerations.values.contains { $0.literals.contains(word) }
        return isValue ? .valueWithoutQuotes(word, at: range) : nil
    }

    /// `15%`, which CEL takes for the start of a remainder.
    func percentage(before range: Range<Int>) -> ExpressionFault? {
        let sign = text.indices.contains(range.lowerBound) && text[range.lowerBound] == "%"
            ? range.lowerBound : skipBlanks(before: range.lowerBound) - 1
        guard text.indices.contains(sign), text[sign] == "%", let number = number(endingAt: sign) else { return nil }
        return .quantityWithoutQ(string(number.lowerBound..<sign + 1), at: number.lowerBound..<sign + 1)
    }

    /// An operator between things that it does not take.
    func misfit(_ fault: ExpressionFault) -> ExpressionFault? {
        let sign = string(fault.range)
        guard ["<", "<=", ">", ">=", "==", "!="].contains(sign) else { return nil }
        let sides = [
            word(around: skipBlanks(before: fault.range.lowerBound) - 1), word(around: skipBlanks(after: fault.range.upperBound)),
        ]
        let fields = sides.compactMap { table.fields[string($0)] }
        if sign != "==", sign != "!=", let plain = fields.first(where: { $0.type.isPlainEnumeration }) {
            return .noOrder(plain.name, sign: sign, at: fault.range)
        }
        if isSecondComparison(at: fault.range.lowerBound) { return fault.with(help: .twoComparisons) }
        if let field = fields.first(where: { $0.type == .boolean }) { return fault.with(help: .plainBoolean(field.name)) }
        if fields.contains(where: { $0.type.isNumeric }) { return fault.with(help: .numberWithoutQuotes) }
        return nil
    }

    /// Whether another comparison stands before the place, and nothing that would end it.
    func isSecondComparison(at place: Int) -> Bool {
        let before = string(0..<place)
        let ends = ["&&", "||", "(", ",", "?", ":"].compactMap { before.ranges(of: $0).last?.upperBound }
        let start = ends.max() ?? before.startIndex
        return before[start...].contains { "<>".contains($0) }
    }

    func word(around place: Int) -> Range<Int> {
        var (start, end) = (place, place)
        while start > 0, isWord(start - 1) { start -= 1 }
        while isWord(end) { end += 1 }
        // Digits that lead are a number that the word was written against.
        while start < end, text[start].isDigit || text[start] == "." { start += 1 }
        return start..<end
    }

    /// The number whose last digit stands before the place, blanks left out.
    func number(endingAt place: Int) -> Range<Int>? {
        let end = skipBlanks(before: place)
        var start = end
        while start > 0, text[start - 1].isDigit || text[start - 1] == "." { start -= 1 }
        guard start < end, start == 0 || !isWord(start - 1) else { return nil }
        return start..<end
    }

    func isWord(_ place: Int) -> Bool {
        guard text.indices.contains(place) else { return false }
        return text[place].properties.isAlphabetic || text[place].isDigit || text[place] == "_"
    }

    func skipBlanks(before place: Int) -> Int {
        var place = place
        while place > 0, text[place - 1].properties.isWhitespace { place -= 1 }
        return place
    }

    func skipBlanks(after place: Int) -> Int {
        var place = place
        while place < text.count, text[place].properties.isWhitespace { place += 1 }
        return place
    }

    func string(_ range: Range<Int>) -> String {
        var string = ""
        string.unicodeScalars.append(contentsOf: text[range.clamped(to: 0..<text.count)])
        return string
    }
}

private extension Unicode.Scalar {
    var isDigit: Bool { ("0"..."9").contains(self) }
}

private extension FieldType {
    var isPlainEnumeration: Bool {
        if case .enumeration(let enumeration) = self { !enumeration.isOrdered } else { false }
    }
}
