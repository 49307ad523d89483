import Diagnostics
import Plumbline

/// What a reader has to be told about a file beside its number of records: how it was read where that is not
/// the plain way, and which of its rows were set aside because they are no records.
struct FileNote {
    let file: ReadFile
    let style: TextStyle

    /// Nil where there is nothing to tell.
    var line: String? {
        let parts = [encoding, delimiter].compactMap(\.self) + file.setAside.map(text)
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

    func text(_ rows: SetAside) -> Localized {
        let lines = rows.rows.map { String($0.line) }
        let hasMore = rows.count > lines.count
        let (zh, en) = words(rows.kind, count: rows.count)
        return Localized(
            zh: "不作为记录：\(zh) \(rows.count) 行（第 \(lines.joined(separator: "、"))\(hasMore ? "…" : "") 行）",
            en: "set aside \(rows.count) \(en) (\(rows.count == 1 ? "line" : "lines") "
                + "\(lines.joined(separator: ", "))\(hasMore ? ", …" : ""))")
    }

    func words(_ kind: SetAside.Kind, count: Int) -> (zh: String, en: String) {
        switch kind {
        case .total: ("合计、小计等", count == 1 ? "total row" : "total rows")
        case .note: ("表下说明", count == 1 ? "note" : "notes")
        case .repeatedHeader: ("重复的表头", count == 1 ? "repeated header" : "repeated headers")
        case .title: ("表头上方的标题", count == 1 ? "title line" : "title lines")
        case .dropped: ("映射文件略去的行", count == 1 ? "row left out by the mapping" : "rows left out by the mapping")
        case .blank: ("空行", count == 1 ? "blank row" : "blank rows")
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
