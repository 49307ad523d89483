import Foundation
import Testing

@Suite("plumb check") struct CheckTests {
    @Test("a file is found in a folder, named as it is, or said to be a table", arguments: [
        "clean", "clean/clinic.csv", "clinic=clean/clinic.csv", "clinic=other.csv", "year=2025", "year=2025/clinic.csv",
    ])
    func data(path: String) throws {
        let command = try Clinics.command()
        try command.folder.write(Clinics.clean, to: "other.csv")
        try command.folder.write(Clinics.clean, to: "year=2025/clinic.csv")
        let answer = try command.run("check", "rules", "--data", path)
        #expect(answer.code == 0, "\(answer.errors)")
    }

    @Test("- is the standard input, in CSV or JSON found by looking", arguments: [
        "printf 'id,beds\\nA,12\\n' | $PLUMB check rules --data -", "printf 'id;beds\\nA;12\\n' | $PLUMB check rules --data clinic=-",
        "printf '{\"id\": \"A\", \"beds\": 12}\\n' | $PLUMB check rules --data -", "printf '{\"clinic\": [{\"id\": \"A\", \"beds\": 12}]}' | $PLUMB check rules --data -",
        "$PLUMB check rules --data - < clean/clinic.csv",
    ])
    func standardInput(line: String) throws {
        let answer = try Clinics.command().shell(line)
        #expect(answer.code == 0, "\(answer.errors)")
        #expect(answer.output.contains("<stdin>"))
    }

    @Test("the standard input cannot be read twice")
    func standardInputTwice() throws {
        let answer = try Clinics.command().shell("$PLUMB check rules --data - --data clinic=- < clean/clinic.csv")
        #expect(answer.code == 2)
        #expect(answer.errors.contains("stdin-twice"))
    }

    @Test("a file that fits no table is listed and passed over")
    func skipped() throws {
        let command = try Clinics.command()
        try command.folder.write("colour,weight\nred,1\n", to: "clean/paint.csv")
        let answer = try command.run("check", "rules", "--data", "clean")
        #expect(answer.code == 0)
        #expect(answer.output.contains("clean/paint.csv"))
    }

    @Test("passes are written only where they are asked for")
    func include() throws {
        let command = try Clinics.command()
        func outcomes(_ options: String...) throws -> [String] {
            let answer = try command.run(["check", "rules", "--data", "short", "--format", "json"] + options)
            return try findings(answer.output).compactMap { $0["outcome"] as? String }
        }
        #expect(try outcomes() == ["not_measured", "fail"])
        #expect(try outcomes("--outcomes", "all") == ["pass", "not_measured", "fail"])
        #expect(try outcomes("--outcomes", "pass,fail") == ["pass", "fail"])
    }

    @Test("the same input gives the same bytes, and the day is what --as-of says")
    func sameBytes() throws {
        let command = try Clinics.command()
        let first = try command.run("check", "rules", "--data", "short", "--as-of", "2025-06-30")
        let second = try command.run("check", "rules", "--data", "short", "--as-of", "2025-06-30")
        #expect(first.output == second.output)
        #expect(first.output.contains("2025-06-30"))
    }

    @Test("data problems, and what could not be decided, answer 1 where that is asked for", arguments: [
        ("clean", [], 0), ("clean", ["--require-measured"], 1), ("clean", ["--fail-on-data"], 0),
        ("clean", ["--require-measured", "--fail-on", "obligatory"], 1),
        ("clean", ["--require-measured", "--exit-zero"], 0), ("odd", [], 0), ("odd", ["--fail-on-data"], 1),
        ("odd", ["--fail-on-data", "--exit-zero"], 0),
    ] as [(String, [String], Int32)])
    func gates(data: String, options: [String], code: Int32) throws {
        let command = try Clinics.command()
        try command.folder.write("id,beds,colour\nA,12,red\n", to: "odd/clinic.csv")
        #expect(try command.run(["check", "rules", "--data", data] + options).code == code)
    }

    @Test("rules are chosen by id or full name", arguments: ["too-few-beds", "town/too-few-beds", "no-code,too-few-beds"])
    func only(names: String) throws {
        let command = try Clinics.twoRules()
        let answer = try command.run("check", "rules", "--data", "short", "--format", "json", "--only", names)
        let rules = try #require(object(answer.output)["rules"] as? [[String: Any]])
        #expect(rules.count == (names.contains(",") ? 2 : 1))
        #expect(answer.code == 1)
        #expect(try command.run("check", "rules", "--data", "short", "--only", "no-code").code == 0)
    }

    @Test("a record is chosen by its key, its label or its address, and judged alone", arguments: [
        ("C", 1), ("丙诊所", 1), ("short/clinic.csv:4", 1), ("A", 0),
    ] as [(String, Int32)])
    func record(name: String, code: Int32) throws {
        let command = try Clinics.labelled()
        let answer = try command.run("check", "rules", "--data", "short", "--format", "json", "--outcomes", "all", "--record", name)
        #expect(answer.code == code, "\(answer.errors)")
        let findings = try findings(answer.output)
        #expect(findings.count == 1)
        #expect((findings.first?["record"] as? [String: Any])?["key"] as? String == (code == 1 ? "C" : "A"))
    }

