/// Every way in which what is missing could turn out, one after the other.
///
/// Whoever evaluates asks ``choose(_:from:)`` for each missing thing; the same thing is the same value throughout one way.
final class PlainImagination {
    private var path: [Int] = []
    private var sizes: [Int] = []
    private var position = 0
    private var chosen: [String: Int] = [:]
    /// Whether something was imagined that has no bounds, so that its extremes stand for more than themselves.
    private(set) var isUnbounded = false

    func choose<T>(_ thing: String, from values: [T], unbounded: Bool = false) -> T {
        if unbounded { isUnbounded = true }
        if let index = chosen[thing] { return values[index] }
        if position == path.count {
            path.append(0)
            sizes.append(values.count)
        }
        let index = path[position]
        position += 1
        chosen[thing] = index
        return values[index]
    }

    /// - Returns: Whether there is another way.
    private func advance() -> Bool {
        (position, chosen) = (0, [:])
        while let last = path.last {
            if last + 1 < sizes[path.count - 1] {
                path[path.count - 1] = last + 1
                return true
            }
            path.removeLast()
            sizes.removeLast()
        }
        return false
    }

    /// What comes out in every way; nil where there are more ways than anybody wants to try.
    static func results<T>(atMost most: Int = 20_000, _ evaluate: (PlainImagination) -> T) -> (all: [T], isUnbounded: Bool)? {
        let imagination = PlainImagination()
        var all: [T] = []
        repeat {
            guard all.count < most else { return nil }
            all.append(evaluate(imagination))
        } while imagination.advance()
        return (all, imagination.isUnbounded)
    }
}
