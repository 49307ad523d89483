/// What cases give, down to the records of lists.
let brokenGiven: [BrokenCase] = [
    given("a record that is a list", "given: [3]", "case-record", at: "10:27"),
    given("a record that is a text", "given: 三张", "case-record", at: "10:27"),
    given("a list in a list", "records: [[{beds: 3}]]", "list-in-list", at: "10:30"),
    given("a value that is a record", "given: {beds: {count: 3}}", "case-value", at: "10:34"),
    given("a value that nobody can read", "given: {beds: 三}", "unreadable-given", at: "10:34"),
    given("a case of a period that is none", "period: 今年", "not-a-period", at: "10:28"),
    given("periods that are a list", "periods: [2020, 2021]", "yaml-wrong-type", at: "10:29"),
    yearly("a period with a slip", "periods: {2020: {beds: 3}, 202: {beds: 4}}", "not-a-period", at: "10:47"),
    yearly("one period twice", "periods: {2020: {beds: 3}, 2020年: {beds: 4}}", "listed-twice", at: "10:47"),
    yearly("a period with a single value", "periods: {2020: 3}", "case-record", at: "10:36"),
    yearly("a field in a period that there is not", "periods: {2020: {bed: 3}}", "unknown-field", at: "10:37"),
    given("periods of what is of no period", "periods: {2020: {beds: 3}}", "case-periods", at: "10:29"),
    yearly("an observed value where the rule observes none", "periods: {2020: {observed: 3}}", "unknown-field", at: "10:37"),
    given("records that are a mapping", "records: {beds: 3}", "yaml-wrong-type", at: "10:29"),
    given("a record that is a number", "records: [3]", "case-record", at: "10:30"),
    given("a field in a record that there is not", "records: [{beds: 3}, {bed: 3}]", "unknown-field", at: "10:42"),
    given("a repetition without what is repeated", "records: [{repeat: 3}]", "missing-key", at: "10:30"),
    given("a repetition without a number", "records: [{of: {beds: 3}}]", "missing-key", at: "10:30"),
    given("a repetition below zero", "records: [{repeat: -1, of: {beds: 3}}]", "bad-repeat", at: "10:39"),
    given("a repetition without end", "records: [{repeat: 100001, of: {beds: 3}}]", "bad-repeat", at: "10:39"),
    given("a repetition that is a share", "records: [{repeat: 50%, of: {beds: 3}}]", "yaml-wrong-type", at: "10:39"),
    given("a repetition with a key too many", "records: [{repeat: 3, of: {beds: 3}, beds: 4}]", "unknown-key", at: "10:57"),
    given("more records than a case may have", "records: [{repeat: 60000, of: {}}, {repeat: 60000, of: {}}]", "case-too-large", at: "10:16"),
    given(
        "repetitions of repetitions", "given: {beds: [{repeat: 1000, of: {beds: [{repeat: 1000, of: {}}]}}]}", "case-too-large",
        at: "10:16"),
    linked("a reference that is a list", "beds: 3, owner: [{id: A}]", "case-reference", at: "10:44"),
    linked("a field that the table of a reference does not have", "beds: 3, owner: {nmae: 甲}", "unknown-field", at: "10:45"),
    linked("a list that is a record", "staff: {role: 医生}", "case-list", at: "10:35"),
    linked("a list with a number in it", "staff: [3]", "case-record", at: "10:36"),
    linked("a field that the records of a list do not have", "staff: [{role: 医生}, {rloe: 护士}]", "unknown-field", at: "10:49"),
    linked("a value in a list that nobody can read", "staff: [{pay: 很多}]", "unreadable-given", at: "10:42"),
    linked("a record among several values", "kinds: [甲, {name: 乙}]", "case-value", at: "10:39"),
    linked("a record for several values", "kinds: {name: 乙}", "case-value", at: "10:35"),
    .rules("an example that is a text", .text(BrokenText.rule(["require: beds > 3", "example: 三张"])), "case-record", at: "9:14"),
    .rules(
        "cases that repeat a large example without end", .text(largeCases), "cases-too-large", at: "1009:16",
        beside: ["linked.yaml": .text(linkedVocabulary)]),
]

private func given(_ title: String, _ member: String, _ code: String, at place: String) -> BrokenCase {
    .rule(title, "require: beds > 3", "cases:", "  - {name: 三张, \(member), outcome: fail}", code: code, at: place)
}

/// A case over a table with a row a year, on line 10.
private func yearly(_ title: String, _ member: String, _ code: String, at place: String) -> BrokenCase {
    let text = """
        ruleset: demo
        uses: [linked.yaml]
        rules:
          - id: too-few-beds
            title: 床位数
            for: ward_year
            period: 2020
            require: beds > 3
            cases:
              - {name: 三张, \(member), outcome: fail}

        """
    return .rules(title, .text(text), code, at: place, beside: ["linked.yaml": .text(linkedVocabulary)])
}

/// A case over a table that refers to another and has a list, on line 10.
private func linked(_ title: String, _ given: String, _ code: String, at place: String) -> BrokenCase {
    let text = linkedRules("", ["{name: 三张, given: {\(given)}, outcome: fail}"])
    return .rules(title, .text(text), code, at: place, beside: ["linked.yaml": .text(linkedVocabulary)])
}

private func linkedRules(_ example: String, _ cases: [String]) -> String {
    """
    ruleset: demo
    uses: [linked.yaml]
    rules:
      - id: too-few-beds
        title: 床位数
        for: ward
        require: beds > 3
        example: {\(example)}
        cases:

    """ + cases.map { "      - \($0)\n" }.joined()
}

private let linkedVocabulary = """
    vocabulary: linked
    tables:
      owner: {key: [id], fields: {id: {type: string}, name: {type: string}}}
      ward:
        key: [id]
        fields:
          id: {type: string}
          owner: {references: owner, list: wards}
          beds: {type: integer}
          kinds: {type: string, many: true}
      ward_year: {key: [id, year], period: year, fields: {id: {type: string}, year: {type: period}, beds: {type: integer}}}
      person:
        key: row
        fields:
          ward: {references: ward, list: staff}
          role: {type: string}
          pay: {type: decimal}

    """

/// An example of some two thousand values under three thousand cases.
private let largeCases = linkedRules(
    "staff: [" + Array(repeating: "{role: 医生}", count: 1000).joined(separator: ", ") + "]",
    (1...3000).map { "{name: 第\($0)例, given: {beds: \($0)}, outcome: pass}" })
