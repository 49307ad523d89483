import Diagnostics

extension Diagnostic {
    /// A byte that no UTF-8 character has at this place; also a character that is cut off, an overlong form
    /// and a surrogate.
    static func badUTF8(_ byte: UInt8, at location: Location) -> Self {
        let hex = (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        return Self(
            code: "bad-utf8", at: location,
            message: Localized(zh: "字节 \(hex) 不是有效的 UTF-8 编码", en: "the byte \(hex) is not valid UTF-8"),
            help: Localized(
                zh: "文件可能采用 GBK（GB18030）编码；\(saveAsUTF8.zh)",
                en: "the file is perhaps in GBK (GB18030); \(saveAsUTF8.en)"))
    }

    /// The file starts with the byte order mark of UTF-16.
    static func utf16(at location: Location) -> Self {
        Self(
            code: "utf16-file", at: location,
            message: Localized(zh: "文件采用 UTF-16 编码，而不是 UTF-8", en: "the file is in UTF-16, not in UTF-8"),
            help: saveAsUTF8)
    }

    /// A NUL, which no text has: most often the file is binary, or text in UTF-16.
    static func nulByte(at location: Location) -> Self {
        Self(
            code: "nul-byte", at: location,
            message: Localized(zh: "文件含有空字符（NUL），不是文本文件", en: "the file holds a NUL byte, so it is not a text file"),
            help: saveAsUTF8)
    }

    /// A row or line that is longer than `RecordLimits.rowByteCount`.
    static func rowTooLarge(at location: Location) -> Self {
        Self(
            code: "row-too-large", at: location,
            message: Localized(
                zh: "这一行超过 \(RecordLimits.rowByteCount / 1_000_000) MB",
                en: "this row is longer than \(RecordLimits.rowByteCount / 1_000_000) MB"),
            help: Localized(zh: "请检查此处的换行和引号", en: "check the line breaks and quotes from here on"))
    }

    /// More columns than `RecordLimits.columnCount`.
    static func tooManyColumns(at location: Location) -> Self {
        Self(
            code: "too-many-columns", at: location,
            message: Localized(
                zh: "列数超过 \(RecordLimits.columnCount)", en: "there are more than \(RecordLimits.columnCount) columns"),
            help: Localized(zh: "请把数据拆分为列数较少的文件", en: "split the data into files with fewer columns"))
    }

    private static var saveAsUTF8: Localized {
        Localized(
            zh: "请把文件另存为 UTF-8 编码，例如在 Excel 中选择“CSV UTF-8（逗号分隔）”",
            en: "save the file as UTF-8; in Excel, choose 'CSV UTF-8 (Comma delimited)'")
    }
}
