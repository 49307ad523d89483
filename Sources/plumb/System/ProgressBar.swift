import Diagnostics
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A bar on stderr that shows how much of the data has been read, where the work takes over a second and somebody
/// sits before a terminal.
final class ProgressBar: Sendable {
    private struct State {
        var readByteCount = 0
        var lastDrawn: Double
        var isShown = false
    }

    private static let width = 30
    /// The seconds before the bar is shown at all, and between two drawings of it.
    private static let patience = (first: 1.0, next: 0.1)

    private let totalByteCount: Int
    private let language: Language
    private let start = ProgressBar.seconds
    private let state: Mutex<State>

    /// - Parameter totalByteCount: How much is to be read; nil where that is not known.
    /// - Returns: nil where stderr is no terminal that can draw a bar.
    init?(totalByteCount: Int?, language: Language) {
        guard OpenFile.standardError.isTerminal, Environment.value("TERM") != "dumb" else { return nil }
        self.totalByteCount = totalByteCount ?? 0
        self.language = language
        state = Mutex(State(lastDrawn: Self.seconds))
    }

    /// To be told of everything that is read.
    func advance(by byteCount: Int) {
        state.withLock { state in
            state.readByteCount += byteCount
            let now = Self.seconds
            let wait = state.isShown ? Self.patience.next : Self.patience.first
            guard now - (state.isShown ? state.lastDrawn : start) >= wait else { return }
            (state.lastDrawn, state.isShown) = (now, true)
            Self.draw("\r\(line(state.readByteCount))\u{1B}[K")
        }
    }

    /// Takes the bar away, so that something else can be printed in its place.
    func clear() {
        state.withLock { state in
            guard state.isShown else { return }
            state.isShown = false
            state.lastDrawn = Self.seconds
            Self.draw("\r\u{1B}[K")
        }
    }
}

private extension ProgressBar {
    func line(_ readByteCount: Int) -> String {
        let megabytes = Localized(
            zh: "已读取 \(readByteCount / 1_000_000) MB", en: "\(readByteCount / 1_000_000) MB read")[language]
        guard totalByteCount > 0 else { return megabytes }
        let share = min(1, Double(readByteCount) / Double(totalByteCount))
        let full = Int(share * Double(Self.width))
        let bar = String(repeating: "█", count: full) + String(repeating: "░", count: Self.width - full)
        return "\(bar) \(Int(share * 100))%  \(megabytes)"
    }

    /// A bar that cannot be drawn is no loss.
    static func draw(_ text: String) { try? OpenFile.standardError.send(Array(text.utf8)) }

    /// A clock that only ever runs forward.
    static var seconds: Double {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
    }
}
