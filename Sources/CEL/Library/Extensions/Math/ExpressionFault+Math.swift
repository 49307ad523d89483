import Diagnostics

/// The wording of what is wrong with the arguments of `math.greatest` and `math.least` as they are written.
extension ExpressionFault {
    static func numbersMissing(_ macro: String, at range: Range<Int>) -> Self {
        Self(
            code: "numbers-missing",
            message: Localized(zh: "\(macro)() 里没有数可比", en: "\(macro)() has no number to compare"),
            help: Localized(zh: "写成 \(macro)(a, b) 或 \(macro)([a, b])", en: "write \(macro)(a, b) or \(macro)([a, b])"),
            range: range)
    }

    static func numberExpected(_ macro: String, found: Type, at range: Range<Int>) -> Self {
        let words = TypeWords.words(found)
        return Self(
            code: "number-expected",
            message: Localized(
                zh: "\(macro)() 比较的是数，这里却是\(words.zh)", en: "\(macro)() compares numbers, and this is \(words.en)"),
            help: Localized(zh: "写成 \(macro)(a, b) 或 \(macro)([a, b])", en: "write \(macro)(a, b) or \(macro)([a, b])"),
            range: range)
    }
}
