import Diagnostics

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// What the system answers where it refuses, by its number (`errno`).
struct SystemError: Error {
    let number: Int32

    /// The refusal of the call before.
    static var last: SystemError { SystemError(number: errno) }

    /// The reason in words.
    var reason: Localized {
        switch number {
        case ENOENT, ENOTDIR: Localized(zh: "没有这个文件夹", en: "there is no such folder")
        case EACCES, EPERM, EROFS: Localized(zh: "没有写入权限", en: "writing there is not permitted")
        case EISDIR: Localized(zh: "这是一个文件夹", en: "it is a folder")
        case ENOSPC, EDQUOT: Localized(zh: "磁盘已满", en: "the disk is full")
        case EFBIG: Localized(zh: "文件过大", en: "the file grows too large")
        case ENAMETOOLONG: Localized(zh: "文件名过长", en: "the name is too long")
        default: Localized(zh: "系统错误 \(number)", en: "system error \(number)")
        }
    }
}
