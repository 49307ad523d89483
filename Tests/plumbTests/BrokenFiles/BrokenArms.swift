/// Arms of rules, and other readings of their clauses.
let brokenArms: [BrokenCase] = [
    .rule(
        "arms of both kinds", "any_of: [{require: is_open}, {require: beds > 3}]", "all_of: [{require: is_open}, {require: beds > 3}]",
        code: "both-arms", at: "9:13"),
    .rule(
        "arms beside a value", "observe: beds", "any_of: [{require: is_open}, {require: beds > 3}]", code: "two-requirements", at: "8:14"),
    .rule(
        "arms beside a condition", "require: is_open", "all_of: [{require: is_open}, {require: beds > 3}]",
        code: "two-requirements", at: "8:14"),
    arms("a single arm", "any_of: [{require: is_open}]", "one-arm", at: "8:13"),
    arms("no arms", "all_of: []", "one-arm", at: "8:13"),
    arms("fifty-one arms", "any_of: [\(Array(repeating: "{require: is_open}", count: 51).joined(separator: ", "))]", "too-many-arms", at: "8:13"),
    arms("arms that are a mapping", "any_of: {require: is_open}", "yaml-wrong-type", at: "8:13"),
    arms("arms that are conditions", "any_of: [is_open, beds > 3]", "yaml-wrong-type", at: "8:14"),
    arms("misspelt arms", "anyof: [{require: is_open}, {require: beds > 3}]", "unknown-key", at: "8:5"),
    arms("an arm that asks nothing", "any_of: [{name: 开诊}, {require: is_open}]", "arm-without-requirement", at: "8:14"),
    arms("an arm with a value and no limit", "any_of: [{observe: beds}, {require: is_open}]", "value-without-target", at: "8:24"),
    arms("an arm with a limit and no value", "any_of: [{target: {at_least: 3 张}}, {require: is_open}]", "target-without-value", at: "8:23"),
    arms("two arms of one name", "any_of: [{name: 床位, require: is_open}, {name: 床位, require: beds > 3}]", "arm-named-twice", at: "8:51"),
    arms("a misspelt key of an arm", "any_of: [{wher: is_open, require: beds > 3}, {require: is_open}]", "unknown-key", at: "8:15"),
    arms("arms within an arm", "any_of: [{all_of: [{require: is_open}, {require: beds > 3}]}, {require: is_open}]", "arms-within-arm", at: "8:23"),
    arms("a coverage of an arm", "any_of: [{require: is_open, coverage: {at_least: 80%}}, {require: is_open}]", "unknown-key", at: "8:33"),
    arms("an arm over groups", "any_of: [{target: {unique: [name]}}, {require: is_open}]", "arm-of-groups", at: "8:24"),
    arms("an arm that never applies", "any_of: [{where: kind == '医院' && kind == '疾控机构', require: is_open}, {require: beds > 3}]", "never-applies", at: "8:22"),
    arms("a misspelt field in an arm", "all_of: [{require: is_opn}, {require: beds > 3}]", "unknown-field", at: "8:24"),
    arms("a unit in an arm that does not suit it", "all_of: [{require: is_open}, {observe: beds, target: {at_least: 3 人}}]", "unit-mismatch", at: "8:69"),
    arms("a scope of an arm that is a number", "all_of: [{where: beds, require: is_open}, {require: is_open}]", "not-a-condition", at: "8:22"),

    reading("no other readings", "other_readings: []", "no-readings", at: "9:21"),
    reading("other readings that are a mapping", "other_readings: {name: 从严, set: {require: beds > 9}}", "yaml-wrong-type", at: "9:21"),
    reading("a reading without a name", "other_readings: [{set: {require: beds > 9}}]", "missing-key", at: "9:22"),
    reading("a reading that sets nothing", "other_readings: [{name: 从严}]", "missing-key", at: "9:22"),
    reading("a misspelt key of a reading", "other_readings: [{name: 从严, sets: {require: beds > 9}}]", "missing-key", at: "9:22"),
    reading("a reading that changes nothing", "other_readings: [{name: 从严, set: {require: beds > 3}}]", "reading-changes-nothing", at: "9:29"),
    reading("a reading with an empty set", "other_readings: [{name: 从严, set: {}}]", "reading-changes-nothing", at: "9:29"),
    reading("two readings of one name", "other_readings: [{name: 从严, set: {require: beds > 8}}, {name: 从严, set: {require: beds > 9}}]", "reading-named-twice", at: "9:67"),
    reading("a reading that changes the id", "other_readings: [{name: 从严, set: {id: other}}]", "reading-sets-words", at: "9:39"),
    reading("a reading that changes the binding", "other_readings: [{name: 从严, set: {binding: strive}}]", "reading-sets-words", at: "9:39"),
    reading("a reading that changes the cases", "other_readings: [{name: 从严, set: {cases: []}}]", "reading-sets-words", at: "9:39"),
    reading("a path with nothing between its dots", "other_readings: [{name: 从严, set: {coverage..at_least: 80%}}]", "bad-set-key", at: "9:39"),
    reading("a reading that sets what no rule has", "other_readings: [{name: 从严, set: {requires: beds > 9}}]", "unknown-key", at: "9:39"),
    reading("a reading that takes out what is not there", "other_readings: [{name: 从严, set: {where: ~}}]", "nothing-to-remove", at: "9:39"),
    reading("a reading that asks nothing", "other_readings: [{name: 从严, set: {require: ~}}]", "no-requirement", at: "9:29"),
    reading("a misspelt field in a reading", "other_readings: [{name: 从严, set: {require: bed > 9}}]", "unknown-field", at: "9:48"),
    reading("a misspelt table in a reading", "other_readings: [{name: 从严, set: {for: institutoin}}]", "unknown-table", at: "9:44"),
    reading("a reading whose name has a Chinese colon", "other_readings: [{name：从严, set: {require: beds > 9}}]", "missing-key", at: "9:22"),
    .rule(
        "a reading that changes one arm of several", "any_of: [{require: is_open}, {require: beds > 3}]",
        "other_readings: [{name: 从严, set: {any_of.require: beds > 9}}]", code: "set-within-list", at: "9:39"),
    .rule(
        "a fault of the rule itself is not told again of its readings", "require: bed > 3",
        "other_readings: [{name: 从严, set: {coverage: {at_least: 80%}}}]", code: "unknown-field", at: "8:14"),
    .rule(
        "a case of a reading that there is not", "require: beds > 3", "other_readings: [{name: 从严读法, set: {require: beds > 9}}]",
        "cases: [{name: 一, given: {beds: 5}, outcome: pass, readings: {从严: fail}}]", code: "unknown-reading", at: "10:67"),
    .rule(
        "a case of a reading with no outcome", "require: beds > 3", "other_readings: [{name: 从严, set: {require: beds > 9}}]",
        "cases: [{name: 一, given: {beds: 5}, outcome: pass, readings: {从严: failed}}]", code: "unknown-value", at: "10:71"),
]

private func arms(_ title: String, _ line: String, _ code: String, at place: String) -> BrokenCase {
    .rule(title, line, code: code, at: place)
}

private func reading(_ title: String, _ line: String, _ code: String, at place: String) -> BrokenCase {
    .rule(title, "require: beds > 3", line, code: code, at: place)
}
