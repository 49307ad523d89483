import Diagnostics

/// The wording of the errors of optional values.
extension EvaluationError {
    static func noOptionalElement(_ type: Type, at index: Int) -> Self {
        let words = TypeWords.words(type)
        return Self(
            code: "optional-expected",
            message: Localized(
                zh: "列表的第 \(index + 1) 项应当是可选值，却是\(words.zh)",
                en: "element \(index) of the list is \(words.en), not an optional value"))
    }
}
