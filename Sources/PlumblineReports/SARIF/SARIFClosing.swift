import Diagnostics
import JSON
import Plumbline

/// What a SARIF run says after its results: the files, what went wrong with them, and the totals.
struct SARIFClosing {
    let context: ReportContext
    let totals: RunTotals

    var members: [(String, JSONValue)] {
        [("artifacts", artifacts), ("invocations", .array([invocation])), ("properties", properties)]
    }
}

private extension SARIFClosing {
    /// Each name once: SARIF wants them distinct, and two folders can have files of one name.
    var artifacts: JSONValue {
        var names: Set<String> = []
        let files = totals.files.filter { names.insert($0.file).inserted }
        return .array(files.map { ["location": SARIFText.artifact($0.file), "roles": .strings(["analysisTarget"])] })
    }

    /// A run that a broken file ended has not read and judged everything, and says so.
    var invocation: JSONValue {
        [
            "executionSuccessful": .bool(totals.fault == nil),
            "toolExecutionNotifications": .array(fault + problems + leftOut + skipped),
            "toolConfigurationNotifications": .array(unjudgedRules),
        ]
    }

    var fault: [JSONValue] {
        totals.fault.map { fault in
            let place = fault.location.map { SARIFText.place($0.file, line: $0.start.line) }
            return [notification(PrintedText.of(fault.message[context.language]), level: "error", code: fault.code.rawValue, at: place)]
        } ?? []
    }

    var problems: [JSONValue] {
        totals.dataProblems.map { problem in
            let column = problem.column.map(PrintedText.of)
            let text = problem.text.map(PrintedText.of).map { words(zh: "“\($0)”", en: "\"\($0)\"") }
            let subject = [column, text].compactMap(\.self).joined(separator: " ")
            let message = PrintedText.of(problem.message[context.language])
            return notification(
                subject.isEmpty ? message : subject + words(zh: "：", en: ": ") + message, level: problem.code == .missingKeyColumn ? "error" : "warning",
                code: problem.code.rawValue, at: SARIFText.place(problem.file, line: problem.address?.line))
        }
    }

    var leftOut: [JSONValue] {
        let count = totals.dataProblemsLeftOut
        guard count > 0 else { return [] }
        let text = words(zh: "之后还有 \(count) 处数据问题未列出", en: "\(count) more data problems are not listed")
        return [notification(text, level: "warning", code: "data-problems-left-out")]
    }

    var skipped: [JSONValue] {
        totals.skippedFiles.map { file in
            notification(
                PrintedText.of(file.reason[context.language]), level: "note", code: "skipped-file",
                at: SARIFText.place(file.file))
        }
    }

    /// Rules that met no record have passed nothing.
    var unjudgedRules: [JSONValue] {
        totals.summaries.enumerated().compactMap { index, summary in
            let rule = context.plan.rules[index].rule
            guard let words = summary.status.words(table: rule.table) else { return nil }
            let text = summary.isDisabled ? rule.suspension?.words ?? words : words
            var notification = notification(PrintedText.of(text[context.language]), level: "warning", code: summary.status.rawValue)
            notification.append("associatedRule", ["id": .string(rule.fullName), "index": .integer(index)])
            return notification
        }
    }

    func notification(_ text: String, level: String, code: String, at place: JSONValue? = nil) -> JSONValue {
        var value: JSONValue = [
            "descriptor": ["id": .string(code)], "level": .string(level), "message": SARIFText.message(text),
        ]
        if let place { value.append("locations", .array([["physicalLocation": place]])) }
        return value
    }

    /// Counts that tell what was not written as a result.
    var properties: JSONValue {
        let rules = zip(context.plan.rules, totals.summaries).map { plan, summary in
            JSONValue(plan, summary).picking(["id", "status", "outcomes", "ledger"])
        }
        return [
            "as_of": .string(context.asOf.description), "rules": .array(rules), "summary": JSONValue(summary: totals),
            "profiles": .array(context.plan.book.rulesets.compactMap(\.profile).map { JSONValue($0, asOf: context.asOf) }),
        ]
    }

    func words(zh: String, en: String) -> String { Localized(zh: zh, en: en)[context.language] }
}
