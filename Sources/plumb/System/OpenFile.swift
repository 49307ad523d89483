import Plumbline

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A file that the system holds open for writing.
struct OpenFile: Sendable {
    static let standardOutput = OpenFile(descriptor: STDOUT_FILENO)
    static let standardError = OpenFile(descriptor: STDERR_FILENO)

    let descriptor: Int32

    var isTerminal: Bool { isatty(descriptor) == 1 }

    /// Writes all of the bytes.
    func send(_ bytes: [UInt8]) throws(SystemError) {
        var start = 0
        while start < bytes.count {
            let count = bytes[start...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            if count >= 0 { start += count } else { try waitAfter(SystemError.last) }
        }
    }

    /// A signal in between is no failure, nor is a pipe that is full and was made not to block.
    private func waitAfter(_ error: SystemError) throws(SystemError) {
        switch error.number {
        case EINTR: return
        case EAGAIN:
            var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
            poll(&request, 1, -1)
        default: throw error
        }
    }
}
