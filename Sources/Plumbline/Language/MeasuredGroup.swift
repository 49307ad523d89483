import CEL
import Quantities

/// The elements of a list by whether they are known. Those to which a rule that was asked of them does not apply
/// are in no group.
struct MeasuredGroup {
    private(set) var known: [Value] = []
    /// How many could be one thing or another: unknowns, and intervals.
    private(set) var open = 0
    /// Why; nil where everything is known.
    private(set) var causes: UnknownSet?
    /// The ranges of open numbers.
    private var ranges: [NumberRange] = []

    /// - Parameter keepingIntervals: Whether an interval's ends count; else it is unknown like everything that is.
    init(_ elements: [Value], for use: ElementUse, keepingIntervals: Bool) {
        known.reserveCapacity(elements.count)
        for element in elements {
            if let causes = Self.openCauses(of: element, for: use) {
                if !causes.isNotApplicable { add(keepingIntervals ? NumberRange(element) : nil, causes) }
            } else {
                known.append(element)
            }
        }
    }

    var isEmpty: Bool { known.isEmpty && open == 0 }

    /// Whether any are known, and at least a share of them, 0 to 1.
    func isMeasured(atLeast share: Number?) -> Bool {
        guard !known.isEmpty else { return open == 0 }
        return share.map { Number(known.count) >= $0 * Number(known.count + open) } ?? true
    }

    /// The range of an aggregate over all elements; nil where it has none.
    func range(of aggregate: Aggregate, over type: CEL.`Type`) -> NumberRange? {
        switch aggregate {
        case .count: conditions
        case .share: conditions.divided(by: NumberRange(size))
        case .sum: sum
        case .average: sum?.divided(by: NumberRange(size))
        case .median: numbers.flatMap(median)
        // Whole numbers would have to stay such, and dates and grades have no range.
        case .least: type == NumberValue.type ? numbers.flatMap { NumberRange.extreme($0, min) } : nil
        case .greatest: type == NumberValue.type ? numbers.flatMap { NumberRange.extreme($0, max) } : nil
        case .ratio, .distinct: nil
        }
    }
}

private extension MeasuredGroup {
    static func openCauses(of element: Value, for use: ElementUse) -> UnknownSet? {
        if case .aggregate(.ratio, _) = use, case .list(let pair) = element { return UnknownSet(open: pair) }
        return element.openCauses
    }

    mutating func add(_ range: NumberRange?, _ more: UnknownSet) {
        open += 1
        ranges.append(range ?? .all)
        if causes == nil { causes = more } else { causes?.formUnion(more) }
    }

    var size: Number { Number(known.count + open) }

    /// How many conditions hold.
    var conditions: NumberRange {
        let met = known.count { $0 == .bool(true) }
        return NumberRange(low: .number(Number(met)), high: .number(Number(met + open)))
    }

    /// The ranges of all elements; nil where one is no number.
    var numbers: [NumberRange]? {
        let all = known.compactMap(NumberRange.init(_:)) + ranges
        return all.count == known.count + open ? all : nil
    }

    var sum: NumberRange? {
        numbers?.reduce(NumberRange(.zero) as NumberRange?) { sum, range in sum?.adding(range) }
    }

    func median(_ ranges: [NumberRange]) -> NumberRange? {
        guard let low = middle(ranges.map(\.low)), let high = middle(ranges.map(\.high)) else { return nil }
        return NumberRange(low: low, high: high)
    }

    /// The middle of ends of one side, or the mean of the two middle ones.
    func middle(_ ends: [RangeEnd]) -> RangeEnd? {
        let sorted = ends.sorted()
        guard let upper = sorted.dropFirst(sorted.count / 2).first else { return nil }
        if sorted.count % 2 == 1 { return upper }
        return upper.adding(sorted[sorted.count / 2 - 1])?.mapped { $0.divided(by: 2) }
    }
}

private extension UnknownSet {
    /// Whether nothing is unknown but the verdict of a rule that does not apply.
    var isNotApplicable: Bool { causes.allSatisfy { $0.code == MeasuredGroup.notApplicable } }
}

extension MeasuredGroup {
    /// The cause's code of another rule's verdict where that rule does not apply.
    static let notApplicable = "not_applicable"
}
