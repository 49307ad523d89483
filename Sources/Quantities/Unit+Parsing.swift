extension Unit {
    /// The most code points a unit has, spaces aside.
    public static let symbolLimit = 64

    /// Reads a unit: `%`, `万元`, `人/万人`, `辆/3万人`, `1/10万`, `/10万`, `个月`, `hours`.
    ///
    /// A term is a name, scaled by 十 百 千 万 亿 before it; below a `/` a number may stand before that, and
    /// the name may be left out. Several `/` divide one after the other. ASCII names are read in either
    /// case; full-width signs and spaces do not matter.
    /// - Throws: The first fault from the left, with its place in `text`.
    public static func parse(_ text: some StringProtocol) throws(QuantityFault) -> Unit {
        let folded = FoldedText(text)
        return try UnitParser(text: folded).unit(folded.characters[...])
    }
}

/// Reads the unit in a part of a text.
struct UnitParser {
    typealias Characters = ArraySlice<FoldedText.Character>

    /// What one side of a `/` says.
    private struct Term {
        var scale = Number.one
        var known: KnownUnit?
        var hasNumber = false
    }

    let text: FoldedText

    func unit(_ characters: Characters) throws(QuantityFault) -> Unit {
        guard !characters.isEmpty else { throw fault(.empty, characters) }
        guard characters.count <= Unit.symbolLimit else { throw fault(.tooLong, characters) }
        let sides = characters.split(omittingEmptySubsequences: false) { $0.scalar == "/" }
        let numerator = try numerator(sides[0], stands: sides.count == 1)
        var dimension = numerator.known?.dimension ?? .pure
        var scale = numerator.scale
        var isPerHead = false
        for side in sides.dropFirst() {
            let term = try denominator(side)
            let below = term.known?.dimension ?? .pure
            dimension = dimension / below
            scale = scale * (term.scale.reciprocal ?? .one)
            isPerHead = isPerHead || below == Dimension(.person) || below == Dimension(.visit)
        }
        let stands = sides.count == 1
        return Unit(
            symbol: characters.text, dimension: dimension, scale: scale,
            sign: stands ? numerator.known?.sign ?? .none : .none, isPerHead: isPerHead,
            isMagnitude: stands && numerator.known == nil)
    }

    private func numerator(_ side: Characters, stands: Bool) throws(QuantityFault) -> Term {
        if !stands, side.isEmpty || side.text == "1" { return Term() }
        let term = try term(side)
        if term.hasNumber { throw fault(.numberInUnit, side) }
        return term
    }

    private func denominator(_ side: Characters) throws(QuantityFault) -> Term {
        let term = try term(side)
        if term.scale.isZero { throw fault(.zeroDenominator, side) }
        return term
    }

    private func term(_ side: Characters) throws(QuantityFault) -> Term {
        guard !side.isEmpty else { throw fault(.emptyTerm, side) }
        var term = Term()
        var rest = side
        let digits = rest.prefix { $0.scalar.isDigit || $0.scalar == "." }
        if !digits.isEmpty {
            guard let decimal = Decimal(digits.text) else { throw fault(.badNumber, digits) }
            term.scale = Number(decimal)
            term.hasNumber = true
            rest = rest[digits.endIndex...]
        }
        while let first = rest.first {
            if let known = KnownUnit.byName[rest.text.lowercased()] {
                if known.sign != .none, rest.startIndex > side.startIndex { throw fault(.scaledSign, side) }
                term.known = known
                term.scale = term.scale * known.scale
                return term
            }
            guard let magnitude = KnownUnit.magnitudes[first.scalar] else {
                throw fault(.unknownUnit(rest.text), rest)
            }
            term.scale = term.scale * magnitude
            rest = rest.dropFirst()
        }
        return term
    }

    private func fault(_ kind: QuantityFault.Kind, _ characters: Characters) -> QuantityFault {
        QuantityFault(kind, at: characters, in: text)
    }
}
