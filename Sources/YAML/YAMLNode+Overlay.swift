/// Making one tree from two: what a template writes and what an entry of its list says, a rule and what a reading of it changes.
/// Every node keeps the place where its author wrote it.
extension YAMLNode {
    /// The node with another on top: mappings merge key by key, at every depth; everything else is replaced.
    ///
    /// Keys that both have keep their place in the order, new ones come at the end. A key whose value on top is null is taken out.
    ///
    /// - Complexity: O(*n*) in the nodes of both.
    public func overlaid(with other: YAMLNode) -> YAMLNode {
        guard let below = mapping, let above = other.mapping else { return other }
        var result = self
        result.content = .mapping(above.entries.reduce(below) { mapping, entry in
            guard let key = entry.key.scalar?.text else { return mapping }
            return mapping.setting(key, as: entry.key, to: mapping[key].map { $0.overlaid(with: entry.value) } ?? entry.value)
        })
        return result
    }

    /// The node with the value at a path of keys replaced as a whole, or taken out where the new one is null.
    ///
    /// - Parameters:
    ///   - path: The keys from this mapping inwards; mappings that are missing on the way are made.
    ///   - key: Who asks for the change; what is made on the way stands there.
    public func setting(_ path: some Collection<String>, as key: YAMLNode, to value: YAMLNode) -> YAMLNode {
        guard let first = path.first else { return value }
        let own = mapping ?? YAMLMapping([])
        let inner = own[first] ?? YAMLNode(.mapping(YAMLMapping([])), extent: key.extent)
        var result = mapping == nil ? YAMLNode(.mapping(own), extent: key.extent) : self
        let rest = path.dropFirst()
        let next = rest.isEmpty ? value : inner.setting(rest, as: key, to: value)
        result.content = .mapping(own.setting(first, as: key, to: next))
        return result
    }

    /// The node with entries at its end whose keys it does not have; of several with one key the first.
    ///
    /// - Complexity: O(*n*) in the entries of both.
    public func adding(_ entries: [YAMLMapping.Entry]) -> YAMLNode {
        guard let mapping else { return self }
        var known = Set(mapping.keys)
        var result = self
        result.content = .mapping(YAMLMapping(mapping.entries + entries.filter { entry in
            entry.key.scalar.map { known.insert($0.text).inserted } ?? false
        }))
        return result
    }

    /// The node without some of its keys; one that is no mapping stays as it is.
    public func removing(_ keys: Set<String>) -> YAMLNode {
        guard let mapping else { return self }
        var result = self
        result.content = .mapping(YAMLMapping(mapping.entries.filter { !keys.contains($0.key.scalar?.text ?? "") }))
        return result
    }

    /// A scalar of another text in this node's place; faults of the new text are told at the whole of it.
    public func replacing(text: String) -> YAMLNode {
        YAMLNode(.scalar(YAMLScalar(text: text, replacing: extent)), extent: extent)
    }

    /// Other items in this node's place.
    public func replacing(items: [YAMLNode]) -> YAMLNode { YAMLNode(.sequence(items), extent: extent) }

    /// The node with each of its items, or each of the values of its keys, replaced; a scalar stays as it is.
    public func mapChildren(_ transform: (YAMLNode) -> YAMLNode) -> YAMLNode { mapChildren { child, _ in transform(child) } }

    /// The same, with the key of each value; nil of an item.
    public func mapChildren(_ transform: (YAMLNode, _ key: String?) -> YAMLNode) -> YAMLNode {
        var result = self
        switch content {
        case .scalar: break
        case .sequence(let items): result.content = .sequence(items.map { transform($0, nil) })
        case .mapping(let mapping):
            result.content = .mapping(YAMLMapping(mapping.entries.map { entry in
                YAMLMapping.Entry(key: entry.key, value: transform(entry.value, entry.key.scalar?.text))
            }))
        }
        return result
    }
}

extension YAMLMapping {
    init(_ entries: [Entry]) {
        let keys = entries.enumerated().compactMap { place, entry in entry.key.scalar.map { ($0.text, place) } }
        self.init(entries, places: Dictionary(keys) { first, _ in first })
    }

    fileprivate func setting(_ name: String, as key: YAMLNode, to value: YAMLNode) -> YAMLMapping {
        var entries = entries
        let place = entries.firstIndex { $0.key.scalar?.text == name }
        switch (place, value.isNull) {
        case (let place?, true): entries.remove(at: place)
        case (let place?, false): entries[place] = Entry(key: entries[place].key, value: value)
        case (nil, true): break
        case (nil, false):
            let node = key.scalar?.text == name ? key : key.replacing(text: name)
            entries.append(Entry(key: node, value: value))
        }
        return YAMLMapping(entries)
    }
}
