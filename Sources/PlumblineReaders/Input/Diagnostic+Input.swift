import Diagnostics
import Plumbline

extension Diagnostic {
    /// A byte that no UTF-8 character has at this place; also a character that is cut off, an overlong form
    /// and a surrogate.
    static func badUTF8(_ byte: UInt8, at location: Location) -> Self {
        let hex = hex(byte)
        return Self(
            code: "bad-utf8", at: location,
            message: Localized(zh: "字节 \(hex) 不是有效的 UTF-8 编码", en: "the byte \(hex) is not valid UTF-8"),
            help: Localized(
                zh: "文件可能不完整或已损坏；\(saveAsUTF8.zh)", en: "the file is perhaps cut short or damaged; \(saveAsUTF8.en)"))
    }

    /// A byte that no character has in the encoding that the file turned out to have.
    static func undecodable(_ byte: UInt8, in encoding: TextEncoding, at location: Location) -> Self {
        let (hex, title) = (hex(byte), title(encoding))
        return Self(
            code: encoding == .gb18030 ? "bad-gb18030" : "bad-utf16", at: location,
            message: encoding == .gb18030
                ? Localized(
                    zh: "文件不是 UTF-8 编码，而按 GB18030 读取时，字节 \(hex) 无效",
                    en: "the file is not in UTF-8, and read as GB18030 the byte \(hex) is not valid")
                : Localized(zh: "字节 \(hex) 不是有效的 \(title) 编码", en: "the byte \(hex) is not valid \(title)"),
            help: saveAsUTF8)
    }

    /// An encoding that the system has no converter for.
    static func encodingUnsupported(_ encoding: TextEncoding, _ name: String) -> Self {
        Self(
            code: "encoding-unsupported", at: nil,
            message: Localized(
                zh: "文件“\(name)”采用 \(title(encoding)) 编码，而本系统不能转换",
                en: "the file '\(name)' is in \(title(encoding)), which this system cannot convert"),
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

    private static func hex(_ byte: UInt8) -> String { (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true) }

    private static func title(_ encoding: TextEncoding) -> String {
        switch encoding {
        case .utf8: "UTF-8"
        case .gb18030: "GB18030"
        case .utf16LittleEndian, .utf16BigEndian: "UTF-16"
        }
    }

    private static var saveAsUTF8: Localized {
        Localized(
            zh: "请把文件另存为 UTF-8 编码，例如在 Excel 中选择“CSV UTF-8（逗号分隔）”",
            en: "save the file as UTF-8; in Excel, choose 'CSV UTF-8 (Comma delimited)'")
    }
}
