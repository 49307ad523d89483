/// What goes wrong between the tables of a data model: references, lists, groups, periods, indicators.
let brokenLinks: [BrokenCase] = [
    table("a field called like a function of the language", "t: {key: [id], fields: {id: {type: string}, at: {references: hospitl}}}", "reserved-name", at: "5:47"),
    table("a reference to a table that there is not", "t: {key: [id], fields: {id: {type: string}, place: {references: hospitl}}}", "unknown-table", at: "5:67"),
    table("a reference to a table with a key of two fields", "t: {key: row, fields: {figure: {references: figure}}}", "reference-to-many-fields", at: "5:47"),
    table("a reference to a table without a key", "t: {key: row, fields: {code: {references: t}}}", "reference-to-many-fields", at: "5:45"),
    table("a reference with a type", "t: {key: row, fields: {place: {references: hospital, type: string}}}", "key-of-reference", at: "5:62"),
    table("a reference with several values", "t: {key: row, fields: {place: {references: hospital, many: true}}}", "key-of-reference", at: "5:62"),
    table("a reference whose blank stands for a value", "t: {key: row, fields: {place: {references: hospital, blank: H1}}}", "bad-blank", at: "5:63"),
    table("a list without a reference", "t: {key: row, fields: {place: {type: string, list: places}}}", "list-without-reference", at: "5:54"),
    table("at_least_one without a list", "t: {key: row, fields: {place: {references: hospital, at_least_one: true}}}", "at-least-one-of-no-list", at: "5:70"),
    table("a list in Chinese", "t: {key: row, fields: {place: {references: hospital, list: 职工}}}", "bad-identifier", at: "5:62"),
    table("a list called like a word that the language keeps", "t: {key: row, fields: {place: {references: hospital, list: due}}}", "reserved-name", at: "5:62"),
    table("a list called like a field of its table", "t: {key: row, fields: {place: {references: hospital, list: district}}}", "name-taken", at: "5:62"),
    table(
        "two lists of one name", "t: {key: row, fields: {place: {references: hospital, list: rows}, other: {references: hospital, list: rows}}}",
        "name-taken", at: "5:105"),
    table("a label that is a reference", "t: {key: row, label: place, fields: {place: {references: hospital}}}", "cannot-be-label", at: "5:24"),
    table("a label with several values", "t: {key: row, label: kinds, fields: {kinds: {type: string, many: true}}}", "cannot-be-label", at: "5:24"),
    table("a key with several values", "t: {key: [kinds], fields: {kinds: {type: string, many: true}}}", "cannot-be-key", at: "5:13"),
    table("a key that is computed", "t: {key: [code], fields: {id: {type: string}, code: id + 'a'}}", "cannot-be-key", at: "5:13"),
    table("a computed field with a blank", "t: {key: row, fields: {id: {type: string}, code: {expression: id, blank: none}}}", "key-of-computed", at: "5:76"),
    table("a computed field of a misspelt type", "t: {key: row, fields: {id: {type: string}, code: {expression: id, type: strng}}}", "unknown-type", at: "5:75"),
    table("a computed field that begins with a bracket", "t:\n    key: row\n    fields:\n      id: {type: string}\n      ids: [id][0]\n", "expression-needs-quotes", at: "9:12"),
    table("a period that is no field", "t: {key: row, period: yaer, fields: {year: {type: period}}}", "unknown-field", at: "5:25"),
    table("a period that is a date", "t: {key: row, period: made, fields: {made: {type: date}}}", "not-a-period-field", at: "5:25"),
    table("a period that is a year", "t: {key: row, period: 2025, fields: {year: {type: period}}}", "not-a-period-field", at: "5:25"),
    table("a field called period that is not the table's period", "t: {key: row, fields: {period: {type: period}}}", "reserved-name", at: "5:26"),
    table("checks that are no list", "t: {key: row, checks: a > b, fields: {a: {type: integer}, b: {type: integer}}}", "yaml-wrong-type", at: "5:25"),
    table("a check with nothing but a title", "t: {key: row, checks: [{title: 合计}], fields: {a: {type: integer}}}", "missing-key", at: "5:26"),
    table("groups of a misspelt table", "area: {group: hospitl, by: district}", "unknown-table", at: "5:17"),
    table("groups by a field that there is not", "area: {group: hospital, by: distrct}", "unknown-field", at: "5:31"),
    table("groups by nothing", "area: {group: hospital, by: []}", "bad-grouping", at: "5:31"),
    table("groups by a field with several values", "area: {group: hospital, by: grade}", "cannot-be-key", at: "5:31"),
    table("groups of groups", "area: {group: hospital, by: district}\n  land: {group: area, by: district}", "group-of-groups", at: "6:17"),
    table("groups with fields of their own", "area: {group: hospital, by: district, fields: {n: {type: integer}}}", "unknown-key", at: "5:41"),
    table("expected groups with too many values", "area: {group: hospital, by: district, expected: [[东城区, 西城区]]}", "expected-group", at: "5:52"),
    table("expected groups that are no values", "area: {group: figure, by: [id, year], expected: [[A1, 今年]]}", "not-a-value", at: "5:57"),
    table("an expected group twice", "area: {group: hospital, by: district, expected: [东城区, 东城区]}", "listed-twice", at: "5:57"),
    table("groups called by a field that they do not have", "area: {group: hospital, by: district, label: id}", "unknown-field", at: "5:48"),
    table("groups whose list is called like their field", "area: {group: hospital, by: district, list: district}", "name-taken", at: "5:47"),
    indicator("an indicator of a misspelt table", "{id: rate, of: hospitl, expression: 1}", "unknown-table", at: "6:20"),
    indicator("an indicator in Chinese", "{id: 床位使用率, of: hospital, expression: 1}", "bad-identifier", at: "6:10"),
    indicator("an indicator called like a field", "{id: beds, of: figure, expression: 1}", "name-taken", at: "6:10"),
    indicator("two indicators of one name", "{id: rate, of: figure, expression: 1}\n  - {id: rate, of: figure, expression: 2}", "name-taken", at: "7:10"),
    indicator("a numerator without its denominator", "{id: rate, of: figure, numerator: beds}", "half-a-ratio", at: "6:39"),
    indicator("a denominator without its numerator", "{id: rate, of: figure, denominator: beds}", "half-a-ratio", at: "6:41"),
    indicator(
        "an indicator that is computed in two ways", "{id: rate, of: figure, numerator: beds, denominator: beds, expression: 1}",
        "two-formulas", at: "6:76"),
    indicator("an indicator in a unit that there is not", "{id: rate, of: figure, unit: 窗}", "bad-quantity", at: "6:34"),
    indicator("an indicator that is better in Chinese", "{id: rate, of: figure, better: 高}", "unknown-value", at: "6:36"),
    indicator("an indicator without its table", "{id: rate, unit: 张}", "missing-key", at: "6:5"),
    .vocabulary(
        "an indicator of groups that nothing computes",
        BrokenText.tables(["area: {group: hospital, by: district}"]) + "indicators:\n  - {id: rate, of: area}\n", "indicator-of-nothing", at: "7:10"),
    .vocabulary(
        "one column name for a field and an indicator",
        BrokenText.tables(["t: {key: row, fields: {a: {type: integer, title: 床位数}}}"]) + "indicators:\n  - {id: rate, of: t, aliases: [床位数]}\n",
        "shared-header", at: "7:10"),
]

private func table(_ title: String, _ line: String, _ code: String, at place: String) -> BrokenCase {
    .vocabulary(title, BrokenText.tables([line]), code, at: place)
}

private func indicator(_ title: String, _ line: String, _ code: String, at place: String) -> BrokenCase {
    .vocabulary(title, BrokenText.indicators([line]), code, at: place)
}
