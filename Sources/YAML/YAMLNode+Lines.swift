public import Diagnostics

extension YAMLNode {
    /// The lines on which the node and all that is in it stand.
    ///
    /// - Complexity: O(*n*) in its nodes.
    public var lines: ClosedRange<Int> {
        let source = extent.source.text
        let own = extent.firstLine...max(extent.firstLine, source.line(atByte: max(extent.range.lowerBound, extent.range.upperBound - 1)))
        return parts.reduce(own) { lines, part in
            let inner = part.lines
            return min(lines.lowerBound, inner.lowerBound)...max(lines.upperBound, inner.upperBound)
        }
    }

    /// Whether a place is within what the node writes: the same text, and one of its lines; of a scalar, the stretch itself.
    public func holds(_ place: Location) -> Bool {
        guard place.file == extent.source.text.name, lines.contains(place.start.line) else { return false }
        guard scalar != nil, lines.count == 1 else { return true }
        let own = location
        return (own.start.column..<own.start.column + own.length).contains(place.start.column)
    }

    private var parts: [YAMLNode] {
        switch content {
        case .scalar: []
        case .sequence(let items): items
        case .mapping(let mapping): mapping.entries.flatMap { [$0.key, $0.value] }
        }
    }
}
