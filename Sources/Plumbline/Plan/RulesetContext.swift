import CEL
import OrderedCollections
import Quantities

/// What the compilation of a rule leans on: its ruleset's settings, the vocabulary, and what plugins bring.
struct RulesetContext {
    let vocabulary: Vocabulary
    /// What cases can give, made once for all rules.
    let caseWords: Deferred<CaseWords>
    let targets: [any TargetKind]
    let language: RuleLanguage
    /// The constants that expressions of the ruleset can name.
    var setting: RuleSetting
    let missing: MissingPolicy
    let due: CalendarDate?
    let aboutTolerance: Number?
    /// Whether what findings tell beside the verdict is compiled when somebody asks; nobody is told its faults then.
    var defersTelling = false
    /// Where it is kept what expressions came to; nil where each is compiled once.
    var memory: ExpressionMemory?
    /// The parameters that have no value.
    let unset: [Parameter]
}
