import Diagnostics
import Quantities

extension Measure {
    /// What the number is, in messages.
    var name: Localized {
        switch basis {
        case .undetermined: Localized(zh: "未知的量", en: "something unknown")
        case .literal(let number): Localized(same: number.description)
        case .tally: Localized(zh: "记录的个数", en: "a number of records")
        case .unitless: Localized(zh: "没有单位的字段", en: "a field without a unit")
        case .dimension(let dimension):
            if let unit { Localized(zh: "以“\(unit.symbol)”计的量", en: "a value in '\(unit.symbol)'") }
            else { Localized(zh: "量纲为“\(dimension.name(.zh))”的量", en: "a quantity of kind '\(dimension.name(.en))'") }
        }
    }
}
