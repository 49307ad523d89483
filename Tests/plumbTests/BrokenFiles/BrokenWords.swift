/// Words that people use and the language has others for, and names that are right but out of reach.
let brokenWords: [BrokenCase] = [
    .rule("a binding by its Chinese word", "binding: 约束性", "require: is_open", code: "unknown-value", at: "8:14"),
    .rule("a severity in Chinese", "severity: 警告", "require: is_open", code: "unknown-value", at: "8:15"),
    .rule("a full-width colon behind a target's kind", "observe: vacancy", "target: {at_least：46%}", code: "yaml-full-width-colon", at: "9:22"),
    .rule("a full-width colon behind a key", "observe: vacancy", "target：{at_least: 46%}", code: "yaml-full-width-colon", at: "9:11"),
    .rule("a full-width colon at the end of a line", "observe: vacancy", "target：", "  at_least: 46%", code: "yaml-full-width-colon", at: "9:11"),
    .rule("a due day with one digit", "due: 2025-6-30", "require: is_open", code: "bad-date", at: "8:10"),
    .rule("a due day in Chinese", "due: 2025年6月30日", "require: is_open", code: "bad-date", at: "8:10"),
    .rule("a due day that its month does not have", "due: 2025-02-30", "require: is_open", code: "bad-date", at: "8:10"),
    example("an outcome in Chinese", "outcome: 未达标", at: "10:46"),
    example("closings in Chinese", "outcome: fail, closes: {新增: 3}", at: "10:61"),
    example("a misspelt closing", "outcome: fail, closes: {ad: 3}", at: "10:61"),
    .register("a register's binding in Chinese", "binding: 预期性", at: "7:14"),
    .register("a register's reason in Chinese", "uncheckable: {reason: 没有可衡量的界限}", at: "7:27"),
    parameter("a parameter that there is not", "require: beds >= params.flor && beds > params.floor", "unknown-parameter", at: "8:29"),
    parameter("params alone", "require: beds >= params && beds > params.floor", "unknown-parameter", at: "8:22"),
    declared("a whole number with a fraction", "type: integer, value: 4.5", at: "4:40"),
    declared("a parameter's day with one digit", "type: date, value: 2025-6-3", at: "4:37"),
    declared("a list that is one value", "type: list(string), value: 甲", at: "4:45"),
    declared("a quantity in another unit", "type: quantity, unit: 张, value: 3 人", at: "4:50"),
    .rules(
        "a template whose file is not used", .text("ruleset: demo\nplan: {title: 规划}\nuses: [words.yaml]\nrules:\n  - {use: at-least, id: a, title: 甲}\n"),
        "unknown-template", at: "5:11",
        beside: ["templates/shapes.yaml": "templates: shapes\ndefine:\n  - {id: at-least, rule: {for: institution, require: is_open}}\n"]),
    .rules(
        "a field of one's own for a shared table",
        .text("ruleset: demo\nplan: {title: 规划}\nuses: [words.yaml, own.yaml]\nrules:\n  - {id: a, title: 甲, for: institution, require: is_clean}\n"),
        "defined-twice", at: "3:3", in: "own.yaml", beside: ["own.yaml": "vocabulary: own\ntables:\n  institution: {fields: {is_clean: {type: boolean}}}\n"]),
    .rules(
        "a text where the rule looks into a record", .text(linkedRule), "case-reference", at: "10:43",
        beside: ["linked.yaml": .text(linkedVocabulary)]),
]

private func example(_ title: String, _ member: String, at place: String) -> BrokenCase {
    .rule(title, "require: beds > 3", "cases:", "  - {name: 一, given: {beds: 3}, \(member)}", code: "unknown-value", at: place)
}

private func parameter(_ title: String, _ line: String, _ code: String, at place: String) -> BrokenCase {
    let text = BrokenText.rule([line]).replacing("uses: [words.yaml]\n", with: "uses: [words.yaml]\nparams: {floor: {type: integer, value: 3}}\n")
    return .rules(title, .text(text), code, at: place.replacing("8:", with: "9:"))
}

private func declared(_ title: String, _ keys: String, at place: String) -> BrokenCase {
    let text = BrokenText.rule(["require: params.floor == params.floor"])
        .replacing("uses: [words.yaml]\n", with: "uses: [words.yaml]\nparams: {floor: {\(keys)}}\n")
    return .rules(title, .text(text), "parameter-type", at: place)
}

private extension BrokenCase {
    /// A register beside a sound ruleset, with one line in its only clause, line 7.
    static func register(_ title: String, _ line: String, at place: String) -> Self {
        let register = "register: demo\nclauses:\n  - id: A\n    section: 一\n    term: 床位\n    rules: too-few-beds\n    \(line)\n"
        return Self(
            title: title,
            files: ["words.yaml": .text(BrokenText.vocabulary), "rules/rules.yaml": .text(BrokenText.soundRule.replacing("words.yaml", with: "../words.yaml")), "rules/register.yaml": .text(register)],
            arguments: ["check", "rules", "--data", "."], exitCode: 3, answer: .fault("unknown-value", at: "rules/register.yaml:\(place)"))
    }
}

private let linkedRule = """
    ruleset: demo
    uses: [linked.yaml]
    plan: {title: 规划}
    rules:
      - id: too-few-beds
        title: 床位数
        for: ward
        require: owner.name != '' && beds > 3
        cases:
          - {name: 一, given: {beds: 3, owner: 某医院}, outcome: fail}

    """

private let linkedVocabulary = """
    vocabulary: linked
    tables:
      owner: {key: [id], label: name, fields: {id: {type: string}, name: {type: string}}}
      ward:
        key: [id]
        fields:
          id: {type: string}
          owner: {references: owner, list: wards}
          beds: {type: integer}

    """
