/// A collection that is being read.
struct Frame {
    enum Kind { case sequence, mapping }

    struct RepeatedKey {
        var key: String
        /// The line on which it stands first.
        var firstLine: Int
        var place: Extent
    }

    let kind: Kind
    /// Whether it stands in brackets.
    let isFlow: Bool
    let range: Range<Int>
    let properties: NodeProperties?
    /// How many nodes the text had before this one.
    let nodesBefore: Int
    /// How many levels of collections stand below this one.
    private(set) var height = 0
    private var items: [YAMLNode] = []
    private var entries: [YAMLMapping.Entry] = []
    private var places: [String: Int] = [:]
    private var pendingKey: YAMLNode?

    init(kind: Kind, isFlow: Bool, range: Range<Int>, properties: NodeProperties?, nodesBefore: Int) {
        self.kind = kind
        self.isFlow = isFlow
        self.range = range
        self.properties = properties
        self.nodesBefore = nodesBefore
    }

    /// Adds an item, a key or a value, whichever is next. A repeated key is returned and its value dropped.
    /// Keys that are sequences or mappings are not compared.
    mutating func add(_ node: YAMLNode, height: Int) -> RepeatedKey? {
        self.height = max(self.height, height)
        guard kind == .mapping else {
            items.append(node)
            return nil
        }
        guard let key = pendingKey else {
            pendingKey = node
            return nil
        }
        pendingKey = nil
        if let text = key.scalar?.text {
            if let first = places[text] {
                let line = entries[first].key.extent.firstLine
                return RepeatedKey(key: text, firstLine: line, place: key.extent)
            }
            places[text] = entries.count
        }
        entries.append(YAMLMapping.Entry(key: key, value: node))
        return nil
    }

    /// The collection, complete.
    func node(end: Int, in source: SharedSource) -> YAMLNode {
        switch kind {
        case .sequence:
            let shown = isFlow ? end : min(range.lowerBound + 1, end)
            return YAMLNode(.sequence(items), extent: extent(to: shown, in: source), properties: properties)
        case .mapping:
            let shown = isFlow ? end : entries.first?.key.extent.range.upperBound ?? end
            let mapping = YAMLMapping(entries, places: places)
            return YAMLNode(.mapping(mapping), extent: extent(to: shown, in: source), properties: properties)
        }
    }

    private func extent(to end: Int, in source: SharedSource) -> Extent {
        Extent(range.lowerBound..<max(range.lowerBound, end), of: source)
    }
}
