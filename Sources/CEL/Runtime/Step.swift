/// A node of a program: gives the node's value.
///
/// A type of its own, because Swift wraps a bare function in another one wherever it goes through an optional or a
/// list, and each of these would be called for every node.
struct Step: Sendable {
    private let run: @Sendable (inout Frame) -> Value

    init(_ run: @escaping @Sendable (inout Frame) -> Value) { self.run = run }

    @inline(__always)
    func callAsFunction(_ frame: inout Frame) -> Value { run(&frame) }
}
