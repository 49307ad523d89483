import Diagnostics
import OrderedCollections

/// What can be wrong with the data that a user named, each worded here and nowhere else.
extension Diagnostic {
    static func unknownDataTable(_ name: String, among known: [Table]) -> Self {
        let nearest = NearestName.to(name, among: known.flatMap(\.names))
        let tables = known.map(\.name)
        return Self(
            code: "unknown-table", at: nil,
            message: Localized(zh: "词汇表中没有表“\(name)”", en: "the vocabulary has no table '\(name)'"),
            help: nearest.map { Localized(zh: "改为“\($0)”", en: "write '\($0)'") }
                ?? Localized(zh: "可用的表：\(tables.joined(separator: "、"))", en: "the tables are \(tables.joined(separator: ", "))"))
    }

    static func folderAsTable(_ path: String, table: String) -> Self {
        Self(
            code: "folder-as-table", at: nil,
            message: Localized(
                zh: "“\(path)”是文件夹，不能作为表“\(table)”的文件", en: "'\(path)' is a folder, and cannot be the file of the table '\(table)'"),
            help: Localized(zh: "写 --data \(path)，文件夹中的文件会自动匹配", en: "write --data \(path); the files in it are matched to tables"))
    }

    static func unknownFormat(_ path: String, known: [String]) -> Self {
        Self(
            code: "unknown-format", at: nil,
            message: Localized(zh: "无法从“\(path)”的扩展名看出数据格式", en: "the ending of '\(path)' names no format that can be read"),
            help: Localized(
                zh: "能读取：\(known.map { ".\($0)" }.joined(separator: "、"))",
                en: "what can be read ends in \(known.map { ".\($0)" }.joined(separator: ", "))"))
    }

    static func noSuchPart(_ table: String, of path: String, among parts: [String]) -> Self {
        Self(
            code: "no-such-part", at: nil,
            message: Localized(zh: "“\(path)”中没有表“\(table)”的数组", en: "'\(path)' has no array for the table '\(table)'"),
            help: Localized(zh: "其中有：\(parts.joined(separator: "、"))", en: "it has \(parts.joined(separator: ", "))"))
    }

    /// A title or alias that several tables have.
    static func ambiguousTable(_ name: String, _ tables: [String]) -> Self {
        Self(
            code: "ambiguous-table", at: nil,
            message: Localized(
                zh: "“\(name)”可以指多个表：\(tables.joined(separator: "、"))", en: "'\(name)' can mean several tables: \(tables.joined(separator: ", "))"),
            help: Localized(zh: "请写表名，例如 --data \(tables[0])=文件", en: "write a table's own name, such as --data \(tables[0])=FILE"))
    }

    static func fileOfTwoTables(_ path: String, _ tables: [String]) -> Self {
        Self(
            code: "file-of-two-tables", at: nil,
            message: Localized(
                zh: "“\(path)”要作为两个表读取：\(tables.joined(separator: "、"))",
                en: "'\(path)' would be read as two tables: \(tables.joined(separator: ", "))"),
            help: Localized(zh: "一个文件只放一个表的记录", en: "a file holds the records of one table"))
    }

    static func fitsNoTable(_ path: String, among tables: some Collection<String>) -> Self {
        Self(
            code: "fits-no-table", at: nil,
            message: Localized(
                zh: "“\(path)”的文件名和列名与任何表都不符", en: "neither the name nor the columns of '\(path)' fit a table"),
            help: Localized(
                zh: "写 --data 表名=\(path)；可用的表：\(tables.joined(separator: "、"))",
                en: "write --data TABLE=\(path); the tables are \(tables.joined(separator: ", "))"))
    }

    static func lacksKey(_ path: String, _ table: Table, columns: Int) -> Self {
        let keys = table.keyFields.compactMap { table.fields[$0] }
        let zh = keys.map { $0.title?.zh ?? $0.name }.joined(separator: "、")
        let en = keys.map { $0.title?.en ?? $0.name }.joined(separator: ", ")
        return Self(
            code: "lacks-key", at: nil,
            message: Localized(
                zh: "有 \(columns) 列与表“\(table.name)”相符，但缺少主键列：\(zh)",
                en: "\(columns) columns fit the table '\(table.name)', but those of its key are missing: \(en)"),
            help: Localized(
                zh: "补上该列，或写 --data \(table.name)=\(path)", en: "add them, or write --data \(table.name)=\(path)"))
    }

    static func fitsSeveralTables(_ path: String, _ tables: [String]) -> Self {
        Self(
            code: "fits-several-tables", at: nil,
            message: Localized(
                zh: "“\(path)”与多个表相符：\(tables.joined(separator: "、"))", en: "'\(path)' fits several tables: \(tables.joined(separator: ", "))"),
            help: Localized(zh: "写 --data \(tables[0])=\(path)", en: "write --data \(tables[0])=\(path)"))
    }
}
