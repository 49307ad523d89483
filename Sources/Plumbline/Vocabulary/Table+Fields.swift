import OrderedCollections
import Quantities

extension Table {
    /// The names of all fields, in the order of the vocabulary.
    public var fieldNames: [String] { Array(fields.keys) }

    /// The fields whose cells hold numbers, and that nothing else defines.
    public var numberFields: [Field] { fields.values.filter { [.integer, .decimal, .percent].contains($0.type) && $0.definition == nil } }
}

extension Field {
    /// Whether the field holds shares.
    public var isPercent: Bool { type == .percent }

    /// The unit as rules write it; nil where the field has none.
    public var unitSymbol: String? { unit?.symbol }
}
