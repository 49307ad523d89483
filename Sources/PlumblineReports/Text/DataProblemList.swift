import Diagnostics
import Plumbline

/// The data problems of a run, in its order; of each kind in a file the first few, the rest counted.
struct DataProblemList {
    private struct Kind: Hashable {
        let code: DiagnosticCode
        let file: String
    }

    /// What is wrong with a column of several files.
    private struct Column: Hashable {
        let code: DiagnosticCode
        let table: String
        let name: String

        /// Nil for a problem of a cell or of a whole file.
        init?(_ problem: DataProblem) {
            guard problem.address == nil, let name = problem.column else { return nil }
            (code, table, self.name) = (problem.code, problem.table, name)
        }
    }

    private static let limitOfKind = 20
    private static let filesNamed = 3

    let totals: RunTotals
    let style: TextStyle

    /// More lines than these would bury the findings, so that they stand after them.
    private static let headLimit = 16

    /// What stands before the findings: all problems where they are few, else the first of each kind and how many there are.
    var head: [String] {
        guard !totals.dataProblems.isEmpty else { return [] }
        let lines = problemLines + leftOutLines
        if lines.count <= Self.headLimit { return [heading("")] + lines }
        return [heading(style.words(zh: "，逐处列在结果之后", en: ", listed after the findings"))] + digest
    }

    /// What stands after the findings: all problems, where they are too many to stand before them.
    var tail: [String] {
        let lines = problemLines + leftOutLines
        return lines.count > Self.headLimit ? [heading("")] + lines : []
    }
}

private extension DataProblemList {
    func heading(_ more: String) -> String {
        let total = totals.dataProblems.count + totals.dataProblemsLeftOut
        return style.bold(style.words(zh: "数据问题 (\(total))", en: "Data problems (\(total))") + more)
    }

    /// Of each kind the first, the most frequent kind before all others.
    var digest: [String] {
        let kinds = Dictionary(grouping: totals.dataProblems.enumerated(), by: \.element.code).values
        return kinds.sorted { ($1.count, $0[0].offset) < ($0.count, $1[0].offset) }.map { problems in
            let files = Set(problems.map(\.element.file)).count
            let count = style.words(
                zh: "\(problems.count) 处（\(files) 个文件），如 ",
                en: "\(problems.count) in \(style.count(files, zh: "", en: "file")), such as ")
            return "  " + count + line(problems[0].element).drop { $0 == " " }
        }
    }

    /// What is left out of a kind is said in its last place, so that the list stays in order.
    var problemLines: [String] {
        let totalOfKind = totals.dataProblems.reduce(into: [Kind: Int]()) { $0[kind($1), default: 0] += 1 }
        var seen: [Kind: Int] = [:]
        let files = totals.dataProblems.reduce(into: [Column: [String]]()) { files, problem in
            if let column = Column(problem) { files[column, default: []].append(problem.file) }
        }
        var told: Set<Column> = []
        return totals.dataProblems.flatMap { problem -> [String] in
            if let column = Column(problem), let files = files[column], files.count > 1 {
                return told.insert(column).inserted ? [line(problem, in: files)] : []
            }
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

    /// One line for a column that is wrong in several files.
    func line(_ problem: DataProblem, in files: [String]) -> String {
        let names = files.prefix(Self.filesNamed).map { PrintedText.of($0) }.joined(separator: style.words(zh: "、", en: ", "))
        let more = files.count > Self.filesNamed ? "…" : ""
        let head = style.words(
            zh: "\(files.count) 个文件（\(names)\(more)）", en: "\(files.count) files (\(names)\(more.isEmpty ? "" : ", \(more)"))")
        return "  \(head)  \(PrintedText.of(problem.column ?? ""))" + style.words(zh: "：", en: ": ")
            + "\(PrintedText.of(problem.message[style.language]))  \(style.faint("[\(problem.code.rawValue)]"))"
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
