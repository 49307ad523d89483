import Diagnostics
import Plumbline

/// What the run takes differently from its rulesets: every value that a profile sets, every rule that it disables and
/// every record that it lets pass, those whose time is over among them.
struct ProfileSection {
    let rulesets: [Ruleset]
    let asOf: CalendarDate
    let style: TextStyle

    var lines: [String] {
        let sections = rulesets.compactMap(\.profile).map { profile in
            [style.bold(style.words(zh: "方案 \(name(profile))", en: "Profile \(name(profile))"))]
                + (settings(profile) + disabled(profile) + waivers(profile)).map { "  \($0)" }
        }
        return Array(sections.joined(separator: [""]))
    }
}

private extension ProfileSection {
    func name(_ profile: Profile) -> String { PrintedText.of("\(profile.name) (\(profile.ruleset))") }

    func settings(_ profile: Profile) -> [String] {
        profile.settings.map { setting in
            let value = setting.valueText.map(PrintedText.of) ?? style.words(zh: "（去掉）", en: "(taken out)")
            return style.words(zh: "设 \(PrintedText.of(setting.name))：\(value)", en: "sets \(PrintedText.of(setting.name)): \(value)")
        }
    }

    func disabled(_ profile: Profile) -> [String] {
        profile.disabled.map { disabled in
            told(PrintedText.of(disabled.rule), disabled.suspension.words, isInForce: disabled.suspension.isInForce(on: asOf))
        }
    }

    func waivers(_ profile: Profile) -> [String] {
        profile.waivers.map { waiver in
            let name = PrintedText.of(waiver.record) + style.words(zh: "（\(waiver.rule)）", en: " (\(waiver.rule))")
            return told(name, waiver.words, isInForce: waiver.isInForce(on: asOf))
        }
    }

    func told(_ name: String, _ words: Localized, isInForce: Bool) -> String {
        let over = isInForce ? "" : style.words(zh: "（已过期，不起作用）", en: " (over, without effect)")
        return "~ \(name)" + style.words(zh: "：", en: ": ") + PrintedText.of(words[style.language]) + over
    }
}
