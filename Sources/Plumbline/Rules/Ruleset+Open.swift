import OrderedCollections

extension Ruleset {
    /// The parameters for which nobody has given a value yet.
    public var openParameters: [Parameter] { parameters.values.filter { $0.value == nil } }
}
