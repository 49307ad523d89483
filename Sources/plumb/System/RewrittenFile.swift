import Diagnostics
import Plumbline

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A file of the user's that is written anew: whole or not at all, with the rights that it had, links followed.
struct RewrittenFile {
    private let name: String
    private let place: String

    init(_ path: String) {
        name = path
        place = RealPath.of(path)
    }

    func write(_ bytes: [UInt8]) throws(Diagnostic) {
        var status = stat()
        guard stat(place, &status) == 0, access(place, W_OK) == 0 else { throw .fileUnwritable(name, .last) }
        let temporary = "\(place).partial-\(getpid())"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, status.st_mode & 0o777)
        guard descriptor >= 0 else { throw .fileUnwritable(name, .last) }
        _ = fchmod(descriptor, status.st_mode & 0o777)
        var failure: SystemError?
        do throws(SystemError) {
            try OpenFile(descriptor: descriptor).send(bytes)
        } catch {
            failure = error
        }
        if close(descriptor) != 0 { failure = failure ?? .last }
        if failure == nil, rename(temporary, place) != 0 { failure = .last }
        guard let failure else { return }
        _ = unlink(temporary)
        throw .fileUnwritable(name, failure)
    }
}
