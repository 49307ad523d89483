/// Paths as text: joined, taken apart and made short without asking the file system.
enum FilePath {
    /// The path of `relative` as seen from the folder of the file `from`, with `.` and `..` resolved.
    static func resolved(_ relative: String, from file: String) -> String {
        normalised(joined(folder(of: file), relative))
    }

    /// The path of a file as seen from the folder of another; as it stands where only one of them is absolute.
    static func relative(_ path: String, from file: String) -> String {
        guard path.hasPrefix("/") == file.hasPrefix("/") else { return path }
        let own = folder(of: file).split(separator: "/")
        let parts = path.split(separator: "/")
        let shared = zip(own, parts.dropLast()).prefix { $0 == $1 }.count
        guard !own.dropFirst(shared).contains("..") else { return path }
        return (Array(repeating: "..", count: own.count - shared) + parts.dropFirst(shared)).joined(separator: "/")
    }

    static func joined(_ folder: String, _ name: String) -> String {
        if folder.isEmpty || folder == "." { return name }
        return folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
    }

    /// The folder that a path names its file in; empty for a plain name.
    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "" }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    static func name(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
    }

    /// The name without its extension.
    static func stem(of path: String) -> String {
        let name = name(of: path)
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
        return String(name[..<dot])
    }

    /// The extension in lower case, without the dot; empty where there is none.
    static func fileExtension(of path: String) -> String {
        let name = name(of: path)
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
        return name[name.index(after: dot)...].lowercased()
    }

    private static func normalised(_ path: String) -> String {
        var parts: [Substring] = []
        for part in path.split(separator: "/") where part != "." {
            if part == "..", let last = parts.last, last != ".." { parts.removeLast() } else { parts.append(part) }
        }
        let joined = parts.joined(separator: "/")
        return path.hasPrefix("/") ? "/\(joined)" : joined
    }
}
