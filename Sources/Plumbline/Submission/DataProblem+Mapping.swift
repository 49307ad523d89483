import Diagnostics

/// What a mapping says that the files do not bear out, each worded here and nowhere else.
extension DataProblem {
    static func mappedColumnMissing(_ headers: [String], gives name: String, _ mapping: FileMapping, table: String, file: String) -> Self {
        Self(
            code: "mapped-column-missing", table: table, file: file, column: headers.joined(separator: " / "),
            message: Localized(
                zh: "文件没有映射（\(mapping.place)）所写的列“\(headers.joined(separator: "”“"))”，\(name) 因此缺失",
                en: "the file has no column '\(headers.joined(separator: "' or '"))', from which the mapping (\(mapping.place)) takes \(name)"))
    }

    static func noWideColumn(_ mapping: FileMapping, table: String, file: String) -> Self {
        Self(
            code: "no-wide-column", table: table, file: file,
            message: Localized(
                zh: "没有一列是映射（\(mapping.place)）的 wide 所说的列，文件没有给出任何记录",
                en: "no column is one of those that the mapping (\(mapping.place)) has under wide, so that the file gives no record"))
    }

    static func wideColumnsMissing(_ headers: [String], _ mapping: FileMapping, table: String, file: String) -> Self {
        let (shown, more) = (headers.prefix(10), max(0, headers.count - 10))
        return Self(
            code: "wide-columns-missing", table: table, file: file,
            message: Localized(
                zh: "映射（\(mapping.place)）的 wide 所说的列，文件没有：\(shown.joined(separator: "、"))\(more > 0 ? "等 \(headers.count) 列" : "")",
                en: "of the columns that the mapping (\(mapping.place)) has under wide, the file lacks "
                    + shown.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")))
    }

    static func repeatedWideColumn(_ headers: [String], label: String, table: String, file: String) -> Self {
        Self(
            code: "repeated-column", table: table, file: file, column: headers[0],
            message: Localized(
                zh: "“\(label)”有 \(headers.count) 列（\(headers.joined(separator: "、"))）；各列内容不同的单元格不予采用",
                en: "\(headers.count) columns stand for '\(label)' (\(headers.joined(separator: ", "))); cells in which they differ are not read"))
    }

    static func otherWideUnit(_ header: String, first: String, table: String, file: String) -> Self {
        Self(
            code: "unit-mismatch", table: table, file: file, column: header,
            message: Localized(
                zh: "表头的单位与同组的“\(first)”不同，该列未读取；请统一单位", en: "the header states another unit than '\(first)' beside it, and the column is not read; write all of them in one unit"))
    }

    /// A mapping that speaks of a file which did not come.
    static func mappedFileMissing(_ mapping: FileMapping) -> Self {
        let names = mapping.patterns.map(\.text)
        return Self(
            code: "mapped-file-missing", table: mapping.table, file: mapping.origin,
            address: RecordAddress(file: mapping.origin, row: 0, line: mapping.location.start.line),
            message: Localized(
                zh: "没有文件与映射中的“\(names.joined(separator: "”“"))”相符", en: "no file fits the mapping's '\(names.joined(separator: "' or '"))'"))
    }
}

extension RowProblem {
    static func notComputed(_ field: String, _ cause: Localized, at address: RowAddress) -> Self {
        Self(
            code: "not-computed", at: address, header: field,
            message: Localized(
                zh: "映射中 \(field) 的表达式在这一行算不出：\(cause.zh)", en: "the mapping's expression for \(field) has no value on this row: \(cause.en)"))
    }

    static func notDropped(_ cause: Localized, at address: RowAddress) -> Self {
        Self(
            code: "not-computed", at: address, header: "drop",
            message: Localized(
                zh: "映射中 drop 的条件在这一行算不出，这一行未略去：\(cause.zh)",
                en: "the mapping's condition 'drop' has no value on this row, which is kept: \(cause.en)"))
    }

    static func tooLongToRepeat(limit: Int, at address: RowAddress) -> Self {
        Self(
            code: "row-too-long-to-repeat", at: address,
            message: Localized(
                zh: "这一行的每条记录都要带上的单元格共超过 \(limit) 字节，未读取；请在映射的 ignore 中略去长文本列",
                en: "the cells that every record of this row repeats have more than \(limit) bytes, and the row is not read; "
                    + "name long columns under the mapping's ignore"))
    }
}

private extension FileMapping {
    /// Where the mapping says so.
    var place: String { "\(origin):\(location.start.line)" }
}
