import CEL
import Diagnostics
import OrderedCollections
import Quantities

/// Looks at an expression that does not check for what its author most likely meant, where the vocabulary tells
/// more than CEL can know.
struct ExpressionAdvice {
    let text: [Unicode.Scalar]
    let table: Table
    private let vocabulary: Vocabulary
    /// The names of the parameters that there are.
    private let parameters: [String]

    init(_ text: String, table: Table, vocabulary: Vocabulary, parameters: [String] = []) {
        self.parameters = parameters
        self.text = Array(text.unicodeScalars)
        self.table = table
        self.vocabulary = vocabulary
    }

    /// The fault as the rule's author should read it; the fault itself where CEL's words are the best there are.
    func fault(_ fault: ExpressionFault) -> ExpressionFault {
        switch fault.code {
        case "stray-character": strayWord(at: fault.range) ?? fault
        case "undeclared-name": constantOfOthers(at: fault.range) ?? unknownField(at: fault.range) ?? fault
        case "undeclared-function": functionOfOthers(fault) ?? notBeforeBracket(fault) ?? fault
        case "foreign-operator": foreignNegation(fault) ?? fault
        case "unexpected-token": listInRoundBrackets(fault) ?? fault
        case "operand-expected": percentage(before: fault.range) ?? fault
        case "no-such-overload":
            listInRoundBrackets(fault) ?? dateWithoutQuotes(around: fault.range) ?? misfit(fault) ?? fault
        case "no-fields": functionWithoutBrackets(fault) ?? fault
        default: fault
        }
    }
}

extension ExpressionAdvice {
    /// A name that is no field, in the vocabulary's words.
    func unknownField(at range: Range<Int>) -> ExpressionFault? {
        let name = string(range)
        if let undeclared = undeclared(name, at: range) { return undeclared }
        guard Identifier.isValid(name), !Identifier.reserved.contains(name) else { return nil }
        if let element = element(with: name, before: range.lowerBound) { return .fieldOfElement(name, of: element, at: range) }
        if let path = path(to: name) { return .fieldOfReference(name, path: path, table: table.name, at: range) }
        let lists = vocabulary.lists(of: table.name).map(\.name)
        return .unknownField(name, table: table, lists: lists, at: range)
    }

    /// The field of a record that the table's records refer to, such as `region.county`; nil where none has it, or several do.
    private func path(to field: String) -> String? {
        let paths = table.fields.values.compactMap { reference -> String? in
            guard case .reference(let name) = reference.type, reference.definition == nil, name != table.name else { return nil }
            return vocabulary.tables[name]?.fields[field] == nil ? nil : "\(reference.name).\(field)"
        }
        return paths.count == 1 ? paths[0] : nil
    }

    /// A name of the rule language that means nothing here.
    func undeclared(_ name: String, at range: Range<Int>) -> ExpressionFault? {
        switch name {
        case "params": parameters.isEmpty ? .noParameters(at: range) : .unknownParameter(parameter(behind: range), among: parameters)
        case RuleEnvironment.Name.previous, RuleEnvironment.Name.yearAgo: .noPeriods(name, table: table.name, at: range)
        case RuleEnvironment.Name.baseline: .noBaseline(at: range)
        default: nil
        }
    }

    /// The name behind `params.`; nil where `params` stands alone.
    func parameter(behind params: Range<Int>) -> (name: String?, range: Range<Int>) {
        let dot = skipBlanks(after: params.upperBound)
        guard text.indices.contains(dot), text[dot] == "." else { return (nil, params) }
        let range = word(around: skipBlanks(after: dot + 1))
        return range.isEmpty ? (nil, params) : (string(range), range)
    }

    /// The variable of the innermost loop around a place, where it goes over a list whose records have the field.
    func element(with field: String, before place: Int) -> String? {
        var depth = 0
        for index in text[..<place].indices.reversed() {
            if text[index] == ")" { depth += 1 }
            guard text[index] == "(" else { continue }
            if depth > 0 { depth -= 1; continue }
            let variable = word(around: skipBlanks(after: index + 1))
            guard !variable.isEmpty, let comma = text.indices.contains(skipBlanks(after: variable.upperBound))
                ? text[skipBlanks(after: variable.upperBound)] : nil, comma == ","
            else { return nil }
            let isKnown = vocabulary.lists(of: table.name).contains { vocabulary.tables[$0.table]?.fields[field] != nil }
            return isKnown ? string(variable) : nil
        }
        return nil
    }

    /// `.count` where `.count()` is meant.
    func functionWithoutBrackets(_ fault: ExpressionFault) -> ExpressionFault? {
        let functions = ["count", "sum", "avg", "min", "max", "median", "distinct", "share", "ratio", "size"]
        guard let name = string(fault.range).split(separator: ".").last.map({ CellText.trimmed(String($0)) }),
              functions.contains(name)
        else { return nil }
        return fault.with(help: .functionWithBrackets(name))
    }

    /// `2020-01-01`, which CEL takes for two subtractions.
    func dateWithoutQuotes(around range: Range<Int>) -> ExpressionFault? {
        for start in text.indices where text[start].isDigit && (start == 0 || !isWord(start - 1)) {
            let end = text[start...].firstIndex { !$0.isDigit && $0 != "-" } ?? text.count
            let date = string(start..<end)
            guard date.split(separator: "-").map(\.count) == [4, 2, 2], !isInQuotes(start) else { continue }
            return .dateWithoutQuotes(date, at: start..<end)
        }
        return nil
    }

    func isInQuotes(_ place: Int) -> Bool {
        !text[..<place].count { $0 == "'" }.isMultiple(of: 2) || !text[..<place].count { $0 == "\"" }.isMultiple(of: 2)
    }

    /// A title for a field's name, a value without quotes, a unit behind a number.
    func strayWord(at range: Range<Int>) -> ExpressionFault? {
        let range = word(around: range.lowerBound)
        let word = string(range)
        if let number = number(endingAt: range.lowerBound), (try? Unit.parse(word)) != nil {
            let whole = number.lowerBound..<range.upperBound
            return .quantityWithoutQ(string(whole), at: whole)
        }
        if let sign = Self.wordsForOperators[word] { return .wordForOperator(word, sign: sign, at: range) }
        if let field = table.fields.values.first(where: { $0.headers.contains(word) }) {
            return .fieldByTitle(word, name: field.name, at: range)
        }
        let isValue = vocabulary.enumerations.values.contains { $0.literals.contains(word) }
        return isValue ? .valueWithoutQuotes(word, at: range) : nil
    }

    private static let wordsForOperators = ["且": "&&", "并且": "&&", "而且": "&&", "或": "||", "或者": "||", "非": "!", "等于": "==", "不等于": "!="]

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
        if let two = twoComparisons(second: fault.range) { return fault.with(help: .twoComparisons(two)) }
        if let field = fields.first(where: { $0.type == .boolean }) { return fault.with(help: .plainBoolean(field.name)) }
        if fields.contains(where: { $0.type.isNumeric }) { return fault.with(help: .numberWithoutQuotes) }
        return nil
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

    func string(_ range: Range<Int>) -> String { text.text(in: range) }
}

private extension Unicode.Scalar {
    var isDigit: Bool { ("0"..."9").contains(self) }
}

private extension FieldType {
    var isPlainEnumeration: Bool {
        if case .enumeration(let enumeration) = self { !enumeration.isOrdered } else { false }
    }
}
