import Diagnostics
import Plumbline

/// What a stranger may write into a cell, a header or a file's name.
extension SampleRun {
    static let hostileTexts = [
        "\u{1B}[31m红\u{1B}[0m\u{07}", "换\n行\r\t格", "\"引号\" \\ 和 '单引号'", "::error file=x::CI", "##[error]CI ##vso[x]",
        "左\u{202E}右\u{2066}左\u{200F}\u{061C}", "行\u{2028}段\u{2029}\u{0}\u{85}\u{FEFF}", "=HYPERLINK(\"http://x\")", "🏥👩‍⚕️é e\u{301}",
        String(repeating: "非常长的机构名称", count: 40),
    ]

    static func hostile() throws -> SampleRun {
        var run = try SampleRun()
        for (row, text) in zip(1..., hostileTexts) {
            var finding = unmeasured(.unreadable, row: row, text: text)
            finding.record = RecordReference(
                table: "institution", key: text, label: text, address: RecordAddress(file: text, row: row, line: row + 1))
            finding.evidence[0].column = text
            run.add(finding)
            run.totals.files.append(ReadFile(file: text, table: "institution", records: 1))
            run.totals.skippedFiles.append(SkippedFile(file: text, reason: Localized(same: text)))
            run.totals.dataProblems.append(
                DataProblem(
                    code: "unreadable-cell", table: "institution", file: text, address: finding.record.address,
                    column: text, text: text, message: Localized(same: text)))
        }
        return run
    }
}

/// Whether a terminal would act on the code point rather than draw it.
func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
}
