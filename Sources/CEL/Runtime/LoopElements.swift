/// What a loop goes over: a list's elements, or a map's entries.
struct LoopElements {
    private let elements: [Value]
    /// The map, where one is gone over; nothing of it is copied.
    private let map: MapValue?

    var count: Int { map?.count ?? elements.count }

    /// What is gone over, or what the loop gives instead.
    static func of(_ source: Value, _ range: Range<Int>) -> (found: LoopElements?, outcome: Value) {
        switch source {
        case .list(let list): (LoopElements(elements: list, map: nil), .null)
        case .map(let map): (LoopElements(elements: [], map: map), .null)
        case .unknown, .error: (nil, source)
        default: (nil, .failed(.notIterable(source.type), range))
        }
    }

    /// The element, or the key.
    func element(_ index: Int) -> Value { map?.entry(index).key ?? elements[index] }

    /// What the two variables of a loop stand for: index and element, or key and value.
    func pair(_ index: Int) -> (first: Value, second: Value) {
        guard let map else { return (.int(Int64(index)), elements[index]) }
        let entry = map.entry(index)
        return (entry.key, entry.value)
    }
}

extension Frame {
    /// Lets a loop's variables stand for the element at an index.
    ///
    /// - Returns: Why it is open whether the element is there at all; nil where it is.
    @inline(__always)
    @discardableResult
    mutating func enter(_ elements: LoopElements, _ index: Int, _ places: Planner.Places) -> UnknownSet? {
        guard let second = places.second else {
            let element = elements.element(index)
            if let doubtful = element.doubtful {
                setLocal(places.first, doubtful.element)
                return doubtful.causes
            }
            setLocal(places.first, element)
            return nil
        }
        let pair = elements.pair(index)
        setLocal(places.first, pair.first)
        setLocal(second, pair.second.undoubted)
        return pair.second.doubtful?.causes
    }

    mutating func leave(_ places: Planner.Places) {
        clearLocal(places.first)
        if let second = places.second { clearLocal(second) }
    }
}
