import Diagnostics

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

extension Diagnostic {
    /// The file cannot be opened or read; `errorNumber` is the system's reason (`errno`).
    static func fileUnreadable(_ name: String, errorNumber: Int32) -> Self {
        let reason = reason(errorNumber)
        return Self(
            code: "file-unreadable", at: nil,
            message: Localized(
                zh: "无法读取文件“\(name)”：\(reason.zh)", en: "the file '\(name)' cannot be read: \(reason.en)"),
            help: help(errorNumber))
    }

    private static func reason(_ errorNumber: Int32) -> Localized {
        switch errorNumber {
        case ENOENT, ENOTDIR: Localized(zh: "没有这个文件或文件夹", en: "there is no such file or folder")
        case EACCES, EPERM: Localized(zh: "没有读取权限", en: "reading it is not permitted")
        case EISDIR: Localized(zh: "这是一个文件夹", en: "it is a folder")
        case EMFILE, ENFILE: Localized(zh: "打开的文件过多", en: "too many files are open")
        default: Localized(zh: "系统错误 \(errorNumber)", en: "system error \(errorNumber)")
        }
    }

    private static func help(_ errorNumber: Int32) -> Localized? {
        switch errorNumber {
        case ENOENT, ENOTDIR: Localized(zh: "请检查路径的拼写", en: "check how the path is written")
        case EACCES, EPERM: Localized(zh: "请为当前用户授予读取权限", en: "give the current user the right to read it")
        case EISDIR: Localized(zh: "请给出文件夹中的一个文件", en: "name a file in the folder")
        default: nil
        }
    }
}
