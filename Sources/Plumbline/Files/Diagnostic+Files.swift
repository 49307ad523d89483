import Diagnostics

/// What can be wrong with files and folders themselves, each worded here and nowhere else.
extension Diagnostic {
    static func folderUnreadable(_ path: String, _ error: SystemError) -> Self {
        Self(
            code: "folder-unreadable", at: nil,
            message: Localized(
                zh: "无法列出文件夹“\(path)”：\(error.reason.zh)", en: "the folder '\(path)' cannot be listed: \(error.reason.en)"),
            help: Localized(zh: "请检查读取权限", en: "check the right to read it"))
    }

    static func fileTooLarge(_ path: String, limit: Int) -> Self {
        Self(
            code: "file-too-large", at: nil,
            message: Localized(
                zh: "文件“\(path)”超过 \(limit / 1_000_000) MB", en: "the file '\(path)' has more than \(limit / 1_000_000) MB"),
            help: Localized(zh: "这类文件应当小得多，请检查是否给错了文件", en: "files of this sort are far smaller; is it the right one?"))
    }
}
