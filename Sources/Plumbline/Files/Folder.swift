import Diagnostics

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A folder of the file system, listed in a stable order.
struct Folder {
    /// Deeper folders are not looked into, which also ends chains of links.
    private static let deepest = 16

    let path: String

    /// Nil where the path is no folder, or is not there.
    init?(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return nil }
        self.path = path
    }

    /// The paths of the files in the folder itself, sorted by name; hidden ones left out.
    func files() throws(Diagnostic) -> [String] {
        try names().map { FilePath.joined(path, $0) }.filter { Folder($0) == nil }
    }

    /// The paths of all files in the folder and below it, sorted; hidden ones left out.
    func filesBelow(depth: Int = 0) throws(Diagnostic) -> [String] {
        var found: [String] = []
        for name in try names() {
            let path = FilePath.joined(path, name)
            if let folder = Folder(path) {
                if depth < Self.deepest { found += try folder.filesBelow(depth: depth + 1) }
            } else {
                found.append(path)
            }
        }
        return found
    }

    private func names() throws(Diagnostic) -> [String] {
        guard let directory = opendir(path) else { throw .folderUnreadable(path, errorNumber: errno) }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
