import Dispatch
import Synchronization

extension Range<Int> {
    /// What a function makes of each number, in their order. The work is shared out among the cores.
    func concurrentMap<Made: Sendable>(_ make: @Sendable (Int) -> Made) -> [Made] {
        let made = Mutex([Made?](repeating: nil, count: count))
        DispatchQueue.concurrentPerform(iterations: count) { step in
            let one = make(lowerBound + step)
            made.withLock { $0[step] = one }
        }
        return made.withLock { $0.compactMap(\.self) }
    }
}
