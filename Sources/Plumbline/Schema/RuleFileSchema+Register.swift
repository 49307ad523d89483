import Diagnostics
import JSON

extension RuleFileSchema {
    var registerDefinitions: [(String, JSONValue)] {
        [("register", register.schema(in: language)), ("clause", clause.schema(in: language))]
    }
}

private extension RuleFileSchema {
    var register: SchemaObject {
        SchemaObject([
            SchemaKey("register", reference("text"), isRequired: true, Localized(
                zh: "规则集的名称，登记表属于它", en: "The name of the ruleset that the register belongs to")),
            SchemaKey("clauses", list(of: reference("clause")), isRequired: true, Localized(
                zh: "规划文件中可核查的每一条", en: "Every testable clause of the plan's text")),
        ])
    }

    var clause: SchemaObject { SchemaObject(nameKeys + clauseKeys + wordingKeys + coverageKeys) }

    var nameKeys: [SchemaKey] {
        [
            SchemaKey("id", reference("text"), isRequired: true, Localized(
                zh: "条款编号，规则的 source.clause 用它", en: "The clause's id, which a rule's source.clause names")),
            SchemaKey("section", reference("text"), isRequired: true, Localized(zh: "章节", en: "The plan's section")),
            SchemaKey("term", reference("localized"), isRequired: true, Localized(
                zh: "名称，不是原文的句子", en: "What it is about: a term, not the plan's sentence")),
        ]
    }

    var clauseKeys: [SchemaKey] {
        [
            SchemaKey("subject", reference("text"), Localized(zh: "要求的对象", en: "Of whom it is required")),
            SchemaKey("requires", mapping(to: clauseLimit), Localized(
                zh: "要求：种类和限值", en: "What is required: a kind of target and its limit")),
            SchemaKey("per", reference("text"), Localized(zh: "按什么分别计算", en: "By what it is counted")),
            SchemaKey("due", due.schema(in: language), Localized(zh: "期限", en: "Until when")),
            SchemaKey("baseline", baseline.schema(in: language), Localized(zh: "基期和基数", en: "What the plan starts from")),
        ]
    }

    /// A value, a list of values, or named values.
    var clauseLimit: JSONValue {
        ["anyOf": .array([reference("scalar"), list(of: reference("scalar"), atLeast: 1), mapping(to: reference("scalar"))])]
    }

    var due: SchemaObject {
        SchemaObject([
            SchemaKey("date", reference("date"), isRequired: true, Localized(zh: "最后一天", en: "The last day")),
            SchemaKey("stated", ["type": .string("boolean")], Localized(
                zh: "条款自己写明（默认），还是取自规划的期限", en: "Whether the clause itself says so (the default), or only its plan")),
        ])
    }

    var baseline: SchemaObject {
        SchemaObject([
            SchemaKey("period", reference("text"), isRequired: true, Localized(zh: "期间", en: "The period")),
            SchemaKey("value", reference("text"), Localized(zh: "规划写明的基数", en: "The figure as the plan writes it")),
        ])
    }

    var wordingKeys: [SchemaKey] {
        [
            SchemaKey("binding", choice(of: Binding.self), Localized(
                zh: "约束力，默认 required", en: "How strictly the plan puts it; by default required")),
            SchemaKey("hedge", reference("text"), Localized(zh: "原文中的缓和词", en: "The word that softens the clause")),
            SchemaKey("reading", reference("localized"), Localized(zh: "怎样理解", en: "How it is read")),
            SchemaKey(
                "rejected", ["anyOf": .array([reference("localized"), list(of: reference("localized"))])],
                Localized(zh: "没有采用的理解", en: "Readings that were not taken")),
            SchemaKey("responsible", reference("texts"), Localized(zh: "责任部门", en: "Who is responsible")),
            SchemaKey("open_list", ["type": .string("boolean")], Localized(
                zh: "原文的列举以“等”结尾", en: "Whether the text ends a list with an etc.")),
        ]
    }

    var coverageKeys: [SchemaKey] {
        [
            SchemaKey("rules", reference("texts"), Localized(zh: "核查它的规则", en: "The rules that encode it")),
            SchemaKey("uncheckable", uncheckable.schema(in: language), Localized(
                zh: "为什么任何数据都无法核查", en: "Why no data can decide it")),
            SchemaKey("same_as", reference("text"), Localized(
                zh: "重述哪一条；只计一次", en: "The clause that it only restates, which is counted once")),
            SchemaKey("conflicts", list(of: conflict.schema(in: language)), Localized(
                zh: "与哪些条款矛盾", en: "The clauses that say otherwise")),
        ]
    }

    var uncheckable: SchemaObject {
        SchemaObject([
            SchemaKey("reason", choice(of: Clause.UncheckableReason.self), isRequired: true, Localized(zh: "原因", en: "The reason")),
            SchemaKey("why", reference("localized"), Localized(zh: "说明", en: "In words")),
        ])
    }

    var conflict: SchemaObject {
        SchemaObject([
            SchemaKey("with", reference("text"), isRequired: true, Localized(zh: "另一条的编号", en: "The other clause's id")),
            SchemaKey("why", reference("localized"), Localized(zh: "矛盾在哪里", en: "What the contradiction is")),
        ])
    }
}
