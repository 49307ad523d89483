import Synchronization

/// A value that is worked out when somebody first asks for it, on whatever thread that is.
///
/// Once it is there, it is read without a lock, and what it was made from is forgotten. What makes it may not ask for it.
final class Deferred<Value: Sendable>: Sendable {
    private final class Made: Sendable {
        let value: Value

        init(_ value: Value) { self.value = value }
    }

    private let made = AtomicLazyReference<Made>()
    private let make: Mutex<(@Sendable () -> Value)?>

    init(_ make: @escaping @Sendable () -> Value) { self.make = Mutex(make) }

    /// A value that is there already.
    init(known value: Value) {
        make = Mutex(nil)
        _ = made.storeIfNil(Made(value))
    }

    var value: Value { (made.load() ?? madeNow()).value }

    private func madeNow() -> Made {
        make.withLock { make in
            if let known = made.load() { return known }
            guard let work = make else { preconditionFailure("a deferred value has a maker until it is made") }
            let known = made.storeIfNil(Made(work()))
            make = nil
            return known
        }
    }
}
