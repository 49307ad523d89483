/// Data that cannot be read at all, or of which nobody can tell what they are.
let brokenDataFiles: [BrokenCase] = [
    file("a byte that neither UTF-8 nor GB18030 has", .bytes(gbk("机构代码,床位数\nA1,2") + [0xFF] + gbk("0\n")), "bad-gb18030", at: "institution.csv:2:5"),
    file("one cell in Latin-1", .bytes(Array("code,name,beds\nA1,Sal".utf8) + [0xE9] + Array(",20\n".utf8)), "bad-gb18030", at: "institution.csv:2:7"),
    file("a file in UTF-8 that is cut off", .bytes(Array("code,name\nA1,第一".utf8.dropLast())), "bad-utf8", at: "institution.csv:2:5"),
    file("a byte order mark of UTF-8 before text in GB18030", .bytes([0xEF, 0xBB, 0xBF] + gbk("机构代码,床位数\nA1,20\n")), "bad-utf8", at: "institution.csv:1:1"),
    file("half of a character in UTF-16", .bytes([0xFF, 0xFE] + "code,beds\nA1,".utf8.flatMap { [$0, 0] } + [0x00, 0xDC, 0x30, 0x00]), "bad-utf16", at: "institution.csv:2:4"),
    file("a quoted cell that is not closed", "机构代码,机构名称,床位数\nA1,\"第一医院,20\nA2,第二医院,30\n", "csv-unclosed-quote", at: "institution.csv:2:4"),
    file("text after a closing quote", "机构代码,机构名称,床位数\nA1,\"第一\"医院,20\n", "csv-text-after-quote", at: "institution.csv:2:8"),
    file("a NUL in a cell", .bytes(Array("code,beds\nA1,2".utf8) + [0] + Array("0\n".utf8)), "nul-byte", at: "institution.csv:2:5"),
    file("an empty file of data", "", "csv-without-header", at: "institution.csv:1:1"),
    file("an object that is not closed", name: "institution.jsonl", "{\"code\": \"A1\", \"beds\": 20}\n{\"code\": \"A2\"\n", "json-syntax", at: "institution.jsonl:2:14"),
    file("a key without quotes", name: "institution.jsonl", "{code: \"A1\", \"beds\": 20}\n", "json-syntax", at: "institution.jsonl:1:2"),
    file("Chinese quotation marks for a value", name: "institution.jsonl", "{\"机构代码\": “A1”}\n", "json-syntax", at: "institution.jsonl:1:10"),
    file("a number in Chinese form", name: "institution.jsonl", "{\"code\": \"A1\", \"beds\": 1,000}\n", "json-syntax", at: "institution.jsonl:1:26"),
    file("a JSON array in place of lines", name: "institution.jsonl", "[{\"code\": \"A1\", \"beds\": 20}]\n", "jsonl-not-an-object", at: "institution.jsonl:1:1"),
    file("one object over several lines", name: "institution.jsonl", "{\n  \"code\": \"A1\"\n}\n", "json-syntax", at: "institution.jsonl:1:2"),
    .unreadable("a file that is not there", [:], data: "institution=instituton.csv", "file-unreadable"),
    .unreadable("a folder that is not there", [:], data: "submission", "file-unreadable"),
    .misnamed("data for a misspelt table", ["a.csv": sound], data: "instituton=a.csv", "unknown-table"),
    .misnamed("a table that there is not", ["a.csv": sound], data: "vehicles=a.csv", "unknown-table"),
    .misnamed("the standard input for a misspelt title", [:], data: "医疗机够=-", "unknown-table"),
    .unreadable("columns of a table without its key", ["a.csv": "机构名称,床位数\n第一医院,20\n"], data: "a.csv", "lacks-key"),
    .unreadable(
        "an array for another table than is asked for", ["a.json": "{\"车辆\": [{\"id\": 1}], \"设备\": []}"],
        data: "institution=a.json", "no-such-part"),
    file("a JSON object without any array", name: "institution.json", "{\"code\": \"A1\"}\n", "json-not-a-table", at: "institution.json:1:10", endsBeforeRun: true),
    file("an array that is not closed", name: "institution.json", "[{\"code\": \"A1\", \"beds\": 20}\n", "json-syntax", at: "institution.json:2:1"),
    file("a cell of more than 1 MB", .text("机构代码,床位数\nA1,\"" + String(repeating: "2", count: 1_000_010)), "csv-field-too-large", at: "institution.csv:2:4"),
    file("more columns than a table can have", .text("机构代码" + String(repeating: ",", count: 20_000) + "\n"), "too-many-columns", at: "institution.csv:1:16389"),
    file("a title line above an unclosed quote", "医疗机构表\n机构代码,床位数\nA1,\"20\n", "csv-unclosed-quote", at: "institution.csv:3:4"),
    .unreadable("a workbook", ["a.xlsx": "PK"], data: "institution=a.xlsx", "unknown-format"),
    .unreadable("a file without an ending", ["data": sound], data: "institution=data", "unknown-format"),
    .unreadable("a folder in place of a file", ["a": .emptyFolder], data: "institution=a", "folder-as-table"),
    .unreadable("a file that fits no table", ["a.csv": "日期,天气\n2025-01-01,晴\n"], data: "a.csv", "fits-no-table"),
    .unreadable("a file whose separator is a colon", ["a.csv": "机构代码:床位数\nA1:20\n"], data: "a.csv", "fits-no-table"),
    BrokenCase(
        title: "a file that fits two tables",
        files: [
            "words.yaml": .text(twoTables), "rules.yaml": "ruleset: demo\nuses: [words.yaml]\nrules:\n  - {id: too-few, title: 少, for: ward, require: beds > 1}\n",
            "a.csv": "code,beds\nA1,20\n",
        ],
        arguments: ["check", "rules.yaml", "--data", "a.csv"], exitCode: 4, answer: .fault("fits-several-tables")),
    BrokenCase(
        title: "a title that two tables have",
        files: [
            "words.yaml": .text(alike), "rules.yaml": "ruleset: demo\nuses: [words.yaml]\nrules:\n  - {id: too-few, title: 少, for: ward, require: beds > 1}\n",
            "a.csv": "code,beds\nA1,20\n",
        ],
        arguments: ["check", "rules.yaml", "--data", "病区=a.csv"], exitCode: 2, answer: .fault("ambiguous-table")),
    BrokenCase(
        title: "one file for two tables",
        files: [
            "words.yaml": .text(twoTables), "rules.yaml": "ruleset: demo\nuses: [words.yaml]\nrules:\n  - {id: too-few, title: 少, for: ward, require: beds > 1}\n",
            "a.csv": "code,beds\nA1,20\n",
        ],
        arguments: ["check", "rules.yaml", "--data", "ward=a.csv", "--data", "clinic=a.csv"], exitCode: 4, answer: .fault("file-of-two-tables")),
]

