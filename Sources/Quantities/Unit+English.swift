/// What units are called in English reports.
extension Unit {
    /// What stands behind a number: ` people per 10,000 people`, `%`, ` days`; nothing for things that are merely counted.
    ///
    /// - Parameter isOne: Whether the number is 1.
    func english(isOne: Bool) -> String {
        if isRatioSign || isShareDifference { return isShareDifference && scale == Unit.percentagePoints.scale ? "pp" : symbol }
        let sides = symbol.split(separator: "/", omittingEmptySubsequences: false).map(Term.init)
        guard let first = sides.first else { return "" }
        let above = first.text(isOne: isOne)
        let below = sides.dropFirst().map { "per \($0.textBelow)" }
        return ([above] + below).filter { !$0.isEmpty }.map { " \($0)" }.joined()
    }

    /// One side of a `/`.
    private struct Term {
        /// What the name is scaled by, such as `3` and `万` in `3万人`, as it is printed.
        let scale: String
        let name: String

        init(_ side: Substring) {
            let digits = side.prefix { $0.isASCII && $0.isNumber || $0 == "." }
            var name = side[digits.endIndex...]
            var scale = Number(Decimal(String(digits)) ?? Decimal(1))
            while let first = name.unicodeScalars.first, KnownUnit.byName[name.lowercased()] == nil, let factor = KnownUnit.magnitudes[first] {
                scale = scale * factor
                name = name.dropFirst()
            }
            self.scale = scale == 1 ? "" : Self.grouped(scale.description)
            self.name = String(name)
        }

        func text(isOne: Bool) -> String {
            [scale.isEmpty ? "" : "×\(scale)", word(isOne: isOne && scale.isEmpty)].filter { !$0.isEmpty }.joined(separator: " ")
        }

        /// The term behind `per`, where a thing that is counted has to be named.
        var textBelow: String {
            let word = word(isOne: scale.isEmpty)
            return [scale, word.isEmpty ? name : word].filter { !$0.isEmpty }.joined(separator: " ")
        }

        private func word(isOne: Bool) -> String {
            guard let word = Self.words[name] else { return Self.isCounter(name) ? "" : name }
            return isOne ? word.one : word.many
        }

        private static func isCounter(_ name: String) -> Bool {
            KnownUnit.byName[name]?.dimension == Dimension(.counter) && !name.utf8.allSatisfy { $0 < 0x80 }
        }

        /// `10000` as `10,000`.
        private static func grouped(_ digits: String) -> String {
            guard !digits.contains("."), digits.count > 3 else { return digits }
            var text = ""
            for (place, digit) in digits.enumerated() {
                if place > 0, (digits.count - place) % 3 == 0 { text.append(",") }
                text.append(digit)
            }
            return text
        }

        private static let words: [String: (one: String, many: String)] = [
            "人": ("person", "people"), "人次": ("visit", "visits"), "元": ("yuan", "yuan"), "秒": ("second", "seconds"),
            "分钟": ("min", "min"), "小时": ("h", "h"), "天": ("day", "days"), "日": ("day", "days"), "周": ("week", "weeks"),
            "星期": ("week", "weeks"), "个月": ("month", "months"), "月": ("month", "months"), "季度": ("quarter", "quarters"),
            "季": ("quarter", "quarters"), "个季度": ("quarter", "quarters"), "年": ("year", "years"), "岁": ("year", "years"),
            "周岁": ("year", "years"), "米": ("m", "m"), "公里": ("km", "km"), "千米": ("km", "km"), "平方米": ("m²", "m²"),
            "平方公里": ("km²", "km²"), "平方千米": ("km²", "km²"), "分": ("point", "points"), "床": ("bed", "beds"),
            "床位": ("bed", "beds"), "张床": ("bed", "beds"),
        ]
    }
}
