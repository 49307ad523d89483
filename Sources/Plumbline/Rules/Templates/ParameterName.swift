/// `params.x` as the whole of a text.
struct ParameterName {
    /// Without `params.`.
    let name: String

    var text: String { "params.\(name)" }

    init?(_ text: String) {
        let trimmed = CellText.trimmed(text)
        guard trimmed.hasPrefix("params.") else { return nil }
        name = String(trimmed.dropFirst("params.".count))
        guard Identifier.isValid(name) else { return nil }
    }
}
