public import Diagnostics

/// A row, or the header, that is not as it should be but does not keep the file from being read.
public struct RowProblem: Hashable, Sendable {
    /// What sort of problem it is, such as `row-too-short`.
    public var code: DiagnosticCode
    /// The row; row 0 is the header.
    public var address: RowAddress
    /// The number of the column from 1, where one is at fault and columns have numbers.
    public var column: Int?
    /// The text of the header or key, where one is at fault.
    public var header: String?
    /// What is wrong, as a clause without the address.
    public var message: Localized

    /// The code of a row in which no cell holds anything: what reads records leaves such a row out.
    public static let blankRowCode: DiagnosticCode = "blank-row"

    /// The code of a row that ends before the header does.
    public static let shortRowCode: DiagnosticCode = "row-too-short"

    /// The code of a row whose cells most likely do not stand under their headers: of such a row only the key is believed, wherever its
    /// columns stand, for without it nobody could say whose row it is.
    public static let shiftedRowCode: DiagnosticCode = "row-too-long"

    /// A problem at an address, and in a column where one is at fault.
    public init(
        code: DiagnosticCode, at address: RowAddress, column: Int? = nil, header: String? = nil, message: Localized
    ) {
        self.code = code
        self.address = address
        self.column = column
        self.header = header
        self.message = message
    }
}
