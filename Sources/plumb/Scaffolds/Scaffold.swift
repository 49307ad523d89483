import Diagnostics

/// Something to begin from: files with what has to be filled in, and a case that fails until it is.
protocol Scaffold {
    /// The files to write, by their paths below the folder that the user names.
    var files: [(path: String, text: String)] { get }

    /// What to do next.
    var nextSteps: Localized { get }
}
