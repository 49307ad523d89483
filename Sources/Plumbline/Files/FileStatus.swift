#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// What the system says of a path, links followed.
struct FileStatus {
    /// A file or folder itself, by whatever path and through whichever links it is reached.
    struct Identity: Hashable {
        let device: UInt64
        let inode: UInt64
    }

    enum Kind {
        case folder
        case regular
        /// A pipe, a device or a socket.
        case special
    }

    let identity: Identity
    let kind: Kind

    /// Nil where the path leads to nothing.
    init?(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        identity = Identity(device: UInt64(truncatingIfNeeded: status.st_dev), inode: UInt64(status.st_ino))
        switch status.st_mode & S_IFMT {
        case S_IFDIR: kind = .folder
        case S_IFREG: kind = .regular
        default: kind = .special
        }
    }
}
