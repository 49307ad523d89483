/// Files that are made to hurt, or that a machine made.
let brokenHostile: [BrokenCase] = [
    .rules("a billion laughs", .text(billionLaughs), "yaml-too-many-nodes", at: "7:36"),
    .rules(
        "lists in lists without end", .text("ruleset: demo\nrules: " + String(repeating: "[", count: 5000)),
        "yaml-too-deep", at: "2:107"),
    .rules("a value that holds itself", "ruleset: demo\nrules: &all [*all]\n", "yaml-recursive-alias", at: "2:14"),
    BrokenCase(
        title: "a file of more than 10 MB",
        files: ["rules.yaml": .text("ruleset: demo\n" + String(repeating: "# 规则\n", count: 1_200_000))],
        arguments: ["check", "rules.yaml", "--data", "."], exitCode: 3, answer: .fault("file-too-large")),
    .rules("a NUL in the file", .bytes(Array("ruleset: demo\nplan: {title: a".utf8) + [0] + Array("}\n".utf8)), "yaml-control-character", at: "2:16"),
    .rules("a bell in the file", "ruleset: demo\nplan: {title: a\u{7}b}\n", "yaml-control-character", at: "2:16"),
    .rules("an id that would recolour the screen", #"ruleset: demo\#nplan: {title: 规划}\#nrules:\#n  - {id: "\e[31mred", title: 红}\#n"#, "missing-key", at: "4:5"),
    .rules("a key that reverses the line", #"ruleset: demo\#nplan: {title: 规划}\#n"\u202Eselur": []\#n"#, "unknown-key", at: "3:1"),
    .rules("a tag of a programming language", "ruleset: demo\nplan: !!python/object/apply:os.system ['id']\n", "yaml-wrong-type", at: "2:7"),
]

private let billionLaughs = """
    ruleset: demo
    a: &a [x, x, x, x, x, x, x, x, x, x]
    b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
    c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
    d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]
    e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]
    f: &f [*e, *e, *e, *e, *e, *e, *e, *e, *e, *e]
    g: &g [*f, *f, *f, *f, *f, *f, *f, *f, *f, *f]
    rules: [*g, *g, *g, *g, *g, *g, *g, *g, *g, *g]

    """
