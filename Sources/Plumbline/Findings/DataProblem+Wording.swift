public import Diagnostics
import OrderedCollections
import Quantities
import YAML

/// The single place that words each problem.
extension DataProblem {
    static func unreadableCell(
        table: String, address: RecordAddress, column: String, text: String?, field: Field, because cause: UnreadableCause
    ) -> Self {
        Self(
            code: "unreadable-cell", table: table, file: address.file, address: address, column: column, text: text,
            message: cause.message(for: field))
    }

    /// - Parameter key: The key as findings call it; nil where it is sensitive.
    static func duplicateKey(_ key: String?, table: String, at address: RecordAddress, first: RecordAddress) -> Self {
        let named = key.map { Localized(zh: "主键“\($0)”", en: "the key '\($0)'") } ?? Localized(zh: "主键", en: "the key")
        return Self(
            code: .duplicateKey, table: table, file: address.file, address: address, text: key,
            message: Localized(
                zh: "\(named.zh)重复，首次出现于 \(first.file) 第 \(first.line) 行；两行都会判定，两行不一致的，引用该记录的内容无法判定。请只保留正确的一行",
                en: "\(named.en) stands twice, first at \(first.file) line \(first.line): both rows are judged, and where they differ, nothing that refers to the record can be; keep the right one"))
    }

    static func missingKey(table: String, at address: RecordAddress, fields: [String]) -> Self {
        Self(
            code: "missing-key", table: table, file: address.file, address: address,
            message: Localized(
                zh: "主键为空（\(fields.joined(separator: "、"))），以其在文件中的序号称呼该记录",
                en: "the key is blank (\(fields.joined(separator: ", "))); the record is called by its number in the file"))
    }

    static func unknownColumn(_ header: String, table: String, file: String, nearest: String?) -> Self {
        let zh = nearest.map { "，是否应为“\($0)”" } ?? ""
        let en = nearest.map { "; is '\($0)' meant?" } ?? ""
        return Self(
            code: "unknown-column", table: table, file: file, column: header,
            message: Localized(
                zh: "表 \(table) 没有列“\(header)”对应的字段\(zh)", en: "table '\(table)' has no field for the column '\(header)'\(en)"))
    }

    static func missingColumn(_ field: Field, table: String, file: String) -> Self {
        let headers = OrderedSet(field.headers).prefix(4)
        return Self(
            code: "missing-column", table: table, file: file, column: field.name,
            message: Localized(
                zh: "缺少规则所需的列，列名可以是：\(headers.joined(separator: "、"))",
                en: "a column that rules need is missing; it may be called \(headers.joined(separator: ", "))"))
    }

    /// A file of which no record can be told apart from another, so that nothing can refer to it.
    ///
    /// - Parameters:
    ///   - line: Where the header stands; nil in formats that have none.
    ///   - strange: The headers that are none of the table's fields.
    static func missingKeyColumn(_ field: Field, table: Table, file: String, line: Int?, strange: [String]) -> Self {
        let meant = strange.lazy.compactMap { header in NearestName.to(header, among: field.headers).map { (header, $0) } }.first
        let names = OrderedSet(field.headers).prefix(4)
        let hint = meant.map { Localized(zh: "；表头“\($0)”是否应为“\($1)”？", en: "; is the header '\($0)' meant to be '\($1)'?") }
            ?? Localized(
                zh: "；列名可以是：\(names.joined(separator: "、"))" + (strange.isEmpty ? "" : "，认不出的表头是：\(strange.prefix(5).joined(separator: "、"))"),
                en: "; it may be called \(names.joined(separator: ", "))" + (strange.isEmpty ? "" : ", and these headers are not known: \(strange.prefix(5).joined(separator: ", "))"))
        return Self(
            code: .missingKeyColumn, table: table.name, file: file, address: line.map { RecordAddress(file: file, row: 0, line: $0) },
            column: field.name,
            message: Localized(
                zh: "没有主键列，记录无从辨认，别处引用它们的行也就无处可归，凡要看这些行的一律不作判断" + hint.zh,
                en: "the key column is missing, so that its records cannot be told apart and nothing that refers to them finds them; "
                    + "whatever looks at such rows is not measured" + hint.en))
    }

    static func repeatedColumn(_ header: String, table: String, file: String, field: String) -> Self {
        Self(
            code: "repeated-column", table: table, file: file, column: header,
            message: Localized(
                zh: "字段 \(field) 有不止一列；各列内容不同的单元格不予采用", en: "more than one column gives the field '\(field)'; cells in which they differ are not read"))
    }

