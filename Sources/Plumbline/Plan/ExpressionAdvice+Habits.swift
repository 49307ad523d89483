import CEL
import Diagnostics
import OrderedCollections

/// What people write who know another language better.
extension ExpressionAdvice {
    /// `True`, `NULL`, `None`.
    func constantOfOthers(at range: Range<Int>) -> ExpressionFault? {
        let name = string(range)
        let meant = name.lowercased() == "none" || name.lowercased() == "nil" ? "null" : name.lowercased()
        guard ["true", "false", "null"].contains(meant), table.fields[name] == nil else { return nil }
        return .constantOfOthers(name, meant: meant, at: range)
    }

    /// `length(list)`.
    func functionOfOthers(_ fault: ExpressionFault) -> ExpressionFault? {
        guard ["length", "len", "strlen"].contains(string(fault.range).lowercased()) else { return nil }
        let opening = skipBlanks(after: fault.range.upperBound)
        guard text.indices.contains(opening), text[opening] == "(", let closing = closing(of: opening) else { return nil }
        let argument = CellText.trimmed(string(opening + 1..<closing))
        // `list.length()` has what it measures before the point.
        guard !argument.isEmpty else { return fault.with(help: .otherWay("count()")) }
        return fault.with(help: .sizeOf(argument))
    }

    /// `not (a || b)`, which reads like a call; what follows the bracket must not bind more tightly than `not` does.
    func notBeforeBracket(_ fault: ExpressionFault) -> ExpressionFault? {
        let opening = skipBlanks(after: fault.range.upperBound)
        guard string(fault.range).lowercased() == "not", text.indices.contains(opening), text[opening] == "(",
              let closing = closing(of: opening)
        else { return nil }
        let next = skipBlanks(after: closing + 1)
        let isAlone = next >= text.count || "&|,)]".unicodeScalars.contains(text[next])
            || ["and", "or"].contains(string(word(around: next)).lowercased())
        return isAlone ? fault.mended(by: .init(fault.range.lowerBound..<opening, replacement: "!")) : nil
    }

    /// `!==`, and `a not in b`.
    func foreignNegation(_ fault: ExpressionFault) -> ExpressionFault? {
        let start = fault.range.lowerBound
        if string(fault.range) == "=", start >= 2, string(start - 2..<start) == "!=" {
            return .strictInequality(at: start - 2..<fault.range.upperBound)
        }
        guard string(fault.range).lowercased() == "not" else { return nil }
        let next = word(around: skipBlanks(after: fault.range.upperBound))
        guard string(next) == "in" else { return nil }
        let left = operand(before: start)
        let right = operand(after: next.upperBound)
        return fault.with(help: .otherWay("!(\(left) in \(right))"))
    }

    /// `kind in ('a', 'b')`, `kind in 'a'`.
    func listInRoundBrackets(_ fault: ExpressionFault) -> ExpressionFault? {
        for start in text.indices where start + 2 <= text.count && string(start..<start + 2) == "in" && !isWord(start - 1) && !isWord(start + 2) {
            let opening = skipBlanks(after: start + 2)
            guard !isInQuotes(start), text.indices.contains(opening) else { continue }
            let isInside = fault.range.lowerBound >= start
            if text[opening] == "(", let closing = closing(of: opening), isInside, fault.range.lowerBound <= closing {
                return fault.with(help: .listInSquareBrackets("in [\(string(opening + 1..<closing))]"))
            }
            if text[opening] == "'" || text[opening] == "\"", fault.range.lowerBound == start {
                return fault.with(help: .listInSquareBrackets("in [\(operand(after: opening))]"))
            }
        }
        return nil
    }

    /// `10 < beds < 20` as the two comparisons that it stands for; nil where the sign is no second one.
    func twoComparisons(second: Range<Int>) -> String? {
        let start = clauseStart(before: second.lowerBound)
        guard let sign = text[start..<second.lowerBound].firstIndex(where: { $0 == "<" || $0 == ">" }) else { return nil }
        let signEnd = sign + (text.indices.contains(sign + 1) && text[sign + 1] == "=" ? 2 : 1)
        let middle = CellText.trimmed(string(signEnd..<second.lowerBound))
        let left = CellText.trimmed(string(start..<sign))
        return "\(left) \(string(sign..<signEnd)) \(middle) && \(middle) \(string(second)) \(operand(after: second.upperBound))"
    }
}

private extension ExpressionAdvice {
    /// The bracket that closes one, texts in quotes passed over.
    func closing(of opening: Int) -> Int? {
        var depth = 0
        for place in text.indices[opening...] where !isInQuotes(place) {
            if "([{".unicodeScalars.contains(text[place]) { depth += 1 }
            if ")]}".unicodeScalars.contains(text[place]) { depth -= 1 }
            if depth == 0 { return place }
        }
        return nil
    }

    /// Where the clause begins that a place stands in: behind the last `&&`, `||`, comma or opening bracket.
    func clauseStart(before place: Int) -> Int {
        var depth = 0
        for index in text.indices[..<place].reversed() where !isInQuotes(index) {
            if ")]".unicodeScalars.contains(text[index]) { depth += 1 }
            if "([".unicodeScalars.contains(text[index]) {
                if depth == 0 { return index + 1 }
                depth -= 1
            }
            if depth == 0, "&|,?:".unicodeScalars.contains(text[index]) { return index + 1 }
        }
        return 0
    }

    /// What an operator has before it, as far as its clause goes.
    func operand(before place: Int) -> String { CellText.trimmed(string(clauseStart(before: place)..<place)) }

    /// What an operator has behind it, as far as its clause goes.
    func operand(after place: Int) -> String {
        var depth = 0
        var end = place
        while end < text.count {
            if !isInQuotes(end) {
                if "([".unicodeScalars.contains(text[end]) { depth += 1 }
                if ")]".unicodeScalars.contains(text[end]) { depth -= 1 }
                if depth < 0 || (depth == 0 && "&|,?:".unicodeScalars.contains(text[end])) { break }
            }
            end += 1
        }
        return CellText.trimmed(string(place..<end))
    }
}
