import Diagnostics

/// The single wording of a text that is no value of an enumeration, for files and for expressions.
struct EnumerationFault {
    let message: Localized
    let help: Localized

    init(_ text: String, of enumeration: Enumeration) {
        message = Localized(
            zh: "“\(text)”不是“\(enumeration.name)”的取值", en: "'\(text)' is not a value of '\(enumeration.name)'")
        let literals = enumeration.literals
        if let nearest = NearestName.to(text, among: literals) {
            help = Localized(zh: "改为“\(nearest)”", en: "write '\(nearest)'")
        } else {
            let values = Self.values(of: enumeration)
            help = Localized(zh: "可用的取值：\(values.zh)", en: "the values are \(values.en)")
        }
    }

    /// The values that there are, the first of many.
    static func values(of enumeration: Enumeration) -> Localized {
        let shown = enumeration.members.prefix(10).map(\.id)
        let more = enumeration.members.count > shown.count
        return Localized(
            zh: shown.joined(separator: "、") + (more ? "等" : ""), en: shown.joined(separator: ", ") + (more ? ", …" : ""))
    }
}
