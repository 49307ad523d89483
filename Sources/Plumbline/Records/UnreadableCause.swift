import Diagnostics

/// Why a cell's text is not a value of its field's type.
public enum UnreadableCause: Hashable, Sendable {
    case notANumber
    case notWhole
    /// A bare number in a percent field whose vocabulary does not say how it is meant.
    case bareNumberInPercent
    case notABoolean
    case notADate
    case notADateTime
    case notADuration
    case notAPeriod
    /// Not a value of the enumeration, with the nearest that is.
    case notAMember(nearest: String?)
    /// Two columns of the field say different things.
    case contradictory
    /// A list or an object where one value was expected.
    case nested
    /// A number, but outside the field's range.
    case outOfRange

    /// The cause without what would tell the cell's text.
    var withoutHint: UnreadableCause {
        if case .notAMember = self { .notAMember(nearest: nil) } else { self }
    }

    /// What is wrong and how to mend it, for the person who submitted the cell.
    func message(for field: Field) -> Localized {
        switch self {
        case .notANumber: Localized(zh: "不是数字", en: "it is not a number")
        case .notWhole: Localized(zh: "应为整数", en: "it should be a whole number")
        case .bareNumberInPercent:
            Localized(zh: "没有百分号，无法判断是百分数还是小数，请写成 85% 的形式", en: "without a % sign it could mean a percentage or a fraction; write it as 85%")
        case .notABoolean: Localized(zh: "应为 是 或 否", en: "it should be true or false")
        case .notADate: Localized(zh: "不是日期，请写成 2025-12-31 的形式", en: "it is not a date; write it as 2025-12-31")
        case .notADateTime:
            Localized(zh: "不是时间，请写成 2025-12-31T08:30:00Z 的形式", en: "it is not a date and time; write it as 2025-12-31T08:30:00Z")
        case .notADuration: Localized(zh: "不是时长，请写成 1h30m 的形式", en: "it is not a duration; write it as 1h30m")
        case .notAPeriod: Localized(zh: "不是期间，请写成 2024、2019Q4 或 2024-05", en: "it is not a period; write 2024, 2019Q4 or 2024-05")
        case .notAMember(let nearest):
            Localized(
                zh: "不是“\(field.type.name)”的取值" + (nearest.map { "，是否应为“\($0)”" } ?? ""),
                en: "it is not a value of '\(field.type.name)'" + (nearest.map { "; is '\($0)' meant?" } ?? ""))
        case .contradictory: Localized(zh: "同一字段有多列，内容不一致", en: "the field has several columns, and they differ")
        case .nested: Localized(zh: "应为单个值，而不是列表或对象", en: "one value was expected, not a list or an object")
        case .outOfRange:
            Localized(zh: "超出取值范围 \(field.range?.text ?? "")", en: "it is outside the range \(field.range?.text ?? "")")
        }
    }
}
