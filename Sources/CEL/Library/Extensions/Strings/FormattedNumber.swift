/// A host's own number, which `format` then writes with `%d` and `%f` as it writes CEL's.
public protocol FormattedNumber: ObjectValue {
    /// What `%d` writes: the value in decimal, with as many decimals as it has.
    var decimalText: String { get }

    /// What `%f` writes: the value with exactly so many decimals.
    func text(decimals: Int) -> String
}
