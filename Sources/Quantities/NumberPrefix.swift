/// Finds the number that a quantity begins with.
enum NumberPrefix {
    typealias Characters = ArraySlice<FoldedText.Character>

    /// The words and signs that stand between the two ends of a range.
    private static let dashes: Set<Unicode.Scalar> = ["-", "–", "—", "―", "~", "〜", "至", "到"]

    /// Where the number ends; the start where there is none.
    static func end(in characters: Characters) -> Int {
        var index = characters.startIndex
        if let first = characters.first?.scalar, first == "-" || first == "+" { index += 1 }
        let integer = digits(in: characters, from: index)
        var end = integer
        if end < characters.endIndex, characters[end].scalar == "." {
            let fraction = digits(in: characters, from: end + 1)
            if fraction > end + 1 { end = fraction }
        }
        return end == index ? characters.startIndex : endOfExponent(in: characters, after: end)
    }

    /// What is wrong with the number or stands behind it that no unit begins with.
    static func fault(number: Characters, rest: Characters) -> (kind: QuantityFault.Kind, place: Characters)? {
        if number.isEmpty { return (.noNumber, rest) }
        guard let next = rest.first?.scalar else { return nil }
        if let dash = range(in: rest) { return (.range, dash) }
        if next == "," { return (.thousandsSeparator, rest.prefix(1)) }
        let run = rest.prefix { $0.scalar.isDigit || $0.scalar == "." }
        return run.isEmpty ? nil : (.badNumber, run)
    }

    /// The end of the digits from `start` on; a space ends them.
    private static func digits(in characters: Characters, from start: Int) -> Int {
        var end = start
        while end < characters.endIndex, characters[end].scalar.isDigit {
            if end > start, characters[end].followsSpace { break }
            end += 1
        }
        return end
    }

    private static func endOfExponent(in characters: Characters, after end: Int) -> Int {
        guard end < characters.endIndex, ["e", "E"].contains(characters[end].scalar) else { return end }
        var start = end + 1
        if start < characters.endIndex, ["-", "+"].contains(characters[start].scalar) { start += 1 }
        let exponent = digits(in: characters, from: start)
        return exponent > start ? exponent : end
    }

    /// The first dash with a number behind it.
    private static func range(in rest: Characters) -> Characters? {
        let dash = rest.indices.dropLast().first { index in
            dashes.contains(rest[index].scalar) && rest[index + 1].scalar.isDigit
        }
        return dash.map { rest[$0...$0] }
    }
}
