import Diagnostics

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

extension Diagnostic {
    /// The file cannot be opened or read.
    static func fileUnreadable(_ name: String, _ error: SystemError) -> Self {
        let reason = error.reason
        return Self(
            code: "file-unreadable", at: nil,
            message: Localized(
                zh: "无法读取文件“\(name)”：\(reason.zh)", en: "the file '\(name)' cannot be read: \(reason.en)"),
            help: help(error))
    }

    private static func help(_ error: SystemError) -> Localized? {
        switch error.number {
        case ENOENT, ENOTDIR: Localized(zh: "请检查路径的拼写", en: "check how the path is written")
        case EACCES, EPERM: Localized(zh: "请为当前用户授予读取权限", en: "give the current user the right to read it")
        case EISDIR: Localized(zh: "请给出文件夹中的一个文件", en: "name a file in the folder")
        default: nil
        }
    }
}