private let alike = twoTables.replacing("ward: {", with: "ward: {title: 病区, ").replacing("clinic: {", with: "clinic: {title: 病区, ")

private let sound: BrokenCase.Content = "机构代码,床位数\nA1,20\n"

private let twoTables = """
    vocabulary: words
    tables:
      ward: {key: [code], fields: {code: {type: string}, beds: {type: integer}}}
      clinic: {key: [code], fields: {code: {type: string}, beds: {type: integer}}}

    """

private func file(
    _ title: String, name: String = "institution.csv", _ content: BrokenCase.Content, _ code: String, at place: String,
    endsBeforeRun: Bool = false
) -> BrokenCase {
    var example = BrokenCase.unreadable(title, [name: content], data: name, code, at: place)
    example.endsBeforeRun = endsBeforeRun
    return example
}

/// The few characters that the tables need, as GB18030 writes them.
private func gbk(_ text: String) -> [UInt8] {
    let codes: [Character: [UInt8]] = [
        "机": [0xBB, 0xFA], "构": [0xB9, 0xB9], "代": [0xB4, 0xFA], "码": [0xC2, 0xEB], "床": [0xB4, 0xB2],
        "位": [0xCE, 0xBB], "数": [0xCA, 0xFD],
    ]
    return text.flatMap { codes[$0] ?? Array(String($0).utf8) }
}
