import Diagnostics
import Plumbline

/// The head of a text report: the day and the plans.
struct RunHeading {
    let context: ReportContext
    let style: TextStyle

    var lines: [String] {
        let asOf = context.asOf.description
        let title = style.words(zh: "准绳核查报告，截至 \(asOf)", en: "Plumbline audit, as of \(asOf)")
        return [style.bold(title)] + context.plan.book.rulesets.map(line)
    }
}

private extension RunHeading {
    func line(_ ruleset: Ruleset) -> String {
        let parts = [ruleset.plan.map { PrintedText.of($0.title[style.language]) }, ruleset.plan.flatMap(span)]
        return (["  \(PrintedText.of(ruleset.name))"] + parts.compactMap(\.self)).joined(separator: "  ")
    }

    /// The days that the plan runs, as far as it names them.
    func span(_ plan: Ruleset.Plan) -> String? {
        switch (plan.from?.description, plan.to?.description) {
        case (nil, nil): nil
        case (let from?, nil): style.words(zh: "\(from) 起", en: "from \(from)")
        case (nil, let to?): style.words(zh: "至 \(to)", en: "until \(to)")
        case (let from?, let to?): style.words(zh: "\(from) 至 \(to)", en: "\(from) to \(to)")
        }
    }
}
