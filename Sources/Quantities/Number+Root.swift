import BigInt

extension Number {
    /// The degree of a root above which nobody means one.
    private static let rootLimit = 1200

    /// The `degree`-th root with so many fraction digits, cut off and not rounded; exact where the root has no more.
    ///
    /// Nothing is ever decided by it: it is for showing a yearly rate whose powers were compared.
    /// - Returns: nil for a number below zero, and for a degree that is none.
    public func rootFloor(_ degree: Int, fractionDigits: Int) -> Number? {
        guard !isNegative, (1...Self.rootLimit).contains(degree), fractionDigits >= 0 else { return nil }
        let places = min(fractionDigits, Self.printedDigitLimit)
        let (numerator, denominator) = fraction
        let scaled = numerator.magnitude * BigUInt(10).power(places * degree) / denominator.magnitude
        return Number(bigNumerator: BigInt(scaled.root(degree)), denominator: BigInt(10).power(places))
    }
}

private extension BigUInt {
    /// The greatest whole number whose power is no more than this one: Newton's method from above, which only falls.
    func root(_ degree: Int) -> BigUInt {
        guard degree > 1, self > 1 else { return self }
        var root = BigUInt(1) << ((bitWidth + degree - 1) / degree)
        while true {
            let next = (root * BigUInt(degree - 1) + self / root.power(degree - 1)) / BigUInt(degree)
            if next >= root { return root }
            root = next
        }
    }
}