    @Test("a record that the chosen rule does not judge is a usage fault that says what the rule judges", arguments: [
        ("few-wards", "W1", "the rule 'few-wards' does not judge 'W1': it judges Clinic (clinic), and this is a record of ward"),
        ("half-have-beds", "A", "the rule 'half-have-beds' does not judge 'A': it judges Clinic (clinic), many together, and this is a record of Clinic (clinic)"),
        (nil, "W1", "no rule judges 'W1' by itself: it is a record of ward, and the rules judge Clinic (clinic), Clinic (clinic), many together"),
    ])
    func otherTable(rule: String?, record: String, words: String) throws {
        let command = try Clinics.command()
        let wards = "tables:\n  ward: {key: [id], fields: {id: {type: string}, clinic: {references: clinic, list: wards}}}"
        try command.folder.write(Clinics.vocabulary.replacing("tables:", with: wards), to: "rules/vocabulary.yaml")
        let rules = """
            ruleset: town
            uses: [vocabulary.yaml]
            rules:
              - {id: few-wards, title: {zh: 病区, en: Wards}, for: clinic, observe: wards.count(), target: {at_least: 1}}
              - {id: half-have-beds, title: {zh: 半数, en: Half}, for: clinic, where: beds > 0, coverage: {at_least: 50%}}

            """
        try command.folder.write(rules, to: "rules/ruleset.yaml")
        try command.folder.write("id,clinic\nW1,A\n", to: "short/ward.csv")
        let answer = try command.run(["check", "rules", "--data", "short", "--lang", "en", "--record", record] + (rule.map { ["--only", $0] } ?? []))
        #expect(answer.code == 2)
        #expect(answer.errors.contains(words), "\(answer.errors)")
        #expect(answer.output.isEmpty)
    }

    @Test("a record that there is not is answered with the nearest, or the only one whose name has it in it", arguments: [
        ("乙诊疗所", "乙诊所"), ("人民医院", "射洪市示例人民医院"), ("射洪市人民医院", "射洪市示例人民医院"),
    ])
    func nearestRecord(name: String, nearest: String) throws {
        let command = try Clinics.labelled()
        // A rule whose records are called by what they refer to is looked for in more places, which must not forget what was near.
        try command.folder.write("id,name,beds\nA,甲诊所,12\nB,乙诊所,\nC,射洪市示例人民医院,7\n", to: "short/clinic.csv")
        let answer = try command.run("check", "rules", "--data", "short", "--lang", "en", "--record", name)
        #expect(answer.code == 2)
        #expect(answer.errors.contains("did you mean '\(nearest)'?"), "\(answer.errors)")
    }

    @Test("a name that two records have is a usage fault that says where they stand")
    func ambiguousRecord() throws {
        let command = try Clinics.labelled()
        try command.folder.write("id,name,beds\nA,甲,12\nB,甲,9\n", to: "short/clinic.csv")
        let answer = try command.run("check", "rules", "--data", "short", "--record", "甲")
        #expect(answer.code == 2)
        #expect(answer.errors.contains("write one of short/clinic.csv:2, short/clinic.csv:3"), "\(answer.errors)")
        #expect(answer.output == "")
    }

    @Test("-q writes no report on stdout, those in files stay")
    func quiet() throws {
        let command = try Clinics.command()
        let answer = try command.run("check", "rules", "--data", "short", "-q", "--report", "jsonl=all.jsonl")
        #expect(answer.code == 1)
        #expect(answer.output == "" && answer.errors == "")
        #expect(try command.folder.text("all.jsonl").split(separator: "\n").count == 2)
    }

    @Test("-v says on stderr what is read, and how long each rule takes, in the language asked for", arguments: [
        ("en", "rules: 1\nreading short/clinic.csv as table clinic\nrecords read: 3, verdicts: 2\nmilliseconds for each rule:\n"),
        ("zh", "规则 1 条\n读取 short/clinic.csv：数据表 clinic\n记录 3 条，得出结论 2 个\n各规则用时（毫秒）：\n"),
    ])
    func verbose(language: String, notes: String) throws {
        let command = try Clinics.command()
        let answer = try command.run("check", "rules", "--data", "short", "-v", "--lang", language)
        #expect(answer.errors.hasPrefix(notes))
        let times = answer.errors.dropFirst(notes.count)
        #expect(try times.wholeMatch(of: Regex(#" *\d+\.\d  \S+/\S+\n"#)) != nil, "\(times)")
        #expect(try answer.output == command.run("check", "rules", "--data", "short", "--lang", language).output)
    }

    private func object(_ report: String) throws -> [String: Any] {
        try #require(JSONSerialization.jsonObject(with: Data(report.utf8)) as? [String: Any])
    }

    private func findings(_ report: String) throws -> [[String: Any]] {
        let object = try JSONSerialization.jsonObject(with: Data(report.utf8)) as? [String: Any]
        return try #require(object?["findings"] as? [[String: Any]])
    }
}
