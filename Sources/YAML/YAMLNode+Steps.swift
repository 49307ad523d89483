/// A step from a node to one directly below it.
public enum YAMLStep: Hashable, Sendable {
    /// To the value of a mapping's entry, by its place.
    case entry(Int)
    /// To an item of a sequence, by its place.
    case item(Int)
}

/// Making a tree from another that differs in one place.
extension YAMLNode {
    /// The node at the end of some steps; nil where they lead nowhere.
    public func node(at steps: some Collection<YAMLStep>) -> YAMLNode? {
        guard let first = steps.first else { return self }
        return child(at: first)?.node(at: steps.dropFirst())
    }

    /// The node with what stands at the end of some steps replaced, or taken out with its key where the new one is nil.
    public func replacing(at steps: some Collection<YAMLStep>, with node: YAMLNode?) -> YAMLNode {
        guard let first = steps.first else { return node ?? self }
        let rest = steps.dropFirst()
        guard let child = child(at: first) else { return self }
        return setting(first, to: rest.isEmpty ? node : child.replacing(at: rest, with: node))
    }

    /// The node with the key of the entry at the end of some steps called otherwise.
    public func renamingKey(at steps: some Collection<YAMLStep>, to name: String) -> YAMLNode {
        guard let first = steps.first else { return self }
        let rest = steps.dropFirst()
        guard rest.isEmpty else {
            return child(at: first).map { setting(first, to: $0.renamingKey(at: rest, to: name)) } ?? self
        }
        guard case .entry(let place) = first, var entries = mapping?.entries, entries.indices.contains(place) else { return self }
        entries[place] = YAMLMapping.Entry(key: entries[place].key.replacing(text: name), value: entries[place].value)
        var result = self
        result.content = .mapping(YAMLMapping(entries))
        return result
    }
}

private extension YAMLNode {
    func child(at step: YAMLStep) -> YAMLNode? {
        switch step {
        case .entry(let place): mapping.flatMap { $0.entries.indices.contains(place) ? $0.entries[place].value : nil }
        case .item(let place): sequence.flatMap { $0.indices.contains(place) ? $0[place] : nil }
        }
    }

    func setting(_ step: YAMLStep, to node: YAMLNode?) -> YAMLNode {
        var result = self
        switch step {
        case .entry(let place):
            guard var entries = mapping?.entries else { return self }
            if let node { entries[place] = YAMLMapping.Entry(key: entries[place].key, value: node) } else { entries.remove(at: place) }
            result.content = .mapping(YAMLMapping(entries))
        case .item(let place):
            guard var items = sequence else { return self }
            if let node { items[place] = node } else { items.remove(at: place) }
            result.content = .sequence(items)
        }
        return result
    }
}
