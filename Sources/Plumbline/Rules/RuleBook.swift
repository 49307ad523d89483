/// Everything that the rule files of a run say: the vocabulary and the rulesets that use it.
public struct RuleBook: Sendable {
    public var vocabulary: Vocabulary
    public var rulesets: [Ruleset]

    public init(vocabulary: Vocabulary, rulesets: [Ruleset]) {
        self.vocabulary = vocabulary
        self.rulesets = rulesets
    }

    public var rules: [Rule] { rulesets.flatMap(\.rules) }
}
