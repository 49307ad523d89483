/// How the records of a group are spread over the values of an enumeration.
struct PlainComposition {
    struct Part {
        /// The values that are of the part: one, or for grades those above it too.
        var values: [String]
        var bounds: [PlainBound]

        var name: String { values[0] }
    }

    var parts: [Part]
    /// Whether a part holds the grades above its own.
    var isCumulative = false
    /// What the parts together have to make.
    var whole: PlainNumber?
    var within: [String] = []

    var text: String {
        let texts = parts.map { part in
            isCumulative ? "\(part.name): \(part.bounds[0].unit.text(part.bounds[0].fixed[0]))" : "\(part.name): {\(part.bounds.map(\.text).joined(separator: ", "))}"
        }
        var all = ["\(isCumulative ? "at_or_above" : "parts"): {\(texts.joined(separator: ", "))}"]
        if let whole { all.append("whole: \(PlainBound.Unit.percent.text(whole))") }
        if !within.isEmpty { all.append("within: [\(within.joined(separator: ", "))]") }
        return all.joined(separator: ", ")
    }
}
