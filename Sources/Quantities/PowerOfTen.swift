import BigInt

/// Powers of ten in the three widths that significands have.
enum PowerOfTen {
    /// The largest exponent whose power fits an `Int64`.
    static let largestSmall = 18
    /// The largest exponent whose power fits an `Int128`.
    static let largestWide = 38

    private static let table: [Int128] = (0..<largestWide).reduce(into: [1]) { powers, _ in
        powers.append(powers[powers.count - 1] * 10)
    }

    /// - Precondition: `exponent` is in `0...18`.
    static func small(_ exponent: Int) -> Int64 { Int64(table[exponent]) }

    /// - Precondition: `exponent` is in `0...38`.
    static func wide(_ exponent: Int) -> Int128 { table[exponent] }

    /// - Precondition: `exponent` is not negative.
    static func big(_ exponent: Int) -> BigInt {
        exponent <= largestWide ? BigInt(wide: table[exponent]) : BigInt(10).power(exponent)
    }
}
