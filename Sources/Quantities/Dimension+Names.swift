public import Diagnostics

extension Dimension {
    /// What people call it in a message, such as `money` or `count per people`.
    public func name(_ language: Language) -> String {
        let above = Base.allCases.filter { self[$0] > 0 }.map { factor($0, language) }
        let below = Base.allCases.filter { self[$0] < 0 }.map { factor($0, language) }
        let times = language == .zh ? "·" : " × "
        let over = language == .zh ? "/" : " per "
        let numerator = above.isEmpty && !below.isEmpty ? "1" : above.joined(separator: times)
        if below.isEmpty { return above.isEmpty ? Self.pureName(language) : numerator }
        return numerator + over + below.joined(separator: times)
    }

    private func factor(_ base: Base, _ language: Language) -> String {
        let exponent = abs(self[base])
        return exponent == 1 ? base.name(language) : "\(base.name(language))^\(exponent)"
    }

    private static func pureName(_ language: Language) -> String {
        language == .zh ? "纯数或占比" : "plain number or share"
    }
}

extension Dimension.Base {
    /// What people call it in a message.
    public func name(_ language: Language) -> String {
        let (zh, en) =
            switch self {
            case .counter: ("数量", "count")
            case .person: ("人数", "people")
            case .visit: ("人次", "visits")
            case .yuan: ("金额", "money")
            case .clock: ("时间", "time")
            case .calendar: ("年月", "years and months")
            case .length: ("长度", "length")
            }
        return language == .zh ? zh : en
    }
}
