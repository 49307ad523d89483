/// Rulesets as a whole: their headers, the files that they name, the paths that the command is given.
let brokenHeaders: [BrokenCase] = [
    .rules("no header", "ruleset: demo\nrules: []\n", "no-header", at: "1:10"),
    BrokenCase(
        title: "two headers in one folder",
        files: ["words.yaml": .text(BrokenText.vocabulary), "rules/a.yaml": .text(header("demo")), "rules/b.yaml": .text(header("demo"))],
        arguments: ["check", "rules", "--data", "."], exitCode: 3, answer: .fault("second-header", at: "rules/b.yaml:1:10")),
    BrokenCase(
        title: "two rulesets in one folder",
        files: ["words.yaml": .text(BrokenText.vocabulary), "rules/a.yaml": .text(header("demo")), "rules/b.yaml": "ruleset: dmeo\nrules: []\n"],
        arguments: ["check", "rules", "--data", "."], exitCode: 3, answer: .fault("other-ruleset", at: "rules/b.yaml:1:10")),
    BrokenCase(
        title: "two rulesets of one name",
        files: ["words.yaml": .text(BrokenText.vocabulary), "a.yaml": .text(header("demo", "words.yaml")), "b.yaml": .text(header("demo", "words.yaml"))],
        arguments: ["check", "a.yaml", "b.yaml", "--data", "."], exitCode: 3, answer: .fault("defined-twice", at: "b.yaml:1:10")),
    .rules("a key that the header does not have", "ruleset: demo\nuse: [words.yaml]\n", "unknown-key", at: "2:1"),
    .rules("a path from the root", "ruleset: demo\nuses: [/rules/words.yaml]\n", "path-not-relative", at: "2:8"),
    .rules("an address in the web", "ruleset: demo\nuses: ['https://example.org/words.yaml']\n", "path-not-relative", at: "2:8"),
    .rules("a path with back slashes", "ruleset: demo\nuses: ['..\\words.yaml']\n", "path-not-relative", at: "2:8"),
    .rules("a vocabulary that is not there", "ruleset: demo\nuses: [word.yaml]\n", "file-unreadable", at: "2:8"),
    .rules("a folder in place of a vocabulary", "ruleset: demo\nuses: [words]\n", "file-unreadable", at: "2:8", beside: ["words": .emptyFolder]),
    .rules(
        "a ruleset in place of a vocabulary", "ruleset: demo\nuses: [other.yaml]\n", "not-a-vocabulary", at: "2:8",
        beside: ["other.yaml": "ruleset: other\nuses: [rules.yaml]\n"]),
    .rules("a ruleset that uses itself", "ruleset: demo\nuses: [rules.yaml]\n", "not-a-vocabulary", at: "2:8"),
    .vocabulary("a vocabulary that uses another", "vocabulary: words\nuses: [more.yaml]\n", "unknown-key", at: "2:1"),
    .rules("a plan that ends before it begins", "ruleset: demo\nplan: {title: 规划, from: 2025-12-31, to: 2021-01-01}\nuses: [words.yaml]\n", "plan-dates", at: "2:41"),
    .rules("a day that the calendar does not have", "ruleset: demo\nplan: {title: 规划, to: 2025-02-30}\nuses: [words.yaml]\n", "bad-date", at: "2:23"),
    .rules("a date in Chinese form", "ruleset: demo\nplan: {title: 规划, to: 2025年12月31日}\nuses: [words.yaml]\n", "bad-date", at: "2:23"),
    .rules("a date with slashes", "ruleset: demo\nplan: {title: 规划, to: 2025/12/31}\nuses: [words.yaml]\n", "bad-date", at: "2:23"),
    .rules("a plan without a title", "ruleset: demo\nplan: {to: 2025-12-31}\nuses: [words.yaml]\n", "missing-key", at: "2:7"),
    .rules("a misspelt first key", "rulset: demo\nuses: [words.yaml]\n", "unknown-file", at: "1:1"),
    .rules("a header that does not begin with its name", "plan: {title: 规划}\nruleset: demo\n", "unknown-file", at: "1:1"),
    .rules("a list in place of a ruleset", "- id: too-few-beds\n- id: too-few-staff\n", "yaml-wrong-type", at: "1:1"),
    .rules("a table of data in place of a ruleset", "机构代码,床位数\nA1,20\n", "yaml-wrong-type", at: "1:1"),
    BrokenCase(
        title: "a vocabulary in place of a ruleset", files: ["words.yaml": .text(BrokenText.vocabulary)],
        arguments: ["check", "words.yaml", "--data", "."], exitCode: 3, answer: .fault("vocabulary-alone", at: "words.yaml:1:1")),
    BrokenCase(
        title: "a folder of vocabularies only", files: ["rules/words.yaml": .text(BrokenText.vocabulary)],
        arguments: ["check", "rules", "--data", "."], exitCode: 3, answer: .fault("no-ruleset")),
    BrokenCase(
        title: "a folder without rules", files: ["rules": .emptyFolder],
        arguments: ["check", "rules", "--data", "."], exitCode: 3, answer: .fault("no-rule-files")),
    BrokenCase(
        title: "a ruleset that is not there", files: [:],
        arguments: ["check", "rules.yml", "--data", "."], exitCode: 3, answer: .fault("file-unreadable")),
    .rules(
        "a ruleset without a vocabulary",
        "ruleset: demo\nplan: {title: 规划}\nrules:\n  - {id: too-few-beds, title: 床位, for: institution, require: beds > 3}\n",
        "unknown-table", at: "4:40"),
]

private func header(_ name: String, _ uses: String = "../words.yaml") -> String {
    "ruleset: \(name)\nuses: [\(uses)]\nrules: []\n"
}
