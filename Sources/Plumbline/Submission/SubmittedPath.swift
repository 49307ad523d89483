/// A path, and how many of its parts, from the right, are told in reports.
struct SubmittedPath {
    let path: String
    private let parts: [Substring]
    private var count: Int

    /// Tells the folder that the user named, unless that says nothing, and what is below it; of a file that was
    /// named by itself its name.
    init(_ path: String, in folder: String? = nil) {
        self.path = path
        parts = Self.parts(of: path)
        guard let folder else {
            count = 1
            return
        }
        let above = Self.parts(of: folder)
        let isNamed = above.last.map { !["", ".."].contains($0) } ?? false
        count = parts.count - above.count + (isNamed ? 1 : 0)
    }

    var name: String { count > 0 ? parts.suffix(count).joined(separator: "/") : "." }

    /// The path with one part more told; nil where all are.
    var longer: SubmittedPath? {
        guard count < parts.count else { return nil }
        var longer = self
        longer.count += 1
        return longer
    }

    /// The folder of a file as seen from a folder above it; empty for a file in that folder itself.
    static func folder(of path: String, below folder: String) -> String {
        parts(of: path).dropFirst(parts(of: folder).count).dropLast().joined(separator: "/")
    }

    /// Without what does not lead anywhere; the first of an absolute path is empty.
    private static func parts(of path: String) -> [Substring] {
        let all = path.split(separator: "/", omittingEmptySubsequences: false)
        return all.enumerated().filter { index, part in part != "." && (index == 0 || !part.isEmpty) }.map(\.element)
    }
}
