/// What a rule starts from.
struct PlainBaseline {
    var year: Int
    /// The figure that the rule states; nil where the data have to tell.
    var value: PlainNumber?
    var unit: PlainBound.Unit

    var text: String { "{period: \(year)\(value.map { ", value: \(unit.text($0))" } ?? "")}" }
}

enum PlainPace: String, CaseIterable { case linear, stepped, none }
