/// What reports call submitted files: the same wherever the submission lies on a machine, and no two files alike.
///
/// A file by itself is called `a.csv`, one in the folder `…/suining-2025` is called `suining-2025/county/a.csv`. Where
/// that leaves two files with one name, each is called by one folder more, until they differ.
struct SubmittedNames {
    private let names: [String: String]

    /// - Parameter files: The files by their paths, each with the folder that it was found in, if any.
    init(_ files: [(path: String, folder: String?)]) {
        var paths: [String: SubmittedPath] = [:]
        for file in files { paths[file.path] = SubmittedPath(file.path, in: file.folder) }
        while true {
            let alike = Dictionary(grouping: paths.values, by: \.name).values.filter { $0.count > 1 }.joined()
            let longer = alike.compactMap(\.longer)
            guard !longer.isEmpty else { break }
            for path in longer { paths[path.path] = path }
        }
        names = paths.mapValues(\.name)
    }

    /// - Parameter path: One of the paths that the names were made for.
    func name(of path: String) -> String { names[path] ?? path }
}
