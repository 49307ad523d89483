import OrderedCollections

/// Hashes of lists, maps and optional values with all their parts. What is open is held in a list, so that deep values
/// take no stack.
struct PartHash {
    /// A value whose parts are being gone over.
    private enum Open {
        case elements(ArraySlice<Value>, Hasher)
        /// The sum of the entries' own hashes, which no order changes.
        case entries(MapValue, next: Int, sum: Int)
    }

    static func of(_ value: Value) -> Int {
        var open = [opened(value)]
        var closed: Int?
        while var last = open.popLast() {
            if let hash = closed { take(hash, into: &last) }
            closed = nil
            if let part = advance(&last) {
                open += [last, opened(part)]
            } else {
                closed = finished(last)
            }
        }
        return closed ?? 0
    }

    private static func opened(_ value: Value) -> Open {
        switch value {
        case .list(let elements): return .elements(elements[...], Hasher())
        case .map(let map): return .entries(map, next: 0, sum: 0)
        default:
            var hasher = Hasher()
            hasher.combine("optional")
            return .elements(OptionalValue(other: value)?.wrapped.map { [$0] } ?? [], hasher)
        }
    }

    /// Goes on to the next part that has parts itself; nil where none is left.
    private static func advance(_ open: inout Open) -> Value? {
        switch open {
        case .elements(var rest, var hasher):
            var found: Value?
            while found == nil, let element = rest.popFirst() {
                if element.isHashedByParts { found = element } else { hasher.combine(element) }
            }
            open = .elements(rest, hasher)
            return found
        case .entries(let map, var next, var sum):
            var found: Value?
            while found == nil, next < map.count {
                let (key, value) = map.entries.elements[next]
                if value.isHashedByParts {
                    found = value
                } else {
                    next += 1
                    sum &+= hash(key, value)
                }
            }
            open = .entries(map, next: next, sum: sum)
            return found
        }
    }

    /// Puts in the hash of the part that was gone on to.
    private static func take(_ hash: Int, into open: inout Open) {
        switch open {
        case .elements(let rest, var hasher):
            hasher.combine(hash)
            open = .elements(rest, hasher)
        case .entries(let map, let next, let sum):
            open = .entries(map, next: next + 1, sum: sum &+ self.hash(map.entries.elements[next].key, hash))
        }
    }

    private static func hash(_ key: MapKey, _ value: some Hashable) -> Int {
        var hasher = Hasher()
        hasher.combine(key)
        hasher.combine(value)
        return hasher.finalize()
    }

    private static func finished(_ open: Open) -> Int {
        switch open {
        case .elements(_, let hasher): hasher.finalize()
        case .entries(_, _, let sum): sum
        }
    }
}

private extension Value {
    var isHashedByParts: Bool {
        switch self {
        case .list, .map: true
        case .object(let object): Swift.type(of: object) == OptionalValue.self
        default: false
        }
    }
}
