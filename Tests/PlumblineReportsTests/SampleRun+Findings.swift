import Diagnostics
import Plumbline
import Quantities

/// Findings as an engine would make them.
extension SampleRun {
    static func record(_ row: Int, name: String? = "安居区疾病预防控制中心", key: String? = nil) -> RecordReference {
        RecordReference(table: "institution", key: key ?? "SN\(row)", label: name, address: address(row))
    }

    static func address(_ row: Int, file: String = "institutions.csv") -> RecordAddress {
        RecordAddress(file: file, row: row, line: row + 1)
    }

    static func cell(
        _ field: String, _ column: String?, _ text: String?, row: Int, state: Evidence.State = .measured,
        isMasked: Bool = false
    ) -> Evidence {
        Evidence(field: field, address: address(row), column: column, text: text, state: state, isMasked: isMasked)
    }

    /// `part` of `whole` posts against the floor of 85 %.
    static func posts(_ part: Int64, of whole: Int64, row: Int, name: String = "安居区疾病预防控制中心") -> Finding {
        let share = Number(numerator: part, denominator: whole) ?? 0
        let gap = share - (Number(numerator: 17, denominator: 20) ?? 0)
        let closings = [Closing(kind: .convert, amount: .smallest(3)), Closing(kind: .add, amount: .smallest(15))]
        return Finding(
            rule: 0, record: record(row, name: name), reason: gap.isNegative ? .beyondLimit : .withinLimit,
            measurement: Measurement(observed: .number(share), gap: gap, closings: gap.isNegative ? closings : []),
            evidence: [
                cell("professional_posts", "专业技术岗位数", String(part), row: row),
                cell("total_posts", "岗位总量", String(whole), row: row),
            ])
    }

    static func unmeasured(_ reason: Reason, row: Int, text: String? = "") -> Finding {
        Finding(
            rule: 0, record: record(row, name: nil), reason: reason,
            evidence: [
                cell(
                    "professional_posts", "专业技术岗位数", text, row: row,
                    state: reason == .unreadable ? .unreadable : .missing),
                cell("total_posts", nil, nil, row: row, state: .missing),
            ])
    }

    static func tooManyOpen(row: Int) -> Finding {
        Finding(
            rule: 1, record: record(row, name: "示例医院"), reason: .conditionFalse,
            evidence: [
                cell("open_beds", "实际开放床位数", "120", row: row), cell("beds", "beds", "100", row: row),
            ])
    }

    static func overpaid(_ pay: Int64, row: Int) -> Finding {
        Finding(
            rule: 2, record: record(row, name: "示例医院"), reason: .beyondLimit,
            measurement: Measurement(
                observed: .number(Number(pay)), gap: Number(pay - 500_000),
                closings: [Closing(kind: .remove, amount: .impossible)]),
            evidence: [cell("chief_pay", "负责人薪酬", nil, row: row, isMasked: true)])
    }

    static func faulty(row: Int) -> Finding {
        Finding(
            rule: 2, record: record(row, name: "示例医院"), reason: .ruleError,
            evidence: [cell("chief_pay", "负责人薪酬", nil, row: row, isMasked: true)],
            fault: Localized(zh: "没有这样的下标：3", en: "no such index: 3"))
    }

    /// Why the data of a run could not be read to their end.
    static let fault = Diagnostic(
        code: "bad-utf8",
        at: Location(file: "更多/医院.csv", start: Position(line: 3, column: 4), lineText: "SN3,\u{FFFD}"),
        message: Localized(zh: "字节 D6 不是有效的 UTF-8 编码", en: "the byte D6 is not valid UTF-8"))

    /// A finding of every kind, two data problems and a file that was passed over.
    static func many() throws -> SampleRun {
        var run = try SampleRun()
        run.totals.files = [
            ReadFile(file: "institutions.csv", table: "institution", records: 9),
            ReadFile(
                file: "更多/医院.csv", table: "institution", records: 1,
                form: FileForm(encoding: .gb18030, delimiter: "\t"),
                setAside: [
                    SetAside(kind: .total, count: 1, rows: [RowAddress(row: 2, line: 3)]),
                    SetAside(kind: .note, count: 12, rows: (4...13).map { RowAddress(row: $0, line: $0 + 1) }),
                ]),
        ]
        run.totals.skippedFiles = [
            SkippedFile(file: "README.md", reason: Localized(zh: "不是能读取的数据格式", en: "not a format that can be read"))
        ]
        run.totals.dataProblems = [
            DataProblem(
                code: "unreadable-cell", table: "institution", file: "institutions.csv", address: address(6),
                column: "专业技术岗位数", text: "约90", message: Localized(zh: "不是整数", en: "not a whole number")),
            DataProblem(
                code: "missing-column", table: "institution", file: "更多/医院.csv", column: "total_posts",
                message: Localized(zh: "缺少规则所需的列", en: "a column that rules need is missing")),
        ]
        let all = [
            posts(84, of: 100, row: 1, name: "遂宁市疾病预防控制中心"), overpaid(600_000, row: 2), posts(70, of: 85, row: 3),
            posts(90, of: 100, row: 4), unmeasured(.missing, row: 5), faulty(row: 5), unmeasured(.unreadable, row: 6, text: "约90"),
            tooManyOpen(row: 7), unmeasured(.scopeUnknown, row: 8, text: "-"),
            Finding(rule: 0, record: record(9), reason: .outOfScope),
        ]
        for finding in all { run.add(finding) }
        return run
    }
}
