public import YAML

/// How many of a scope's records must pass, over all of them or in each group.
public struct Coverage: Sendable {
    /// The limit on the number or the share of records that pass.
    public var target: Rule.TargetText
    /// What groups the records: a reference, a field or an expression; nil where all are one group.
    public var per: YAMLScalar?

    public init(target: Rule.TargetText, per: YAMLScalar? = nil) {
        self.target = target
        self.per = per
    }
}
