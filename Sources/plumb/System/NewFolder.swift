import Diagnostics
import Plumbline

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Makes folders.
enum NewFolder {
    /// Makes the folders that a file lies in, as far as they are not there.
    static func make(above path: String) throws(Diagnostic) {
        let names = path.split(separator: "/", omittingEmptySubsequences: true).dropLast()
        // Most often it is there, or all above it are.
        let nearest = (path.hasPrefix("/") ? "/" : "./") + names.joined(separator: "/")
        guard mkdir(nearest, 0o777) != 0, errno != EEXIST else { return }
        var folder = path.hasPrefix("/") ? "" : "."
        for name in names {
            folder += "/\(name)"
            guard mkdir(folder, 0o777) != 0, errno != EEXIST else { continue }
            throw .reportUnwritable(folder, .last)
        }
    }
}
