import CEL
import OrderedCollections
import Quantities

/// The ways in which records may belong to a group of which nobody knows whether they do: in the first, none of them does.
struct StrangerWays {
    /// Strangers who are alike, and which of them join together.
    private struct Class {
        var members: [[Value?]]
        var choices: [Range<Int>]
    }

    private let classes: [Class]
    /// How many there are, at least one.
    let count: Int

    /// - Parameters:
    ///   - strangers: What each would contribute to the columns.
    ///   - joining: Which of the ways matter.
    /// - Returns: nil where there are more than a limit.
    init?(of strangers: [[Value?]], _ joining: GroupLowering.Joining, atMost limit: Int) {
        let classes = Self.classes(of: strangers, joining)
        var count = 1
        for one in classes {
            count *= one.choices.count
            if count > limit { return nil }
        }
        (self.classes, self.count) = (classes, count)
    }

    /// What those contribute who join in one of the ways, from 0.
    func joining(_ way: Int) -> [[Value?]] {
        var rest = way
        return classes.flatMap { one -> ArraySlice<[Value?]> in
            let choice = one.choices[rest % one.choices.count]
            rest /= one.choices.count
            return one.members[choice]
        }
    }
}

private extension StrangerWays {
    private static func classes(of strangers: [[Value?]], _ joining: GroupLowering.Joining) -> [Class] {
        if strangers.isEmpty { return [] }
        switch joining {
        case .together: return [Class(members: strangers, choices: [0..<0, strangers.indices])]
        case .anyhow:
            return OrderedDictionary(grouping: strangers) { $0 }.values.map { alike in
                Class(members: alike, choices: (0...alike.count).map { 0..<$0 })
            }
        case .extremes:
            // Who is in the same columns differs by no more than a number.
            let groups = OrderedDictionary(grouping: strangers) { values -> [Value?] in
                number(of: values) == nil ? values : values.map { $0 == nil ? nil : .null }
            }
            return groups.values.map { alike in
                let sorted = alike.map { (values: $0, number: number(of: $0) ?? .zero) }.sorted { $0.number < $1.number }.map(\.values)
                let most = sorted.count
                return Class(members: sorted, choices: (0...most).map { 0..<$0 } + (1..<most).map { $0..<most })
            }
        }
    }

    /// The number that a stranger contributes; nil where one of them is unknown.
    static func number(of values: [Value?]) -> Number? {
        let numbers = values.compactMap(\.self).map(\.number)
        return numbers.contains(nil) ? nil : numbers.first ?? nil
    }
}
