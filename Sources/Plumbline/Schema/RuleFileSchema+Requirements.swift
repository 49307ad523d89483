import Diagnostics
import JSON

extension RuleFileSchema {
    var requirementDefinitions: [(String, JSONValue)] {
        [
            ("target", target),
            ("limit", limit),
            ("arm", arm.schema(in: language)),
            ("reading", reading.schema(in: language)),
            ("coverage", coverage),
        ]
    }

    /// A value with its limit, a limit that needs no value, a condition, or nothing where a coverage counts the scope.
    var requirements: [JSONValue] {
        let arms = Arms.Manner.allCases.map(\.rawValue)
        let counted = only([], of: ["observe", "target", "require"] + arms, beside: ["coverage"])
        return single(among: arms) + arms.map { only([$0], of: ["observe", "target", "require"] + arms) } + [counted]
    }

    var asWrittenText: Localized {
        Localized(zh: "原文写的限值，例如 2—3所", en: "What the plan writes in place of the limit, such as 2—3所")
    }
}

private extension RuleFileSchema {
    /// Exactly one kind with its limit.
    var target: JSONValue {
        let kinds = targets.map { kind in SchemaKey(kind.name, schema(of: kind.limitShape), kind.summary) }
        return SchemaObject(kinds + [asWritten], more: [("oneOf", .array(oneKind(of: kinds)))]).schema(in: language)
    }

    /// What the plan writes in place of a limit, beside the limit.
    var asWritten: SchemaKey { SchemaKey("as_written", reference("text"), asWrittenText) }

    /// Exactly one of the kinds, whatever stands beside it.
    func oneKind(of kinds: [SchemaKey]) -> [JSONValue] { kinds.map { ["required": .strings([$0.name])] } }

    /// A value with its limit, a condition, or a limit that needs no value.
    ///
    /// - Parameter others: What else a requirement could be there.
    func single(among others: [String]) -> [JSONValue] {
        let all = ["observe", "target", "require"] + others
        let bare = targets.filter { !$0.needsValue }.map(\.name)
        var alone = only(["target"], of: all)
        alone.append("allOf", .array([["properties": ["target": ["propertyNames": ["enum": .strings(bare + ["as_written"])]]]]]))
        return [only(["observe", "target"], of: all), only(["require"], of: all)] + (bare.isEmpty ? [] : [alone])
    }

    /// Some of several keys, and none of the others.
    func only(_ keys: [String], of all: [String], beside more: [String] = []) -> JSONValue {
        let none = all.filter { !keys.contains($0) }.map { ($0, JSONValue.bool(false)) }
        return ["required": .strings(keys + more), "properties": .object(none)]
    }

    /// One of several requirements.
    var arm: SchemaObject {
        SchemaObject([
            SchemaKey("name", reference("localized"), Localized(zh: "这一项的名称", en: "What people call the arm")),
            SchemaKey("where", reference("expression"), Localized(
                zh: "这一项适用于哪些记录；不适用时既不算达标也不算不达标",
                en: "The condition under which the arm applies; where it does not, it neither passes nor fails")),
            SchemaKey("observe", reference("expression"), Localized(zh: "与限值相比的值", en: "The value that has a limit")),
            SchemaKey("target", reference("target"), Localized(zh: "限值", en: "The limit")),
            SchemaKey("require", reference("expression"), Localized(
                zh: "必须成立的条件，代替 observe 和 target", en: "A condition that has to hold, in place of observe and target")),
            asWritten,
        ], more: [("oneOf", .array(single(among: [])))])
    }

    /// Another way to read the clause.
    var reading: SchemaObject {
        let keys = (identityKeys + requirementKeys + judgementKeys + consequenceKeys).map(\.name)
        let words = keys.filter { !ReadingLoader.settled.contains($0) }.joined(separator: "|")
        let key: JSONValue = ["pattern": .string("^(\(words))(\\.[^.]+)*$")]
        let set: JSONValue = ["type": .string("object"), "propertyNames": key, "minProperties": .integer(1)]
        return SchemaObject([
            SchemaKey("name", reference("localized"), isRequired: true, Localized(zh: "读法的名称", en: "What people call the reading")),
            SchemaKey("set", set, isRequired: true, Localized(
                zh: "与规则不同的键，如 target.parity.compare；~ 表示删去",
                en: "The keys in which it differs, such as target.parity.compare; ~ takes one out")),
        ])
    }

    var coverage: JSONValue {
        let kinds = targets.filter { $0 is any RecordTargetKind }.map { SchemaKey($0.name, schema(of: $0.limitShape), $0.summary) }
        let per = SchemaKey("per", reference("expression"), Localized(
            zh: "按什么分组计算：引用、字段或表达式", en: "What groups the records: a reference, a field or an expression"))
        return SchemaObject(kinds + [per, asWritten], more: [("oneOf", .array(oneKind(of: kinds)))]).schema(in: language)
    }
}
