import Diagnostics

extension RulesetData {
    /// Whether the file holds anything beside its header: a list that nobody has published yet is kept as a header alone.
    ///
    /// A file that cannot be read holds nothing. Of JSON it is asked whether there is a record at all.
    public var hasRows: Bool {
        guard let source = try? TextFile.read(path) else { return false }
        let text = String(decoding: source.bytes, as: UTF8.self)
        if FilePath.fileExtension(of: path).hasPrefix("json") { return text.contains("{") }
        return text.split(whereSeparator: \.isNewline).lazy.filter { !CellText.trimmed(String($0)).isEmpty }.dropFirst().first != nil
    }
}
