/// Templates and their use with something wrong in them: in a template, in an entry of its list, or in what is filled in.
let brokenTemplates: [BrokenCase] = [
    .template("a template that there is not", use: "use: at-lest, id: a, title: 甲", code: "unknown-template", at: "15:11"),
    .template("an entry that fills in too little", use: "use: at-least, each: [{id: a, title: 甲, with: {field: beds}}]", code: "template-value-missing", at: "15:52"),
    .template("an entry that fills in what there is not", use: "use: at-least, id: a, title: 甲, with: {field: beds, lest: 3 张}", code: "unknown-template-parameter", at: "15:58"),
    .template("a field that is no name", use: "use: at-least, id: a, title: 甲, with: {field: beds + 1, least: 3 张}", code: "parameter-type", at: "15:52"),
    .template("a limit that is no quantity", use: "use: at-least, id: a, title: 甲, with: {field: beds, least: 三 张}", code: "bad-quantity", at: "15:65"),
    .template("a limit in the unit of something else", use: "use: at-least, id: a, title: 甲, with: {field: beds, least: 3%}", code: "unit-mismatch", at: "15:65"),
    .template("a field to fill in that the table does not have", use: "use: at-least, id: a, title: 甲, with: {field: bed, least: 3 张}", code: "unknown-field", at: "15:52"),
    .template(
        "what was filled in does not suit the template's expression",
        use: "use: of-kind, id: a, title: 甲, with: {kind: 3}", code: "no-such-overload", at: "15:50"),
    .template(
        "a value that the enumeration does not have, in a template",
        use: "use: graded, id: a, title: 甲, with: {grade: 二甲}", code: "parameter-type", at: "15:50"),
    .template("an indicator that there is not", use: "use: shown, id: a, title: 甲, with: {indicator: gp}", code: "unknown-indicator", at: "15:53"),
    .template("an entry without a title", use: "use: at-least, each: [{id: a, with: {field: beds, least: 3 张}}]", code: "missing-key", at: "15:28"),
    .template("a list of no entries", use: "use: at-least, each: []", code: "no-entries", at: "15:27"),
    .template("a key that rules do not have, in an entry", use: "use: at-least, each: [{id: a, title: 甲, wher: beds > 3, with: {field: beds, least: 3 张}}]", code: "unknown-key", at: "15:46"),
    .templates("a template that uses another", "  - {id: b, rule: {use: at-least, for: institution}}\n", code: "template-in-template", at: "6:20"),
    .templates("a template without a rule", "  - {id: b}\n", code: "missing-key", at: "6:5"),
    .templates("two templates of one id", "  - {id: b, rule: {for: institution}}\n  - {id: b, rule: {for: institution}}\n", code: "defined-twice", at: "7:10"),
    .templates("a parameter of a template by a reserved name", "  - {id: b, params: {period: {type: period}}, rule: {for: institution}}\n", code: "reserved-name", at: "6:22"),
    .templates(
        "a fault of the template itself, told once",
        "  - {id: b, params: {least: {type: integer}}, rule: {for: institution, require: bed >= params.least}}\nrules:\n"
            + "  - {use: b, each: [{id: a, title: 甲, with: {least: 3}}, {id: c, title: 丙, with: {least: 4}}]}\n",
        code: "unknown-field", at: "6:81"),
    .rules("a file of templates in place of a ruleset", "templates: shapes\ndefine: []\n", "templates-alone", at: "1:1"),
    .rules(
        "templates in a file without a name", "ruleset: demo\nplan: {title: 规划}\nuses: [words.yaml, shapes.yaml]\n", "templates-without-name",
        at: "1:12", in: "shapes.yaml", beside: ["shapes.yaml": "templates: [{id: a, rule: {for: institution}}]\ndefine: []\n"]),
]

private extension BrokenCase {
    /// A ruleset with sound templates, and one use of them on line 15.
    static func template(_ title: String, use: String, code: String, at place: String) -> Self {
        let text = """
            ruleset: demo
            plan: {title: 规划}
            uses: [words.yaml]
            due: 2025
            templates:
              - id: at-least
                params: {field: {type: field}, least: {type: quantity}}
                rule: {for: institution, observe: params.field, target: {at_least: {value: params.least}}}
              - id: of-kind
                params: {kind: {type: integer}}
                rule: {for: institution, require: beds > 3 && kind == params.kind}
              - {id: graded, params: {grade: {type: grade}}, rule: {for: institution, require: grade >= params.grade}}
              - {id: shown, params: {indicator: {type: indicator}}, rule: {for: institution, observe: params.indicator, target: {at_least: 3}}}
            rules:
              - {\(use)}

            """
        return rules(title, .text(text), code, at: place)
    }

    /// A ruleset whose templates stand from line 6 on.
    static func templates(_ title: String, _ templates: String, code: String, at place: String) -> Self {
        rules(title, .text("ruleset: demo\nplan: {title: 规划}\nuses: [words.yaml]\ndue: 2025\ntemplates:\n\(templates)"), code, at: place)
    }
}
