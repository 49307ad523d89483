public import Diagnostics

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// What the system answers where it refuses to open, list, read or write a file.
public struct SystemError: Error, Hashable, Sendable {
    /// The system's number for it (`errno`).
    public let number: Int32

    public init(number: Int32) { self.number = number }

    /// The refusal of the call before.
    public static var last: SystemError { SystemError(number: errno) }

    /// The reason in words, as a clause after a colon.
    public var reason: Localized {
        switch number {
        case ENOENT, ENOTDIR: Localized(zh: "没有这个文件或文件夹", en: "there is no such file or folder")
        case EACCES, EPERM: Localized(zh: "没有权限", en: "it is not permitted")
        case EROFS: Localized(zh: "该位置只能读取", en: "the place can only be read")
        case EISDIR: Localized(zh: "这是一个文件夹", en: "it is a folder")
        case EMFILE, ENFILE: Localized(zh: "打开的文件过多", en: "too many files are open")
        case ELOOP: Localized(zh: "链接循环", en: "its links lead in a circle")
        case ENOSPC, EDQUOT: Localized(zh: "磁盘已满", en: "the disk is full")
        case EFBIG: Localized(zh: "文件过大", en: "the file grows too large")
        case ENAMETOOLONG: Localized(zh: "文件名过长", en: "the name is too long")
        default: Localized(zh: "系统错误 \(number)", en: "system error \(number)")
        }
    }
}
