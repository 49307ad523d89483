import Diagnostics

/// The wording of the errors of functions over lists.
extension EvaluationError {
    static func sliceOutOfRange(_ start: Int64, _ end: Int64, count: Int) -> Self {
        Self(
            code: "slice-out-of-range",
            message: Localized(
                zh: "列表有 \(count) 项，取不出 slice(\(start), \(end))；起点不小于 0，终点不小于起点、不大于 \(count)",
                en: "a list of \(count) elements has no slice(\(start), \(end)); write a start of 0 or more and an end "
                    + "between the start and \(count)"))
    }

    static func negativeDepth(_ depth: Int64) -> Self {
        Self(
            code: "negative-depth",
            message: Localized(
                zh: "flatten 的层数是 \(depth)；写 0 或更大的数", en: "flatten cannot go \(depth) levels deep; write 0 or more"))
    }

    static func rangeTooLong(_ count: Int64, limit: Int) -> Self {
        Self(
            code: "range-too-long",
            message: Localized(
                zh: "lists.range(\(count)) 太长；最多 \(limit)",
                en: "lists.range(\(count)) is too long; ask for \(limit) at most"))
    }

    static func unorderedElements(_ type: Type) -> Self {
        let words = TypeWords.words(type)
        return Self(
            code: "unordered-elements",
            message: Localized(
                zh: "不能按\(words.zh)排序；用 sortBy 给出数字、文字、时间或真假值作为顺序",
                en: "\(words.en) has no order; sort by a number, a text, a time or a bool, with sortBy"))
    }

    static func mixedElements(_ first: Type, _ other: Type) -> Self {
        let words = TypeWords.joined([first, other])
        return Self(
            code: "mixed-elements",
            message: Localized(
                zh: "不能把\(words.zh)一起排序；先换成同一种类型",
                en: "\(words.en) cannot be sorted together; convert them to one type first"))
    }
}
