/// What reports call a submitted file: the same wherever the submission lies on a machine.
enum SubmittedName {
    /// `suining-2025/county/a.csv` for a file in the folder `…/suining-2025`, `a.csv` for a file by itself.
    static func of(_ path: String, in folder: String?) -> String {
        guard let folder else { return FilePath.name(of: path) }
        let base = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
        let rest = path.hasPrefix("\(base)/") ? String(path.dropFirst(base.count + 1)) : path
        let name = FilePath.name(of: base)
        return name.isEmpty || name == "." || name == ".." ? rest : FilePath.joined(name, rest)
    }
}
