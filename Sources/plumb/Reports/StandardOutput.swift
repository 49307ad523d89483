import Diagnostics
import Plumbline

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A report on stdout.
struct StandardOutput: ReportDestination {
    /// What may stand on the same terminal, and goes away before anything is printed.
    var progress: ProgressBar?

    /// A reader that has seen enough and went away, as `head` does, is no fault.
    func write(_ bytes: [UInt8]) throws(Diagnostic) {
        progress?.clear()
        do throws(SystemError) {
            try OpenFile.standardOutput.send(bytes)
        } catch {
            if error.number != EPIPE { throw .outputUnwritable(error) }
        }
    }

    func finish() throws(Diagnostic) {}
}
