import Diagnostics
import YAML

extension MissingPolicy {
    /// The names by which a rule or a ruleset writes a policy that says nothing more.
    enum Name: String, CaseIterable {
        case bounds
        case skip
        case against
    }

    /// Reads `bounds`, `skip`, `against` or `{skip: {min_measured: 95%}}`.
    static func read(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> MissingPolicy? {
        guard node.mapping != nil else {
            return switch node.choice(of: Name.self, &diagnostics) {
            case .bounds?: .bounds
            case .skip?: .skip(minMeasured: nil)
            case .against?: .against
            case nil: nil
            }
        }
        let what = Localized(zh: "缺失数据的处理方式", en: "the value of 'missing'")
        guard var reader = MappingReader(node, as: what, &diagnostics) else { return nil }
        let skip = reader.required("skip", &diagnostics)
        reader.finish(&diagnostics)
        guard let skip else { return nil }
        return options(skip, &diagnostics)
    }

    private static func options(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> MissingPolicy? {
        guard var reader = MappingReader(node, as: Localized(zh: "skip 的选项", en: "the value of 'skip'"), &diagnostics)
        else { return nil }
        let share = reader.optional("min_measured")?.share(&diagnostics)
        reader.finish(&diagnostics)
        return .skip(minMeasured: share)
    }
}
