import CEL
import OrderedCollections
import YAML

/// One version of a rule, its texts in a form in which spaces and brackets make no difference.
struct RuleVersion {
    let plan: RulePlan
    private let ruleset: Ruleset?
    private let texts: ExpressionsInOneForm?

    init(_ plan: RulePlan, of audit: AuditPlan) {
        self.plan = plan
        ruleset = audit.book.rulesets.first { $0.name == plan.rule.ruleset }
        texts = audit.vocabulary.tables[plan.rule.table].map { table in
            ExpressionsInOneForm(environment: RuleEnvironment.of(
                table, vocabulary: audit.vocabulary, setting: plan.setting, language: audit.language))
        }
    }

    /// The keys that the rule has, in its order; its id is what both versions share.
    static func keys(of version: RuleVersion) -> [String] {
        version.plan.rule.node?.mapping?.keys.filter { $0 != "id" } ?? []
    }

    /// What stands under a key, on one line; nil where the rule does not have it.
    func text(of key: String) -> String? {
        guard let node = plan.rule.node?.mapping?[key] else { return nil }
        if ["where", "require", "observe"].contains(key), let scalar = node.scalar, let text = texts?.text(scalar) { return text }
        return node.flowText
    }

    /// What a condition joins by `&&`.
    func conditions(_ scalar: YAMLScalar?) -> Set<String>? { texts?.conditions(scalar) }

    var required: Set<String>? {
        guard case .condition(let scalar) = plan.rule.requirement else { return nil }
        return conditions(scalar)
    }

    /// The limit that stands under `target` or `coverage`; nil where it is not the same for everybody.
    func limit(_ key: String) -> Limit? {
        let isCovered = plan.rule.coverage != nil
        return key == "coverage" ? (isCovered ? plan.limit : nil) : isCovered ? plan.memberLimit : plan.limit
    }

    /// What stands under a key beside its figures.
    func shape(of key: String) -> String? { plan.rule.node?.mapping?[key]?.shapeOnOneLine }

    /// The values of the parameters that the rule names, each on one line.
    var parameters: OrderedDictionary<String, String> {
        let texts = plan.rule.expressionTexts
        var values: OrderedDictionary<String, String> = [:]
        for parameter in ruleset?.parameters.values.elements ?? []
        where texts.contains(where: { $0.hasWholeName("params.\(parameter.name)") }) {
            values[parameter.name] = parameter.text ?? "~"
        }
        return values
    }
}

private extension YAMLNode {
    /// The node on one line without its numbers, so that two limits of one kind look alike.
    var shapeOnOneLine: String {
        switch content {
        case .scalar(let scalar): scalar.text.first.map { $0.isNumber || $0 == "-" } ?? false ? "#" : flowText
        case .sequence(let items): "[" + items.map(\.shapeOnOneLine).joined(separator: ", ") + "]"
        case .mapping(let mapping):
            "{" + mapping.entries.map { "\($0.key.shapeOnOneLine): \($0.value.shapeOnOneLine)" }.joined(separator: ", ") + "}"
        }
    }
}