    static func unitDoesNotFit(_ unit: Unit, header: String, table: String, file: String, field: Field) -> Self {
        let own = field.type == .percent ? "%" : field.unit?.symbol
        guard let own else {
            return Self(
                code: "unit-mismatch", table: table, file: file, column: header,
                message: Localized(
                    zh: "字段 \(field.name) 没有单位，无法判断表头的“\(unit.symbol)”怎样换算，该列未读取；请删去表头中的单位并改写数字",
                    en: "the field '\(field.name)' has no unit, so there is no telling what the header's '\(unit.symbol)' makes of its "
                        + "numbers, and the column is not read; remove the unit from the header and write the numbers without it"))
        }
        return Self(
            code: "unit-mismatch", table: table, file: file, column: header,
            message: Localized(
                zh: "表头的单位“\(unit.symbol)”与字段 \(field.name) 的单位（\(own)）不能换算，该列未读取；请改正表头中的单位",
                en: "the header's unit '\(unit.symbol)' cannot be converted to that of the field '\(field.name)' (\(own)), "
                    + "so the column is not read; correct the unit in the header"))
    }

    static func unitAboveHeader(_ unit: Unit, at title: TitleRow, table: String, file: String) -> Self {
        Self(
            code: "unit-above-header", table: table, file: file,
            address: RecordAddress(file: file, row: 0, line: title.line), text: title.text,
            message: Localized(
                zh: "表头上方写有单位“\(unit.symbol)”，未用于任何一列；请写进列名的括号中，如“收入（\(unit.symbol)）”",
                en: "a unit, '\(unit.symbol)', stands above the header and is applied to no column; "
                    + "write it in the brackets of the columns' headers"))
    }

    /// A file that is said to hold a table, and has none of its columns.
    static func noColumnFits(_ headers: [String], table: Table, file: String) -> Self {
        let shown = headers.prefix(5)
        let more = headers.count > shown.count
        let names = table.fields.values.prefix(5).map { $0.title?.zh ?? $0.name }
        return Self(
            code: "no-column-fits", table: table.name, file: file,
            message: Localized(
                zh: "没有一列属于表 \(table.name)：文件的表头是 \(shown.joined(separator: "、"))\(more ? "…" : "")，"
                    + "表的列是 \(names.joined(separator: "、"))…；请核对是否放错了文件，或缺少表头",
                en: "no column is one of the table '\(table.name)': the header is \(shown.joined(separator: ", "))\(more ? ", …" : ""), "
                    + "the table has \(table.fields.values.prefix(5).map { $0.title?.en ?? $0.name }.joined(separator: ", ")), …; "
                    + "check whether it is the right file, and has its header"))
    }

    static func row(_ problem: RowProblem, table: String, file: String) -> Self {
        Self(
            code: problem.code, table: table, file: file,
            address: RecordAddress(file: file, row: problem.address.row, line: problem.address.line, column: problem.address.column),
            column: problem.header, message: problem.message)
    }

    static func partExceedsWhole(table: String, at address: RecordAddress, part: String, whole: String) -> Self {
        Self(
            code: .partExceedsWhole, table: table, file: address.file, address: address,
            message: Localized(
                zh: "部分大于整体：\(part) 大于 \(whole)", en: "a part exceeds its whole: \(part) is more than \(whole)"))
    }

    /// - Parameter text: The reference as submitted; nil where it is sensitive.
    static func danglingReference(
        _ field: Field, table: String, parent: String, address: RecordAddress, column: String?, text: String?, isShared: Bool = false,
        nearest: String? = nil
    ) -> Self {
        let text = field.hidesText ? nil : text
        let meant = (field.hidesText ? nil : nearest).map { Localized(zh: "；最接近的是“\($0)”", en: "; the nearest is '\($0)'") } ?? Localized(same: "")
        let named = text.map { Localized(zh: "“\($0)”", en: " '\($0)'") } ?? Localized(zh: "所指的记录", en: " of that key")
        return Self(
            code: "reference-to-nothing", table: table, file: address.file, address: address, column: column ?? field.name,
            text: text,
            message: isShared
                ? Localized(
                    zh: "表 \(parent) 中有几条记录都叫\(named.zh)，请写主键", en: "several records of table '\(parent)' are called\(named.en): write the key")
                : Localized(zh: "表 \(parent) 中没有\(named.zh)" + meant.zh, en: "table '\(parent)' has no record\(named.en)" + meant.en))
    }

