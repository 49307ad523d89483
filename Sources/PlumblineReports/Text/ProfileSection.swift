import Diagnostics
import Plumbline

/// What the run takes differently from its rulesets: the values that a profile sets, of many their names only, every
/// rule that it disables and every record that it lets pass, those whose time is over among them.
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

    /// More settings than these are told by their names.
    static let settingLimit = 4

    func settings(_ profile: Profile) -> [String] {
        guard profile.settings.count > Self.settingLimit else {
            return profile.settings.map { setting in
                let value = setting.valueText.map(PrintedText.of) ?? style.words(zh: "（去掉）", en: "(taken out)")
                return style.words(zh: "设 \(PrintedText.of(setting.name))：\(value)", en: "sets \(PrintedText.of(setting.name)): \(value)")
            }
        }
        let count = profile.settings.count
        let names = profile.settings.prefix(Self.settingLimit).map { PrintedText.of($0.name) }
            .joined(separator: style.words(zh: "、", en: ", "))
        return [
            style.words(
                zh: "设定 \(count) 项（\(names) 等），check -v 列出各项的值",
                en: "sets \(count) values (\(names), …); check -v lists them all")
        ]
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
