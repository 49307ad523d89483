import Diagnostics
import Plumbline

/// What a reader has to be told about a file beside its number of records: how it was read where that is not
/// the plain way.
struct FileNote {
    let file: ReadFile
    let style: TextStyle

    /// Nil where there is nothing to tell.
    var line: String? {
        let parts = [encoding, delimiter].compactMap(\.self)
        guard !parts.isEmpty else { return nil }
        let note = parts.map { $0[style.language] }.joined(separator: style.words(zh: "；", en: "; "))
        return "  \(PrintedText.of(file.file))" + style.words(zh: "：\(note)", en: ": \(note)")
    }
}

private extension FileNote {
    var encoding: Localized? {
        switch file.form.encoding {
        case nil, .utf8: nil
        case .gb18030: Localized(zh: "按 GB18030（GBK）编码读取", en: "read as GB18030 (GBK)")
        case .utf16LittleEndian, .utf16BigEndian: Localized(zh: "按 UTF-16 编码读取", en: "read as UTF-16")
        }
    }

    var delimiter: Localized? {
        switch file.form.delimiter {
        case nil, ",": nil
        case "\t": Localized(zh: "以制表符分隔", en: "separated by tabs")
        case ";": Localized(zh: "以分号分隔", en: "separated by semicolons")
        case "|": Localized(zh: "以竖线分隔", en: "separated by bars")
        case let other?: Localized(zh: "以“\(other)”分隔", en: "separated by '\(other)'")
        }
    }
}
