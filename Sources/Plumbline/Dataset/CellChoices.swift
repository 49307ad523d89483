import CEL
import Quantities

/// What cells that nobody reported are tried with.
struct CellChoices {
    /// What a cell of a field may be taken to hold.
    struct Found {
        var values: [Value]
        /// Whether its range has no end on a side.
        var isEndless = false
        /// Whether it could hold something else.
        var isSample = false
    }

    /// How finely numbers are tried.
    enum Fineness {
        /// Everything that a cell could hold where that is little. Where cells are only compared with numbers, those, what lies
        /// between them and beyond them; else the ends of their ranges.
        case whole(comparedWith: [Number]?)
        case ends
    }

    let fineness: Fineness
    /// Whether all cells of a field hold the same.
    var isOfFields = false

    /// Whether numbers are tried by what they are compared with.
    var isCompared: Bool { if case .whole(_?) = fineness { true } else { false } }

    /// So many whole numbers are tried one by one.
    private static let few = Number(128)

    /// - Returns: nil for a field of which nothing can be supposed.
    func values(of field: Field) -> Found? {
        if field.isMany { return nil }
        switch field.type {
        case .boolean: return Found(values: [.bool(false), .bool(true)])
        case .enumeration(let enumeration): return Found(values: enumeration.members.indices.map { .object(EnumerationValue(enumeration, rank: $0)) })
        case .integer, .decimal, .percent: return numbers(of: field)
        default: return nil
        }
    }
}

private extension CellChoices {
    func numbers(of field: Field) -> Found? {
        let isWhole = field.type == .integer
        let low = field.range?.lower.map { isWhole ? $0.ceiling : $0 }
        let high = field.range?.upper.map { isWhole ? $0.floor : $0 }
        if let low, let high, high < low { return nil }
        let isEndless = low == nil || high == nil
        if case .whole(let compared) = fineness {
            if isWhole, let low, let high, high - low < Self.few {
                let first = low
                let count = Int((high - low).integer ?? 0)
                return Found(values: (0...count).map { .number(first + Number($0)) })
            }
            if let compared { return Found(values: Self.sides(of: compared, low, high, isWhole).map { .number($0) }, isEndless: isEndless, isSample: true) }
        }
        return Found(values: Self.ends(low, high).map { .number($0) }, isEndless: isEndless, isSample: low == nil || low != high)
    }

    /// The ends; where one is missing something beyond the other, too, for an end may be the one number without an answer.
    static func ends(_ low: Number?, _ high: Number?) -> [Number] {
        switch (low, high) {
        case (let low?, let high?): low == high ? [low] : [low, high]
        case (let low?, nil): [low, low + 1]
        case (nil, let high?): [high, high - 1]
        case (nil, nil): [.zero, 1]
        }
    }

    /// The numbers themselves and the ends, one between each two of them, and one beyond them where there is no end.
    static func sides(of numbers: [Number], _ low: Number?, _ high: Number?, _ isWhole: Bool) -> [Number] {
        let within = numbers.filter { number in low.map { $0 <= number } ?? true && high.map { number <= $0 } ?? true }
        let marks = Set(within + [low, high].compactMap(\.self)).sorted()
        guard let first = marks.first, let last = marks.last else { return [.zero] }
        var sides = low == nil ? [first.floor - 1] : []
        for (place, mark) in marks.enumerated() {
            if !isWhole || mark.isInteger { sides.append(mark) }
            guard place + 1 < marks.count else { break }
            let next = marks[place + 1]
            let between = isWhole ? mark.floor + 1 : (mark + next).divided(by: 2) ?? mark
            if mark < between, between < next { sides.append(between) }
        }
        return high == nil ? sides + [last.ceiling + 1] : sides
    }
}
