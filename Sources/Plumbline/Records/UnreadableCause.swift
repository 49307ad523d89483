import Diagnostics

/// Why a cell's text is not a value of its field's type.
public enum UnreadableCause: Hashable, Sendable {
    case notANumber
    case notWhole
    /// The column's header states a unit that is none of the field's.
    case unitDoesNotFit
    /// Commas or blanks that do not stand between thousands: perhaps a comma for the decimal point.
    case oddGroups
    /// `万` or `亿` in a cell whose column is in `万` or `亿` already.
    case magnitudeTwice
    /// A code that a spreadsheet took for a number and shows as `4.5101E+17`.
    case scientificNotation
    /// A code that a spreadsheet took for a number and gave a `.0`.
    case pointZero
    /// A year or a month where a day was expected.
    case noDay
    /// The number by which a spreadsheet counts days.
    case spreadsheetDate
    /// `5/1/2024`: the day and the month could be either way round.
    case yearNotFirst
    /// A day with a time behind it.
    case timeOfDay
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
    /// The row's cells most likely do not stand under their headers.
    case shifted
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
        case .oddGroups:
            Localized(
                zh: "逗号或空格不在千位上，可能用逗号代替了小数点，请写成 1234.5 的形式",
                en: "commas or blanks do not stand between thousands; if a comma is the decimal point, write 1234.5")
        case .magnitudeTwice:
            Localized(
                zh: "该列的单位已含万或亿，单元格又写了万或亿，无法判断是哪一种；请只写数字",
                en: "the column's unit has 万 or 亿 already, so the one in the cell could be meant twice; write the number alone")
        case .scientificNotation:
            Localized(
                zh: "编码很可能被 Excel 变成了科学计数法，原来的数字已丢失；请把该列设为文本格式后重新填写",
                en: "a spreadsheet most likely turned a code into scientific notation, and its digits are lost; format the column as text and fill it in again")
        case .pointZero:
            Localized(
                zh: "编码很可能被当作数字，多出了 .0，前面的 0 也可能已丢失；请把该列设为文本格式后重新填写",
                en: "a code was most likely taken for a number and got a .0; zeros before it may be lost too; format the column as text and fill it in again")
        case .noDay:
            Localized(zh: "只有年月，没有日，请写成 2025-12-31 的形式", en: "it names no day; write the day too, as in 2025-12-31")
        case .spreadsheetDate:
            Localized(
                zh: "很可能是 Excel 的日期序号；请把该列设为日期格式，或写成 2025-12-31 的形式",
                en: "it is most likely a spreadsheet's number for a day; format the column as a date, or write it as 2025-12-31")
        case .yearNotFirst:
            Localized(
                zh: "年份不在最前，无法分清日和月，请写成 2025-12-31 的形式",
                en: "the year does not stand first, so day and month could be either way round; write it as 2025-12-31")
        case .timeOfDay: Localized(zh: "日期后面还有时刻，请只写日期", en: "a time stands behind the date; write the date alone")
        case .unitDoesNotFit: Localized(zh: "表头的单位与字段不符", en: "the header's unit is none of the field's")
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
                zh: "不是“\(field.type.name)”的取值" + (nearest.map { "，是否应为“\($0)”" } ?? field.type.values.map { "，可用的取值：\($0.zh)" } ?? ""),
                en: "it is not a value of '\(field.type.name)'"
                    + (nearest.map { "; is '\($0)' meant?" } ?? field.type.values.map { ", which are \($0.en)" } ?? ""))
        case .contradictory: Localized(zh: "同一字段有多列，内容不一致", en: "the field has several columns, and they differ")
        case .nested: Localized(zh: "应为单个值，而不是列表或对象", en: "one value was expected, not a list or an object")
        case .shifted: Localized(zh: "这一行的内容很可能与表头错位", en: "the row's cells are most likely in the wrong columns")
        case .outOfRange:
            Localized(zh: "超出取值范围 \(field.range?.text ?? "")", en: "it is outside the range \(field.range?.text ?? "")")
        }
    }
}

private extension FieldType {
    /// The values of an enumeration; nil for every other type.
    var values: Localized? {
        if case .enumeration(let enumeration) = self { EnumerationFault.values(of: enumeration) } else { nil }
    }
}
