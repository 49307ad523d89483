import Diagnostics

/// The files that a run writes reports to, open before the run begins: a path that cannot be written is told at once.
struct ReportFiles {
    let all: [ReportFile]

    /// - Throws: A usage fault for each file that cannot be made; none is left behind then.
    init(_ paths: [String]) throws(CommandFailure) {
        let interruption = Interruption()
        var faults = Diagnostics()
        all = paths.compactMap { path in faults.collecting { () throws(Diagnostic) in try ReportFile(path) } }
        interruption.removeFilesWhenItComes(all.compactMap(\.temporaryPath))
        guard faults.isEmpty else {
            discard()
            throw CommandFailure(.usage, faults)
        }
    }

    /// Removes what did not become whole.
    func discard() { all.forEach { $0.discard() } }
}
