import Diagnostics

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
    /// The path to appear under, with links followed; nil where the file is written to as it stands.
    private let place: String?
    /// The path of the temporary file; nil where there is none.
    let temporaryPath: String?
    private let file: OpenFile
    private var isOpen = true

    /// - Throws: A `Diagnostic` where no file can be made there.
    init(_ path: String) throws(Diagnostic) {
        name = path
        let kind = Self.kind(of: path)
        guard kind != S_IFDIR else { throw .reportUnwritable(path, SystemError(number: EISDIR)) }
        let isSpecial = kind != nil && kind != S_IFREG
        let place = isSpecial ? nil : Self.resolved(path)
        temporaryPath = place.map { "\($0).partial-\(getpid())" }
        self.place = place
        let flags = isSpecial ? O_WRONLY : O_WRONLY | O_CREAT | O_EXCL
        let descriptor = open(temporaryPath ?? path, flags | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw .reportUnwritable(path, .last) }
        file = OpenFile(descriptor: descriptor)
    }

    func write(_ bytes: [UInt8]) throws(Diagnostic) {
        do throws(SystemError) {
            try file.send(bytes)
        } catch {
            // A pipe whose reader has seen enough.
            if error.number != EPIPE { throw .reportUnwritable(name, error) }
        }
    }

    func finish() throws(Diagnostic) {
        isOpen = false
        // Some file systems say only now that the bytes did not fit.
        guard close(file.descriptor) == 0 else { throw removed(after: .last) }
        guard let temporaryPath, let place else { return }
        guard rename(temporaryPath, place) == 0 else { throw removed(after: .last) }
    }

    /// Leaves no trace of a report that did not become whole; one that was finished stays.
    func discard() {
        guard isOpen else { return }
        isOpen = false
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

    /// The kind of file that a path leads to; nil where there is none yet.
    static func kind(of path: String) -> mode_t? {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
    }

    /// Renaming onto a link would replace the link and not the file that it stands for.
    static func resolved(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }
}
