extension YAMLNode {
    /// The node on one line, for people to read: `{at_least: 5%, per: region}`; what is nested deep is left out.
    ///
    /// - Complexity: O(*n*) in the nodes that are shown, at most ``shownNodes`` of them.
    public var flowText: String {
        var left = Self.shownNodes
        return flowText(&left)
    }

    /// How many nodes a text shows; the rest is only hinted at.
    private static let shownNodes = 60

    private func flowText(_ left: inout Int) -> String {
        guard left > 0 else { return "…" }
        left -= 1
        switch content {
        case .scalar(let scalar):
            return isNull ? "~" : scalar.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        case .sequence(let items):
            var texts: [String] = []
            for item in items where left > 0 { texts.append(item.flowText(&left)) }
            return "[" + (texts + (texts.count < items.count ? ["…"] : [])).joined(separator: ", ") + "]"
        case .mapping(let mapping):
            var texts: [String] = []
            for entry in mapping.entries where left > 0 {
                texts.append("\(entry.key.scalar?.text ?? "?"): \(entry.value.flowText(&left))")
            }
            return "{" + (texts + (texts.count < mapping.entries.count ? ["…"] : [])).joined(separator: ", ") + "}"
        }
    }
}
