import Testing

@Suite("plumb lint") struct LintTests {
    @Test("rules without a fault answer 0 and are counted")
    func clean() throws {
        let answer = try Clinics.command().run("lint", "rules")
        #expect(answer.code == 0)
        #expect(answer.output == "1 rule, no faults\n")
        #expect(answer.errors == "")
    }

    @Test("faults are the result: they stand on stdout with line and column, and answer 1", arguments: [
        ("observe: beds", "observe: bed", "rules/ruleset.yaml:9:14: error[", "beds"),
        ("binding: required", "binding: requird", "rules/ruleset.yaml:7:14: error[", "write required"),
    ])
    func faults(good: String, bad: String, place: String, help: String) throws {
        let command = try Clinics.command()
        try command.folder.write(Clinics.rules().replacing(good, with: bad), to: "rules/ruleset.yaml")
        let answer = try command.run("lint", "rules")
        #expect(answer.code == 1)
        #expect(answer.output.hasPrefix(place), "\(answer.output)")
        #expect(answer.output.contains(help))
        #expect(answer.output.hasSuffix("\n1 fault\n"))
        #expect(answer.errors == "")
    }

    @Test("a table may use an enumeration of a vocabulary that is named after its own")
    func laterEnumeration() throws {
        let command = try Clinics.command()
        try command.folder.write(
            "vocabulary: a\ntables:\n  ward: {key: [id], fields: {id: {type: string}, kind: {type: kind}}}\n", to: "rules/a.yaml")
        try command.folder.write("vocabulary: b\nenumerations:\n  kind: {values: [公立, 民营]}\n", to: "rules/b.yaml")
        for uses in ["[vocabulary.yaml, a.yaml, b.yaml]", "[b.yaml, a.yaml, vocabulary.yaml]"] {
            try command.folder.write(Clinics.rules().replacing("[vocabulary.yaml]", with: uses), to: "rules/ruleset.yaml")
            let answer = try command.run("lint", "rules")
            #expect(answer.code == 0, "\(answer.output)")
        }
    }

    @Test("a vocabulary, and a ruleset, that is named in two ways is read once")
    func twoSpellings() throws {
        let command = try Clinics.command()
        try command.folder.write(Clinics.vocabulary, to: "words.yaml")
        for name in ["first", "second"] {
            let rules = Clinics.rules().replacing("vocabulary.yaml", with: "../words.yaml").replacing("ruleset: town", with: "ruleset: \(name)")
            try command.folder.write(rules, to: "\(name)/ruleset.yaml")
        }
        let answer = try command.shell("$PLUMB lint first \"$PWD/second\" ./first second/ruleset.yaml")
        #expect(answer.code == 0)
        #expect(answer.output == "2 rules, no faults\n")
    }

    @Test("warnings are no faults: they are counted apart", arguments: [("en", "\n1 fault, 1 warning\n"), ("zh", "\n发现 1 处问题，1 处提醒\n")])
    func counted(language: String, closing: String) throws {
        let command = try Clinics.command()
        let params = "plan: {title: 镇规划}\nparams: {floor: {type: integer, value: 3}}\n"
        let rules = "ruleset: town\n\(params)uses: [vocabulary.yaml]\nrules:\n  - {id: a, title: 甲, for: clinic, require: bed > 3}\n"
        try command.folder.write(rules, to: "rules/ruleset.yaml")
        let answer = try command.run("lint", "rules", "--lang", language)
        #expect(answer.code == 1)
        #expect(answer.output.hasSuffix(closing), "\(answer.output)")
    }

    @Test("without --profile every profile of the folder is looked at", arguments: [
        ("disabled: [{rule: too-few-bed, why: 未采集, until: 2026-06-30}]", "there is no rule 'too-few-bed'"),
        ("waivers: [{rule: too-many-beds, record: A, why: 复评中, until: 2026-03-31}]", "there is no rule 'too-many-beds'"),
        ("set: {params.flor: 3}", "the ruleset has no parameter 'flor'"),
        ("set: {rules.too-few-beds.observe: bed}", "has no field 'bed'"),
    ])
    func profiles(line: String, words: String) throws {
        let command = try Clinics.command()
        try command.folder.write("profile: audit\nof: town\n\(line)\n", to: "rules/audit.yaml")
        try command.folder.write("profile: sound\nof: town\ndisabled: [{rule: too-few-beds, why: 未采集, until: 2026-06-30}]\n", to: "rules/sound.yaml")
        let answer = try command.run("lint", "rules", "--as-of", "2026-01-01")
        #expect(answer.code == 1)
        #expect(answer.output.contains("rules/audit.yaml:3:") && answer.output.contains(words), "\(answer.output)")
        #expect(try command.run("lint", "rules", "--profile", "sound", "--as-of", "2026-01-01").code == 0)
    }

    @Test("what the register says to be the plan's own, and parameters that wait for a value, are no warnings", arguments: [
        ("en", "The plans' own conflicts, as their registers say: 1\n", "2 rules, no faults\n1 parameter has no value yet"),
        ("zh", "规划自身的矛盾（条款登记表已注明）：1 处\n", "2 条规则，未发现问题\n1 个参数还没有取值"),
    ])
    func apart(language: String, title: String, closing: String) throws {
        let command = try Clinics.command()
        try command.folder.write("""
            ruleset: town
            plan: {title: 镇规划}
            params: {floor: {type: integer, why: 遮盖}}
            uses: [vocabulary.yaml]
            rules:
              - {id: a, title: 甲, source: {section: 一, clause: A-1}, for: clinic, observe: beds, target: {at_least: 5}}
              - {id: b, title: 乙, source: {section: 二, clause: A-2}, for: clinic, require: beds < params.floor}

            """, to: "rules/ruleset.yaml")
        try command.folder.write("""
            register: town
            clauses:
              - {id: A-1, section: 一, term: 甲, rules: [a], conflicts: [{with: A-2, why: {zh: 原文如此, en: so it says}}]}
              - {id: A-2, section: 二, term: 乙, rules: [b]}

            """, to: "rules/register.yaml")
        let answer = try command.run("lint", "rules", "--lang", language)
        #expect(answer.code == 0)
        #expect(answer.output.hasPrefix("\(title)rules/register.yaml:3:"), "\(answer.output)")
        #expect(answer.output.contains(closing), "\(answer.output)")
        try command.folder.write("profile: audit\nof: town\nset: {due: 2025-12-31}\n", to: "rules/audit.yaml")
        #expect(try command.run("lint", "rules").output.contains("no faults\n1 parameter"))
        #expect(try command.run("lint", "rules", "--profile", "audit").output.contains("warning[parameter-unset]"))
    }
}
