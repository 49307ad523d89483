/// An expression of the rule language, as a tree that is written as text for the product and gone through plainly here.
indirect enum PlainExpression: Hashable {
    case literal(PlainValue)
    /// A field of the record, or of what its references lead to: `area.beds`; with a loop's variable before it `i.beds`.
    case path(variable: String?, steps: [String])
    /// A field of the record as it was in another period.
    case earlier(Earlier, String)
    case arithmetic(Arithmetic, PlainExpression, PlainExpression)
    case compare(Comparison, PlainExpression, PlainExpression)
    case among(PlainExpression, [PlainValue])
    case and(PlainExpression, PlainExpression)
    case or(PlainExpression, PlainExpression)
    case not(PlainExpression)
    case choose(PlainExpression, PlainExpression, PlainExpression)
    case measured(PlainExpression)
    case aggregate(Aggregate, PlainList, body: PlainExpression?, second: PlainExpression?)
    /// A parameter that nobody has given a value.
    case parameter(String)
    /// Text made a whole number, which fails on most texts.
    case asInteger(PlainExpression)

    enum Arithmetic: String, CaseIterable { case plus = "+", minus = "-", times = "*", over = "/" }
    enum Comparison: String, CaseIterable { case less = "<", lessOrEqual = "<=", more = ">", moreOrEqual = ">=", equal = "==", unequal = "!=" }

    enum Aggregate: String, CaseIterable {
        case count, countWhere, sum, avg, min, max, median, share, ratio, distinct, exists, all, latest, earliest
    }

    enum Earlier: Hashable {
        case previous, yearAgo, at(Int), baseline

        var text: String {
            switch self {
            case .previous: "previous"
            case .yearAgo: "year_ago"
            case .at(let year): "at(\(year))"
            case .baseline: "baseline"
            }
        }
    }
}

/// A list of a record's children, those only that a condition holds for where there is one.
struct PlainList: Hashable {
    /// The loop's variable whose list it is; nil for the record's own.
    var owner: String?
    var steps: [String]
    /// What the loop over it calls each element.
    var variable: String
    var filter: PlainExpression?
    /// Only those of a year, where there is one.
    var year: Int?
}

extension PlainExpression {
    static func number(_ number: PlainNumber) -> Self { .literal(.number(number)) }

    /// Whether anything in it goes over a list.
    var hasList: Bool { text.contains(/(parts|places|reports|sites|inner|titles|members)[.)]/) }

    /// Whether it looks at other years of its record.
    var hasEarlier: Bool { text.contains(/\b(previous|year_ago|baseline)\.|(^|[^.\w])at\(/) }

    /// The text in CEL; every composite stands in brackets.
    var text: String {
        switch self {
        case .literal(let value): Self.text(of: value)
        case .path(let variable, let steps): ([variable].compactMap(\.self) + steps).joined(separator: ".")
        case .earlier(let earlier, let field): "\(earlier.text).\(field)"
        case .arithmetic(let kind, let a, let b): "(\(a.text) \(kind.rawValue) \(b.text))"
        case .compare(let kind, let a, let b): "(\(a.text) \(kind.rawValue) \(b.text))"
        case .among(let value, let values): "(\(value.text) in [\(values.map(Self.text).joined(separator: ", "))])"
        case .and(let a, let b): "(\(a.text) && \(b.text))"
        case .or(let a, let b): "(\(a.text) || \(b.text))"
        case .not(let a): "!\(a.text)"
        case .choose(let condition, let a, let b): "(\(condition.text) ? \(a.text) : \(b.text))"
        case .measured(let a): "measured(\(a.text))"
        case .parameter(let name): "params.\(name)"
        case .asInteger(let a): "int(\(a.text))"
        case .aggregate(let kind, let list, let body, let second):
            Self.call(kind, list, [body, second].compactMap { $0?.text })
        }
    }

    private static func call(_ kind: Aggregate, _ list: PlainList, _ bodies: [String]) -> String {
        var text = ([list.owner].compactMap(\.self) + list.steps).joined(separator: ".")
        if let year = list.year { text += ".at(\(year))" }
        if let filter = list.filter { text += ".filter(\(list.variable), \(filter.text))" }
        if kind == .count { return "\(text).count()" }
        let name = kind == .countWhere ? "count" : kind.rawValue
        return "\(text).\(name)(\(([list.variable] + bodies).joined(separator: ", ")))"
    }

    private static func text(of value: PlainValue) -> String {
        switch value {
        case .number(let number): number.decimal ?? "(\(number.top) / \(number.bottom))"
        case .text(let text): "'\(text)'"
        case .rank(_, let name): "'\(name)'"
        case .day(let day): "date('\(day.text)')"
        default: value.shown
        }
    }
}
