/// Finds the name that a misspelt one was most likely meant to be.
public enum NearestName {
    /// The candidate with the fewest edits (insert, delete, replace, swap of neighbours), compared
    /// without regard to case; nil where even the best differs in more than a third of its length
    /// (one edit is always allowed from three characters on). Two characters may only lack one: any other edit makes
    /// another word of them. Ties go to the first in `candidates`.
    ///
    /// - Complexity: O(*k* · *m* · *n*) for *k* candidates; names over 100 characters are not compared.
    public static func to(_ name: String, among candidates: some Sequence<String>) -> String? {
        let wanted = folded(name)
        guard !wanted.isEmpty, wanted.count <= 100 else { return nil }
        var best: (name: String, distance: Int)?
        for candidate in candidates {
            let other = folded(candidate)
            guard !other.isEmpty, other.count <= 100 else { continue }
            let longest = max(wanted.count, other.count)
            let allowed = longest < 2 ? 0 : max(1, longest / 3)
            guard abs(wanted.count - other.count) <= allowed, wanted.count > 2 || other == wanted || other.count > wanted.count
            else { continue }
            let distance = edits(wanted, other)
            if distance <= allowed, distance < best?.distance ?? .max { best = (candidate, distance) }
        }
        return best?.name
    }

    /// The nearest of some keys of records: one that differs in its digits alone is another record's.
    public static func toKey(_ key: String, among keys: some Sequence<String>) -> String? {
        func letters(_ text: String) -> String { text.filter { !$0.isNumber } }
        let own = letters(key)
        return to(key, among: keys.filter { !key.contains(where: \.isNumber) || letters($0) != own })
    }

    /// The candidate that a misspelt name can only have been meant as.
    ///
    /// Only names of ASCII letters are certain, whose first letter and digits are right: another character makes another
    /// Chinese word, another digit another record. One edit is allowed, from eight characters on two; case, `-` and `_`
    /// are none. Nil where two candidates are so near, or none.
    public static func certain(_ name: String, among candidates: some Sequence<String>) -> String? {
        let all = Set(candidates).subtracting([name])
        let same = all.filter { evened($0) == evened(name) }
        if same.count == 1 { return same.first }
        guard same.isEmpty, (3...100).contains(name.utf8.count), name.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        let wanted = folded(name)
        let near = all.filter { candidate in
            guard (3...100).contains(candidate.utf8.count), candidate.utf8.allSatisfy({ $0 < 0x80 }) else { return false }
            let other = folded(candidate)
            return edits(wanted, other) <= (max(wanted.count, other.count) < 8 ? 1 : 2)
        }
        guard near.count == 1, let nearest = near.first, nearest.lowercased().first == name.lowercased().first,
              nearest.filter(\.isNumber) == name.filter(\.isNumber)
        else { return nil }
        return nearest
    }

    /// Without case and without what joins words.
    private static func evened(_ name: String) -> String {
        String(name.lowercased().filter { $0 != "_" && $0 != "-" && $0 != " " })
    }

    private static func folded(_ name: String) -> [Unicode.Scalar] { Array(name.lowercased().unicodeScalars) }

    /// The optimal string alignment distance.
    private static func edits(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
        var beforeLast = [Int](repeating: 0, count: b.count + 1)
        var last = Array(0...b.count)
        for i in a.indices {
            var row = [i + 1] + [Int](repeating: 0, count: b.count)
            for j in b.indices {
                row[j + 1] = min(row[j] + 1, last[j + 1] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { row[j + 1] = min(row[j + 1], beforeLast[j - 1] + 1) }
            }
            (beforeLast, last) = (last, row)
        }
        return last[b.count]
    }
}
