/// What says how files become tables, and cannot be read or cannot be meant.
let brokenMappings: [BrokenCase] = [
    .mapping("a mapping without its name", "files: []\n", "missing-key", at: "1:1"),
    .mapping("a mapping without files", "mapping: m\n", "missing-key", at: "1:1"),
    .mapping("a misspelt key of a mapping", "mapping: m\nfiels: []\n", "missing-key", at: "1:1"),
    .mapping("an empty mapping.yaml", "", "yaml-empty", at: "1:1"),
    .mapping("a mapping.yaml that is a table of data", "机构代码,床位数\nA1,20\n", "yaml-wrong-type", at: "1:1"),
    .mapping("a mapping with a Chinese colon", "mapping：m\n", "yaml-full-width-colon", at: "1:8"),
    .mappedFile("a file that no table is said of", "file: a.csv", "missing-key", at: "3:5"),
    .mappedFile("a mapping to a table that there is not", "file: a.csv, table: institutoin", "unknown-table", at: "3:26"),
    .mappedFile("a file above the folder", "file: ../a.csv, table: institution", "file-outside-data", at: "3:12"),
    .mappedFile("a file by its absolute path", "file: /tmp/a.csv, table: institution", "file-outside-data", at: "3:12"),
    .mappedFile("no file at all", "file: [], table: institution", "no-files-to-map", at: "3:12"),
    .mappedFile("a misspelt key of a file", "file: a.csv, table: institution, colums: {a: beds}", "unknown-key", at: "3:39"),
    .mappedFile("a column of a field that there is not", "file: a.csv, table: institution, columns: {床位: bed}", "unknown-field", at: "3:53"),
    .mappedFile("a column's field in Chinese", "file: a.csv, table: institution, columns: {床位: 床位}", "unknown-field", at: "3:53"),
    .mappedFile("columns as a list", "file: a.csv, table: institution, columns: [床位]", "yaml-wrong-type", at: "3:48"),
    .mappedFile("a constant of a field that there is not", "file: a.csv, table: institution, constants: {bed: 1}", "unknown-field", at: "3:51"),
    .mappedFile("a constant that is no value of its field", "file: a.csv, table: institution, constants: {beds: 多}", "unreadable-constant", at: "3:57"),
    .mappedFile("a field that two things give", "file: a.csv, table: institution, constants: {beds: 1}, compute: {beds: \"'2'\"}", "given-twice", at: "3:71"),
    .mappedFile("an expression of a column that nobody named", "file: a.csv, table: institution, compute: {beds: 'bedz'}", "unknown-field", at: "3:56"),
    .mappedFile("an expression that is no text", "file: a.csv, table: institution, compute: {beds: 'size(code)'}", "not-a-text", at: "3:55"),
    .mappedFile("an expression that does not parse", "file: a.csv, table: institution, compute: {beds: 'code +'}", "operand-expected", at: "3:61"),
    .mappedFile("a condition that is none", "file: a.csv, table: institution, drop: code", "not-a-condition", at: "3:45"),
    .mappedFile("a header line of zero", "file: a.csv, table: institution, header_line: 0", "bad-header-line", at: "3:52"),
    .mappedFile("a header line in words", "file: a.csv, table: institution, header_line: 第三行", "yaml-wrong-type", at: "3:52"),
    .mappedFile("headers without any", "file: a.csv, table: institution, headers: []", "empty-list", at: "3:48"),
    .mappedFile("a header that is listed twice", "file: a.csv, table: institution, headers: [a, b, A]", "listed-twice", at: "3:55"),
    .mappedFile("a delimiter that there is not", "file: a.csv, table: institution, delimiter: '，'", "unknown-delimiter", at: "3:50"),
    .mappedFile("an encoding that there is not", "file: a.csv, table: institution, encoding: big5", "unknown-value", at: "3:49"),
    .mappedFile("wide columns of nothing", "file: a.csv, table: institution, wide: {header: code, value: beds}", "missing-key", at: "3:45"),
    .mappedFile("wide columns that are neither range, star nor list", "file: a.csv, table: institution, wide: {columns: 年, header: code, value: beds}", "not-wide-columns", at: "3:55"),
    .mappedFile("wide columns with two stars", "file: a.csv, table: institution, wide: {columns: 'a*b*', header: code, value: beds}", "not-one-star", at: "3:55"),
    .mappedFile("a range of years that runs backwards", "file: a.csv, table: institution, wide: {columns: 2024..2020, header: code, value: beds}", "period-range-reversed", at: "3:55"),
    .mappedFile("a wide column that is listed twice", "file: a.csv, table: institution, wide: {columns: [a, A], header: code, value: beds}", "listed-twice", at: "3:59"),
    .mappedFile("wide columns without any", "file: a.csv, table: institution, wide: {columns: [], header: code, value: beds}", "empty-list", at: "3:55"),
    .mappedFile("a wide column's value that its field cannot have", "file: a.csv, table: institution, wide: {columns: [两], header: beds, value: code}", "unreadable-constant", at: "3:56"),
    .mappedFile("one field for header and value", "file: a.csv, table: institution, wide: {columns: [a], header: beds, value: beds}", "unreadable-constant", at: "3:56"),
    .mappedFile("blanks that are neither kept nor ignored", "file: a.csv, table: institution, wide: {columns: [a], header: code, value: beds, blanks: drop}", "unknown-value", at: "3:95"),
    .mapping("two mappings in one folder", "mapping: m\nfiles: []\n", "second-mapping", beside: ["data/mapping.yml": "mapping: m\nfiles: []\n"]),
    .mapping(
        "a layout of a format that has none", "mapping: m\nfiles:\n  - {file: a.json, table: institution, header_line: 2}\n", "no-layout", at: "3:5",
        beside: ["data/a.json": "[{\"机构代码\": \"A1\"}]"]),
    .unreadable("a mapping.yaml by itself", ["data/mapping.yaml": "mapping: m\nfiles: []\n"], data: "data/mapping.yaml", "mapping-as-data"),
    named("a mapping that is not there", "elsewhere.yaml", "file-unreadable"),
    named("a mapping that is something else", "rules.yaml", "missing-key", at: "rules.yaml:1:1"),
]

