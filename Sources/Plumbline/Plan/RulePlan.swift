import CEL
public import Diagnostics
import YAML

/// A rule compiled: checked against the vocabulary, its target lowered, its expressions planned.
public struct RulePlan: Sendable {
    /// The parts of a share, where the rule observes one.
    struct Share: Sendable {
        var numerator: FieldProgram
        var denominator: FieldProgram
        var texts: (part: String, whole: String)
    }

    struct Closing: Sendable {
        var kind: Plumbline.Closing.Kind
        var amount: FieldProgram
    }

    public let rule: Rule
    /// The limit as reports show it; nil for a rule that is a condition.
    public internal(set) var limit: Limit?
    /// What each member of a group is held against, where the rule's own limit is on the group; nil where that is the
    /// limit of both, and where members are held against a condition.
    public internal(set) var memberLimit: Limit?
    /// The expression as the rule writes it: what is observed, or the condition.
    public let expression: String
    /// What the rule's closings count, where it is a single field: the field's title.
    public internal(set) var countedTitle: Localized?
    var scope: FieldProgram?
    var verdict: FieldProgram
    var observed: FieldProgram?
    var gap: FieldProgram?
    var closings: [Closing] = []
    var share: Share?

    /// The condition under which the rule applies, as it writes it; nil where it applies to every record.
    public var scopeExpression: String? { rule.scope.map { CellText.trimmed($0.text) } }

    /// The places of the fields that the verdict rests on, in the order in which the rule names them.
    var evidenceFields: [Int] { (observed ?? verdict).fields }

    /// The places of all fields that the rule needs.
    var neededFields: Set<Int> { Set(evidenceFields + verdict.fields + (scope?.fields ?? [])) }
}
