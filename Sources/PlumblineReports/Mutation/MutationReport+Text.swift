public import Diagnostics
import Plumbline

extension MutationReport {
    /// The mistakes that no case notices, rule by rule, each with what a case would have to show; then the counts by kind.
    public func text(in language: Language, usesColor: Bool = false) -> String {
        let style = TextStyle(language: language, usesColor: usesColor)
        let blocks = results.filter { !$0.survivors.isEmpty || $0.caseCount == 0 }.map { block($0, style).joined(separator: "\n") }
        return (blocks + [kinds(style), closing(style)]).filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
    }
}

private extension MutationReport {
    func block(_ result: MutationTest.Result, _ style: TextStyle) -> [String] {
        let name = style.bold(PrintedText.of(result.title[style.language])) + "  " + style.faint(PrintedText.of(result.name))
        let count = result.total
        guard result.caseCount > 0 else {
            return [name, "  " + style.paint(style.words(
                zh: "没有能通过的用例，\(count.survived) 处改动都无人察觉", en: "no cases that pass, so that none of \(count.survived) mistakes is noticed"),
                as: .fail)]
        }
        let heading = style.words(
            zh: "\(count.tried) 处改动中 \(count.survived) 处没有用例察觉", en: "\(count.survived) of \(count.tried) mistakes are noticed by no case")
        return [name, "  " + heading] + result.survivors.flatMap { lines($0, style) }
    }

    func lines(_ survivor: MutationTest.Survivor, _ style: TextStyle) -> [String] {
        let after = survivor.after.isEmpty
            ? style.words(zh: "（删去）", en: "(left out)") : PrintedText.ofExpression(survivor.after)
        return [
            "  \(style.mark(.fail)) \(survivor.kind.title[style.language])  \(PrintedText.ofExpression(survivor.before)) → \(after)",
            "    " + style.faint(PrintedText.of(survivor.location.description)),
            "    " + style.words(zh: "需要：", en: "wanted: ") + PrintedText.ofExpression(survivor.hint[style.language]),
        ]
    }

    func kinds(_ style: TextStyle) -> String {
        let found = MutationKind.allCases.filter { total($0).tried > 0 }
        guard !found.isEmpty else { return "" }
        var table = TextTable([
            (style.words(zh: "改动", en: "mistake"), .left), (style.words(zh: "数量", en: "tried"), .right),
            (style.words(zh: "察觉", en: "noticed"), .right), (style.words(zh: "未察觉", en: "not noticed"), .right),
        ])
        for kind in found {
            let count = total(kind)
            table.add([kind.title[style.language], "\(count.tried)", "\(count.killed)", "\(count.survived)"])
        }
        return table.lines.joined(separator: "\n")
    }

    func closing(_ style: TextStyle) -> String {
        let count = total
        let rules = results.count { $0.subject == .rule }
        return style.words(
            zh: "\(rules) 条规则，\(count.tried) 处改动：察觉 \(count.killed)，未察觉 \(count.survived)"
                + "；另有 \(count.dropped) 处不成规则或与原文无异，不计",
            en: "\(style.count(rules, zh: "", en: "rule")), \(style.count(count.tried, zh: "", en: "mistake")): "
                + "\(count.killed) noticed, \(count.survived) not; \(count.dropped) more are no rule or change nothing")
    }
}
