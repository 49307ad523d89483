import Diagnostics
import Plumbline

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A report in a file, which appears under its name only when it is whole.
///
/// Until then a temporary file beside it takes the bytes. A pipe or a device, such as `/dev/null`, is written to as
/// it stands.
final class ReportFile: ReportDestination {
    /// The path as the user wrote it.
    private let name: String
    /// The path to rename to; nil where the file is written to as it stands.
    private let target: String?
    /// The path of the temporary file; nil where there is none.
    let temporaryPath: String?
    /// Nil before the file is opened, and after it is closed.
    private var file: OpenFile?

    /// Nothing is opened or made yet.
    init(_ path: String) {
        name = path
        target = Self.target(of: path)
        temporaryPath = target.map { "\($0).partial-\(getpid())" }
    }

    /// The path to appear under, with links followed; nil where the file is written to as it stands.
    var place: String? { target.map(RealPath.of) }

    /// Makes the temporary file; called once, before anything is written.
    ///
    /// - Throws: A `Diagnostic` where no file can be made there.
    func begin() throws(Diagnostic) {
        let flags = temporaryPath == nil ? O_WRONLY : O_WRONLY | O_CREAT | O_EXCL
        let descriptor = open(temporaryPath ?? name, flags | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw .reportUnwritable(name, .last) }
        file = OpenFile(descriptor: descriptor)
    }

    func write(_ bytes: [UInt8]) throws(Diagnostic) {
        do throws(SystemError) {
            try file?.send(bytes)
        } catch {
            // A pipe whose reader has seen enough.
            if error.number != EPIPE { throw .reportUnwritable(name, error) }
        }
    }

    func finish() throws(Diagnostic) {
        guard let file else { return }
        self.file = nil
        // Some file systems say only now that the bytes did not fit.
        guard close(file.descriptor) == 0 else { throw removed(after: .last) }
        guard let temporaryPath, let target else { return }
        guard rename(temporaryPath, target) == 0 else { throw removed(after: .last) }
    }

    /// Leaves no trace of a report that did not become whole; one that was finished stays.
    func discard() {
        guard let file else { return }
        self.file = nil
        _ = close(file.descriptor)
        removeTemporary()
    }
}

private extension ReportFile {
    func removed(after error: SystemError) -> Diagnostic {
        removeTemporary()
        return .reportUnwritable(name, error)
    }

    func removeTemporary() {
        if let temporaryPath { _ = unlink(temporaryPath) }
    }

    /// Nil for a pipe or a device; a link that leads nowhere is itself replaced.
    static func target(of path: String) -> String? {
        var status = stat()
        guard lstat(path, &status) == 0 else { return path }
        let isLink = status.st_mode & S_IFMT == S_IFLNK
        if isLink, stat(path, &status) != 0 { return RealPath.of(path) }
        guard status.st_mode & S_IFMT == S_IFREG else { return nil }
        // Renaming onto a link would replace the link and not the file that it stands for.
        return isLink ? RealPath.of(path) : path
    }
}
