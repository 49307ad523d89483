import Diagnostics
import Plumbline

/// What can be wrong with what a command writes to, each worded here and nowhere else.
extension Diagnostic {
    static func reportWithoutPath(_ text: String, formats: [String]) -> Self {
        let format = formats.last ?? ""
        return Self(
            code: "report-without-path", at: nil,
            message: Localized(zh: "--report“\(text)”不是“格式=文件”", en: "--report needs FORMAT=FILE, and '\(text)' is not"),
            help: Localized(zh: "例如 --report \(format)=report.\(format)", en: "for example --report \(format)=report.\(format)"))
    }

    static func reportOverInput(_ path: String, of input: String) -> Self {
        Self(
            code: "report-over-input", at: nil,
            message: Localized(
                zh: "报告“\(path)”会覆盖输入“\(input)”中的文件", en: "the report '\(path)' would be written over a file of the input '\(input)'"),
            help: Localized(zh: "请把报告写到数据和规则之外", en: "write the report outside the data and the rules"))
    }

    static func reportPathTwice(_ path: String, _ other: String) -> Self {
        let names =
            path == other
            ? Localized(zh: "“\(path)”", en: "'\(path)'")
            : Localized(zh: "同一个文件（“\(path)”和“\(other)”）", en: "one file, '\(path)' and '\(other)'")
        return Self(
            code: "report-path-twice", at: nil,
            message: Localized(zh: "两份报告都要写入\(names.zh)", en: "two reports would be written to \(names.en)"),
            help: Localized(zh: "请为每份报告另起文件名", en: "give each report a file of its own"))
    }

    static func reportUnwritable(_ path: String, _ error: SystemError) -> Self {
        Self(
            code: "report-unwritable", at: nil,
            message: Localized(
                zh: "报告无法写入“\(path)”：\(error.reason.zh)", en: "the report '\(path)' cannot be written: \(error.reason.en)"),
            help: Localized(
                zh: "先建好文件夹，并检查写入权限；或写到别处", en: "make its folder first, and check the right to write there; or write it elsewhere"))
    }

    static func fileUnwritable(_ path: String, _ error: SystemError) -> Self {
        Self(
            code: "file-unwritable", at: nil,
            message: Localized(
                zh: "文件“\(path)”无法改写：\(error.reason.zh)", en: "the file '\(path)' cannot be rewritten: \(error.reason.en)"))
    }

    static func outputUnwritable(_ error: SystemError) -> Self {
        Self(
            code: "output-unwritable", at: nil,
            message: Localized(
                zh: "无法写入标准输出：\(error.reason.zh)", en: "the standard output cannot be written: \(error.reason.en)"))
    }

    static func fileExists(_ path: String) -> Self {
        Self(
            code: "file-exists", at: nil, message: Localized(zh: "文件 \(path) 已经存在", en: "the file \(path) is there already"),
            help: Localized(zh: "换一个名称，或用 --in 写到别的文件夹", en: "choose another name, or another folder with --in"))
    }

    static func noFolderForDocs() -> Self {
        Self(
            code: "no-folder", at: nil, message: Localized(zh: "没有给出写入的文件夹", en: "no folder is given to write to"),
            help: Localized(zh: "写 --out 文件夹", en: "write --out FOLDER"))
    }
}
