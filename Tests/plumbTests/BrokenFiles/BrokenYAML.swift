/// What YAML makes of a slip of the keyboard.
let brokenYAML: [BrokenCase] = [
    .rules(
        "a full-width colon after a key",
        .text(BrokenText.ruleset(["- id: too-few-beds", "  title：床位数", "  for: institution"])),
        "yaml-full-width-colon", at: "6:10"),
    .rules(
        "a tab in the indentation", .text(BrokenText.ruleset(["- id: too-few-beds", "\ttitle: 床位数"])),
        "yaml-tab-indentation", at: "6:3"),
    .rules(
        "a key that is indented too little", .text(BrokenText.ruleset(["- id: too-few-beds", " title: 床位数"])),
        "yaml-indentation", at: "6:4"),
    .rules(
        "a key that is indented too far", .text(BrokenText.ruleset(["- id: too-few-beds", "    title: 床位数"])),
        "yaml-indentation", at: "6:7"),
    .rule("a key that is written twice", "target: {at_least: 2}", "observe: beds", "target: {at_least: 3}", code: "yaml-duplicate-key", at: "10:5"),
    .rules("two documents in one file", "\(BrokenText.soundRule)---\nruleset: other\n", "yaml-several-documents", at: "10:1"),
    .rule("a quote that is not closed", "observe: beds", "target: {at_least: \"20 张}", code: "yaml-unclosed-quote", at: "9:24"),
    .rule("a bracket that is not closed", "observe: beds", "target: {between: [20 张, 80 张}", code: "yaml-unclosed-bracket", at: "9:23"),
    .rules("an empty file", "", "yaml-empty", at: "1:1"),
    .rules("a file of comments only", "# 规则\n# 待补\n", "yaml-empty", at: "1:1"),
    .rules(
        "a file in GBK", .bytes(Array("ruleset: demo\nplan: {title: ".utf8) + [0xB9, 0xE6, 0xBB, 0xAE] + Array("}\n".utf8)),
        "yaml-bad-utf8", at: "2:15"),
    .rules("a file in UTF-16", .bytes([0xFF, 0xFE] + "ruleset: demo\n".utf8.flatMap { [$0, 0] }), "yaml-utf16", at: "1:1"),
    .rules("no blank after the colon of a key", "ruleset:demo\nuses: [words.yaml]\n", "yaml-missing-colon", at: "1:1"),
    .rules("no blank after the colon of a rule's id", .text(BrokenText.ruleset(["- id:too-few-beds", "  title: 床位数"])), "yaml-missing-colon", at: "5:5"),
    .rule("a condition that begins with '!'", "where: !is_open", "observe: beds", "target: {at_least: 2}", code: "expression-needs-quotes", at: "8:12"),
    .rule("a condition that begins with '['", "require: [20, 40].exists(n, n == beds)", code: "expression-needs-quotes", at: "8:14"),
    .rule("a condition in brackets", "require: [beds >= 20]", code: "expression-needs-quotes", at: "8:14"),
    .rule("a condition in braces", "require: {beds >= 20}", code: "expression-needs-quotes", at: "8:14"),
    .rule("a value that begins with '*'", "observe: *beds", "target: {at_least: 2}", code: "yaml-undefined-alias", at: "8:14"),
    .rule("a value that begins with '&'", "observe: &beds", "target: {at_least: 2}", code: "expression-needs-quotes", at: "8:14"),
    .rule("a value that begins with '%'", "observe: %beds", "target: {at_least: 2}", code: "expression-needs-quotes", at: "8:14"),
    .rule("a value that begins with '@'", "observe: @beds", "target: {at_least: 2}", code: "expression-needs-quotes", at: "8:14"),
    .rule("a condition that begins with a quote", "require: '医院' == kind", code: "expression-needs-quotes", at: "8:14"),
    .rule("a condition with ' #' in its text", "require: name != '门诊 #1'", code: "expression-cut-by-comment", at: "8:26"),
    .rule("a condition with ': ' in it", "require: is_open ? beds > 3 : beds > 5", code: "expression-needs-quotes", at: "8:14"),
    .rules(
        "a condition with a comma inside braces",
        .text(BrokenText.ruleset(["- {id: too-few-beds, title: 床位数, for: institution, require: max(beds, staff) > 3}"])),
        "expression-needs-quotes", at: "5:63"),
    .rules(
        "a full-width dash as the dash of a list", .text(BrokenText.ruleset(["－ id: too-few-beds", "  title: 床位数"])),
        "yaml-indentation", at: "6:5"),
    .rules("a rule that is a text", .text(BrokenText.ruleset(["- 床位数不少于20张"])), "yaml-wrong-type", at: "5:5"),
    .rules("rules that are no list", .text(BrokenText.ruleset(["id: too-few-beds", "title: 床位数"])), "yaml-wrong-type", at: "5:3"),
    .rules(
        "a title that YAML reads as true", .text(BrokenText.ruleset(["- id: too-few-beds", "  title: true", "  for: institution", "  require: beds > 3"])),
        "yaml-wrong-type", at: "6:12"),
]
