public import Diagnostics

extension Unit {
    /// What stands behind a number: the symbol, with the language's own word for `pp`, and without the `1`
    /// that `1/10万` may begin with.
    public func suffix(_ language: Language) -> String {
        if self == .percentagePoints, language == .zh { return "个百分点" }
        return symbol.hasPrefix("1/") ? String(symbol.dropFirst()) : symbol
    }

    /// A value in base units, printed in this unit: `82.35%`, `1.69 人/万人`, `6.5/10万`.
    ///
    /// Zeros at the end are left out only where fewer digits are exact: `85%`, but `82.30%` for 82.3004 %.
    /// - Parameters:
    ///   - base: The value in base units.
    ///   - fractionDigits: Decimal places wanted, brought into `0...40`.
    ///   - limit: In base units; more digits are added until what is printed does not contradict the
    ///     comparison with it, see ``Number/text(fractionDigits:distinctFrom:)``.
    ///   - signed: Whether a value above zero gets a `+`.
    ///   - language: The language in which the unit is told; nil for the unit as rules write it.
    public func text(
        _ base: Number, fractionDigits: Int = 2, distinctFrom limit: Number? = nil, signed: Bool = false,
        in language: Language? = nil
    ) -> String {
        let factor = scale.reciprocal ?? .one
        let value = base * factor
        let digits =
            limit.map { value.text(fractionDigits: fractionDigits, distinctFrom: $0 * factor) }
            ?? value.shortText(fractionDigits: fractionDigits)
        let number = (signed && base > 0 ? "+" : "") + money(digits)
        switch language {
        case .en: return number + english(isOne: digits == "1" || digits == "-1")
        case .zh: return number + separator + suffix(.zh)
        case nil: return number + separator + suffix(.en)
        }
    }

    /// Amounts in 元 have 角 and 分, or neither.
    private func money(_ digits: String) -> String {
        let parts = digits.split(separator: ".")
        return symbol == "元" && parts.count == 2 && parts[1].count == 1 ? digits + "0" : digits
    }

    /// Signs, points, `万` and quotients without a numerator stand close to the number.
    private var separator: String {
        let isClose = isRatioSign || isShareDifference || isMagnitude || symbol.hasPrefix("/") || symbol.hasPrefix("1/")
        return isClose ? "" : " "
    }
}
