import CEL
import Diagnostics

/// What types are called in messages for people who write rules.
enum TypeName {
    static func of(_ type: CEL.`Type`) -> Localized {
        switch type {
        case NumberValue.type, .int, .uint, .double: Localized(zh: "数字", en: "a number")
        case .string: Localized(zh: "文本", en: "a text")
        case .bool: Localized(zh: "条件", en: "a condition")
        case DateValue.type: Localized(zh: "日期", en: "a date")
        case PeriodValue.type: Localized(zh: "期间", en: "a period")
        case .timestamp: Localized(zh: "时间", en: "a date and time")
        case .duration: Localized(zh: "时长", en: "a duration")
        case .list: Localized(zh: "列表", en: "a list")
        case .map, .record: Localized(zh: "记录", en: "a record")
        case .abstract(let name, _): Localized(zh: "枚举“\(name)”", en: "a value of '\(name)'")
        default: Localized(zh: "“\(type)”类型的值", en: "a value of type '\(type)'")
        }
    }
}
