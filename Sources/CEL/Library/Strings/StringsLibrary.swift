/// Functions that take texts apart, put them together and write values into them: `charAt`, `format`, `indexOf`,
/// `join`, `lastIndexOf`, `lowerAscii`, `replace`, `reverse`, `split`, `strings.quote`, `substring`, `trim` and
/// `upperAscii`.
///
/// Positions count code points from 0. A position may be that after the last code point; one below zero or further
/// on is a `position-out-of-range` error. No function gives a text of more than 10,000,000 bytes; one that would is a
/// `result-too-large` error.
///
/// Source: the extension library "strings" of the Common Expression Language.
public struct StringsLibrary: FunctionLibrary {
    public let name = "strings"

    /// The library, ready for the `libraries` of an ``Environment``.
    public init() {}

    public var functions: [Function] {
        positionFunctions + cuttingFunctions + rewritingFunctions + [format]
    }
}
