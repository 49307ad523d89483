public import Diagnostics

/// Everything that the rule files of a run say: the vocabulary and the rulesets that use it.
public struct RuleBook: Sendable {
    /// The data model that all rulesets share.
    public var vocabulary: Vocabulary
    /// In the order of the files.
    public var rulesets: [Ruleset]
    /// What could not be read; what the rules themselves do wrong shows when they are planned.
    public var faults: Diagnostics
    /// The names of the profiles that lie beside the rulesets, once each.
    public internal(set) var profileNames: [String] = []
    /// Whether all of the vocabulary was read. Without all of it, what rules say of it cannot be checked.
    var isVocabularyWhole: Bool

    public init(vocabulary: Vocabulary, rulesets: [Ruleset]) {
        self.init(vocabulary: vocabulary, rulesets: rulesets, faults: Diagnostics(), isVocabularyWhole: true)
    }

    init(vocabulary: Vocabulary, rulesets: [Ruleset], faults: Diagnostics, isVocabularyWhole: Bool) {
        self.vocabulary = vocabulary
        self.rulesets = rulesets
        self.faults = faults
        self.isVocabularyWhole = isVocabularyWhole
    }

    /// The files of data that rulesets name and that are not there.
    public var missingDataFiles: Diagnostics {
        var faults = Diagnostics()
        for data in rulesets.flatMap(\.data) where FileStatus(data.path) == nil {
            faults.append(.noDataFile(data, nearest: Folder.nearestFile(to: data.path)))
        }
        return faults
    }

    /// Those of all rulesets, in their order.
    public var rules: [Rule] { rulesets.flatMap(\.rules) }
}
