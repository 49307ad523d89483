/// How large an expression may be and how much work it may make.
public struct Limits: Hashable, Sendable {
    /// How deep an expression may nest: brackets within brackets, and operators in a chain such as
    /// `a + b + c`, whose first is the deepest. Chains of `&&` and of `||` are balanced and count little.
    public var nestingDepth: Int
    /// How many code points an expression may have.
    public var codePoints: Int
    /// How many steps one evaluation may take: a step per operation and per turn of a loop, and more
    /// for what goes over a text or a list as a whole, by its size.
    public var cost: Int

    /// The limits that environments have unless they are told others.
    ///
    /// - Parameters:
    ///   - codePoints: The length of an expression at most.
    ///   - cost: The steps of an evaluation at most.
    ///   - nestingDepth: Every level takes stack; raise it only where all threads have much of it.
    public init(nestingDepth: Int = 250, codePoints: Int = 100_000, cost: Int = 10_000_000) {
        self.nestingDepth = nestingDepth
        self.codePoints = codePoints
        self.cost = cost
    }
}
