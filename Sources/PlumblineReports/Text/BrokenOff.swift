import Diagnostics
import Plumbline

/// That a run was broken off, and why: the first thing that its report says.
struct BrokenOff {
    let totals: RunTotals
    let style: TextStyle

    /// Empty for a run that came to its end.
    var lines: [String] {
        guard let cause else { return [] }
        let heading = style.words(
            zh: "核查中断，本报告不完整", en: "The audit was broken off. This report is incomplete")
        return [style.paint(heading, as: .fail)] + [
            style.words(zh: "数据未能读完：\(cause)", en: "the data could not be read to their end: \(cause)"),
            style.words(
                zh: "以下只涉及此前读到的内容；没有判完的要求记为“未判定”，不是结论",
                en: "what follows tells only of what was read before; \"not judged\" is no verdict"),
            style.words(zh: "请改正或移走该文件，再重新核查", en: "mend the file, or take it away, and check again"),
        ].map { "  \($0)" }
    }

    /// The same in a line, for the end of the report.
    var line: String? {
        guard totals.fault != nil else { return nil }
        return style.paint(
            style.words(zh: "核查中断，以上各数只涉及此前读到的内容。", en: "The audit was broken off: these figures tell only of what was read before."),
            as: .fail)
    }

    private var cause: String? {
        guard let fault = totals.fault else { return nil }
        let place = fault.location.map { "\(PrintedText.of($0.file)):\($0.start.line)" }
        let reason = PrintedText.of(fault.message[style.language])
        return place.map { style.words(zh: "\($0)：\(reason)", en: "\($0): \(reason)") } ?? reason
    }
}
