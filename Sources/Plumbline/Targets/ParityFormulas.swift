import CEL
import Diagnostics
import Quantities

/// The arithmetic of `parity` over the columns of a group.
///
/// Where tested values are among those compared with, sums are taken apart so that each value stands in a
/// comparison once: an interval that a missing cell makes then is as narrow as it can be.
struct ParityFormulas {
    private let text: ParityText
    private let observed: Observed
    /// Whether what is missing is passed over by aggregates, so that counts have to pass over it too.
    private let leavesOutMissing: Bool

    init(_ text: ParityText, of observed: Observed, leavesOutMissing: Bool) {
        self.text = text
        self.observed = observed
        self.leavesOutMissing = leavesOutMissing
    }

    func lowering(kind: String) -> GroupLowering {
        let figures = figures
        return GroupLowering(
            strata: text.strata, strataTexts: text.strataTexts, columns: columns, testedColumn: Name.tested,
            comparedColumn: Name.compared, minGroup: text.minGroup, verdict: figures.verdict, observed: figures.observed,
            gap: figures.observed - figures.limit, limitValue: figures.limit, closings: closings,
            limit: Limit(kind: kind, text: text.limit.source, sign: text.bound.sign, unit: observed.measure.unit),
            sides: [Name.tested, Name.compared].map { GroupLowering.Side(column: $0, value: centre($0)) },
            showsSingleRecord: text.comparison == .each, showsMiddle: text.comparison == .median, joining: text.comparison == .mean ? .extremes : .anyhow)
    }
}

// MARK: - Columns

private extension ParityFormulas {
    enum Name {
        static let tested = "tested"
        static let compared = "compared"
        /// Those compared with who are not tested.
        static let rest = "rest"
        /// Those tested who are among those compared with, and those who are not.
        static let shared = "shared"
        static let apart = "apart"
    }

    static let testedTitle = Localized(zh: "被比较的一方", en: "those tested")
    static let comparedTitle = Localized(zh: "比照的一方", en: "those compared with")

    var columns: [GroupLowering.Column] {
        var columns = [
            column(Name.tested, text.test, Self.testedTitle), column(Name.compared, text.against, Self.comparedTitle),
        ]
        switch (text.comparison, text.against) {
        case (.median, _): break
        case (_, nil): columns.append(column(Name.rest, !text.test, Self.comparedTitle))
        case (.mean, let against?): columns.append(column(Name.shared, text.test && against, Self.testedTitle))
        case (.each, let against?):
            columns.append(column(Name.shared, text.test && against, Self.testedTitle))
            columns.append(column(Name.apart, text.test && !against, Self.testedTitle))
        }
        guard leavesOutMissing, text.comparison != .median else { return columns }
        return columns + columns.map(measuredOnes)
    }

    func column(_ name: String, _ filter: Expression?, _ title: Localized) -> GroupLowering.Column {
        GroupLowering.Column(name: name, filter: filter, value: observed.expression, title: title)
    }

    /// A column of ones for the records that have a value.
    func measuredOnes(_ column: GroupLowering.Column) -> GroupLowering.Column {
        let isMeasured = Expression.call("measured", [observed.expression])
        return GroupLowering.Column(
            name: measured(column.name), filter: column.filter.map { $0 && isMeasured } ?? isMeasured, value: .number(1),
            title: column.title)
    }

    func measured(_ column: String) -> String { "\(column)_measured" }
}

// MARK: - Figures

private extension ParityFormulas {
    struct Figures {
        var verdict: Expression
        var observed: Expression
        /// What `observed` is held against.
        var limit: Expression
    }

    var level: Expression { .number(text.limit.value) }

    var figures: Figures {
        switch text.comparison {
        case .mean:
            let figures = centres
            guard text.against == nil else { return figures }
            // mean(tested) ≥ level × mean(all), with tested and rest apart.
            let (n, m) = (count(Name.tested), count(Name.compared))
            let left = (m - level * n) * sum(Name.tested)
            return Figures(verdict: compare(left, level * n * sum(Name.rest)), observed: figures.observed, limit: figures.limit)
        case .median: return centres
        case .each:
            guard text.against != nil else { return worst(of: Name.tested, isAmongCompared: true) }
            return worst(
                worst(of: Name.shared, isAmongCompared: true), in: Name.shared,
                or: worst(of: Name.apart, isAmongCompared: false), in: Name.apart)
        }
    }

    /// The two sides' means or medians.
    var centres: Figures {
        let (tested, limit) = (centre(Name.tested), level * centre(Name.compared))
        return Figures(verdict: compare(tested, limit), observed: tested, limit: limit)
    }

    /// The value of a column that is nearest to failing decides for all: the difference from the mean of the others
    /// grows with the value itself.
    func worst(of column: String, isAmongCompared: Bool) -> Figures {
        let value = aggregate(text.bound.isFloor ? .least : .greatest, column)
        var others = aggregate(.average, Name.compared)
        if isAmongCompared {
            let count = count(Name.compared)
            let mean = (sum(Name.compared) - value) / (count - .number(1))
            others = .conditional(count > .number(1), mean, .call(Aggregate.average.listFunction, [.list([])]))
        }
        return Figures(verdict: compare(value, level * others), observed: value, limit: level * others)
    }

    /// The worse of two, either of which may be of an empty column.
    func worst(_ first: Figures, in firstColumn: String, or second: Figures, in secondColumn: String) -> Figures {
        let (firstIsEmpty, secondIsEmpty) = (isEmpty(firstColumn), isEmpty(secondColumn))
        let (a, b) = (first.observed - first.limit, second.observed - second.limit)
        let isFirst = secondIsEmpty || (!firstIsEmpty && (text.bound.isFloor ? a < b : a > b))
        // Where nobody's figure is known neither side has a verdict, and so has the whole.
        let isNobody = firstIsEmpty && secondIsEmpty
        return Figures(
            verdict: (!isNobody && firstIsEmpty || first.verdict) && (!isNobody && secondIsEmpty || second.verdict),
            observed: .conditional(isFirst, first.observed, second.observed),
            limit: .conditional(isFirst, first.limit, second.limit))
    }

    /// What those tested would have to be given in all so that the means meet: those first who are not compared with
    /// themselves, for they do not raise what they are held against.
    var closings: [Lowering.Closing] {
        guard text.comparison == .mean, text.bound == .atLeast else { return [] }
        let (n, m) = (count(Name.tested), count(Name.compared))
        let lacking = level * sum(Name.compared) * n / m - sum(Name.tested)
        let share = m - level * n
        let amongThem = (lacking * m / share).nullable(if: share > .number(0))
        guard text.against != nil else { return [Lowering.Closing(kind: .raise, amount: amongThem)] }
        let amount = Expression.conditional(count(Name.shared) < n, .operation("dyn", lacking), amongThem)
        return [Lowering.Closing(kind: .raise, amount: amount)]
    }

    func compare(_ left: Expression, _ right: Expression) -> Expression {
        text.bound.bounds(right).verdict(left)
    }

    func centre(_ column: String) -> Expression { aggregate(text.comparison == .median ? .median : .average, column) }
    func sum(_ column: String) -> Expression { aggregate(.sum, column) }
    func count(_ column: String) -> Expression {
        .member("count", of: .identifier(leavesOutMissing ? measured(column) : column))
    }
    func isEmpty(_ column: String) -> Expression { .operation(Operator.equals, count(column), .number(0)) }
    func aggregate(_ aggregate: Aggregate, _ column: String) -> Expression {
        .call(aggregate.listFunction, [.identifier(column)])
    }
}
