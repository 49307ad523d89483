import Diagnostics
import OrderedCollections
import YAML

/// Reads one case of a rule.
struct CaseLoader {
    /// What every case of the rule starts from.
    let example: OrderedDictionary<String, RuleCase.Given>

    func read(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> RuleCase? {
        guard var reader = MappingReader(node, as: Localized(zh: "用例", en: "a case"), &diagnostics) else { return nil }
        let name = reader.required("name", &diagnostics)?.string(&diagnostics)
        let given = reader.optional("given").map { Self.given($0, &diagnostics) } ?? [:]
        let outcomeNode = reader.required("outcome", &diagnostics)
        let outcome = outcomeNode?.choice(of: Outcome.self, &diagnostics)
        let reason = reader.optional("reason")?.choice(of: Reason.self, &diagnostics)
        let observed = reader.optional("observed").flatMap { expected($0, &diagnostics) }
        let gap = reader.optional("gap").flatMap { expected($0, &diagnostics) }
        let closes = reader.optional("closes").map { self.closes($0, &diagnostics) } ?? []
        let asOf = reader.optional("as_of").flatMap { CalendarDate.read($0, &diagnostics) }
        reader.finish(&diagnostics)
        guard let name, let outcome else { return nil }
        let record = example.merging(given) { $1 }
        return RuleCase(
            name: name, given: record, outcome: outcome, reason: reason, observed: observed, gap: gap, closes: closes,
            asOf: asOf, location: reader.mapping["name"]?.location ?? node.location)
    }

    /// The values of a record by field, as texts.
    static func given(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> OrderedDictionary<String, RuleCase.Given> {
        var given: OrderedDictionary<String, RuleCase.Given> = [:]
        for entry in node.entries(as: Localized(zh: "给定的数据", en: "the record of a case"), &diagnostics) {
            guard let field = entry.key.scalar?.text else { continue }
            guard let scalar = entry.value.scalar else {
                diagnostics.append(.caseValueNotScalar(field, at: entry.value.location))
                continue
            }
            given[field] = RuleCase.Given(text: entry.value.isNull ? nil : scalar.text, location: entry.value.location)
        }
        return given
    }
}

private extension CaseLoader {
    func expected(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> RuleCase.Expected? {
        node.string(&diagnostics).map { RuleCase.Expected(text: $0, location: node.location) }
    }

    /// `{convert: 3, add: 15}`, or a number where only one kind exists.
    func closes(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> [(kind: Closing.Kind?, amount: RuleCase.Expected)] {
        guard node.mapping != nil else { return expected(node, &diagnostics).map { [(nil, $0)] } ?? [] }
        return node.entries(as: Localized(zh: "弥补办法", en: "the value of 'closes'"), &diagnostics).compactMap { entry in
            guard let kind = entry.key.choice(of: Closing.Kind.self, &diagnostics),
                  let amount = expected(entry.value, &diagnostics)
            else { return nil }
            return (kind, amount)
        }
    }
}
