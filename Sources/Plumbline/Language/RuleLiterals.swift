import CEL
import Diagnostics
import OrderedCollections
import Quantities

/// What literals mean in a rule: `0.85` is exactly that number, and a text beside an enumeration, a
/// date or a period is a value of it.
struct RuleLiterals: LiteralSemantics {
    let enumerations: OrderedDictionary<String, Enumeration>

    func floating(_ text: String) -> Value? { Decimal(text).map { .number(Number($0)) } }

    func convert(_ literal: String, to type: CEL.`Type`) -> LiteralConversion {
        switch type {
        case DateValue.type:
            CalendarDate(iso: literal).map { .value(.object(DateValue($0))) }
                ?? .fault(
                    message: Localized(zh: "“\(literal)”不是日期", en: "'\(literal)' is not a date"),
                    help: Localized(zh: "写成 2025-12-31 的形式", en: "write it as 2025-12-31"))
        case PeriodValue.type:
            CalendarPeriod(literal).map { .value(.object(PeriodValue($0))) }
                ?? .fault(
                    message: Localized(zh: "“\(literal)”不是期间", en: "'\(literal)' is not a period"),
                    help: Localized(zh: "写成 2024、2019Q4 或 2024-05", en: "write 2024, 2019Q4 or 2024-05"))
        case .abstract(let name, _):
            enumerations[name].map { member(literal, of: $0) } ?? .notApplicable
        default: .notApplicable
        }
    }

    private func member(_ literal: String, of enumeration: Enumeration) -> LiteralConversion {
        if let rank = enumeration.rank(of: literal) { return .value(.object(EnumerationValue(enumeration, rank: rank))) }
        if let band = enumeration.band(named: literal) {
            return .value(.object(EnumerationValue(enumeration, ranks: band.ranks)))
        }
        let fault = EnumerationFault(literal, of: enumeration)
        return .fault(message: fault.message, help: fault.help)
    }
}
