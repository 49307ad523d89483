import OrderedCollections

extension Value {
    /// How deep a value may nest that an evaluation makes: lists, maps and optional values within each other.
    static let maximumDepth = 250

    /// How much work it is to go over the whole value, elements of elements included: a step for every part, and for
    /// texts and bytes their length, at least 1. Counting ends where `limit` is reached, because lists that share
    /// their elements can be far larger than the memory they take.
    @inline(__always)
    func size(upTo limit: Int) -> Int {
        switch self {
        case .string(let text): max(1, text.utf8.count)
        case .list, .map, .object: extent(upTo: limit).size
        default: leafSize
        }
    }

    /// The size, and how many lists, maps and optional values lie within each other, both as far as `limit` lets the
    /// counting go.
    @inline(never)
    func extent(upTo limit: Int) -> (size: Int, depth: Int) {
        var (size, depth) = (0, 0)
        // Parts without parts are counted where they stand: flat lists need no memory.
        var pending: [(part: Value, depth: Int)] = []
        var next: (part: Value, depth: Int)? = (self, 1)
        while size < limit, let (part, level) = next {
            defer { next = pending.popLast() }
            size += 1
            switch part {
            case .list(let elements):
                depth = max(depth, level)
                for element in elements where size < limit {
                    if element.mayHaveParts { pending.append((element, level + 1)) } else { size += element.leafSize }
                }
            case .map(let map):
                depth = max(depth, level)
                for index in map.entries.elements.indices where size < limit {
                    let (key, value) = map.entries.elements[index]
                    size += key.size
                    if value.mayHaveParts { pending.append((value, level + 1)) } else { size += value.leafSize }
                }
            default:
                guard let wrapped = OptionalValue(other: part)?.wrapped else { size += part.leafSize - 1; continue }
                depth = max(depth, level)
                pending.append((wrapped, level + 1))
            }
        }
        return (size, depth)
    }

    /// Whether the value or any part of it is such a one.
    func holds(_ isSought: (Value) -> Bool) -> Bool {
        var pending = [self]
        while let part = pending.popLast() {
            if isSought(part) { return true }
            switch part {
            case .list(let elements):
                for element in elements {
                    if element.mayHaveParts { pending.append(element) } else if isSought(element) { return true }
                }
            case .map(let map):
                for value in map.entries.values {
                    if value.mayHaveParts { pending.append(value) } else if isSought(value) { return true }
                }
            default: if let wrapped = OptionalValue(other: part)?.wrapped { pending.append(wrapped) }
            }
        }
        return false
    }

    /// Whether the value is a list, a map or an optional value. What objects of a host hold is theirs to bound.
    var mayHaveParts: Bool {
        switch self {
        case .list, .map: true
        case .object: OptionalValue(other: self) != nil
        default: false
        }
    }

    /// The size of a value without parts.
    private var leafSize: Int {
        switch self {
        case .string(let text): max(1, text.utf8.count)
        case .bytes(let bytes): max(1, bytes.count)
        default: 1
        }
    }
}
