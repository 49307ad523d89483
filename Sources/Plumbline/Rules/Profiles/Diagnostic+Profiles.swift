import Diagnostics

/// The faults of profiles, each worded here and nowhere else.
extension Diagnostic {
    static func profileAlone(at location: Location) -> Self {
        Self(
            code: "profile-alone", at: location,
            message: Localized(zh: "这是方案，不是规则集", en: "this is a profile, not a ruleset"),
            help: Localized(zh: "给出规则集，再用 --profile 指明方案", en: "name the ruleset, and the profile after --profile"))
    }

    static func notAProfile(_ path: String, at location: Location) -> Self {
        Self(
            code: "not-a-profile", at: location,
            message: Localized(zh: "“\(path)”不是方案", en: "'\(path)' is not a profile"),
            help: Localized(zh: "方案文件的第一个键是 profile", en: "the first key of a profile's file is profile"))
    }

    static func unknownProfile(_ name: String, among names: [String]) -> Self {
        let nearest = NearestName.to(name, among: names)
        return Self(
            code: "unknown-profile", at: nil,
            message: Localized(zh: "规则集的文件夹中没有方案“\(name)”", en: "no folder of the rulesets has a profile '\(name)'"),
            help: nearest.map { Localized(zh: "是否指“\($0)”？", en: "did you mean '\($0)'?") }
                ?? (names.isEmpty
                    ? Localized(zh: "写方案文件的路径，或在文件夹中加一个以 profile: \(name) 开头的文件", en: "write the path of its file, or add a file that begins with profile: \(name)")
                    : Localized(zh: "可用的有：\(names.joined(separator: "、"))", en: "there are: \(names.joined(separator: ", "))")))
    }

    static func profileOfOtherRuleset(_ name: String, among names: [String], at location: Location) -> Self {
        Self(
            code: "other-ruleset", at: location,
            message: Localized(
                zh: "该方案属于规则集“\(name)”，给出的却是“\(names.joined(separator: "”“"))”",
                en: "the profile is of the ruleset '\(name)', but the rulesets here are \(names.map { "'\($0)'" }.joined(separator: ", "))"),
            help: NearestName.to(name, among: names).map { Localized(zh: "写成 \($0)", en: "write \($0)") })
    }

    static func unknownSetting(_ key: String, among words: [String], at location: Location) -> Self {
        let nearest = NearestName.to(String(key.prefix { $0 != "." }), among: words)
        return Self(
            code: "unknown-setting", at: location,
            message: Localized(zh: "方案不能设“\(key)”", en: "a profile cannot set '\(key)'"),
            help: nearest.flatMap { key.hasPrefix($0) ? nil : Localized(zh: "是否指“\($0)”？", en: "did you mean '\($0)'?") }
                ?? Localized(
                    zh: "可以设 params.名称、due、missing、tolerances.about 和 rules.规则.键",
                    en: "it sets params.NAME, due, missing, tolerances.about and rules.RULE.KEY"))
    }

    static func unknownParameter(_ name: String, among names: some Sequence<String>, at location: Location) -> Self {
        let names = Array(names)
        return Self(
            code: "unknown-parameter", at: location,
            message: Localized(zh: "规则集没有参数“\(name)”", en: "the ruleset has no parameter '\(name)'"),
            help: NearestName.to(name, among: names).map { Localized(zh: "是否指“\($0)”？", en: "did you mean '\($0)'?") }
                ?? Localized(zh: "先在规则集的 params 下声明", en: "declare it under params in the ruleset"),
            mend: Mend(respelling: name, among: names, at: location))
    }

    static func parameterUnset(_ parameter: Parameter, rules: [String], at location: Location) -> Self {
        let list = (zh: rules.joined(separator: "、"), en: rules.joined(separator: ", "))
        let why = parameter.why.map { Localized(zh: "（\($0.zh)）", en: " (\($0.en))") } ?? Localized(same: "")
        return Self(
            code: "parameter-unset", severity: .warning, at: location,
            message: Localized(
                zh: "参数“\(parameter.name)”还没有取值\(why.zh)，以下规则因此无法判定：\(list.zh)",
                en: "the parameter '\(parameter.name)' has no value yet\(why.en); without one these rules decide nothing: \(list.en)"),
            help: Localized(
                zh: "在方案中写 set: {params.\(parameter.name): …}，再加 --profile",
                en: "write set: {params.\(parameter.name): …} in a profile, and name it with --profile"))
    }

    /// - Parameter isOver: Whether the last day is past.
    static func suspensionEnds(_ rule: String, until: CalendarDate, isOver: Bool, at location: Location) -> Self {
        Self(
            code: isOver ? "suspension-expired" : "suspension-ends", severity: .warning, at: location,
            message: isOver
                ? Localized(zh: "规则“\(rule)”的停用已于 \(until) 到期，重新开始核查", en: "'\(rule)' was disabled until \(until), and is judged again")
                : Localized(zh: "规则“\(rule)”的停用将于 \(until) 到期", en: "'\(rule)' is disabled until \(until) only"),
            help: termHelp(isOver))
    }

    /// - Parameter isOver: Whether the last day is past.
    static func waiverEnds(_ waiver: Waiver, isOver: Bool) -> Self {
        Self(
            code: isOver ? "waiver-expired" : "waiver-ends", severity: .warning, at: waiver.location,
            message: isOver
                ? Localized(
                    zh: "规则“\(waiver.rule)”对“\(waiver.record)”的豁免已于 \(waiver.until) 到期，不再起作用",
                    en: "the waiver of '\(waiver.rule)' for '\(waiver.record)' ended on \(waiver.until), and has no effect")
                : Localized(
                    zh: "规则“\(waiver.rule)”对“\(waiver.record)”的豁免将于 \(waiver.until) 到期",
                    en: "the waiver of '\(waiver.rule)' for '\(waiver.record)' ends on \(waiver.until)"),
            help: termHelp(isOver))
    }

    private static func termHelp(_ isOver: Bool) -> Localized {
        isOver
            ? Localized(zh: "删去，或经批准后改写 until", en: "remove it, or have it extended and change until")
            : Localized(zh: "到期前决定是否延长", en: "decide before then whether it is extended")
    }
}
