/// Data that are read, with something in them that is not as meant. What is sound is judged; the rest is named.
let brokenDataCells: [BrokenCase] = [
    cell("a number with its unit", "床位数", "20张"),
    cell("a number in words", "床位数", "二十"),
    cell("a part of a bed", "床位数", "20.5"),
    cell("a number below its range", "床位数", "-3"),
    cell("a number above its range", "床位数", "100000"),
    cell("a remark in place of a number", "床位数", "见附件"),
    cell("a misspelt value of an enumeration", "机构类别", "医 院"),
    cell("a cell with a value that the enumeration does not have", "机构类别", "诊所"),
    cell("a bare number in a column of percentages", "空床率", "0.15"),
    cell("a number with a sign that is none", "空床率", "15％％"),
    cell("neither true nor false", "是否开诊", "部分"),
    cell("a cell with a day that the calendar does not have", "竣工日期", "2025-02-30"),
    cell("a month where a day belongs", "竣工日期", "2025年2月"),
    cell("a spreadsheet's number for a day", "竣工日期", "45413"),
    cell("a date with the year at its end", "竣工日期", "3/2/2025"),
    cell("a decimal comma", "床位数", "\"20,5\""),
    cell("two numbers in one cell", "床位数", "20 30"),
    cell("a date with a blank inside its month", "竣工日期", "2024-1 2-3"),
    cell("a date with a time", "竣工日期", "2025-03-02 14:30"),
    cell("the 万 of a column once more in its cell", "总收入", "1.5万"),
    cell("a sum of money in brackets", "总收入", "(500)"),
    cell("minutes in words", "到达时间", "13分钟"),
    doubtful("two columns for one field that differ", "机构代码,床位数,beds\nA1,20,30\n", .problem("unreadable-cell", file: csv, line: 2, column: "床位数")),
    doubtful("a header with the unit of another sort of figure", "机构代码,床位数（万元）\nA1,20\n", .problem("unit-mismatch", file: csv, column: "床位数（万元）")),
    doubtful("a header with a percent sign over a count", "机构代码,床位数(%)\nA1,20\n", .problem("unit-mismatch", file: csv, column: "床位数(%)")),
    doubtful("a unit above the header", "2025年情况表（单位：元）\n机构代码,床位数\nA1,20\n", .problem("unit-above-header", file: csv, line: 1), exitCode: 0),
    doubtful("a file of something else under the name of a table", "日期,天气\n2025-01-01,晴\n", .problem("no-column-fits", file: csv)),
    doubtful("a title in place of the header", "2025年机构情况表\nA1,第一医院,20\n", .problem("no-column-fits", file: csv)),
    doubtful("rows without a header", "A1,第一医院,20\nA2,第二医院,30\n", .problem("no-column-fits", file: csv)),
    doubtful("nothing but a title, a header, sums and notes", "机构情况表\n机构代码,床位数\n（合计）,20\n　,　\n注：无\n", .nothingDecided("no_records")),
    doubtful("a code in scientific notation", "机构代码,床位数\n4.5101E+17,20\n", .problem("unreadable-cell", file: csv, line: 2, column: "机构代码"), exitCode: 0),
    doubtful("a code with a point and a zero", "机构代码,床位数\n5101.0,20\n", .problem("unreadable-cell", file: csv, line: 2, column: "机构代码"), exitCode: 0),
    cell("a misspelt figure in a cell that would recolour the screen", "床位数", "\u{1B}[31m20"),
    doubtful("a row with a cell too few", "机构代码,机构名称,床位数\nA1,第一医院\nA2,第二医院,30\n", .problem("row-too-short", file: csv, line: 2), exitCode: 0),
    doubtful("a row with a cell too many", "机构代码,机构名称,床位数\nA1,第一医院,20,21\n", .problem("row-too-long", file: csv, line: 2)),
    doubtful(
        "a row with a blank cell too many", "机构代码,机构名称,床位数\nA1,第一医院,20,\n", .problem("row-too-long-blank", file: csv, line: 2),
        exitCode: 0),
    doubtful("a key that stands twice", "机构代码,床位数\nA1,20\nA1,30\n", .problem("duplicate-key", file: csv, line: 3), exitCode: 0),
    doubtful("a key that is blank", "机构代码,床位数\n,20\n", .problem("missing-key", file: csv, line: 2), exitCode: 0),
    doubtful("a misspelt column", "机构代码,床位数量\nA1,20\n", .problem("unknown-column", file: csv, column: "床位数量")),
    doubtful("a column that is not there", "机构代码,机构名称\nA1,第一医院\n", .problem("missing-column", file: csv, column: "beds")),
    doubtful("two columns of one name", "机构代码,床位数,床位数\nA1,20,30\n", .problem("repeated-column", file: csv, column: "床位数")),
    doubtful("two columns for one field", "机构代码,床位数,beds\nA1,20,30\n", .problem("repeated-column", file: csv, column: "beds")),
    doubtful("a column without a header", "机构代码,床位数,\nA1,20,30\n", .problem("empty-header", file: csv, line: 1), exitCode: 0),
    doubtful("a header and nothing else", "机构代码,床位数\n", .nothingDecided("no_records")),
    .doubtful(
        "a list where one value belongs", "institution.jsonl", "{\"code\": \"A1\", \"beds\": [20, 30]}\n", exitCode: 1,
        .problem("unreadable-cell", file: "institution.jsonl", line: 1, column: "beds")),
    .doubtful(
        "a key twice in one object", "institution.jsonl", "{\"code\": \"A1\", \"beds\": 20, \"beds\": 30}\n", exitCode: 0,
        .problem("duplicate-member", file: "institution.jsonl", line: 1, column: "beds")),
    BrokenCase(
        title: "a folder with nothing that fits", files: BrokenText.soundFiles.merging(["data/a.csv": "日期,天气\n2025-01-01,晴\n", "data/b.pdf": "%PDF"]) { $1 },
        arguments: ["check", "rules.yaml", "--data", "data", "--as-of", "2026-01-01"], exitCode: 1, answer: .nothingDecided("table_missing")),
    BrokenCase(
        title: "an empty folder", files: BrokenText.soundFiles.merging(["data": .emptyFolder]) { $1 },
        arguments: ["check", "rules.yaml", "--data", "data", "--as-of", "2026-01-01"], exitCode: 1, answer: .nothingDecided("table_missing")),
]

private let csv = "institution.csv"

private func doubtful(
    _ title: String, _ text: String, _ problem: BrokenCase.Answer, exitCode: Int32 = 1
) -> BrokenCase {
    .doubtful(title, csv, .text(text), exitCode: exitCode, problem)
}

/// A rule over the column, and one record whose cell in it nobody can read.
private func cell(_ title: String, _ column: String, _ text: String) -> BrokenCase {
    let conditions = [
        "床位数": "beds >= 20", "机构类别": "kind == '医院'", "空床率": "vacancy <= q('15%')", "是否开诊": "is_open",
        "竣工日期": "built <= '2025-12-31'", "总收入": "income >= q('500 万元')", "到达时间": "arrival <= q('15 min')",
    ]
    return BrokenCase(
        title: title,
        files: [
            "words.yaml": .text(BrokenText.vocabulary),
            "rules.yaml": .text(BrokenText.rule(["require: \(conditions[column] ?? "true")"])),
            csv: .text("机构代码,机构名称,\(column)\nA1,第一医院,\(text)\n"),
        ],
        arguments: ["check", "rules.yaml", "--data", "institution=\(csv)", "--as-of", "2026-01-01"], exitCode: 1,
        answer: .problem("unreadable-cell", file: csv, line: 2, column: column))
}
