import Diagnostics

/// The files that a run writes reports to, open before the run begins: a path that cannot be written is told at once.
struct ReportFiles {
    let all: [ReportFile]

    /// - Throws: A fault for each file that cannot be made; none is left behind then.
    init(_ paths: [String]) throws(CommandFailure) {
        all = paths.map { ReportFile($0) }
        // Before the first is opened: opening a pipe that nobody reads can take for ever.
        Interruption.removesFiles(all.compactMap(\.temporaryPath))
        var faults = Diagnostics()
        for file in all { _ = faults.collecting { () throws(Diagnostic) in try file.begin() } }
        guard faults.isEmpty else {
            discard()
            throw CommandFailure(.internalFailure, faults)
        }
    }

    /// Removes what did not become whole.
    func discard() { all.forEach { $0.discard() } }
}
