public import YAML

/// How a field comes from other fields of its record, of the records that it refers to and of its lists.
public enum Definition: Sendable {
    /// The value of an expression.
    case expression(YAMLScalar)
    /// A part over a whole, which a target can say how to close.
    case ratio(numerator: YAMLScalar, denominator: YAMLScalar)
    /// The record of a level within which the record lies, itself where it is of that level.
    case ancestor(level: String)

    /// The expressions as the vocabulary writes them.
    public var scalars: [YAMLScalar] {
        switch self {
        case .expression(let expression): [expression]
        case .ratio(let numerator, let denominator): [numerator, denominator]
        case .ancestor: []
        }
    }
}
