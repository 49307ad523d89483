import Foundation
import Synchronization

/// Work shared out among threads. Each has as much stack as the program's first, for expressions nest, and definitions lead to
/// definitions.
enum Threads {
    /// How many there are at a time unless somebody says otherwise: one a core.
    static let count = max(ProcessInfo.processInfo.activeProcessorCount, 1)

    private static let stackSize = 8 << 20

    /// What comes of each step, in their order. Whoever is free takes the next.
    ///
    /// - Parameters:
    ///   - threads: How many work at a time, the caller's own included.
    ///   - make: Is told the step and the number of its thread.
    static func map<Made: Sendable>(
        steps: Int, on threads: Int, _ make: @escaping @Sendable (_ step: Int, _ thread: Int) -> Made
    ) -> [Made] {
        guard steps > 1, threads > 1 else { return (0..<steps).map { make($0, 0) } }
        let work = Work(steps: steps, make)
        let others = DispatchGroup()
        for number in 1..<min(threads, steps) {
            others.enter()
            let thread = Thread {
                work.finish(as: number)
                others.leave()
            }
            thread.stackSize = stackSize
            thread.start()
        }
        work.finish(as: 0)
        others.wait()
        return work.made
    }
}

/// Steps of which each is taken once.
private final class Work<Made: Sendable>: Sendable {
    private let steps: Int
    private let make: @Sendable (Int, Int) -> Made
    private let next = Atomic(0)
    private let results: Mutex<[Made?]>

    init(steps: Int, _ make: @escaping @Sendable (Int, Int) -> Made) {
        (self.steps, self.make) = (steps, make)
        results = Mutex(Array(repeating: nil, count: steps))
    }

    /// Takes steps as long as there are any.
    func finish(as thread: Int) {
        while true {
            let step = next.add(1, ordering: .relaxed).oldValue
            guard step < steps else { return }
            let made = make(step, thread)
            results.withLock { $0[step] = made }
        }
    }

    var made: [Made] { results.withLock { $0.compactMap(\.self) } }
}

extension Range<Int> {
    /// What a function makes of each number, in their order. The work is shared out among the cores.
    package func concurrentMap<Made: Sendable>(_ make: @escaping @Sendable (Int) -> Made) -> [Made] {
        let first = lowerBound
        return Threads.map(steps: count, on: Threads.count) { step, _ in make(first + step) }
    }
}
