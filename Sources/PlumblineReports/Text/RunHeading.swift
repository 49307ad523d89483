import Diagnostics
import Plumbline

/// The head of a text report: the day, the plans, and the data that they are held against.
struct RunHeading {
    let context: ReportContext
    let totals: RunTotals
    let style: TextStyle

    var lines: [String] {
        let asOf = context.asOf.description
        let title = style.words(zh: "准绳核查报告，截至 \(asOf)", en: "Plumbline audit, as of \(asOf)")
        return [style.bold(title)] + context.plan.book.rulesets.map(line) + [data].compactMap(\.self)
    }
}

private extension RunHeading {
    /// How many places of the data are named.
    static let placeLimit = 3

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

    /// Where the data are from, and how much they are; what rulesets bring is no part of them.
    var data: String? {
        let files = totals.files.filter { !$0.isOfRuleset }
        guard !files.isEmpty else { return nil }
        let records = files.reduce(0) { $0 + $1.records }
        let counts = [
            style.count(Set(files.map(\.file)).count, zh: "个文件", en: "file"), style.count(records, zh: "条记录", en: "record"),
        ].joined(separator: style.words(zh: "，", en: ", "))
        return "  " + style.words(zh: "数据：\(places(files))（\(counts)）", en: "data: \(places(files)) (\(counts))")
    }

    /// The outermost folders, and the files that lie in none.
    func places(_ files: [ReadFile]) -> String {
        var places: [String] = []
        for file in files {
            let place = file.file.firstIndex(of: "/").map { String(file.file[...$0]) } ?? file.file
            if !places.contains(place) { places.append(place) }
        }
        let more = places.count > Self.placeLimit ? style.words(zh: " 等", en: ", …") : ""
        return places.prefix(Self.placeLimit).map(PrintedText.of).joined(separator: style.words(zh: "、", en: ", ")) + more
    }
}
