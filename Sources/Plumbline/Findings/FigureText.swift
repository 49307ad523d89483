public import Diagnostics
public import Quantities

/// Prints the figures of a finding so that what is printed never contradicts its verdict.
public struct FigureText: Sendable {
    private let limit: Limit
    /// What this record was held against and came to, where that is known of one record.
    private let measurement: Measurement?
    private let language: Language
    /// Nil where units stand as rules write them.
    private var unitLanguage: Language?

    /// The texts of a rule's limit, and of figures that are held against it.
    ///
    /// - Parameter measurement: The figures of one record, which may have a limit of its own.
    public init(_ limit: Limit, of measurement: Measurement? = nil, in language: Language) {
        self.limit = limit
        self.measurement = measurement
        self.language = language
        unitLanguage = language
    }

    /// The same with units as rules write them, as cases do.
    public var asWritten: FigureText {
        var text = self
        text.unitLanguage = nil
        return text
    }

    /// An observed value, with as many digits as it takes to stand on its side of the limit.
    public func observed(_ value: Measurement.Observed) -> String {
        switch value {
        case .text(let text): text
        case .range(let low, let high): Self.range(low.map(end), high.map(end), in: language) + unknown
        case .number(let number): text(number, distinctFrom: nearestBound(to: number), in: limit.unit)
        }
    }

    /// Of how many records it is not known whether they count.
    private var unknown: String {
        guard let count = measurement?.unknownCount, count > 0 else { return "" }
        return Localized(zh: "（\(count) 条不明）", en: " (\(count) unknown)")[language]
    }

    private func end(_ number: Number) -> String { text(number, distinctFrom: nearestBound(to: number), in: limit.unit) }

    /// What lies between two ends, of which either may be nil, in words.
    public static func range(_ low: String?, _ high: String?, in language: Language) -> String {
        let words = switch (low, high) {
        case (let low?, let high?): Localized(zh: "\(low) 至 \(high)", en: "\(low) to \(high)")
        case (let low?, nil): Localized(zh: "不低于 \(low)", en: "\(low) or more")
        case (nil, let high?): Localized(zh: "不高于 \(high)", en: "\(high) or less")
        case (nil, nil): Localized(zh: "任意值", en: "any number")
        }
        return words[language]
    }

    /// The gap, with its sign: `-2.65pp`; never 0 unless it is.
    public func gap(_ gap: Number) -> String {
        let number = (gap > 0 ? "+" : "") + text(gap, distinctFrom: 0, in: measurement?.gapUnit ?? limit.unit?.difference)
        guard isOfGrades else { return number }
        return number + Localized(zh: " 级", en: gap.magnitude == 1 ? " grade" : " grades")[language]
    }

    /// The limit with its sign: `≥ 85%`; where a record has its own, that number and what the rule says:
    /// `≥ 72.5% (share_of_region)`.
    /// Where the plan writes something else, that too: `≥ 2 所 (as written: 2—3所)`.
    public var limitText: String {
        if let set = limit.wantedSet { return Self.text(of: set, in: language) }
        let written = limit.asWritten.map { Localized(zh: "（原文：\($0)）", en: " (as written: \($0))")[language] } ?? ""
        let sign = limit.sign.isEmpty ? "" : "\(limit.sign) "
        if let words = limit.words?[language] {
            guard let number = measurement?.limit else { return sign + words + written }
            let figure = text(number, distinctFrom: observedNumber ?? number, in: limit.unit)
            return sign + figure + Localized(zh: "（\(words)）", en: " (\(words))")[language] + written
        }
        let own = told(limit.text)
        let compared = limit.comparedWith?[language] ?? ""
        guard let number = measurement?.limit else { return "\(limit.textHasSigns ? "" : sign)\(own)\(compared)\(written)" }
        let figure = self.text(number, distinctFrom: observedNumber ?? number, in: limit.unit)
        // Brackets within brackets read badly where both are full-width.
        let inner = compared.hasPrefix("（") && compared.hasSuffix("）") ? "，" + compared.dropFirst().dropLast() : nil
        return sign + figure + (inner.map { "（\(own)\($0)）" } ?? " (\(own)\(compared))") + written
    }

    private static func text(of set: Limit.WantedSet, in language: Language) -> String {
        let words = set.allowsExtra
            ? Localized(zh: "应有 \(set.names.joined(separator: "、")) 的各项", en: "all of \(set.names.joined(separator: ", "))")
            : Localized(zh: "应与 \(set.names.joined(separator: "、")) 一致", en: "the same as \(set.names.joined(separator: ", "))")
        return words[language]
    }

    /// Where a value should stand by now, with as many digits as it takes not to contradict the observed one.
    public func line(_ line: Number) -> String { text(line, distinctFrom: observedNumber ?? line, in: limit.unit) }

    /// What is needed a year, with its sign.
    public func yearly(_ number: Number) -> String {
        (number > 0 ? "+" : "") + text(number, distinctFrom: 0, in: limit.unit?.difference)
    }

    /// A quantity as the language calls its unit: a rule writes `2pp` and `10 张` in either. Chinese reports print what rules write,
    /// but for points.
    private func told(_ written: String) -> String {
        guard let quantity = try? Quantity.parse(written), let unit = quantity.unit, unitLanguage != nil else { return written }
        switch language {
        case .zh:
            guard unit.isShareDifference, written.hasSuffix("pp") else { return written }
            return written.dropLast(2).filter { $0 != " " } + Unit.percentagePoints.suffix(.zh)
        case .en: return unit.text(quantity.value, fractionDigits: quantity.fractionDigits, in: .en)
        }
    }

    /// Whether the gap counts steps of an ordered enumeration.
    private var isOfGrades: Bool {
        if limit.unit == nil, measurement?.gapUnit == nil, case .text? = measurement?.observed { true } else { false }
    }

    private var observedNumber: Number? {
        if case .number(let number)? = measurement?.observed { number } else { nil }
    }

    private func nearestBound(to number: Number) -> Number? {
        measurement?.limit ?? limit.bounds.min { (number - $0).magnitude < (number - $1).magnitude }
    }

    private func text(_ number: Number, distinctFrom bound: Number?, in unit: Unit?) -> String {
        if let unit { return unit.text(number, distinctFrom: bound, in: unitLanguage) }
        return bound.map { number.text(fractionDigits: 2, distinctFrom: $0) } ?? number.shortText(fractionDigits: 2)
    }
}
