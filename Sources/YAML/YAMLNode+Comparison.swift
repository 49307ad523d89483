extension YAMLNode {
    /// Whether two nodes say the same, wherever they stand and however they are written; the order of keys says nothing.
    ///
    /// - Complexity: O(*n*) in the nodes of both, aliases counted as what they stand for.
    public func says(_ other: YAMLNode) -> Bool {
        switch (content, other.content) {
        case (.scalar(let one), .scalar(let two)): one.kind == two.kind && (one.isSaidByKind || one.text == two.text)
        case (.sequence(let one), .sequence(let two)): one.count == two.count && zip(one, two).allSatisfy { $0.says($1) }
        case (.mapping(let one), .mapping(let two)):
            one.entries.count == two.entries.count && one.entries.allSatisfy { entry in
                guard let key = entry.key.scalar?.text, let value = two[key] else { return false }
                return entry.value.says(value)
            }
        default: false
        }
    }
}

private extension YAMLScalar {
    /// Whether nothing but its kind matters: `~` is `null`, and `True` is `true`.
    var isSaidByKind: Bool {
        switch kind {
        case .null, .boolean: true
        case .integer, .float, .string: false
        }
    }
}
