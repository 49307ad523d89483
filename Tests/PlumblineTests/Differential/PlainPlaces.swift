/// What some tables have beside fields: levels that lie within each other, days from which and until which a record stands
/// in a register, figures that lie in a table of their own, and records that are groups of others.
struct PlainFeatures {
    /// The fields of the levels, from the highest, with the value of the level's field.
    var levels: [(field: String, value: String)] = []
    var valid: (from: String, until: String)?
    /// Indicators that are read from the table of observations.
    var observed: [PlainObserved] = []
    /// The table whose distinct values of a field are the records, with those that are expected.
    var group: (of: String, by: String, expected: [String], list: String)?
    /// Lines of the table as the product reads it.
    var lines: [String] = []
}

struct PlainObserved {
    var name: String
    /// What rows may call it.
    var names: [String]
    /// What it may be computed from as well.
    var parts: (PlainExpression, PlainExpression)?

    func line(of table: String) -> String {
        let others = names.filter { $0 != name }
        let aliases = others.isEmpty ? "" : ", aliases: [\(others.joined(separator: ", "))]"
        let computed = parts.map { ", numerator: \"\($0.0.text)\", denominator: \"\($0.1.text)\"" } ?? ""
        return "  - {id: \(name), of: \(table)\(aliases)\(computed)}"
    }
}
