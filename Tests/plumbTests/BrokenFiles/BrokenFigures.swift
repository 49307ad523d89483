/// Figures without the unit that they need, or with another: in limits, and in what cases give and expect.
let brokenFigures: [BrokenCase] = [
    limit("a bare number for a limit in percent", "vacancy", "{at_least: 44.82}", "bare-number", at: "9:24"),
    limit("a fraction for a limit in percent", "vacancy", "{at_least: 0.85}", "bare-number", at: "9:24"),
    limit("so many times of a quotient", "staff / physicians", "{at_least: 44.82}", "percent-missing", at: "9:24"),
    limit("points for the limit of a share", "vacancy", "{at_least: 46pp}", "points-of-share", at: "9:24"),
    limit("points for the limit of a quotient", "physicians / staff", "{at_most: 46.5pp}", "points-of-share", at: "9:23"),
    limit("ten thousands of nothing", "beds", "{at_least: 2万}", "bare-number", at: "9:24"),
    .rule("a bare number in an expression beside percentages", "require: vacancy >= 44.82", code: "bare-number", at: "8:25"),
    .rule("a fraction in an expression beside percentages", "require: vacancy >= 0.85", code: "bare-number", at: "8:25"),
    expected("a case that expects a bare number of a percentage", "vacancy: 44.82%", "observed: 44.82", "bare-number", at: "11:70"),
    expected("a case that expects a bare gap in points", "vacancy: 44.82%", "gap: -1.18", "bare-number", at: "11:65"),
    expected("a case that gives a bare number in percent", "vacancy: 44.82", "gap: -1.18pp", "unreadable-given", at: "11:36"),
    given("a case that gives an amount with its unit", "income: 100万元", "unreadable-given", at: "10:35"),
    given("a case that gives a number with its counter", "beds: 44张", "unreadable-given", at: "10:33"),
    given("a case that gives a day with one digit", "built: 2025-6-3日", "unreadable-given", at: "10:34"),
    given("a case that gives a day that there is not", "built: 2025-02-30", "unreadable-given", at: "10:34"),
    given("a case that calls a field by its title", "床位数: 44", "field-by-title", at: "10:27"),
    given("a case with a misspelt field", "bedss: 44", "unknown-field", at: "10:27"),
]

private func limit(_ title: String, _ observe: String, _ target: String, _ code: String, at place: String) -> BrokenCase {
    .rule(title, "observe: \(observe)", "target: \(target)", code: code, at: place)
}

private func expected(_ title: String, _ given: String, _ member: String, _ code: String, at place: String) -> BrokenCase {
    .rule(
        title, "observe: vacancy", "target: {at_least: 46%}", "cases:", "  - {name: 一, given: {\(given)}, outcome: fail, \(member)}",
        code: code, at: place)
}

private func given(_ title: String, _ given: String, _ code: String, at place: String) -> BrokenCase {
    .rule(title, "require: beds > 3", "cases:", "  - {name: 一, given: {\(given)}, outcome: fail}", code: code, at: place)
}
