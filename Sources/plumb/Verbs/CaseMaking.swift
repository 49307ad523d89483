import Diagnostics
import Plumbline

/// `plumb test --generate`: prints boundary cases, or writes them into the files of their rules.
struct CaseMaking {
    let plan: AuditPlan
    /// Of the cases' names; nil for that of each rule's title.
    let language: Language?

    func perform(isWritten: Bool, on console: Console) throws(CommandFailure) -> ExitStatus {
        let generator = CaseGenerator(plan)
        let results = plan.rules.indices.map { generator.cases(ofRule: $0, in: language) }
        guard isWritten else {
            try console.print(GeneratedCases(results).text(in: console.language))
            return .clean
        }
        let files = try write(results)
        for result in results {
            for note in GeneratedCases.notes(result, in: console.language) { console.note(Localized(same: "\(result.rule.fullName): \(note)")) }
            if !result.cases.isEmpty, CaseInsertion(result) == nil { console.tell(Diagnostics(.noPlaceForCases(result.rule))) }
        }
        let count = results.filter { CaseInsertion($0) != nil }.reduce(0) { $0 + $1.cases.count }
        try console.print(Localized(
            zh: "写入 \(count) 个用例，\(files) 个文件；结论须对照规划原文核对\n",
            en: "wrote \(count) \(count == 1 ? "case" : "cases") to \(files) \(files == 1 ? "file" : "files"); check what they expect against the plan\n"
        )[console.language])
        return .clean
    }

    /// - Returns: How many files were written.
    private func write(_ results: [CaseGenerator.Result]) throws(CommandFailure) -> Int {
        let insertions = Dictionary(grouping: results.compactMap { CaseInsertion($0) }, by: \.file)
        for (file, insertions) in insertions.sorted(by: { $0.key < $1.key }) {
            do throws(Diagnostic) {
                let text = try CaseInsertion.text(ofFile: file, inserting: insertions)
                // Under its name only when it is whole, as with reports.
                let destination = ReportFile(file)
                try destination.begin()
                try destination.write(Array(text.utf8))
                try destination.finish()
            } catch {
                throw CommandFailure(.internalFailure, error)
            }
        }
        return insertions.count
    }
}
