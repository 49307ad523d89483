import Diagnostics
import Plumbline

/// Mends in the files what has one mend only, and looks again, until nothing is left that is certain.
struct RuleMending {
    /// What there is to mend, as the files are now.
    let faults: () -> Diagnostics

    /// One mend may show the next fault of a line; files that need more rounds are not meant to be rules.
    private static let mostRounds = 100

    /// - Returns: What was mended, in the order in which it was.
    /// - Throws: The fault of a file that cannot be read again, or written.
    func mend() throws(Diagnostic) -> [Mend] {
        var all: [Mend] = []
        for _ in 0..<Self.mostRounds {
            let made = try mendOnce()
            if made.isEmpty { break }
            all += made
        }
        return all
    }

    private func mendOnce() throws(Diagnostic) -> [Mend] {
        let mends = faults().sorted.compactMap(\.mend)
        var made: [Mend] = []
        for file in Set(mends.map(\.file)).sorted() {
            let source = try TextFile.read(file)
            let mended = source.mended(by: mends.filter { $0.file == file })
            guard !mended.made.isEmpty else { continue }
            try RewrittenFile(file).write(mended.bytes)
            made += mended.made
        }
        return made
    }
}

extension Mend {
    /// `rules.yaml:7:14: requird → required`.
    var words: Localized {
        let place = TerminalText.escaped("\(file):\(start.line):\(start.column): ")
        let (old, new) = (TerminalText.escaped(original), TerminalText.escaped(replacement))
        return Localized(zh: "\(place)“\(old)”改为“\(new)”", en: "\(place)'\(old)' became '\(new)'")
    }
}
