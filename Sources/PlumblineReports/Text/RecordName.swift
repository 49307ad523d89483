import Diagnostics
import Plumbline

/// What people call a record, a group of records, or all of them.
struct RecordName {
    let record: RecordReference
    let audit: AuditPlan
    let style: TextStyle

    /// The label with the key; all records of a table by the table's title; with the period where there is one.
    var text: String { plain + period }

    /// The name without the period, for lists in which the period says nothing.
    var plain: String {
        guard record.kind != .all else { return all }
        if record.isUnknownGroup { return style.words(zh: "分组不明", en: "group not known") }
        let key = PrintedText.of(record.key)
        guard let label = record.label, label != record.key else { return key }
        return PrintedText.of(label) + style.words(zh: "（\(key)）", en: " (\(key))")
    }

    private var all: String {
        let table = PrintedText.of(audit.title(ofTable: record.table)?[style.language] ?? record.table)
        return style.words(zh: "全部\(table)", en: "All records: \(table)")
    }

    private var period: String { record.period.map { " · \($0)" } ?? "" }
}
