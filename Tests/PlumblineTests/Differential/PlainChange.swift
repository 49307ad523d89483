/// The value of a field against what it was in another year: the difference, or that as a share of what it was.
struct PlainChange {
    /// How a change over several years is told a year.
    enum Yearly: String, CaseIterable { case linear, compound }

    var field: String
    var bound: PlainBound
    var against: PlainExpression.Earlier
    var isGrowth: Bool
    var yearly: Yearly?

    var value: PlainExpression { .path(variable: nil, steps: [field]) }

    var text: String {
        let yearly = yearly.map { ", yearly: \($0.rawValue)" } ?? ""
        return "{\(isGrowth ? "growth" : "change"): {\(bound.text), against: \(against.text)\(yearly)}}"
    }
}
