/// Profiles that do not stand by themselves, or not beside their ruleset.
let brokenProfiles: [BrokenCase] = [
    .profile("a profile in place of a ruleset", "", "profile-alone", at: "1:1", arguments: ["check", "rules/audit.yaml", "--data", "."]),
    .profile("a profile that there is not", "", "unknown-profile", arguments: ["check", "rules", "--profile", "audti", "--data", "."]),
    .profile("a profile's path that leads nowhere", "", "file-unreadable", arguments: ["check", "rules", "--profile", "rules/audti.yaml", "--data", "."]),
    .profile("a path that leads to no profile", "", "not-a-profile", at: "1:1", file: "rules.yaml", arguments: ["check", "rules", "--profile", "rules/rules.yaml", "--data", "."]),
    .profile("a profile of another ruleset", "", "other-ruleset", at: "2:5", of: "dmeo"),
    .profile("a profile without a ruleset", "", "missing-key", at: "1:1", of: nil),
    .profile("a key that profiles do not have", "waver: []\n", "unknown-key", at: "3:1"),
    .profile("a key that no profile can set", "set: {param.least: 3}\n", "unknown-setting", at: "3:7"),
    .profile("a rule's key without the key", "set: {rules.too-few-beds: 3}\n", "unknown-setting", at: "3:7"),
    .profile("a parameter that the ruleset does not have", "set: {params.lest: 3}\n", "unknown-parameter", at: "3:7"),
    .profile("a parameter set to another type", "set: {params.least: 三}\n", "bad-quantity", at: "3:21"),
    .profile("a rule's key set to what it cannot be", "set: {rules.too-few-beds.binding: requird}\n", "unknown-value", at: "3:35"),
    .profile("a key of a rule that there is not", "set: {rules.too-few-bed.binding: strive}\n", "unknown-rule", at: "3:7"),
    .profile("a disabled rule that there is not", "disabled: [{rule: too-few-bed, why: 停, until: 2026-06-30}]\n", "unknown-rule", at: "3:19"),
    .profile("a rule disabled without a reason", "disabled: [{rule: too-few-beds, until: 2026-06-30}]\n", "missing-key", at: "3:12"),
    .profile("a waiver for ever", "waivers: [{rule: too-few-beds, record: 某医院, why: 评审中}]\n", "missing-key", at: "3:11"),
    .profile("a waiver until no day", "waivers: [{rule: too-few-beds, record: 某医院, why: 评审中, until: 2026年}]\n", "bad-date", at: "3:62"),
    .profile(
        "one record waived twice",
        "waivers:\n  - {rule: too-few-beds, record: 某医院, why: 甲, until: 2026-06-30}\n  - {rule: too-few-beds, record: 某医院, why: 乙, until: 2026-07-30}\n",
        "listed-twice", at: "5:12"),
]

private extension BrokenCase {
    /// A profile `audit` beside a ruleset with the parameter `least` and the rule `too-few-beds`.
    static func profile(
        _ title: String, _ text: String, _ code: String, at place: String? = nil, file: String = "audit.yaml",
        of ruleset: String? = "demo", arguments: [String] = ["check", "rules", "--profile", "audit", "--data", "."]
    ) -> Self {
        let rules = """
            ruleset: demo
            uses: [../words.yaml]
            due: 2025
            params: {least: {type: integer, why: 遮盖}}
            rules:
              - {id: too-few-beds, title: 床位, for: institution, require: beds > params.least}

            """
        let profile = "profile: audit\n\(ruleset.map { "of: \($0)\n" } ?? "")\(text)"
        return Self(
            title: title,
            files: ["words.yaml": .text(BrokenText.vocabulary), "rules/rules.yaml": .text(rules), "rules/audit.yaml": .text(profile)],
            arguments: arguments, exitCode: 3, answer: .fault(code, at: place.map { "rules/\(file):\($0)" }))
    }
}
