import Diagnostics

/// Where the bytes of a report go.
protocol ReportDestination {
    func write(_ bytes: [UInt8]) throws(Diagnostic)

    /// Called once, after the last bytes; the report is whole.
    func finish() throws(Diagnostic)
}
