import Foundation

/// Threads with stacks as small as workers have on some systems.
enum SmallStack {
    /// 512 KiB. Frames of a build without optimisation are several times as large, and so is the stack there.
    static var byteCount: Int {
        #if DEBUG
            8 << 20
        #else
            512 << 10
        #endif
    }

    static func run<Result: Sendable>(
        byteCount: Int = SmallStack.byteCount, _ body: @escaping @Sendable () -> Result
    ) async -> Result {
        await withCheckedContinuation { continuation in
            let thread = Thread { continuation.resume(returning: body()) }
            thread.stackSize = byteCount
            thread.start()
        }
    }
}
