import CEL
import Diagnostics
import Quantities

/// The arithmetic of `peers`: the other side's figure, and the level that a record would have to reach.
struct PeersFormulas {
    private let text: PeersText
    private let observed: Observed
    private let missing: MissingPolicy

    init(_ text: PeersText, of observed: Observed, missing: MissingPolicy) {
        self.text = text
        self.observed = observed
        self.missing = missing
    }

    func lowering(kind: String) -> Lowering {
        let side = side
        let limit = text.threshold.number == 0 ? side.figure : side.figure + text.threshold.value
        var lowering = text.bound.bounds(limit).lower(observed, limit: self.limit(kind), applies: text.threshold.applies)
        lowering.limitValue = limit
        lowering.closings = side.closings
        lowering.figures = side.figures
        lowering.sides = [
            Lowering.Side(title: Localized(zh: "自身", en: "itself"), value: observed.expression),
            Lowering.Side(title: side.title, list: side.list, value: side.figure),
        ]
        return lowering
    }
}

private extension PeersFormulas {
    /// What the record is compared with.
    struct Side {
        var title: Localized
        var figures: [Figure]
        /// Over the figures.
        var figure: Expression
        var list: Expression?
        var closings: [Lowering.Closing]
    }

    enum Name {
        static let values = "@peers"
        static let parts = "@peer_parts"
        static let wholes = "@peer_wholes"
        /// A one for each of those that have a value.
        static let ones = "@peer_ones"
        static let published = "@published"
        /// What is made of the lists.
        static let figure = "@peers_figure"
        static let sum = "@peers_sum"
        static let count = "@peers_count"
        static let above = "@peer_parts_sum"
        static let below = "@peer_wholes_sum"
    }

    func limit(_ kind: String) -> Limit {
        let unit = observed.measure.unit ?? (text.threshold.unit?.isShareDifference == true ? .percent : text.threshold.unit)
        var limit = Limit(kind: kind, text: text.threshold.text, sign: text.bound.sign, unit: unit)
        limit.comparedWith = Localized(zh: "（\(text.sideText.zh)）", en: ", \(text.sideText.en)")
        // Above by nothing is above what the others have.
        if text.threshold.number == 0 { limit.words = text.figureText }
        return limit
    }

    var side: Side {
        switch text.side {
        case .published(let benchmark):
            let figure = Figure(Name.published, .benchmark(benchmark))
            let limit = figure.variable + text.threshold.value
            return Side(
                title: Localized(zh: "公布的数据", en: "the published figure"), figures: [figure], figure: figure.variable, list: nil,
                closings: text.bound.bounds(limit).closings(observed))
        case .records(let among, nil, let least): return mean(among, least)
        case .records(let among, let quotient?, let least): return pooled(quotient, among, least)
        }
    }

    func aggregate(_ aggregate: Aggregate, _ list: Figure) -> Expression { .call(aggregate.listFunction, [list.variable]) }

    /// - Parameter values: What has to be there for a peer to count where what was not reported is left out.
    func list(
        _ name: String, _ value: Expression, _ among: [Expression], _ least: Int, having values: [Expression],
        joining: GroupLowering.Joining = .anyhow
    ) -> Figure {
        let measured = values.map { Expression.call("measured", [$0]) }.reduce(.yes) { $0 && $1 }
        let peers = Figure.Peers(
            among: among, filter: measured.truth == true ? nil : measured, value: value, leastCount: least, joining: joining)
        return Figure(name, .peers(peers))
    }

    /// What a group comes to, worked out once for all of its records.
    func together(_ name: String, _ expression: Expression) -> Figure { Figure(name, .together(expression)) }

    /// What brings the record to a level, where its peers leave one: of those who are shares, none can be beyond the whole.
    func closings(_ level: Expression, _ figure: Expression, isReachable: Expression) -> [Lowering.Closing] {
        let isShare = observed.ratio?.isOfOneKind ?? false
        let isPossible = isShare ? isReachable && (level <= .number(1) || figure > .number(1)) : isReachable
        return text.bound.bounds(level).closings(observed).map { closing in
            Lowering.Closing(kind: closing.kind, amount: closing.amount.nullable(if: isPossible))
        }
    }

    /// Whether one who did not report is no peer: its own finding is against it, not against the others.
    var leavesOutUnreported: Bool { missing == .against }
}

// MARK: - The mean of the values

private extension PeersFormulas {
    func mean(_ among: [Expression], _ least: Int) -> Side {
        let value = observed.expression
        let values = list(Name.values, value, among, least, having: leavesOutUnreported ? [value] : [], joining: .extremes)
        let ones = list(Name.ones, .number(1), among, 1, having: [value], joining: .extremes)
        let mean = together(Name.figure, aggregate(.average, values))
        let sum = together(Name.sum, aggregate(.sum, values))
        let count = together(Name.count, .member("count", of: ones.variable))
        // The record's own value moves the mean too: v is far enough from (sum - own + v) / n at this level.
        let level = (count.variable * text.threshold.value + sum.variable - value) / (count.variable - .number(1))
        return Side(
            title: Localized(zh: "同类平均（含自身）", en: "the mean of its peers, itself included"),
            figures: [values, ones, mean, sum, count], figure: mean.variable, list: values.variable,
            closings: closings(level, mean.variable, isReachable: count.variable > .number(1)))
    }
}

// MARK: - Sums over sums

private extension PeersFormulas {
    func pooled(_ quotient: Observed.Quotient, _ among: [Expression], _ least: Int) -> Side {
        // A part without its whole, or a whole without its part, would tilt the figure: nothing but both counts where the
        // measured stand for all.
        let both = missing == .bounds ? [] : [quotient.numerator, quotient.denominator]
        let parts = list(Name.parts, quotient.numerator, among, least, having: both)
        let wholes = list(Name.wholes, quotient.denominator, among, least, having: both)
        let values = list(Name.values, .list([quotient.numerator, quotient.denominator].map { .number(1) * $0 }), among, least, having: leavesOutUnreported ? both : [])
        // Under `skip` the pairs say whether enough of them are measured.
        let isSkipping = if case .skip = missing { true } else { false }
        let lists = isSkipping ? [parts, wholes, values] : [parts, wholes]
        let (above, below) = (together(Name.above, aggregate(.sum, parts)), together(Name.below, aggregate(.sum, wholes)))
        let figure = together(
            Name.figure, isSkipping ? aggregate(.ratio, values) : aggregate(.sum, parts) / aggregate(.sum, wholes))
        let own = quotient.denominator
        let level = (text.threshold.value + (above.variable - quotient.numerator) / below.variable)
            / (.number(1) / own - .number(1) / below.variable) / own
        let closings = closings(level, figure.variable, isReachable: below.variable > own).filter { $0.kind == .convert }
        return Side(
            title: Localized(zh: "同类合计（含自身）", en: "its peers together, itself included"),
            figures: lists + [above, below, figure], figure: figure.variable, list: (isSkipping ? values : parts).variable,
            closings: closings)
    }
}
