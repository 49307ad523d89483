public import Diagnostics

/// How what came differs from what a `submission.yaml` says, each worded here and nowhere else.
extension DataProblem {
    static func listedNotSent(_ mention: SubmissionManifest.Mention, by manifest: SubmissionManifest) -> Self {
        Self(
            code: .listedNotSent, table: mention.name, file: manifest.file, address: manifest.address(of: mention),
            message: Localized(
                zh: "列出了表“\(mention.name)”，但其文件夹中没有读到该表的文件；没有内容可报时，请列在 nil_returns",
                en: "it lists the table '\(mention.name)', but no file of it was found in its folder; "
                    + "where there is nothing to report, list it under nil_returns"))
    }

    static func sentNotListed(_ file: Submission.File, by manifest: SubmissionManifest) -> Self {
        Self(
            code: "sent-not-listed", table: file.table, file: file.source.name,
            message: Localized(
                zh: "\(manifest.file) 没有列出这个文件的表“\(file.table)”；请在 tables 中补上，或核对文件是否属于这次报送",
                en: "\(manifest.file) does not list this file's table '\(file.table)'; "
                    + "add it under tables, or check whether the file belongs to the submission"))
    }

    static func nilReturnSent(_ file: Submission.File, by manifest: SubmissionManifest) -> Self {
        Self(
            code: "nil-return-sent", table: file.table, file: file.source.name,
            message: Localized(
                zh: "\(manifest.file) 把表“\(file.table)”列为零报告，但这个文件有记录；请改列在 tables",
                en: "\(manifest.file) has the table '\(file.table)' as a nil return, but this file holds records; list it under tables"))
    }
}

extension DiagnosticCode {
    /// A table that a manifest lists, and of which no file came.
    public static let listedNotSent: Self = "listed-not-sent"
}

private extension SubmissionManifest {
    func address(of mention: Mention) -> RecordAddress {
        RecordAddress(file: file, row: 0, line: mention.location.start.line)
    }
}
