/// The numeric targets by the book, to hold the engine's against.
struct PlainTarget {
    let kind: String
    let limits: [PlainFraction]

    func holds(_ value: PlainFraction) -> Bool {
        switch kind {
        case "at_least": !(value < limits[0])
        case "at_most": !(limits[0] < value)
        case "more_than": limits[0] < value
        case "less_than": value < limits[0]
        case "equals": value == limits[0]
        default: !(value < limits[0]) && !(limits[1] < value)
        }
    }
}
