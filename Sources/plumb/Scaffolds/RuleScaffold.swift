import Diagnostics
import Plumbline

/// A file with one rule for a ruleset that is there, over one of its tables, with cases of which one is to be filled in.
struct RuleScaffold: Scaffold {
    let id: String
    let ruleset: Ruleset
    let table: Table
    /// The first field that holds numbers: something to observe that is there.
    private let field: Field?

    init(id: String, ruleset: Ruleset, table: Table) {
        self.id = id
        self.ruleset = ruleset
        self.table = table
        field = table.numberFields.first
    }

    var files: [(path: String, text: String)] { [("\(id).yaml", text)] }

    var nextSteps: Localized {
        Localized(
            zh: "改好 observe 和 target，再运行 plumb test：有一个用例失败，等着填写。",
            en: "Change observe and target, then run plumb test: one case fails until you fill it in.")
    }

    private var text: String {
        let names = table.fieldNames.joined(separator: ", ")
        return """
            ruleset: \(ruleset.name)
            rules:
              - id: \(id)
                title: {zh: 指标名称, en: What it is about}
                source: {section: 章节}
                # Fields of this table 该表的字段: \(names)
                for: \(table.name)
            \(requirement)
            """
    }

    private var requirement: String {
        guard let field else {
            return """
                    # A condition that has to hold 须成立的条件
                    require: \(table.fieldNames.first.map { "measured(\($0))" } ?? "true")
                    cases:
                      # Fill in: what should it be? 请填写应得的结果
                      - {name: 没有填报, given: {}, outcome: error}

                """
        }
        let unit = field.isPercent ? "%" : field.unitSymbol.map { " \($0)" } ?? ""
        return """
                observe: \(field.name)
                target: {at_least: 10\(unit)}
                cases:
                  - {name: 正好达到, given: {\(field.name): 10\(field.isPercent ? "%" : "")}, outcome: pass}
                  # Fill in: what should it be? 请填写应得的结果
                  - {name: 未达到, given: {\(field.name): 9\(field.isPercent ? "%" : "")}, outcome: error}
                  - {name: 没有填报, given: {}, outcome: not_measured}

            """
    }
}
