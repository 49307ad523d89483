/// The keys and values of a mapping in the order in which they were written; no text stands as a key twice.
public struct YAMLMapping: Sendable {
    /// A key and its value.
    public struct Entry: Sendable {
        /// What stands before the colon.
        public let key: YAMLNode
        public let value: YAMLNode

        public init(key: YAMLNode, value: YAMLNode) {
            self.key = key
            self.value = value
        }
    }

    /// In the order of the text.
    public let entries: [Entry]
    /// Where each key stands in `entries`; nil for few keys, where looking through them is quicker.
    private let places: [String: Int]?

    init(_ entries: [Entry], places: [String: Int]) {
        self.entries = entries
        self.places = entries.count > 8 ? places : nil
    }

    /// The value of a key; nil where the mapping does not have it. Keys compare by their text, quoted or not.
    ///
    /// - Complexity: O(1).
    public subscript(_ key: String) -> YAMLNode? {
        if let places { return places[key].map { entries[$0].value } }
        return entries.first { $0.key.scalar?.text == key }?.value
    }

    /// The texts of the keys in order, without those that are sequences or mappings.
    public var keys: [String] { entries.compactMap { $0.key.scalar?.text } }
}
