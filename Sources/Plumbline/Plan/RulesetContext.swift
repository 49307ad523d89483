import CEL
import OrderedCollections
import Quantities

/// What the compilation of a rule leans on: its ruleset's settings, the vocabulary, and what plugins bring.
struct RulesetContext {
    let vocabulary: Vocabulary
    let targets: [any TargetKind]
    let functions: [any FunctionLibrary]
    /// The constants that expressions of the ruleset can name.
    let setting: RuleSetting
    let missing: MissingPolicy
    let due: CalendarDate?
    let aboutTolerance: Number?
    /// The parameters whose limits are shares, such as `85%`.
    let shareParameters: Set<String>
}
