/// The keys of a rule and of its cases.
let brokenRules: [BrokenCase] = [
    .rules(
        "a rule without a title", .text(BrokenText.ruleset(["- id: too-few-beds", "  for: institution", "  require: beds > 3"])),
        "missing-key", at: "5:5"),
    .rules("an id in Chinese", rule(id: "床位不足"), "bad-rule-id", at: "5:9"),
    .rules("an id with underscores and capitals", rule(id: "Too_Few_Beds"), "bad-rule-id", at: "5:9"),
    .rules("an id that is a number with a blank", rule(id: "rule 1"), "bad-rule-id", at: "5:9"),
    .rules(
        "two rules of one id",
        .text(BrokenText.ruleset([
            "- {id: too-few-beds, title: 床位数, for: institution, require: beds > 3}",
            "- {id: too-few-beds, title: 床位数, for: institution, require: beds > 4}",
        ])), "duplicate-rule", at: "6:10"),
    .rule("a misspelt key", "observed: beds", "target: {at_least: 20 张}", code: "unknown-key", at: "8:5"),
    .rule("a key in Chinese", "require: beds > 3", "依据: 第三章", code: "unknown-key", at: "9:5"),
    .rule("a key of a later version", "require: beds > 3", "templates: [每年]", code: "unknown-key", at: "9:5"),
    .rule("a binding in Chinese", "require: beds > 3", "binding: 约束性", code: "unknown-value", at: "9:14"),
    .rule("a misspelt binding", "require: beds > 3", "binding: obligatry", code: "unknown-value", at: "9:14"),
    .rule("a severity that there is not", "require: beds > 3", "severity: fatal", code: "unknown-value", at: "9:15"),
    .rule("nothing that is required", "fix: 增设床位", code: "no-requirement", at: "5:9"),
    .rule("a value and a condition", "observe: beds", "target: {at_least: 20 张}", "require: beds > 3", code: "two-requirements", at: "10:14"),
    .rule("a value without its target", "observe: beds", code: "value-without-target", at: "8:14"),
    .rule("a target without its value", "target: {at_least: 20 张}", code: "target-without-value", at: "8:13"),
    .rule("a target with nothing in it", "observe: beds", "target:", code: "not-a-target", at: "9:12"),
    .rule("a target that is a bare quantity", "observe: beds", "target: 20 张", code: "not-a-target", at: "9:13"),
    .rule("a condition with nothing in it", "require:", code: "yaml-wrong-type", at: "8:13"),
    .rules(
        "a misspelt table", .text(BrokenText.ruleset(["- {id: too-few-beds, title: 床位数, for: instituton, require: beds > 3}"])),
        "unknown-table", at: "5:41"),
    .rules(
        "a table by its Chinese title", .text(BrokenText.ruleset(["- {id: too-few-beds, title: 床位数, for: 医疗机构, require: beds > 3}"])),
        "unknown-table", at: "5:41"),
    .rules(
        "two tables in one rule", .text(BrokenText.ruleset(["- {id: too-few-beds, title: 床位数, for: [institution, staff], require: beds > 3}"])),
        "yaml-wrong-type", at: "5:41"),
    .rule("a source that is a text", "require: beds > 3", "source: 三（二）4", code: "yaml-wrong-type", at: "9:13"),
    .rule("a source without its section", "require: beds > 3", "source: {clause: SN-1}", code: "missing-key", at: "9:13"),
    .rule("a title in a third language", "require: beds > 3", "message: {zh: 床位不足, fr: lits}", code: "unknown-key", at: "9:25"),
    .rule("a case without its outcome", "require: beds > 3", "cases:", "  - {name: 三张, given: {beds: 3}}", code: "missing-key", at: "10:9"),
    .rule("an outcome that there is not", "require: beds > 3", "cases:", "  - {name: 三张, given: {beds: 3}, outcome: failed}", code: "unknown-value", at: "10:47"),
    .rule("a case with a field that there is not", "require: beds > 3", "cases:", "  - {name: 三张, given: {bed: 3}, outcome: fail}", code: "unknown-field", at: "10:28"),
    .rule("a case with a list for a value", "require: beds > 3", "cases:", "  - {name: 三张, given: {beds: [3, 4]}, outcome: fail}", code: "case-value", at: "10:34"),
    .rule("a reason that there is not", "require: beds > 3", "cases:", "  - {name: 无, given: {}, outcome: not_measured, reason: blank}", code: "unknown-value", at: "10:61"),
    .rule("a closing that there is not", "observe: beds", "target: {at_least: 20 张}", "cases:", "  - {name: 三张, given: {beds: 3}, outcome: fail, closes: {adds: 17}}", code: "unknown-value", at: "11:62"),
    .rule("a case on a day that there is not", "require: beds > 3", "cases:", "  - {name: 三张, given: {beds: 3}, outcome: fail, as_of: 2025-13-01}", code: "bad-date", at: "10:60"),
    .rule("cases that are no list", "require: beds > 3", "cases: {name: 三张, outcome: fail}", code: "yaml-wrong-type", at: "9:12"),
]

private func rule(id: String) -> BrokenCase.Content {
    .text(BrokenText.ruleset(["- id: \(id)", "  title: 床位数", "  for: institution", "  require: beds > 3"]))
}
