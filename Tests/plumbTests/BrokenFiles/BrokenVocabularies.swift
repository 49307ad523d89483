/// What goes wrong in a data model.
let brokenVocabularies: [BrokenCase] = [
    field("a misspelt type", "beds: {type: integr}", "unknown-type", at: "7:20"),
    field("a type in Chinese", "beds: {type: 整数}", "unknown-type", at: "7:20"),
    field("a field without a type", "beds: {unit: 张}", "missing-key", at: "7:13"),
    field("a field that is only its type", "beds: integer", "type-alone", at: "7:13"),
    field("a field in Chinese", "床位数: {type: integer}", "bad-identifier", at: "7:7"),
    field("a field with a hyphen", "bed-count: {type: integer}", "bad-identifier", at: "7:7"),
    field("a field that begins with a digit", "3a_hospitals: {type: integer}", "bad-identifier", at: "7:7"),
    field("a field called like a word that the language keeps", "in: {type: integer}", "reserved-name", at: "7:7"),
    field("a misspelt key of a field", "beds: {type: integer, alias: [病床数]}", "unknown-key", at: "7:29"),
    field("a field in a unit that there is not", "beds: {type: integer, unit: 窗}", "bad-quantity", at: "7:35"),
    field("a unit on a percentage", "vacancy: {type: percent, unit: '%'}", "unit-on-type", at: "7:38"),
    field("a unit on a text", "name: {type: string, unit: 人}", "unit-on-type", at: "7:34"),
    field("a range with a hyphen", "beds: {type: integer, range: 0-100}", "bad-range", at: "7:36"),
    field("a range of values the wrong way round", "beds: {type: integer, range: 100..0}", "range-reversed", at: "7:36"),
    field("a range on a text", "name: {type: string, range: 0..}", "range-on-type", at: "7:35"),
    field("a way of reading percentages that there is not", "vacancy: {type: percent, bare: percents}", "bad-bare", at: "7:38"),
    field("a way of reading percentages on a whole number", "beds: {type: integer, bare: percent}", "bad-bare", at: "7:35"),
    field("a blank that stands for no value of the type", "beds: {type: integer, blank: 没有}", "bad-blank", at: "7:36"),
    field("a field that is written twice", "code: {type: integer}", "yaml-duplicate-key", at: "7:7"),
    .vocabulary(
        "published figures of nowhere",
        "vocabulary: words\ntables:\n  benchmark:\n    key: row\n    benchmarks: {indicator: what, value: figure}\n    fields:\n      what: {type: string}\n      figure: {type: decimal}\n",
        "benchmarks-without-area", at: "5:17"),
    .vocabulary(
        "published figures that have a unit",
        "vocabulary: words\ntables:\n  benchmark:\n    key: row\n    benchmarks: {indicator: what, value: figure}\n    fields:\n      what: {type: string}\n      area: {type: string}\n      figure: {type: integer}\n",
        "benchmark-column", at: "5:42"),
    .vocabulary(
        "published figures without a column of values",
        "vocabulary: words\ntables:\n  benchmark:\n    key: row\n    benchmarks: {indicator: what}\n    fields:\n      what: {type: string}\n      area: {type: string}\n",
        "missing-key", at: "5:17"),
    .vocabulary(
        "one column name for two fields", BrokenText.fields("beds: {type: integer, title: 床位数}", "all_beds: {type: integer, aliases: [床位数]}"),
        "shared-header", at: "8:7"),
    .vocabulary(
        "a key that is no field", "vocabulary: words\ntables:\n  institution:\n    key: [id]\n    fields:\n      code: {type: string}\n",
        "unknown-field", at: "4:11"),
    .vocabulary(
        "a label that is no field",
        "vocabulary: words\ntables:\n  institution:\n    key: row\n    label: nmae\n    fields:\n      name: {type: string}\n",
        "unknown-field", at: "5:12"),
    .vocabulary(
        "a table without a key", "vocabulary: words\ntables:\n  institution:\n    fields:\n      code: {type: string}\n", "missing-key", at: "4:5"),
    .vocabulary("a table without fields", "vocabulary: words\ntables:\n  institution:\n    key: row\n", "missing-key", at: "4:5"),
    .vocabulary("fields as a list", "vocabulary: words\ntables:\n  t:\n    key: row\n    fields: [code, name]\n", "yaml-wrong-type", at: "5:13"),
    .vocabulary("a table in Chinese", "vocabulary: words\ntables:\n  机构: {key: row, fields: {}}\n", "bad-identifier", at: "3:3"),
    enumeration("an enumeration that is a list", "kind: [医院, 疾控机构]", "yaml-wrong-type", at: "3:9"),
    enumeration("an enumeration without values", "kind: {}", "values-or-order", at: "3:9"),
    enumeration("a list and an order", "kind: {values: [一级], order: [一级]}", "values-or-order", at: "3:9"),
    enumeration("a value twice", "kind: {values: [医院, 疾控机构, 医院]}", "defined-twice", at: "3:29"),
    enumeration("a value with the alias of another", "kind: {values: [医院, {id: 综合医院, aliases: [医院]}]}", "defined-twice", at: "3:23"),
    enumeration("bands without an order", "kind: {values: [一级, 二级], bands: {基层: [一级, 二级]}}", "bands-need-order", at: "3:35"),
    enumeration("a band from a misspelt value", "grade: {order: [一级, 二级乙等, 二级甲等], bands: {二级: [二级已等, 二级甲等]}}", "unknown-value", at: "3:49"),
    enumeration("a band the wrong way round", "grade: {order: [一级, 二级, 三级], bands: {高: [三级, 二级]}}", "bad-band", at: "3:43"),
    enumeration("an enumeration called like a type", "date: {values: [春, 秋]}", "name-of-type", at: "3:3"),
    BrokenCase(
        title: "a table that two vocabularies define",
        files: [
            "a.yaml": .text(BrokenText.fields()), "b.yaml": .text(BrokenText.fields()),
            "rules.yaml": "ruleset: demo\nuses: [a.yaml, b.yaml]\n",
        ],
        arguments: ["check", "rules.yaml", "--data", "."], exitCode: 3, answer: .fault("defined-twice", at: "b.yaml:3:3")),
]

private func field(_ title: String, _ line: String, _ code: String, at place: String) -> BrokenCase {
    .vocabulary(title, BrokenText.fields(line), code, at: place)
}

private func enumeration(_ title: String, _ line: String, _ code: String, at place: String) -> BrokenCase {
    .vocabulary(title, BrokenText.enumeration(line), code, at: place)
}
