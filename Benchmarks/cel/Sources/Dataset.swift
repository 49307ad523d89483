import CEL

/// The variables that every expression is evaluated with. `peers.py` makes the same.
enum Dataset {
    static let staffCount = 100
    static let departments = ["ph", "cdc", "wic", "eh"]
    static let titles = ["a", "b", "c"]

    static func salary(of index: Int) -> Double { 40000.0 + 137.5 * Double(index) }

    static let types: [String: Type] = [
        "posts_professional": .int, "posts_total": .int, "kind": .string, "name": .string,
        "staff": .list(.map(key: .string, value: .dyn)),
    ]

    static func values() throws -> [String: Value] {
        [
            "posts_professional": .int(87), "posts_total": .int(100), "kind": .string("cdc"),
            "name": .string("AB123456"), "staff": .list(try (0..<staffCount).map(person)),
        ]
    }

    private static func person(_ index: Int) throws -> Value {
        let entries: [(Value, Value)] = [
            (.string("dept"), .string(departments[index % departments.count])),
            (.string("salary"), .double(salary(of: index))),
            (.string("title"), .string(titles[index % titles.count])),
        ]
        return .map(try MapValue(entries))
    }
}
