import CEL

/// What rules do with texts otherwise than CEL's own libraries.
enum TextFunctions {
    static let all = [trim]

    /// `name.trim()`: the text without the white space around it, full-width spaces too, and without the marks of no
    /// width that spreadsheets leave behind.
    static let trim = Function("trim", [
        Overload("string_trim", isMember: true) { (text: String) in CellText.trimmed(text) }
    ])
}
