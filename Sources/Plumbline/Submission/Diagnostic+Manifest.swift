import Diagnostics

/// What can be wrong with a `submission.yaml`, each worded here and nowhere else.
extension Diagnostic {
    static func noSubmitter(at location: Location) -> Self {
        Self(
            code: "no-submitter", at: location,
            message: Localized(zh: "submitter 没有写出报送者", en: "submitter names nobody"),
            help: Localized(
                zh: "写报送者的主键或名称；文件夹中的全部记录都算时，删去 submitter",
                en: "write the key or label of a record, or remove submitter where every record in the folder is meant"))
    }

    static func listedAndNil(_ table: String, first: Location, at location: Location) -> Self {
        Self(
            code: "listed-and-nil", at: location,
            message: Localized(
                zh: "表“\(table)”既列为已报送（第 \(first.start.line) 行），又列为零报告",
                en: "the table '\(table)' is listed as sent, on line \(first.start.line), and as a nil return"),
            help: Localized(
                zh: "有内容就只写在 tables，没有内容就只写在 nil_returns",
                en: "write it under tables where it has rows, under nil_returns where there is nothing to report"))
    }

    static func badSubmissionPeriod(_ text: String, at location: Location) -> Self {
        Self(
            code: "bad-period", at: location,
            message: Localized(zh: "“\(text)”不是期间", en: "'\(text)' is not a period"),
            help: Localized(zh: "写 2025、2024Q3 或 2024-05", en: "write 2025, 2024Q3 or 2024-05"))
    }

    static func secondManifest(_ file: String, first: String) -> Self {
        Self(
            code: "second-manifest", at: nil,
            message: Localized(
                zh: "“\(first)”和“\(file)”在同一个文件夹中，无法判断以哪个为准",
                en: "'\(first)' and '\(file)' lie in one folder, and there is no telling which of them counts"),
            help: Localized(zh: "删去其中一个", en: "remove one of them"))
    }

    /// A `submission.yaml` that is named as if it held records.
    static func manifestAsData(_ path: String) -> Self {
        let folder = FilePath.folder(of: path)
        let name = folder.isEmpty ? "." : folder
        return Self(
            code: "manifest-as-data", at: nil,
            message: Localized(
                zh: "“\(path)”说明报送了什么，本身不是数据", en: "'\(path)' says what a submission has, and holds no data itself"),
            help: Localized(zh: "写它所在的文件夹：--data \(name)", en: "name its folder: --data \(name)"))
    }

    /// The fault of a name that no table has, or several have, where a `submission.yaml` says it.
    func inManifest(at location: Location) -> Diagnostic {
        var fault = self
        fault.location = location
        if fault.code == "ambiguous-table" {
            fault.help = Localized(zh: "请写词汇表中的表名", en: "write the table's own name, as the vocabulary has it")
        }
        return fault
    }
}
