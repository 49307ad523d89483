/// What says who submits which tables, and cannot be read or cannot be meant.
let brokenSubmissions: [BrokenCase] = [
    .manifest("a submission that lists a misspelt table", "submission: 2025\ntables: [institutoin]\n", "unknown-table", at: "2:10"),
    .manifest("a submission that lists a table by a misspelt title", "submission: 2025\ntables:\n  - 医疗机够\n", "unknown-table", at: "3:5"),
    .manifest("a submitter of a table that there is not", "submission: 2025\nsubmitter: 第一医院\ntable: hospital\n", "unknown-table", at: "3:8"),
    .manifest("a nil return of a table that there is not", "submission: 2025\nnil_returns: [车辆]\n", "unknown-table", at: "2:15"),
    .manifest("a table that is listed twice", "submission: 2025\ntables: [institution, 医疗机构]\n", "listed-twice", at: "2:23"),
    .manifest("a table that came and has nothing to report", "submission: 2025\ntables: [institution]\nnil_returns: [institution]\n", "listed-and-nil", at: "3:15"),
    .manifest("a misspelt key of a submission", "submission: 2025\nsubmiter: 第一医院\n", "unknown-key", at: "2:1"),
    .manifest("a submission without its name", "submitter: 第一医院\n", "missing-key", at: "1:1"),
    .manifest("a submission that names nobody", "submission: 2025\nsubmitter: []\n", "no-submitter", at: "2:12"),
    .manifest("a submitter without a value", "submission: 2025\nsubmitter:\n", "no-submitter", at: "2:11"),
    .manifest("a half year as a period", "submission: 2025\nperiod: 2025年上半年\n", "bad-period", at: "2:9"),
    .manifest("a day as a period", "submission: 2025\nperiod: 2025-12-31\n", "bad-period", at: "2:9"),
    .manifest("tables with remarks", "submission: 2025\ntables: {institution: 已报}\n", "yaml-wrong-type", at: "2:9"),
    .manifest("tables with a Chinese comma between them", "submission: 2025\ntables: [institution，staff]\n", "yaml-full-width-comma", at: "2:21"),
    .manifest("a submission with a Chinese colon", "submission：2025\n", "yaml-full-width-colon", at: "1:11"),
    .manifest("an empty submission.yaml", "", "yaml-empty", at: "1:1"),
    .manifest("a submission.yaml that is a table of data", "机构代码,床位数\nA1,20\n", "yaml-wrong-type", at: "1:1"),
    .manifest("a submission in GB18030", .bytes(Array("submission: ".utf8) + [0xC4, 0xEA, 0x0A]), "yaml-bad-utf8", at: "1:13"),
    .manifest("a submission.yaml of more than 1 MB", .text("submission: 2025\n" + String(repeating: "# 说明\n", count: 120_000)), "file-too-large"),
    .manifest("two submissions in one folder", "submission: 2025\n", "second-manifest", beside: ["data/submission.yml": "submission: 2024\n"]),
    .manifest("a second fault in a folder below", "submission: 2025\nperiod: 去年\n", "bad-period", at: "2:9", beside: ["data/县/submission.yaml": "submission: 2025\ntables: [x]\n"]),
    .unreadable(
        "a submission.yaml by itself", ["data/submission.yaml": "submission: 2025\n"], data: "data/submission.yaml", "manifest-as-data"),
    differing(
        "a table that is listed and did not come", "submission: 2025\ntables: [institution]\n", beside: ["a.md": "#"], exitCode: 1,
        .problem("listed-not-sent", file: "data/submission.yaml", line: 2)),
    differing(
        "a file that came and is not listed", "submission: 2025\ntables: []\n", beside: sound, exitCode: 0,
        .problem("sent-not-listed", file: "data/institution.csv")),
    differing(
        "records of a table that has nothing to report", "submission: 2025\nnil_returns: [institution]\n", beside: sound, exitCode: 0,
        .problem("nil-return-sent", file: "data/institution.csv")),
]

private let sound: [String: BrokenCase.Content] = ["institution.csv": "机构代码,床位数\nA1,20\n"]

/// A `submission.yaml` in the folder `data` that can be read, and files there that it does not fit.
private func differing(
    _ title: String, _ text: String, beside files: [String: BrokenCase.Content], exitCode: Int32, _ answer: BrokenCase.Answer
) -> BrokenCase {
    var all = BrokenText.soundFiles
    all["data/submission.yaml"] = .text(text)
    for (name, content) in files { all["data/\(name)"] = content }
    return BrokenCase(
        title: title, files: all, arguments: ["check", "rules.yaml", "--data", "data", "--as-of", "2026-01-01"], exitCode: exitCode,
        answer: answer)
}
