import Plumbline

/// What a file that was not read most likely is, by its name.
extension SkippedFile {
    /// Whether somebody most likely sent it as data: a workbook, or a table that could not be read.
    var isLikelyData: Bool { isWorkbook || hasEnding(["csv", "tsv", "jsonl", "ndjson", "doc", "docx", "pdf", "zip", "rar", "7z"]) }

    /// Whether it is a workbook, which can be saved as CSV.
    var isWorkbook: Bool { hasEnding(["xlsx", "xls", "xlsm", "xlsb", "et", "ods", "numbers"]) }

    private func hasEnding(_ endings: [String]) -> Bool {
        let name = file.lowercased()
        return endings.contains { name.hasSuffix(".\($0)") }
    }
}
