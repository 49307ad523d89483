import Diagnostics
import Plumbline

/// The data problems of a run, in its order; of each kind in a file the first few, the rest counted.
struct DataProblemList {
    private struct Kind: Hashable {
        let code: DiagnosticCode
        let file: String
    }

    private static let limitOfKind = 20

    let totals: RunTotals
    let style: TextStyle

    var lines: [String] {
        guard !totals.dataProblems.isEmpty else { return [] }
        let total = totals.dataProblems.count + totals.dataProblemsLeftOut
        let heading = style.words(zh: "数据问题 (\(total))", en: "Data problems (\(total))")
        return [style.bold(heading)] + problemLines + leftOutLines
    }
}

private extension DataProblemList {
    /// What is left out of a kind is said in its last place, so that the list stays in order.
    var problemLines: [String] {
        let totalOfKind = totals.dataProblems.reduce(into: [Kind: Int]()) { $0[kind($1), default: 0] += 1 }
        var seen: [Kind: Int] = [:]
        return totals.dataProblems.flatMap { problem -> [String] in
            let kind = kind(problem)
            seen[kind, default: 0] += 1
            let place = seen[kind, default: 0]
            guard place <= Self.limitOfKind else { return [] }
            let more = place == Self.limitOfKind ? totalOfKind[kind, default: place] - place : 0
            return [line(problem)] + (more > 0 ? [leftOver(kind, more)] : [])
        }
    }

    private func kind(_ problem: DataProblem) -> Kind { Kind(code: problem.code, file: problem.file) }

    func line(_ problem: DataProblem) -> String {
        let address = problem.address.map { ":\($0.line)" } ?? ""
        let column = problem.column.map { "  \(PrintedText.of($0))" } ?? ""
        let text = problem.text.map(PrintedText.of).map { style.words(zh: " “\($0)”", en: " \"\($0)\"") } ?? ""
        let message = PrintedText.of(problem.message[style.language])
        return "  \(PrintedText.of(problem.file))\(address)\(column)\(text)" + style.words(zh: "：", en: ": ")
            + "\(message)  \(style.faint("[\(problem.code.rawValue)]"))"
    }

    private func leftOver(_ kind: Kind, _ more: Int) -> String {
        let file = PrintedText.of(kind.file)
        return style.words(
            zh: "  … \(file) 另有 \(more) 处 [\(kind.code.rawValue)] 未列出；--format json 给出更多",
            en: "  … \(more) more [\(kind.code.rawValue)] in \(file); --format json gives more")
    }

    var leftOutLines: [String] {
        let more = totals.dataProblemsLeftOut
        guard more > 0 else { return [] }
        return [
            style.words(
                zh: "  … 之后还有 \(more) 处，任何报告都不再列出", en: "  … and \(more) after these, which no report lists")
        ]
    }
}
