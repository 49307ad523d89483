/// Registers of clauses that do not stand by themselves, or not beside their rules.
let brokenRegisters: [BrokenCase] = [
    .register("a register in place of a ruleset", "", "register-alone", at: "1:1", arguments: ["check", "rules/clauses.yaml", "--data", "."]),
    .register("a folder of registers only", "", "no-ruleset", beside: nil),
    .register("a register of another ruleset", "", "other-register", at: "1:11", name: "dmeo"),
    .register("a clause without a term", "  - {id: A, section: 一}\n", "missing-key", at: "3:5"),
    .register("a key that clauses do not have", "  - {id: A, section: 一, term: 床位, sameas: B}\n", "unknown-key", at: "3:35"),
    .register("two clauses of one id", "  - {id: A, section: 一, term: 床位}\n  - {id: A, section: 二, term: 人员}\n", "duplicate-clause", at: "4:10"),
    .register("a clause by a rule that is not there", "  - {id: A, section: 一, term: 床位, rules: [too-few-bed]}\n", "unknown-rule", at: "3:43"),
    .register(
        "a clause both encoded and uncheckable",
        "  - id: A\n    section: 一\n    term: 床位\n    rules: too-few-beds\n    uncheckable: {reason: no_threshold}\n",
        "encoded-and-uncheckable", at: "7:27"),
    .register(
        "an uncheckable clause that a rule encodes all the same", "  - {id: A, section: 一, term: 床位, uncheckable: {reason: masked}}\n",
        "encoded-and-uncheckable", at: "3:57", source: "A"),
    .register("a reason why not that there is not", "  - {id: A, section: 一, term: 床位, uncheckable: {reason: no_treshold}}\n", "unknown-value", at: "3:57"),
    .register("an excuse without a reason", "  - {id: A, section: 一, term: 床位, uncheckable: {why: 弹性}}\n", "missing-key", at: "3:48"),
    .register(
        "a clause that restates one that is not there",
        "  - {id: AB-12, section: 一, term: 床位}\n  - {id: B, section: 二, term: 床位, same_as: AB-1}\n", "unknown-clause", at: "4:44"),
    .register("a clause that restates itself", "  - {id: A, section: 一, term: 床位, same_as: A}\n", "same-as-cycle", at: "3:44"),
    .register(
        "clauses that restate each other in a circle",
        "  - {id: A, section: 一, term: 床位, same_as: B}\n  - {id: B, section: 二, term: 床位, same_as: C}\n  - {id: C, section: 三, term: 床位, same_as: A}\n",
        "same-as-cycle", at: "3:44"),
    .register(
        "a conflict with a clause that is not there", "  - {id: A, section: 一, term: 床位, conflicts: [{with: B2, why: 数目不同}]}\n",
        "unknown-clause", at: "3:54"),
    .register(
        "a rule of a clause that is not there", "  - {id: DEMO-1, section: 一, term: 床位}\n", "unknown-clause", file: "rules.yaml",
        at: "6:34", source: "DEMO-2"),
    .register("a limit that is a list of lists", "  - {id: A, section: 一, term: 床位, requires: {between: [[1], 2]}}\n", "not-a-limit", at: "3:55"),
    .register("a day in a clause that the calendar does not have", "  - {id: A, section: 一, term: 床位, due: {date: 2025-02-30}}\n", "bad-date", at: "3:47"),
    .register("a baseline of no period", "  - {id: A, section: 一, term: 床位, baseline: {period: 2020年底, value: 3 张}}\n", "bad-period", at: "3:54"),
]

private extension BrokenCase {
    /// A register `clauses.yaml` with these lines under `clauses`, which begin on line 3, beside a sound ruleset of the
    /// rule `too-few-beds` in one folder.
    ///
    /// - Parameter source: The clause that the rule names.
    static func register(
        _ title: String, _ clauses: String, _ code: String, file: String = "clauses.yaml", at place: String? = nil,
        name: String = "demo", beside ruleset: String? = "ruleset: demo", source: String? = nil,
        arguments: [String] = ["check", "rules", "--data", "."]
    ) -> Self {
        let clause = source.map { ", clause: \($0)" } ?? ""
        let rules = ruleset.map { header in
            """
            \(header)
            uses: [../words.yaml]
            rules:
              - id: too-few-beds
                title: 床位
                source: {section: 一\(clause)}
                for: institution
                require: beds > 3

            """
        }
        let register = "register: \(name)\nclauses:\(clauses.isEmpty ? " []" : "")\n\(clauses)"
        var files: [String: Content] = ["words.yaml": .text(BrokenText.vocabulary), "rules/clauses.yaml": .text(register)]
        if let rules { files["rules/rules.yaml"] = .text(rules) }
        return Self(
            title: title, files: files, arguments: arguments, exitCode: 3,
            answer: .fault(code, at: place.map { "rules/\(file):\($0)" }))
    }
}
