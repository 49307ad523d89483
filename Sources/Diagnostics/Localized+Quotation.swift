extension Localized {
    /// A name between quotation marks. In Chinese those within others are single ones: “线上‘挂缴查’”.
    public static func quoted(_ name: Localized) -> Localized {
        Localized(zh: "“\(inner(name.zh))”", en: "'\(name.en)'")
    }

    /// A name that is the same in both languages, between quotation marks.
    public static func quoted(_ name: String) -> Localized { quoted(Localized(same: name)) }

    private static func inner(_ name: String) -> String {
        guard name.contains(where: { $0 == "“" || $0 == "”" }) else { return name }
        return String(name.map { $0 == "“" ? "‘" : $0 == "”" ? "’" : $0 })
    }
}
