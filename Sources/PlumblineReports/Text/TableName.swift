import Diagnostics
import Plumbline

/// What people call a table, with its name in the vocabulary.
struct TableName {
    let table: String
    let plan: AuditPlan
    let style: TextStyle

    var text: String {
        guard let title = plan.title(ofTable: table) else { return PrintedText.of(table) }
        return PrintedText.of(title[style.language]) + style.words(zh: "（\(table)）", en: " (\(table))")
    }
}