private extension BrokenCase {
    /// A `mapping.yaml` in the folder `data` that cannot be read, beside data that can.
    static func mapping(
        _ title: String, _ content: Content, _ code: String, at place: String? = nil, beside files: [String: Content] = [:]
    ) -> Self {
        let data: [String: Content] = ["data/mapping.yaml": content, "data/institution.csv": "机构代码,床位数\nA1,20\n"]
        return Self(
            title: title, files: BrokenText.soundFiles.merging(data) { $1 }.merging(files) { $1 },
            arguments: ["check", "rules.yaml", "--data", "data", "--as-of", "2026-01-01"], exitCode: 4,
            answer: .fault(code, at: place.map { "data/mapping.yaml:\($0)" }), endsBeforeRun: true)
    }

    /// A mapping of one file, whose keys stand on line 3 from column 6 on.
    static func mappedFile(_ title: String, _ keys: String, _ code: String, at place: String) -> Self {
        mapping(title, .text("mapping: m\nfiles:\n  - {\(keys)}\n"), code, at: place)
    }
}

/// A mapping that the command line names.
private func named(_ title: String, _ path: String, _ code: String, at place: String? = nil) -> BrokenCase {
    BrokenCase(
        title: title, files: BrokenText.soundFiles.merging(["data/institution.csv": "机构代码,床位数\nA1,20\n"]) { $1 },
        arguments: ["check", "rules.yaml", "--mapping", path, "--data", "data", "--as-of", "2026-01-01"], exitCode: 4,
        answer: .fault(code, at: place), endsBeforeRun: true)
}