    /// - Parameter listed: The key under which the roster has the record's name; nil where it does not have that.
    static func notOnRoster(_ record: RecordReference, at address: RecordAddress, listed: String?) -> Self {
        let asked = listed.map {
            Localized(zh: "；名单中同名记录的主键是“\($0)”，请核对主键", en: "; the roster has that name under the key '\($0)': is the key right?")
        } ?? Localized(same: "")
        return Self(
            code: "not-on-roster", table: record.table, file: address.file, address: address,
            message: Localized(
                zh: "“\(record.name)”不在名单上，仍按其数据判定" + asked.zh,
                en: "'\(record.name)' is not on the roster; it is judged all the same" + asked.en))
    }

    /// - Parameter cells: The cells that the check looks at; none where they are sensitive.
    static func failedCheck(_ check: TableCheck, table: String, at address: RecordAddress, cells: [Evidence]) -> Self {
        let condition = CellText.trimmed(check.condition.text)
        let name = check.title ?? Localized(same: condition)
        let values = cells.map { "\($0.field) = \($0.text ?? "")" }
        let (zh, en) = (values.joined(separator: "，"), values.joined(separator: ", "))
        return Self(
            code: .failedCheck, table: table, file: address.file, address: address,
            message: Localized(
                zh: "不符合勾稽关系\(Localized.quoted(name).zh)" + (zh.isEmpty ? "" : "（\(zh)）"),
                en: "the check '\(name.en)' fails" + (en.isEmpty ? "" : " (\(en))")))
    }

    /// - Parameters:
    ///   - text: The indicator as submitted.
    ///   - figures: What was given and what it comes to, in base units; nil where they would tell what is sensitive.
    static func indicatorDiffers(
        _ field: Field, table: String, at address: RecordAddress, column: String?, text: String?,
        figures: (given: Number, made: Number)?
    ) -> Self {
        let name = field.title ?? Localized(same: field.name)
        let message: Localized
        if let figures {
            let (zh, en) = (field.texts(figures, .zh), field.texts(figures, .en))
            message = Localized(
                zh: "指标\(Localized.quoted(name).zh)的报送值（\(zh.given)）与按定义算出的值（\(zh.made)）不一致，以算出的值为准",
                en: "the indicator '\(name.en)' is given as \(en.given) and comes to \(en.made); what it comes to decides")
        } else {
            message = Localized(
                zh: "指标\(Localized.quoted(name).zh)的报送值与按定义算出的值不一致，以算出的值为准",
                en: "the indicator '\(name.en)' is given as something else than it comes to; what it comes to decides")
        }
        return Self(
            code: "indicator-differs", table: table, file: address.file, address: address, column: column ?? field.name,
            text: figures == nil ? nil : text, message: message)
    }

    static func unknownWaiver(_ name: String, rule: String, table: String, file: String) -> Self {
        Self(
            code: "unknown-waiver", table: table, file: file,
            message: Localized(
                zh: "规则 \(rule) 豁免的“\(name)”不在数据中", en: "'\(name)', which is waived for the rule \(rule), is not among the data"))
    }

    static func ambiguousWaiver(_ name: String, rule: String, table: String, file: String) -> Self {
        Self(
            code: "ambiguous-waiver", table: table, file: file,
            message: Localized(
                zh: "规则 \(rule) 豁免的“\(name)”在数据中不止一个，豁免不起作用",
                en: "'\(name)', which is waived for the rule \(rule), fits several records, and the waiver has no effect"))
    }

    static func unknownException(_ name: String, rule: String, table: String, file: String) -> Self {
        Self(
            code: "unknown-exception", table: table, file: file,
            message: Localized(
                zh: "规则 \(rule) 列为例外的“\(name)”不在数据中", en: "'\(name)', which the rule \(rule) exempts, is not among the data"))
    }
}

extension DiagnosticCode {
    /// The codes of rows whose cells contradict each other.
    static let failedCheck: Self = "failed-check"
    static let partExceedsWhole: Self = "part-exceeds-whole"
    /// The code of a file without the column of its table's key.
    public static let missingKeyColumn: Self = "missing-key-column"

    /// Two records of one table have the same key.
    static let duplicateKey: Self = "duplicate-key"
}

extension Field {
    /// Two figures of the field, with as many digits as it takes to tell them apart.
    func texts(_ figures: (given: Number, made: Number), _ language: Language) -> (given: String, made: String) {
        func text(_ number: Number, _ other: Number) -> String {
            let unit = type == .percent ? Unit.percent : unit
            return unit?.text(number, distinctFrom: other, in: language) ?? number.text(fractionDigits: 2, distinctFrom: other)
        }
        return (text(figures.given, figures.made), text(figures.made, figures.given))
    }
}

extension Localized {
    static func severalRecords(_ name: String) -> Localized {
        Localized(zh: "“\(name)”对应不止一条记录", en: "several records are called '\(name)'")
    }
}
