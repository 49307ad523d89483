import Diagnostics
import Plumbline

/// A cell that a verdict rests on, on one line: its field, its column's header, what it says.
struct EvidenceText {
    let evidence: Evidence
    /// The record of the finding, whose address need not be said again.
    let record: RecordReference
    /// What a blank cell of the field says.
    let blank: Field.Blank
    let style: TextStyle

    var text: String { "\(name)\(says)\(place)" }

    private var name: String {
        let column = evidence.column.flatMap { $0 == evidence.field ? nil : " \(PrintedText.of($0))" }
        return PrintedText.of(evidence.field) + (column ?? "")
    }

    private var says: String {
        if evidence.isMasked { return style.words(zh: " =（敏感，已隐去）", en: " = (sensitive, withheld)") }
        switch evidence.state {
        case .measured where shown.isEmpty: return style.words(zh: "（空，视为\(taken)）", en: " (blank, taken as \(taken))")
        case .measured: return " = \(shown)"
        case .unreadable where evidence.text == nil: return style.words(zh: "（无法读取）", en: " (unreadable)")
        case .unreadable: return style.words(zh: " = “\(shown)”（无法读取）", en: " = \"\(shown)\" (unreadable)")
        case .missing where evidence.column == nil: return style.words(zh: "（没有这一列）", en: " (no such column)")
        case .missing where shown.isEmpty: return style.words(zh: "（空）", en: " (blank)")
        case .missing: return style.words(zh: " = “\(shown)”（视为未填报）", en: " = \"\(shown)\" (taken as blank)")
        }
    }

    /// What stands for the blank.
    private var taken: String {
        switch blank {
        case .value(let text): style.words(zh: " ", en: "") + PrintedText.of(text)
        case .none: style.words(zh: "没有", en: "none")
        case .missing: style.words(zh: "有值", en: "a value")
        }
    }

    private var shown: String { PrintedText.of(evidence.text ?? "") }

    private var place: String {
        guard evidence.address != record.address else { return "" }
        return " (\(PrintedText.of(evidence.address.file)):\(evidence.address.line))"
    }
}
