import Diagnostics
import Plumbline

/// What a file that was not read most likely is, by its name.
extension SkippedFile {
    /// Whether somebody most likely sent it as data: a workbook, or a table that could not be read.
    var isLikelyData: Bool {
        isWorkbook || isBrokenJSON || hasEnding(["csv", "tsv", "jsonl", "ndjson", "doc", "docx", "pdf", "zip", "rar", "7z"])
    }

    /// JSON is written for much else than data; what cannot be told for anything else may have been meant as data.
    private var isBrokenJSON: Bool { hasEnding(["json"]) && fault != nil && fault != "json-not-a-table" }

    /// Whether it is a workbook, which can be saved as CSV.
    var isWorkbook: Bool { hasEnding(["xlsx", "xls", "xlsm", "xlsb", "et", "ods", "numbers"]) }

    private func hasEnding(_ endings: [String]) -> Bool {
        let name = file.lowercased()
        return endings.contains { name.hasSuffix(".\($0)") }
    }
}
