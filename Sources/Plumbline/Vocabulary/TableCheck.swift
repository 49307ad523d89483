public import Diagnostics
public import YAML

/// A condition that the cells of a record have to meet among themselves. One that fails is a data problem, never a
/// finding against a plan.
public struct TableCheck: Sendable {
    /// What has to hold of every record.
    public var condition: YAMLScalar
    /// What the check is called; nil where the condition has to speak for itself.
    public var title: Localized?

    public init(condition: YAMLScalar, title: Localized? = nil) {
        self.condition = condition
        self.title = title
    }
}
