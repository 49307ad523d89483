import Diagnostics
import YAML

/// A vocabulary compiled: how its defined fields, periods and checks are evaluated.
struct VocabularyPlan: Sendable {
    var vocabulary: Vocabulary
    /// How fields come from others, by table and the field's place.
    var definitions: [String: [Int: FieldProgram]] = [:]
    /// What says of which period a record is, where an expression does.
    var periods: [String: FieldProgram] = [:]
    var checks: [String: [CheckPlan]] = [:]
}

/// A condition on the cells of a record, compiled.
struct CheckPlan: Sendable {
    let check: TableCheck
    let condition: FieldProgram
}
