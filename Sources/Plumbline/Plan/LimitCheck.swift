import Diagnostics
import Quantities

/// Holds the unit of a limit against what is observed.
struct LimitCheck {
    let quantity: Quantity
    let measure: Measure

    /// What is wrong with the limit; nil where it suits the observed value.
    func fault(at location: Location) -> Diagnostic? {
        guard let unit = quantity.unit else { return bareFault(at: location) }
        switch measure.basis {
        case .undetermined: return nil
        case .tally: return tallyFault(unit, at: location)
        case .unitless, .literal: return unitlessFault(unit, at: location)
        case .dimension(let dimension):
            if dimension != unit.dimension, unit.isMagnitude, let own = measure.unit {
                return .magnitudeWithoutUnit(quantity.source, write: quantity.source + own.symbol, at: location)
            }
            if unit.isShareDifference, dimension.isPure, !measure.isDifference, measure.unit?.isShareDifference != true {
                return .pointsOfShare(quantity.source, percent: Unit.percent.text(quantity.value, fractionDigits: quantity.fractionDigits), at: location)
            }
            let isShareOfNoShare = unit.isRatioSign && measure.unit.map { !$0.isShareLike } ?? false
            guard dimension != unit.dimension || isShareOfNoShare else { return nil }
            return .unitMismatch(
                Localized(zh: "限值“\(quantity.source)”", en: "the limit '\(quantity.source)'"), observed: measure.name,
                at: location, help: help(unit))
        }
    }

    /// More than this many times of the same is no share and hardly a ratio: somebody left a sign out.
    private static let mostTimes = Number(10)

    /// Whether a bare number beside a share is more likely per cent than so many times: where it is more than any share, and no
    /// more than a hundred.
    static func isShareWithoutSign(_ number: Number) -> Bool { number > mostTimes && number <= 100 }

    private func bareFault(at location: Location) -> Diagnostic? {
        if let unit = measure.scaledUnit, !quantity.value.isZero { return .bareNumber(quantity.source, beside: unit, at: location) }
        guard measure.basis == .dimension(.pure), quantity.value > Self.mostTimes else { return nil }
        return .percentMissing(quantity.source, at: location)
    }

    /// Records are counted in pieces or people, whatever they are.
    private func tallyFault(_ unit: Unit, at location: Location) -> Diagnostic? {
        if unit.isMagnitude { return .magnitudeWithoutUnit(quantity.source, write: quantity.source + "个", at: location) }
        let counted = ["个", "人", "人次"].compactMap { try? Unit.parse($0).dimension }
        guard unit.isRatioSign || !counted.contains(unit.dimension) else { return nil }
        return .unitMismatch(
            Localized(zh: "限值“\(quantity.source)”", en: "the limit '\(quantity.source)'"), observed: measure.name,
            at: location, help: help(unit))
    }

    /// A field without a unit holds plain numbers; only a unit that counts single things says no more than that.
    private func unitlessFault(_ unit: Unit, at location: Location) -> Diagnostic? {
        guard unit.scale != 1 else { return nil }
        return .unitMismatch(
            Localized(zh: "限值“\(quantity.source)”", en: "the limit '\(quantity.source)'"), observed: measure.name,
            at: location,
            help: unit.isRatioSign
                ? Localized(zh: "在词汇表中把该字段声明为 percent 类型", en: "declare the field as percent in the vocabulary")
                : Localized(zh: "在词汇表中给该字段写上 unit: \(unit.symbol)", en: "give the field unit: \(unit.symbol) in the vocabulary"))
    }

    private func help(_ unit: Unit) -> Localized? {
        guard unit.isRatioSign else {
            if measure.basis == .dimension(.pure) {
                return Localized(zh: "占比的限值写成百分比，例如 85%", en: "write the limit of a share as a percentage, such as 85%")
            }
            return measure.unit.map { Localized(zh: "用“\($0.symbol)”写限值", en: "write the limit in '\($0.symbol)'") }
        }
        return Localized(
            zh: "百分比只用于同类数量之比，例如 专业技术岗位 / 岗位总量", en: "a percentage suits a quotient of two counts of one kind, such as professional_posts / total_posts")
    }
}
