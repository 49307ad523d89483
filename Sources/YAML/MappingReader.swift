public import Diagnostics

/// Reads a mapping whose keys are known, and reports those that are not.
///
/// Each key that is asked for is thereby known; ``finish(_:)`` reports the others, each at its own place with
/// the known key that it was most likely meant to be.
public struct MappingReader: Sendable {
    /// What is read, for faults that are about the whole.
    public let node: YAMLNode
    /// Its keys and values.
    public let mapping: YAMLMapping
    /// What the mapping is, in messages: "a rule", `规则`.
    public let what: Localized
    /// In the order of asking, in which messages list them.
    private var known: [String] = []
    private var knownTexts: Set<String> = []

    /// - Returns: nil, with a fault reported, where the node is not a mapping.
    public init?(_ node: YAMLNode, as what: Localized, _ diagnostics: inout Diagnostics) {
        guard let mapping = node.mapping else {
            diagnostics.append(.yamlNotAMapping(node, what: what))
            return nil
        }
        self.node = node
        self.mapping = mapping
        self.what = what
    }

    public var location: Location { node.location }

    /// The value of a key that may be left out; nil where it is. A key without a value has a null node.
    public mutating func optional(_ key: String) -> YAMLNode? {
        note(key)
        return mapping[key]
    }

    /// The value of a key that has to be there; nil, with a fault reported at the mapping, where it is not.
    public mutating func required(_ key: String, _ diagnostics: inout Diagnostics) -> YAMLNode? {
        note(key)
        if let value = mapping[key] { return value }
        diagnostics.append(.yamlMissingKey(key, what: what, at: location))
        return nil
    }

    /// Makes keys known that somebody else reads.
    public mutating func allow(_ keys: [String]) {
        keys.forEach { note($0) }
    }

    /// Reports every key that was never asked for.
    public func finish(_ diagnostics: inout Diagnostics) {
        for (index, entry) in mapping.entries.enumerated() {
            if let key = entry.key.scalar, knownTexts.contains(key.text) { continue }
            guard !diagnostics.isFull else {
                diagnostics.leaveOut()
                continue
            }
            diagnostics.append(fault(ofUnknownAt: index))
        }
    }
}

private extension MappingReader {
    mutating func note(_ key: String) {
        if knownTexts.insert(key).inserted { known.append(key) }
    }

    func fault(ofUnknownAt index: Int) -> Diagnostic {
        let entry = mapping.entries[index]
        guard let key = entry.key.scalar else { return .yamlKeyNotText(entry.key, what: what) }
        return faultOfBrokenValue(before: index)
            ?? FullWidthColon.place(in: key).map { .yamlFullWidthColon(at: $0) }
            ?? .yamlUnknownKey(
                key.text, known: known, taken: Set(mapping.entries.compactMap { $0.key.scalar?.text }), what: what,
                at: key.location)
    }

    /// A key without a value, behind a value that a comma broke off, is the rest of that value.
    func faultOfBrokenValue(before index: Int) -> Diagnostic? {
        guard index > 0, mapping.entries[index].value.isNothing else { return nil }
        return mapping.entries[..<index].last { !$0.value.isNothing }?.value.faultOfBrokenExpression
    }
}
