/// The words by which a row shows that it is no record.
enum RowWords {
    /// What the name of a sum is or ends with, as in `全市合计`.
    private static let totals = ["合计", "小计", "总计"]
    /// What the name of a sum is and nothing more.
    private static let wholeTotals: Set<String> = ["共计", "总数", "累计", "total", "subtotal", "grandtotal", "sum"]
    /// What a part of the row above is called by.
    private static let parts = ["其中"]
    /// What a note begins with, a colon or a number behind it.
    private static let notes = [
        "注", "备注", "附注", "说明", "填表说明", "填报说明", "数据来源", "资料来源", "note", "notes", "source", "remark", "remarks",
    ]
    /// What people sign with; nothing has to stand behind it.
    private static let signatures = [
        "填表人", "填报人", "制表人", "审核人", "复核人", "负责人", "单位负责人", "统计负责人", "联系人", "联系电话", "填表日期", "填报日期",
        "填报单位", "制表日期", "报出日期",
    ]

    /// How the words of ASCII among these begin.
    private static let firstLetters: [[UInt8]] = ["tot", "sub", "sum", "gra", "not", "sou", "rem"].map { Array($0.utf8) }

    private static func begins(_ cell: String, with letters: [UInt8]) -> Bool {
        var bytes = cell.utf8.lazy.filter { $0 != 0x20 }.makeIterator()
        return letters.allSatisfy { letter in bytes.next().map { $0 | 0x20 == letter } ?? false }
    }

    /// Whether a cell is worth a closer look; codes and numbers, which most first cells are, are not.
    static func mayMatch(_ cell: String) -> Bool {
        guard let first = cell.utf8.first else { return false }
        if first == UInt8(ascii: "(") || firstLetters.contains(where: { begins(cell, with: $0) }) { return true }
        return cell.utf8.contains { $0 >= 0x80 || $0 == UInt8(ascii: ":") }
    }

    /// Whether a cell names a sum, or a part of one; in brackets, and with the sum behind it, too.
    static func isTotal(_ cell: String) -> Bool {
        let text = unbracketed(folded(cell)).prefix { $0 != "(" }
        let name = withoutFigure(text)
        if totals.contains(where: name.hasSuffix) || wholeTotals.contains(String(name)) { return true }
        return parts.contains { part in
            text.hasPrefix(part) && (text.count == part.count || ":,、".contains(text[text.index(text.startIndex, offsetBy: part.count)]))
        }
    }

    /// Whether a cell begins a note under a table.
    static func isNote(_ cell: String) -> Bool {
        let text = folded(cell)
        if notes.contains(where: { stands($0, before: text) }) { return true }
        return signatures.contains { text == $0 || stands($0, before: text) }
    }

    /// `合计` of `(合计)`, `【合计】` and `(合计)(张)`; not of `(合计)医院`.
    private static func unbracketed(_ text: String) -> Substring {
        guard let place = text.first.flatMap(opening.firstIndex), let end = text.firstIndex(of: closing[place])
        else { return text[...] }
        let rest = text[text.index(after: end)...]
        return rest.first.map { opening.contains($0) || $0 == ":" } ?? true ? text[..<end].dropFirst() : text[...]
    }

    private static let opening: [Character] = ["(", "[", "【", "〔"]
    private static let closing: [Character] = [")", "]", "】", "〕"]

    /// `本页合计` of `本页合计:100` and `合计100`; what stands behind a colon and is no number belongs to the name.
    private static func withoutFigure(_ text: Substring) -> Substring {
        guard let colon = text.firstIndex(of: ":") else {
            let end = text.lastIndex { !isOfFigure($0) }
            return end.map { text[...$0] } ?? text
        }
        let rest = text[text.index(after: colon)...]
        return rest.first.map(isOfFigure) ?? true ? text[..<colon] : text
    }

    private static func isOfFigure(_ character: Character) -> Bool {
        "0123456789.,-+".contains(character)
    }

    /// Whether a text is a word, perhaps a number, and a colon: `注:`, `注1:`, `备注(2):`.
    private static func stands(_ word: String, before text: String) -> Bool {
        guard text.hasPrefix(word) else { return false }
        let rest = text.dropFirst(word.count).drop { "0123456789()".contains($0) }
        return rest.first == ":"
    }

    /// Without blanks, in lower case, full-width forms narrow: `合　计：` is `合计:`.
    private static func folded(_ cell: String) -> String { HeaderName(cell).folded }
}
