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
            let shown = enumeration.members.prefix(12).map(\.id)
            let more = enumeration.members.count > 12
            help = Localized(
                zh: "可用的取值：\(shown.joined(separator: "、"))\(more ? "等" : "")",
                en: "the values are \(shown.joined(separator: ", "))\(more ? ", …" : "")")
        }
    }
}
