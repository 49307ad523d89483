import Diagnostics

extension Localized {
    /// A parameter's name where a value is expected.
    static func parameterAsLimit(_ name: String) -> Localized {
        Localized(zh: "参数作限值时写成 {value: \(name)}；在表达式中不加引号", en: "for a limit write {value: \(name)}; in an expression, leave the quotes out")
    }
}

/// The single wording of a text that is no value of an enumeration, for files and for expressions.
struct EnumerationFault {
    let message: Localized
    let help: Localized

    init(_ text: String, of enumeration: Enumeration) {
        message = Localized(
            zh: "“\(text)”不是“\(enumeration.name)”的取值", en: "'\(text)' is not a value of '\(enumeration.name)'")
        let literals = enumeration.literals
        if let advice = Self.parameterAdvice(text, enumeration) {
            help = advice
        } else if let nearest = NearestName.to(text, among: literals) {
            help = Localized(zh: "改为“\(nearest)”", en: "write '\(nearest)'")
        } else {
            let values = Self.values(of: enumeration)
            help = Localized(zh: "可用的取值：\(values.zh)", en: "the values are \(values.en)")
        }
    }

    /// What stands for a character that a published text leaves out; the nearest value would be a guess.
    private static let masks: Set<Character> = ["*", "＊", "×", "□", "■", "○", "?", "？", "…"]

    /// For a text that stands for a parameter: one that names it, or one whose published form is masked.
    private static func parameterAdvice(_ text: String, _ enumeration: Enumeration) -> Localized? {
        if text.hasPrefix("params.") { return .parameterAsLimit(text) }
        guard text.contains(where: masks.contains) else { return nil }
        let name = enumeration.name
        return Localized(
            zh: "原文有遮盖？在规则集的 params 下写 \(name)_wanted: {type: \(name), why: {zh: 公开文本遮盖, en: masked}}，不写 value，由方案设定；限值写 {value: params.\(name)_wanted}，表达式中写 params.\(name)_wanted",
            en: "masked in the text? Declare it under the ruleset's params, \(name)_wanted: {type: \(name), why: {zh: 公开文本遮盖, en: masked}}, without a value, for a profile to set; "
                + "write {value: params.\(name)_wanted} for a limit, params.\(name)_wanted in an expression")
    }

    /// The values that there are, the first of many.
    static func values(of enumeration: Enumeration) -> Localized {
        let shown = enumeration.members.prefix(10).map(\.id)
        let more = enumeration.members.count > shown.count
        return Localized(
            zh: shown.joined(separator: "、") + (more ? "等" : ""), en: shown.joined(separator: ", ") + (more ? ", …" : ""))
    }
}
