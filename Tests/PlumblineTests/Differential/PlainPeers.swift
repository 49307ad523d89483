/// Each record against the figure of those that agree with it in some fields.
struct PlainPeers {
    var among: [String]
    /// Whether numerators are put over denominators, in place of the mean of the quotients.
    var isPooled = false
    /// On the difference: what the record has beyond its peers' figure.
    var bound: PlainBound
    var leastGroup: Int?

    var text: String {
        var parts = ["among: [\(among.joined(separator: ", "))]"]
        if isPooled { parts.append("pooled: true") }
        if let leastGroup { parts.append("min_group: \(leastGroup)") }
        return (parts + [bound.text]).joined(separator: ", ")
    }
}
