import OrderedCollections

extension Register {
    /// For each clause that restates another: the id of the one at the end of the chain, which is counted in its place.
    /// Clauses whose chain ends nowhere, or in a circle, are not in it.
    ///
    /// - Complexity: O(*n*) in the number of clauses.
    var originals: [String: String] {
        var found: [String: String?] = [:]
        for clause in clauses.values where clause.restates != nil {
            var chain: [String] = []
            var visited: Set<String> = []
            var end: String? = clause.id
            while let id = end, let next = clauses[id]?.restates, found[id] == nil, visited.insert(id).inserted {
                chain.append(id)
                end = next
            }
            for id in chain { found[id] = .some(end.flatMap { ending(at: $0, found, visited) }) }
        }
        return found.compactMapValues { $0 }
    }

    /// What a chain comes to whose last link names a clause.
    private func ending(at id: String, _ found: [String: String?], _ visited: Set<String>) -> String? {
        if visited.contains(id) { return nil }
        if let known = found[id] { return known }
        return clauses[id] == nil ? nil : id
    }

    /// The first circle of clauses that restate each other, from each place where one begins.
    var circles: [[Clause]] {
        var done: Set<String> = []
        var circles: [[Clause]] = []
        for clause in clauses.values where !done.contains(clause.id) {
            var chain: [Clause] = []
            var places: [String: Int] = [:]
            var next: Clause? = clause
            while let link = next, places[link.id] == nil, !done.contains(link.id) {
                places[link.id] = chain.count
                chain.append(link)
                next = link.restates.flatMap { clauses[$0] }
            }
            if let start = next.flatMap({ places[$0.id] }) { circles.append(Array(chain[start...])) }
            done.formUnion(places.keys)
        }
        return circles
    }
}
