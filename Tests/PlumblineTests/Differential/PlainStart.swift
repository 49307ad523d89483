/// Where a rule starts from, as expressions see it: the figure that the rule states stands for the field that it observes.
struct PlainStart {
    var year: Int
    var field: String?
    var value: PlainNumber?
}
