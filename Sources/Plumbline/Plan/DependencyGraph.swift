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

    /// How many steps the longest way down from each node takes; a node on a cycle has none.
    ///
    /// - Complexity: O(edges), without recursion: a chain may be as long as a file allows.
    var depths: [Node: Int] {
        var depths: [Node: Int] = [:]
        for start in edges.keys where depths[start] == nil {
            var path = [start]
            var open: Set<Node> = [start]
            while let node = path.last {
                let next = edges[node]?.first { depths[$0] == nil && !open.contains($0) }
                if let next {
                    path.append(next)
                    open.insert(next)
                } else {
                    depths[node] = (edges[node] ?? []).compactMap { depths[$0] }.max().map { $0 + 1 } ?? 0
                    open.remove(path.removeLast())
                }
            }
        }
        return depths
    }
}
