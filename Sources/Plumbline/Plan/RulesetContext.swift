import CEL
import OrderedCollections
import Quantities

/// What the compilation of a rule leans on: its ruleset's settings, the vocabulary, and what plugins bring.
struct RulesetContext {
    let vocabulary: Vocabulary
    let targets: [any TargetKind]
    let language: RuleLanguage
    /// The constants that expressions of the ruleset can name.
    var setting: RuleSetting
    let missing: MissingPolicy
    let due: CalendarDate?
    let aboutTolerance: Number?
    /// Whether what findings tell beside the verdict is compiled when somebody asks; nobody is told its faults then.
    var defersTelling = false
    /// The parameters that have no value.
    let unset: [Parameter]
}
