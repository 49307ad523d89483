import Synchronization

/// A value that is worked out when somebody first asks for it, on whatever thread that is.
///
/// Once it is there, it is read without a lock, and what it was made from is forgotten.
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
            guard let work = make else {
                guard let known = made.load() else { preconditionFailure("a deferred value is made while it is being made") }
                return known
            }
            let known = made.storeIfNil(Made(work()))
            make = nil
            return known
        }
    }
}
