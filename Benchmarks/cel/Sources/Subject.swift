import CEL

/// An expression that is measured, and the check of its result.
struct Subject: Sendable {
    let name: String
    let text: String
    /// Whether a result is the right one.
    let isRight: @Sendable (Value) -> Bool

    /// The expressions by the names that the table has for them.
    static let all: [Subject] = [
        Subject(name: "a", text: "posts_professional * 100 >= posts_total * 85", isRight: isTrue),
        Subject(
            name: "b", text: #"kind == "cdc" && double(posts_professional) / double(posts_total) >= 0.85"#,
            isRight: isTrue),
        Subject(name: "c", text: #"staff.filter(s, s.dept == "ph").map(s, s.salary)"#, isRight: areSalaries),
        Subject(name: "d", text: #"staff.all(s, s.salary > 0.0 && s.title in ["a","b","c"])"#, isRight: isTrue),
        Subject(name: "e", text: #"name.matches("^[A-Z]{2}[0-9]{6}$") && name.size() < 20"#, isRight: isTrue),
    ]
}

private extension Subject {
    static func isTrue(_ value: Value) -> Bool { value == .bool(true) }

    static func areSalaries(_ value: Value) -> Bool {
        let salaries = stride(from: 0, to: Dataset.staffCount, by: Dataset.departments.count)
        return value == .list(salaries.map { .double(Dataset.salary(of: $0)) })
    }
}
