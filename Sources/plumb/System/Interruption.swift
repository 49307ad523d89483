#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Ends the process in good order where the user or the system asks it to stop.
///
/// SIGINT, SIGTERM and SIGHUP are held back and answered by a thread of its own: a handler could neither use Swift
/// nor remove files safely.
enum Interruption {
    /// From now on a signal removes the files and ends the process, with 128 and its number as the exit code.
    ///
    /// Signals that the parent process said to ignore stay ignored. To be called before other threads start.
    ///
    /// - Parameter paths: Temporary files; those that are not there, yet or any longer, are passed over.
    static func removesFiles(_ paths: [String]) {
        var signals = sigset_t()
        sigemptyset(&signals)
        for number in [SIGINT, SIGTERM, SIGHUP] where !isIgnored(number) { sigaddset(&signals, number) }
        pthread_sigmask(SIG_BLOCK, &signals, nil)
        let watch = Unmanaged.passRetained(Watch(signals: signals, paths: paths))
        guard !startThread(watch.toOpaque()) else { return }
        // Without the thread, signals kill the process as they always do.
        watch.release()
        pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    }
}

private extension Interruption {
    static func startThread(_ watch: UnsafeMutableRawPointer) -> Bool {
        #if canImport(Darwin)
        var thread: pthread_t?
        return pthread_create(&thread, nil, { Watch.wait($0) }, watch) == 0
        #else
        var thread = pthread_t()
        return pthread_create(&thread, nil, { context in context.flatMap { Watch.wait($0) } }, watch) == 0
        #endif
    }

    static func isIgnored(_ number: Int32) -> Bool {
        var action = sigaction()
        sigaction(number, nil, &action)
        #if canImport(Darwin)
        let handler = action.__sigaction_u.__sa_handler
        #else
        let handler = action.__sigaction_handler.sa_handler
        #endif
        return unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
    }
}

/// What the waiting thread knows; nothing of it changes once the thread runs.
private final class Watch: Sendable {
    private let signals: sigset_t
    private let paths: [String]

    init(signals: sigset_t, paths: [String]) {
        self.signals = signals
        self.paths = paths
    }

    static func wait(_ context: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
        let watch = Unmanaged<Watch>.fromOpaque(context).takeRetainedValue()
        var signals = watch.signals
        var number: Int32 = 0
        while sigwait(&signals, &number) != 0 {}
        for path in watch.paths { unlink(path) }
        _exit(128 + number)
    }
}
