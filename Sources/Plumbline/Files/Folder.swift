import Diagnostics

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A folder of the file system, listed in a stable order; what is hidden is left out.
struct Folder {
    /// Something in a folder or below it.
    enum Entry {
        /// A file, or a link that leads nowhere.
        case file(String)
        /// A pipe, a device or a socket, reading which could take for ever.
        case special(String)
        /// A link to a folder that was come by before, whose path follows.
        case repeated(String, of: String)
    }

    let path: String

    /// Nil where the path is no folder, or is not there.
    init?(_ path: String) {
        guard FileStatus(path)?.kind == .folder else { return nil }
        self.path = path
    }

    /// The paths of the files in the folder itself, sorted; without pipes and devices.
    func files() throws(Diagnostic) -> [String] {
        try paths().filter { FileStatus($0).map { $0.kind == .regular } ?? true }
    }

    /// The name of the file, of those in the folder where a path leads to nothing, that the path was most likely meant to name.
    static func nearestFile(to path: String) -> String? {
        let folder = FilePath.folder(of: path)
        guard let files = try? Folder(folder.isEmpty ? "." : folder)?.files() else { return nil }
        return NearestName.to(FilePath.name(of: path), among: files.map { FilePath.name(of: $0) })
    }

    /// Everything in the folder and below it, sorted, but for the folders themselves. Each folder is looked into
    /// once, however many links lead to it.
    func entriesBelow() throws(Diagnostic) -> [Entry] {
        var visited: [FileStatus.Identity: String] = [:]
        if let identity = FileStatus(path)?.identity { visited[identity] = path }
        return try entries(&visited)
    }
}

private extension Folder {
    func entries(_ visited: inout [FileStatus.Identity: String]) throws(Diagnostic) -> [Entry] {
        var entries: [Entry] = []
        for path in try paths() {
            let status = FileStatus(path)
            switch status?.kind {
            case .regular, nil: entries.append(.file(path))
            case .special: entries.append(.special(path))
            case .folder:
                guard let identity = status?.identity, let folder = Folder(path) else { continue }
                if let first = visited[identity] {
                    entries.append(.repeated(path, of: first))
                } else {
                    visited[identity] = path
                    entries += try folder.entries(&visited)
                }
            }
        }
        return entries
    }

    func paths() throws(Diagnostic) -> [String] {
        guard let directory = opendir(path) else { throw .folderUnreadable(path, .last) }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { FilePath.joined(path, $0) }
    }
}
