import Diagnostics
import JSON

extension RuleFileSchema {
    var profileDefinitions: [(String, JSONValue)] {
        [
            ("profile", profile.schema(in: language)), ("disabled", disabled.schema(in: language)),
            ("waiver", waiver.schema(in: language)),
        ]
    }
}

private extension RuleFileSchema {
    var profile: SchemaObject {
        let keys = #"^(params\.[A-Za-z_][A-Za-z0-9_]*|due|missing(\.[^.]+)*|tolerances(\.[^.]+)+|rules\.[^.]+(\.[^.]+)+)$"#
        return SchemaObject([
            SchemaKey("profile", reference("text"), isRequired: true, Localized(
                zh: "方案的名称，--profile 用它", en: "The profile's name, which --profile says")),
            SchemaKey("of", reference("text"), isRequired: true, Localized(
                zh: "规则集的名称，方案属于它", en: "The name of the ruleset that the profile is of")),
            SchemaKey("set", mapping(to: .object([]), names: ["pattern": .string(keys)]), Localized(
                zh: "params.名称、due、missing、tolerances.about 和 rules.规则.键；~ 去掉该键",
                en: "params.NAME, due, missing, tolerances.about and rules.RULE.KEY; ~ takes a key out")),
            SchemaKey("disabled", list(of: reference("disabled")), Localized(
                zh: "暂不核查的规则", en: "Rules that are not judged for the time being")),
            SchemaKey("waivers", list(of: reference("waiver")), Localized(
                zh: "暂予豁免的记录", en: "Records that a rule lets pass for the time being")),
        ])
    }

    var disabled: SchemaObject { SchemaObject([rule] + term) }

    var waiver: SchemaObject {
        let record = SchemaKey("record", reference("text"), isRequired: true, Localized(
            zh: "记录的名称或主键", en: "The record's label, or its key"))
        return SchemaObject([rule, record] + term)
    }

    var rule: SchemaKey { SchemaKey("rule", reference("text"), isRequired: true, Localized(zh: "规则的 id", en: "The rule's id")) }

    /// Nothing is let pass without a reason, nor for ever.
    var term: [SchemaKey] {
        [
            SchemaKey("why", reference("localized"), isRequired: true, Localized(zh: "原因", en: "Why")),
            SchemaKey("until", reference("date"), isRequired: true, Localized(zh: "最后一天", en: "The last day")),
        ]
    }
}
