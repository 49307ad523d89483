/// What depends on what.
struct DependencyGraph<Node: Hashable> {
    private let edges: [Node: Set<Node>]

    init(_ edges: [Node: Set<Node>]) { self.edges = edges }

    /// Whether a node depends on itself, directly or by way of others.
    ///
    /// - Complexity: O(edges).
    func reaches(itself node: Node) -> Bool {
        var seen: Set<Node> = []
        var open = Array(edges[node] ?? [])
        while let next = open.popLast() {
            if next == node { return true }
            if seen.insert(next).inserted { open += edges[next] ?? [] }
        }
        return false
    }
}
