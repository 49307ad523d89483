public import Diagnostics

/// Something in what was submitted that keeps it from being read as meant. It never is a finding
/// against the plan, but stands beside the findings that rest on it.
public struct DataProblem: Hashable, Sendable {
    /// The stable name of the problem; the wordings in `DataProblem+Wording` list those of this layer.
    public var code: DiagnosticCode
    /// The table that the file was read as.
    public var table: String
    /// The file, as the user named it.
    public var file: String
    /// The record's number and line; nil where the whole file is meant.
    public var address: RecordAddress?
    /// The column's header as submitted, where one column is meant.
    public var column: String?
    /// The cell's text as submitted; masked where the field is sensitive.
    public var text: String?
    /// What is wrong, and what becomes of it.
    public var message: Localized

    public init(
        code: DiagnosticCode, table: String, file: String, address: RecordAddress? = nil, column: String? = nil,
        text: String? = nil, message: Localized
    ) {
        self.code = code
        self.table = table
        self.file = file
        self.address = address
        self.column = column
        self.text = text
        self.message = message
    }
}
