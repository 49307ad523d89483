import CEL
import Diagnostics
import Quantities

/// The arithmetic of `composition` over the columns of a group.
struct CompositionFormulas {
    private let text: CompositionText
    private let observed: Observed
    private let missing: MissingPolicy
    private let parts: [PartFormulas]

    init(_ text: CompositionText, of observed: Observed, missing: MissingPolicy) {
        self.text = text
        self.observed = observed
        self.missing = missing
        parts = text.parts.enumerated().map { place, part in PartFormulas(part, place: place) }
    }

    func lowering(kind: String) -> GroupLowering {
        let worst = WorstShortfall(requirements, whole: whole, of: observed)
        var limit = Limit(kind: kind, text: limitText, sign: worst.sign, unit: .percent)
        limit.textHasSigns = true
        return GroupLowering(
            strata: text.strata.map(\.expression), strataTexts: text.strata.map(\.text), columns: columns,
            testedColumn: Name.all, verdict: verdict, observed: worst.value(of: \.share), gap: worst.value(of: \.gap),
            limitValue: worst.value(of: { .number($0.limit) }), closings: worst.closings,
            limit: limit, sides: sides)
    }
}

// MARK: - Columns

private extension CompositionFormulas {
    enum Name {
        static let all = "all"
        static let measured = "measured"
    }

    var isMeasured: Expression { .call("measured", [observed.expression]) }

    var columns: [GroupLowering.Column] {
        let scope = Localized(zh: "已填报", en: "reported")
        let all = GroupLowering.Column(name: Name.all, value: observed.expression, title: scope)
        let measured = GroupLowering.Column(name: Name.measured, filter: isMeasured, value: .number(1), title: scope)
        return [all, measured] + parts.flatMap { part -> [GroupLowering.Column] in
            let isOfPart = isOf(part.part)
            return [
                GroupLowering.Column(name: part.members, value: isOfPart, title: part.title),
                GroupLowering.Column(name: part.known, filter: isMeasured && isOfPart, value: .number(1), title: part.title),
            ]
        }
    }

    func isOf(_ part: CompositionText.Part) -> Expression {
        .operation(text.isCumulative ? Operator.greaterOrEqual : Operator.equals, observed.expression, .constant(part.value))
    }

    var sides: [GroupLowering.Side] {
        [GroupLowering.Side(column: Name.all, value: count(Name.measured) / count(Name.all))]
            + parts.map { GroupLowering.Side(column: $0.known, value: $0.share) }
    }

    var limitText: String {
        let shares = text.parts.flatMap { part in
            part.bounds.map { "\(part.title)\(text.isCumulative ? "+" : "") \($0.bound.sign) \($0.limit.source)" }
        }
        return (shares + (text.whole.map { ["Σ = \($0.source)"] } ?? [])).joined(separator: ", ")
    }
}

// MARK: - Verdict

private extension CompositionFormulas {
    func count(_ column: String) -> Expression { .member("count", of: .identifier(column)) }

    /// How many records shares are of: those that are left out are in none.
    var total: Expression {
        if case .skip = missing { count(Name.measured) } else { count(Name.all) }
    }

    /// Whether the values of all records are known.
    var isAllKnown: Expression { .operation(Operator.equals, count(Name.measured), count(Name.all)) }

    /// A share by its count, which is quicker than going over the records; unknown where the missing ones leave it open.
    func share(_ count: Expression, or open: Expression) -> Expression {
        let closed = count / total
        return missing.isBounded ? .conditional(isAllKnown, closed, open) : closed
    }

    var requirements: [ShareRequirement] {
        parts.flatMap { part in
            part.part.bounds.map { bound, limit in
                let count = count(part.known)
                return ShareRequirement(
                    bound: bound, limit: limit.value, count: count, total: total, share: share(count, or: part.share))
            }
        }
    }

    /// The share of all parts together has to be just so much.
    var whole: ShareRequirement? {
        text.whole.map { whole in
            let count = parts.map { self.count($0.known) }.sum
            return ShareRequirement(
                bound: nil, limit: whole.value, count: count, total: total, share: share(count, or: parts.map(\.share).sum))
        }
    }

    var verdict: Expression {
        let bounds = parts.flatMap { part in part.part.bounds.map { $0.bound.bounds(.number($0.limit.value)).verdict(part.share) } }
        let each = (bounds + (text.whole.map { [isWhole($0)] } ?? [])).reduce(.yes) { $0 && $1 }
        guard missing.isBounded, !text.isCumulative else { return each }
        return feasible && each
    }

    func isWhole(_ whole: Quantity) -> Expression {
        let together = Expression.operation(Operator.equals, parts.map(\.share).sum, .number(whole.value))
        // Where there is a part for everything, what is missing is in one too.
        guard missing.isBounded, text.coversEverything else { return together }
        return .operation(Operator.equals, parts.map { count($0.known) }.sum, count(Name.measured))
    }

    /// Whether any values of those that are missing let every part come out right.
    var feasible: Expression {
        let open = count(Name.all) - count(Name.measured)
        let spans = parts.map { PartSpan($0, total: count(Name.all), known: count($0.known)) }
        let needed = spans.map(\.needed).sum
        let room = spans.map { $0.room(atMost: open) }.sum
        let each = spans.map(\.isPossible).reduce(.yes) { $0 && $1 }
        guard let whole = text.whole else {
            let fits = needed <= open
            return each && (text.coversEverything ? fits && room >= open : fits)
        }
        let joining = .number(whole.value) * count(Name.all) - spans.map(\.known).sum
        let isWholeNumber = Expression.operation(Operator.equals, joining.floor, joining)
        let fits = isWholeNumber && needed <= joining && joining <= room && joining <= open
        return each && (text.coversEverything ? fits && .operation(Operator.equals, joining, open) : fits)
    }
}

private extension [Expression] {
    var sum: Expression { dropFirst().reduce(first ?? .number(0), +) }
}
