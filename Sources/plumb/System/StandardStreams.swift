#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The three streams that a shell opens for a command.
enum StandardStreams {
    /// Makes the streams safe to use, whatever the shell has done to them.
    static func prepare() {
        // A reader that goes away, as `head` does, is seen when writing, and does not kill the process.
        signal(SIGPIPE, SIG_IGN)
        // The number of a stream that the shell closed would go to the next file opened, and a report with it.
        for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) == -1 {
            _ = open("/dev/null", O_RDWR)
        }
    }
}
