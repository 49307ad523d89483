/// Limits and targets that say more than one number.
let brokenLimits: [BrokenCase] = [
    // Computed limits and limits by case.
    limit("a limit under another key", "beds", "{at_least: {limit: staff}}", "missing-key", at: "9:24"),
    limit("a computed limit of a misspelt field", "beds", "{at_least: {value: stff}}", "unknown-field", at: "9:32"),
    limit("a computed limit of another kind", "beds", "{at_least: {value: income}}", "unit-mismatch", at: "9:32"),
    limit("a bare number for a computed limit", "income", "{at_least: {value: 500}}", "bare-number", at: "9:32"),
    limit("a computed limit that is a text", "beds", "{at_least: {value: name}}", "limit-type", at: "9:32"),
    limit("a computed limit of another enumeration", "grade", "{at_least: {value: kind}}", "limit-type", at: "9:32"),
    limit("no case for a limit", "beds", "{at_least: []}", "no-cases", at: "9:24"),
    limit("two limits in a list", "beds", "{at_least: [20 张, 80 张]}", "not-a-case", at: "9:25"),
    limit("a case that is no list", "beds", "{at_least: {when: is_open, limit: 20 张}}", "case-without-list", at: "9:24"),
    limit("a case without a limit", "beds", "{at_least: [{when: is_open}]}", "missing-key", at: "9:25"),
    limit("a case without a condition", "beds", "{at_least: [{limit: 20 张}]}", "missing-key", at: "9:25"),
    limit("a case under a number", "beds", "{at_least: [{when: staff, limit: 20 张}]}", "not-a-condition", at: "9:32"),
    limit(
        "a case behind one that always holds", "beds",
        "{at_least: [{when: true, limit: 20 张}, {when: is_open, limit: 30 张}]}", "case-never-reached", at: "9:52"),
    limit(
        "a case behind its double", "beds",
        "{at_least: [{when: is_open, limit: 20 张}, {when: is_open, limit: 30 张}]}", "case-never-reached", at: "9:55"),
    limit("a case that never holds", "beds", "{at_least: [{when: false, limit: 20 张}]}", "case-never-holds", at: "9:25"),
    limit(
        "a wrong unit in the second case", "beds",
        "{at_least: [{when: is_open, limit: 20 张}, {when: true, limit: 30 人}]}", "unit-mismatch", at: "9:75"),
    limit("cases for both ends of a range", "beds", "{between: [{when: is_open, limit: 1 张}, 9 张]}", "case-without-list", at: "9:24"),

    // matches, reaches, about.
    limit("a pattern that cannot be read", "name", "{matches: '[医院'}", "bad-pattern", at: "9:23"),
    limit("a pattern with what RE2 does not know", "name", "{matches: '(?=医院)'}", "bad-pattern", at: "9:23"),
    limit("a pattern for a number", "beds", "{matches: '^[0-9]+$'}", "target-on-type", at: "9:23"),
    limit("an empty pattern", "name", "{matches: ''}", "empty-pattern", at: "9:23"),
    limit("a list of patterns", "name", "{matches: ['a', 'b']}", "yaml-wrong-type", at: "9:23"),
    limit("a step of a number", "beds", "{reaches: 20 张}", "target-on-type", at: "9:23"),
    limit("a step of values without order", "kind", "{reaches: 医院}", "target-on-type", at: "9:23"),
    limit("a step that there is not", "grade", "{reaches: 二级丙等}", "limit-type", at: "9:23"),
    limit("about a value and nothing that says how near", "vacancy", "{about: 15%}", "about-without-tolerance", at: "9:21"),
    limit("about without a value", "vacancy", "{about: {tolerance: 2pp}}", "missing-key", at: "9:21"),
    limit("a tolerance of nothing", "vacancy", "{about: {value: 15%, tolerance: 0pp}}", "bad-tolerance", at: "9:45"),
    limit("a tolerance below zero", "vacancy", "{about: {value: 15%, tolerance: -2pp}}", "bad-tolerance", at: "9:45"),
    limit("a tolerance of another kind", "vacancy", "{about: {value: 15%, tolerance: 2 张}}", "tolerance-unit", at: "9:45"),
    limit("a bare tolerance beside a percentage", "vacancy", "{about: {value: 15%, tolerance: 2}}", "tolerance-unit", at: "9:45"),
    limit("about on a side that there is not", "vacancy", "{about: {value: 15%, tolerance: 2pp, side: up}}", "unknown-value", at: "9:56"),
    limit("about a grade", "grade", "{about: 三级}", "target-on-type", at: "9:21"),

    // change, growth, parity, unique.
    limit("a change where there are no periods", "beds", "{change: {at_least: 1 张, against: previous}}", "no-periods", at: "9:22"),
    limit("a growth of a text", "name", "{growth: {at_least: 1%, against: previous}}", "target-on-type", at: "9:22"),
    limit("a growth that is one number", "beds", "{growth: 5%}", "not-a-comparison", at: "9:22"),
    limit("parity without anyone tested", "beds", "{parity: {at_least: 100%}}", "missing-key", at: "9:22"),
    limit("parity without a limit", "beds", "{parity: {test: is_open}}", "bound-missing", at: "9:22"),
    limit("parity with two limits", "beds", "{parity: {test: is_open, at_least: 100%, at_most: 120%}}", "two-bounds", at: "9:63"),
    limit("parity of a misspelt limit", "beds", "{parity: {test: is_open, atleast: 100%}}", "unknown-key", at: "9:38"),
    limit("parity of a number", "beds", "{parity: {test: staff, at_least: 100%}}", "not-a-condition", at: "9:29"),
    limit("parity with itself", "beds", "{parity: {test: is_open, against: is_open, at_least: 100%}}", "same-sides", at: "9:47"),
    limit("parity in beds", "beds", "{parity: {test: is_open, at_least: 20 张}}", "parity-in-percent", at: "9:48"),
    limit("parity in bare numbers", "beds", "{parity: {test: is_open, at_least: 1}}", "parity-in-percent", at: "9:48"),
    limit("parity of texts", "name", "{parity: {test: is_open, at_least: 100%}}", "target-on-type", at: "9:22"),
    limit("parity within nothing", "beds", "{parity: {test: is_open, within: [], at_least: 100%}}", "empty-list", at: "9:46"),
    limit("parity within one thing twice", "beds", "{parity: {test: is_open, within: [kind, kind], at_least: 100%}}", "listed-twice", at: "9:53"),
    limit("parity within a misspelt field", "beds", "{parity: {test: is_open, within: [knd], at_least: 100%}}", "unknown-field", at: "9:47"),
    limit("parity of groups of none", "beds", "{parity: {test: is_open, at_least: 100%, min_group: 0}}", "bad-group-size", at: "9:65"),
    limit("parity by modes", "beds", "{parity: {test: is_open, compare: mode, at_least: 100%}}", "unknown-value", at: "9:47"),
    limit("records that are unique and observed", "beds", "{unique: [name]}", "value-not-needed", at: "8:14"),
]

private func limit(_ title: String, _ observe: String, _ target: String, _ code: String, at place: String) -> BrokenCase {
    .rule(title, "observe: \(observe)", "target: \(target)", code: code, at: place)
}
