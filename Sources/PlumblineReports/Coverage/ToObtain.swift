import Diagnostics
import Plumbline

/// What an auditor has to obtain before a ruleset can be audited with in full: figures that the text does not tell, and lists
/// that nobody has filled in.
struct ToObtain {
    /// The parameters without a value.
    let parameters: [Parameter]
    /// The files of data without a row: lists of those who have to answer, published figures, norms.
    let files: [RulesetData]

    init(_ ruleset: Ruleset) {
        parameters = ruleset.openParameters
        files = ruleset.data.filter { !$0.hasRows }
    }

    var isEmpty: Bool { parameters.isEmpty && files.isEmpty }
    var count: Int { parameters.count + files.count }
}
