import Diagnostics
import Plumbline

/// One report on its way: a reporter, and where its bytes go.
struct Report {
    /// Bytes are handed on when at least so many have gathered.
    private static let chunkByteCount = 65_536

    private var reporter: any Reporter
    private let destination: any ReportDestination
    private var buffer = ReportBuffer()
    /// Why the report is not written any further.
    private var fault: Diagnostic?

    init(_ reporter: any Reporter.Type, _ context: ReportContext, to destination: any ReportDestination) {
        self.reporter = reporter.init(context)
        self.destination = destination
    }

    mutating func write(_ findings: [Finding]) {
        guard fault == nil else { return }
        reporter.write(findings, to: &buffer)
        if buffer.bytes.count >= Self.chunkByteCount { handOn() }
    }

    /// Ends the report. One of a run that did not come to its end is whole in its form, but not a whole report: a file
    /// with it is not put into place.
    ///
    /// - Throws: The first fault in writing the report, also one of long ago.
    mutating func finish(_ totals: RunTotals) throws(Diagnostic) {
        if fault == nil {
            reporter.finish(totals, to: &buffer)
            handOn()
        }
        if let fault { throw fault }
        if totals.fault == nil { try destination.finish() }
    }

    private mutating func handOn() {
        do throws(Diagnostic) {
            try destination.write(buffer.drain())
        } catch {
            fault = error
        }
    }
}
