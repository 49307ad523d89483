/// A list that has to hold what another holds.
struct PlainSameSet {
    /// The record's list, and what is compared of each element.
    var list: PlainList
    var by: String
    var other: Other
    var isExtraAllowed: Bool

    enum Other {
        case values([String])
        case list(PlainList)

        var text: String {
            switch self {
            case .values(let values): "[\(values.map { "'\($0)'" }.joined(separator: ", "))]"
            case .list(let list): list.text
            }
        }
    }

    var text: String { "same_set: {by: \(by), as: \"\(other.text)\"\(isExtraAllowed ? ", extra: allowed" : "")}" }
}

extension PlainList {
    var text: String {
        ([owner].compactMap(\.self) + steps).joined(separator: ".") + (filter.map { ".filter(\(variable), \($0.text))" } ?? "")
    }
}
