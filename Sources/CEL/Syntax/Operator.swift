/// The names of the functions behind the operators, and how tightly the operators bind.
public enum Operator {
    /// `condition ? a : b`; built in, with no overloads.
    public static let conditional = "_?_:_"
    /// `a || b`; built in, with no overloads.
    public static let or = "_||_"
    /// `a && b`; built in, with no overloads.
    public static let and = "_&&_"
    /// `a == b`.
    public static let equals = "_==_"
    /// `a != b`.
    public static let notEquals = "_!=_"
    /// `a < b`.
    public static let less = "_<_"
    /// `a <= b`.
    public static let lessOrEqual = "_<=_"
    /// `a > b`.
    public static let greater = "_>_"
    /// `a >= b`.
    public static let greaterOrEqual = "_>=_"
    /// `a in b`.
    public static let isIn = "@in"
    /// `a + b`.
    public static let add = "_+_"
    /// `a - b`.
    public static let subtract = "_-_"
    /// `a * b`.
    public static let multiply = "_*_"
    /// `a / b`.
    public static let divide = "_/_"
    /// `a % b`.
    public static let remainder = "_%_"
    /// `-a`.
    public static let negate = "-_"
    /// `!a`.
    public static let not = "!_"
    /// `a[b]`.
    public static let index = "_[_]"
    /// `a.?b`; its second argument is the field's name as a string literal.
    public static let optionalSelect = "_?._"
    /// `a[?b]`.
    public static let optionalIndex = "_[?_]"
    /// `?a` as an element of a list, or the value of an entry or field that is written `?key: a`.
    public static let optionalElement = "?_"

    /// Function and binding strength of a binary operator as it is written; nil for other tokens.
    static func binary(_ spelling: String) -> (function: String, strength: Int)? {
        switch spelling {
        case "||": (or, 1)
        case "&&": (and, 2)
        case "==": (equals, 3)
        case "!=": (notEquals, 3)
        case "<": (less, 3)
        case "<=": (lessOrEqual, 3)
        case ">": (greater, 3)
        case ">=": (greaterOrEqual, 3)
        case "in": (isIn, 3)
        case "+": (add, 4)
        case "-": (subtract, 4)
        case "*": (multiply, 5)
        case "/": (divide, 5)
        case "%": (remainder, 5)
        default: nil
        }
    }

    /// How the operator behind a function is written, such as `>=` for `_>=_`; nil for other functions.
    public static func spelling(of function: String) -> String? {
        switch function {
        case isIn: return "in"
        case index: return "[]"
        case optionalSelect: return ".?"
        case optionalIndex: return "[?]"
        case optionalElement: return "?"
        case conditional: return "?:"
        case negate: return "-"
        case not: return "!"
        default:
            guard function.hasPrefix("_"), function.hasSuffix("_"), function.count > 2 else { return nil }
            let inner = String(function.dropFirst().dropLast())
            return binary(inner) == nil ? nil : inner
        }
    }
}

/// Functions that macros expand to and no text can name.
enum InternalFunction {
    /// `(list, element)`: the list with the element at its end.
    static let append = "@append"
    /// `(map, key, value)`: the map with one more entry; an error where it has the key already.
    static let insert = "@insert"
    /// `(bool)`: false only where the argument is false, so that a loop goes on over errors and unknowns.
    static let notStrictlyFalse = "@not_strictly_false"
    /// `(A)`: the value as a list can hold it, so that a loop can gather unknowns and errors too.
    static let hold = "@hold"
    /// `(bool)`: the same for a condition.
    static let condition = "@condition"
    /// `(A, bool)`: the element, where a condition holds of it; what stands for one that is left out, where not.
    static let choice = "filter@choice"
    /// `(list)`: whether it has exactly one element.
    static let isSingle = "@is_single"
    /// `(list of maps)`: one map with the entries of all, in order; an error where a key comes twice. Named for its macro,
    /// as the faults of what the macro gathers are.
    static let mergeEntries = "transformMapEntry@entries"
}
