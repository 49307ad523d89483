import Diagnostics

/// The mappings of a submission: those that the user names hold for all data, a `mapping.yaml` in a folder holds for what
/// lies in that folder and below it, and one beside the rules for files of which none of these speaks.
struct SubmittedMappings {
    private struct Found {
        var mapping: DataMapping
        /// The folder that the file lies in; nil where it holds for all data.
        var folder: String?
        /// What goes before: the user's word, then the nearest folder's, then that of the rules.
        var rank: Int
        /// The files that its entries were taken for, by their places.
        var used: Set<Int> = []
    }

    private let loader: DataMappingLoader
    private var found: [Found] = []
    private var read: Set<FileStatus.Identity> = []
    /// Whether a folder was looked through, so that a file which nobody found is not there.
    private var hasFolder = false

    init(vocabulary: Vocabulary) { loader = DataMappingLoader(vocabulary: vocabulary) }

    /// Takes a mapping that the user names; its faults are reported.
    mutating func add(_ path: String, _ diagnostics: inout Diagnostics) { load(path, called: path, in: nil, rank: .max, &diagnostics) }

    /// Takes a mapping that lies beside the rules.
    mutating func addOfRuleset(_ path: String, _ diagnostics: inout Diagnostics) { load(path, called: path, in: nil, rank: -1, &diagnostics) }

    /// Takes the mappings that lie in a folder or below it, before any of its files is looked at.
    mutating func begin(_ folder: String, _ entries: [Folder.Entry], _ diagnostics: inout Diagnostics) {
        hasFolder = true
        var names: [String: String] = [:]
        for case .file(let path) in entries where DataMappingLoader.isMapping(path) {
            let (place, name) = (FilePath.folder(of: path), SubmittedPath(path, in: folder).name)
            if let first = names[place] {
                diagnostics.append(.secondMapping(name, first: first))
            } else {
                names[place] = name
                load(path, called: name, in: place, rank: place.utf8.count, &diagnostics)
            }
        }
    }

    /// What is said of a file: by what the user named, or else by the nearest folder.
    mutating func mapping(of file: SubmittedFile) -> FileMapping? {
        guard !file.isStandardInput else { return nil }
        let name = FilePath.name(of: file.path)
        let order = found.indices.sorted { found[$0].rank > found[$1].rank }
        for place in order {
            guard let path = path(of: file, below: found[place].folder),
                  let entry = found[place].mapping.files.firstIndex(where: { $0.fits(name: name, path: path) })
            else { continue }
            found[place].used.insert(entry)
            return found[place].mapping.files[entry]
        }
        return nil
    }

    /// The entries that speak of files which did not come.
    var problems: [DataProblem] {
        guard hasFolder else { return [] }
        return found.flatMap { found in
            found.mapping.files.indices.filter { !found.used.contains($0) }.map { DataProblem.mappedFileMissing(found.mapping.files[$0]) }
        }
    }
}

private extension SubmittedMappings {
    mutating func load(_ path: String, called name: String, in folder: String?, rank: Int, _ diagnostics: inout Diagnostics) {
        if let identity = FileStatus(path)?.identity, !read.insert(identity).inserted { return }
        do throws(Diagnostics) {
            found.append(Found(mapping: try loader.load(path, called: name), folder: folder, rank: rank))
        } catch {
            diagnostics.append(error)
        }
    }

    /// A file's path below a mapping's folder, or below the folder that the user named; nil for one that lies elsewhere.
    func path(of file: SubmittedFile, below folder: String?) -> String? {
        guard let folder = folder ?? file.folder else { return FilePath.name(of: file.path) }
        let isBelow = folder.isEmpty || file.path.hasPrefix(folder.hasSuffix("/") ? folder : "\(folder)/")
        guard isBelow || folder == file.folder else { return nil }
        let below = SubmittedPath.folder(of: file.path, below: folder)
        return below.isEmpty ? FilePath.name(of: file.path) : "\(below)/\(FilePath.name(of: file.path))"
    }
}
