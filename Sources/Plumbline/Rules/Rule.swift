public import Diagnostics
public import YAML

/// A requirement as an analyst wrote it: read and complete, not yet checked against the vocabulary.
public struct Rule: Sendable {
    /// What a record is held against.
    public enum Requirement: Sendable {
        /// A value and its limit.
        case target(observe: YAMLScalar, target: TargetText)
        /// A condition that has to hold.
        case condition(YAMLScalar)
    }

    /// A target's kind and its limit, as the rule writes them.
    public struct TargetText: Sendable {
        public var kind: String
        public var kindLocation: Location
        public var limit: YAMLNode
    }

    public var ruleset: String
    public var id: String
    public var title: Localized
    public var source: RuleSource?
    public var binding: Binding
    /// The word that softens the clause, printed only.
    public var hedge: String?
    public var severity: Severity
    /// The name of the rule's table, and where the rule says it.
    public var table: String
    public var tableLocation: Location
    /// The condition under which the rule applies; nil where it applies to every record.
    public var scope: YAMLScalar?
    public var requirement: Requirement
    public var responsible: [String]
    public var message: Localized?
    public var fix: Localized?
    public var related: [String]
    public var cases: [RuleCase]
    public var location: Location

    /// The name by which everything outside the ruleset calls the rule.
    public var fullName: String { "\(ruleset)/\(id)" }
}
