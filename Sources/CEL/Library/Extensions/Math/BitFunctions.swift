/// Operations on the 64 bits of ints, in two's complement, and of uints.
enum BitFunctions {
    static var all: [Function] {
        [
            combined("bitAnd") { $0 & $1 },
            combined("bitOr") { $0 | $1 },
            combined("bitXor") { $0 ^ $1 },
            inverted,
            shifted("bitShiftLeft") { $0 << $1 },
            // The bits that become free are zero, the sign's too.
            shifted("bitShiftRight") { $0 >> $1 },
        ]
    }

    private static func combined(_ name: String, _ body: @escaping @Sendable (UInt64, UInt64) -> UInt64) -> Function {
        Function(
            "math.\(name)",
            [
                Overload("math_\(name)_int_int", cost: .constant) { (a: Int64, b: Int64) -> Int64 in
                    Int64(bitPattern: body(UInt64(bitPattern: a), UInt64(bitPattern: b)))
                },
                Overload("math_\(name)_uint_uint", cost: .constant) { (a: UInt64, b: UInt64) -> UInt64 in body(a, b) },
            ])
    }

    private static var inverted: Function {
        Function(
            "math.bitNot",
            [
                Overload("math_bitNot_int_int", cost: .constant) { (bits: Int64) -> Int64 in ~bits },
                Overload("math_bitNot_uint_uint", cost: .constant) { (bits: UInt64) -> UInt64 in ~bits },
            ])
    }

    /// A count of 64 or more leaves nothing, which is zero; one below zero is an error.
    private static func shifted(_ name: String, _ body: @escaping @Sendable (UInt64, UInt64) -> UInt64) -> Function {
        let function = "math.\(name)"
        let shift = { @Sendable (bits: UInt64, count: Int64) throws(EvaluationError) -> UInt64 in
            guard count >= 0 else { throw .negativeShift(function, count) }
            return count < 64 ? body(bits, UInt64(count)) : 0
        }
        return Function(
            function,
            [
                Overload("math_\(name)_int_int", cost: .constant) {
                    (bits: Int64, count: Int64) throws(EvaluationError) -> Int64 in
                    Int64(bitPattern: try shift(UInt64(bitPattern: bits), count))
                },
                Overload("math_\(name)_uint_int", cost: .constant) {
                    (bits: UInt64, count: Int64) throws(EvaluationError) -> UInt64 in
                    try shift(bits, count)
                },
            ])
    }
}
