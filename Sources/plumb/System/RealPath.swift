#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Where a path leads, written in the one way that all spellings of it share.
enum RealPath {
    /// With links followed, from the root on. Of a file that is not there yet its folder is looked up; where that is
    /// not there either, the path stays as it is.
    static func of(_ path: String) -> String {
        if let real = existing(path) { return real }
        let (folder, name) = split(path)
        guard let real = existing(folder) else { return path }
        return real.hasSuffix("/") ? real + name : "\(real)/\(name)"
    }

    private static func existing(_ path: String) -> String? {
        guard let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        return String(cString: real)
    }

    private static func split(_ path: String) -> (folder: String, name: String) {
        guard let slash = path.lastIndex(of: "/") else { return (".", path) }
        return (String(path[...slash]), String(path[path.index(after: slash)...]))
    }
}
