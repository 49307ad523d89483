/// What cells hold that nobody reported, each the same wherever it is asked for, in one of all the ways that there are.
final class PlainSupposition {
    private let imagination: PlainImagination
    private let vocabulary: PlainVocabulary
    /// Whether numbers are tried as finely as this side tries anything, or only the ends of their ranges.
    private let isFine: Bool
    /// Whether everything is tried that the cells could hold.
    private(set) var isExact = true

    init(_ imagination: PlainImagination, _ vocabulary: PlainVocabulary, isFine: Bool) {
        (self.imagination, self.vocabulary, self.isFine) = (imagination, vocabulary, isFine)
    }

    /// - Returns: nil for a cell of which nothing is supposed.
    func value(of field: PlainField, _ row: PlainRow) -> PlainValue? {
        let cell = "\(row.table.name) \(row.key) \(row.number) \(field.name)"
        func steps(_ names: [String]) -> PlainValue {
            let rank = imagination.choose(cell, from: Array(names.indices))
            return .rank(rank, names[rank])
        }
        switch field.type {
        case .integer, .decimal, .percent: return .number(imagination.choose(cell, from: numbers(field)))
        case .boolean: return .flag(imagination.choose(cell, from: [false, true]))
        case .kind: return .text(imagination.choose(cell, from: vocabulary.kinds))
        case .grade: return steps(vocabulary.grades)
        case .stage: return steps(PlainVocabulary.stages)
        case .text, .date, .period, .level, .reference:
            isExact = false
            return nil
        }
    }

    private func numbers(_ field: PlainField) -> [PlainNumber] {
        let (low, high) = (field.range?.low, field.range?.high)
        if let low, let high {
            if field.type == .integer { return (low...high).map { PlainNumber($0) } }
            // Thresholds of what is made up are sixths at the finest; so each side of each of them is tried. But nobody can
            // try everything between two numbers.
            isExact = false
            let parts = isFine ? 12 : 2
            return (low * parts...high * parts).map { PlainNumber($0, over: parts) }
        }
        isExact = false
        guard isFine else { return [low ?? -50, 0, 1, 50].map { PlainNumber($0) } }
        let whole = Array((low ?? -25)...25) + [50, 1000] + (low == nil ? [-1000] : [])
        let between = field.type == .integer ? [] : (0...12).map { PlainNumber($0, over: 12) }
        return whole.map { PlainNumber($0) } + between
    }
}

extension PlainEvaluator {
    /// The same where nothing is supposed: what is asked is what came.
    var asItCame: PlainEvaluator {
        var evaluator = self
        evaluator.supposition = nil
        return evaluator
    }

    func supposed(_ field: PlainField, of row: PlainRow) -> PlainValue? { supposition?.value(of: field, row) }
}
