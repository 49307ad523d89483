import Diagnostics

extension Diagnostic {
    /// A file without any record.
    static func csvWithoutHeader(_ name: String) -> Self {
        Self(
            code: "csv-without-header", at: Location(file: name, start: Position(line: 1, column: 1), lineText: ""),
            message: Localized(zh: "文件是空的，没有表头", en: "the file is empty: it has no header row"),
            help: Localized(zh: "第一行应写各列的名称", en: "write the names of the columns in the first row"))
    }

    /// A file in which no row starts on the line that should hold the header.
    static func csvWithoutHeaderLine(_ line: Int, _ name: String) -> Self {
        Self(
            code: "csv-without-header", at: Location(file: name, start: Position(line: line, column: 1), lineText: ""),
            message: Localized(zh: "第 \(line) 行没有表头：文件没有那么长", en: "there is no header on line \(line): the file is not that long"),
            help: Localized(zh: "核对映射文件中的 header_line", en: "look at header_line in the mapping of the file"))
    }

    /// A quoted field that goes on to the end of the file; the place is its opening quote.
    static func csvUnclosedQuote(at location: Location) -> Self {
        Self(
            code: "csv-unclosed-quote", at: location,
            message: Localized(
                zh: "此处的引号直到文件末尾都没有结束", en: "the quote that opens here is not closed before the end of the file"),
            help: doubleTheQuotes)
    }

    /// Something other than a delimiter or the end of the line after a closing quote. Where the cell opened
    /// on an earlier line, the missing quote is most likely there, so that line is told.
    static func csvTextAfterQuote(openedOnLine line: Int, at location: Location) -> Self {
        let isFar = line != location.start.line
        return Self(
            code: "csv-text-after-quote", at: location,
            message: Localized(
                zh: isFar
                    ? "第 \(line) 行开始的引号在此结束，其后又有文字" : "引号结束之后又有文字，无法判断单元格在哪里结束",
                en: isFar
                    ? "the quote that opens on line \(line) is closed here, and text follows it"
                    : "there is text after the closing quote, so there is no telling where the cell ends"),
            help: doubleTheQuotes)
    }

    /// A field that is longer than `RecordLimits.fieldByteCount`; the place is its start.
    static func csvFieldTooLarge(at location: Location) -> Self {
        Self(
            code: "csv-field-too-large", at: location,
            message: Localized(
                zh: "此处开始的单元格超过 \(RecordLimits.fieldByteCount / 1_000_000) MB",
                en: "the cell that starts here is longer than \(RecordLimits.fieldByteCount / 1_000_000) MB"),
            help: Localized(zh: "请检查是否缺少结束的引号", en: "check whether a closing quote is missing"))
    }

    private static var doubleTheQuotes: Localized {
        Localized(
            zh: "请补上结束的引号；单元格中的引号应写两遍（\"\"）",
            en: "close the quote; a quote inside a quoted cell is written twice (\"\")")
    }
}
