/// A clause of a format, such as `%d` or `%.2f`: how one value is written.
struct FormatClause: Hashable, Sendable {
    enum Conversion: Hashable, Sendable {
        case text
        case decimal
        case fixed
        case scientific
        case binary
        case octal
        case hexadecimal(isUppercase: Bool)
    }

    /// The most decimals that a clause may ask for.
    static let maximumPrecision = 1_000

    let conversion: Conversion
    /// How many decimals `%f` and `%e` write; the others pay no heed to it.
    let precision: Int

    /// - Parameter precision: Nil for the six decimals of a clause that names none.
    init(_ conversion: Conversion, precision: Int? = nil) {
        self.conversion = conversion
        self.precision = precision ?? 6
    }
}

extension FormatClause.Conversion {
    /// The conversion that a letter stands for; nil for a letter that is none.
    init?(_ letter: Unicode.Scalar) {
        switch letter {
        case "s": self = .text
        case "d": self = .decimal
        case "f": self = .fixed
        case "e": self = .scientific
        case "b": self = .binary
        case "o": self = .octal
        case "x": self = .hexadecimal(isUppercase: false)
        case "X": self = .hexadecimal(isUppercase: true)
        default: return nil
        }
    }

    var letter: String {
        switch self {
        case .text: "s"
        case .decimal: "d"
        case .fixed: "f"
        case .scientific: "e"
        case .binary: "b"
        case .octal: "o"
        case .hexadecimal(let isUppercase): isUppercase ? "X" : "x"
        }
    }

    /// The types that the conversion takes, for messages.
    var types: [Type] {
        switch self {
        case .text:
            [
                .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .type(.dyn), .list(.dyn),
                .map(key: .dyn, value: .dyn),
            ]
        case .decimal, .fixed, .scientific: [.int, .uint, .double]
        case .binary: [.int, .uint, .bool]
        case .octal: [.int, .uint]
        case .hexadecimal: [.int, .uint, .string, .bytes]
        }
    }
}
