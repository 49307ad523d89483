import Foundation
import Testing

@Suite("What reports say of the way to a limit") struct TimeReportTests {
    private static let files = [
        "words.yaml": """
            vocabulary: test
            enumerations: {step: {order: [开工, 竣工]}}
            tables:
              county: {key: [name, year], period: year, fields: {name: {type: string}, year: {type: period}, doctors: {type: decimal, unit: 人/万人}}}
              project: {key: [name], fields: {name: {type: string}, status: {type: step, reached_on: {竣工: done_on}}, done_on: {type: date, blank: none}}}
            """,
        "rules.yaml": """
            ruleset: test
            uses: [words.yaml]
            rules:
              - {id: doctors, title: t, for: county, baseline: {period: 2020, value: 1.69 人/万人}, due: 2025, observe: doctors, target: {at_least: 4 人/万人}}
              - {id: grown, title: t, for: county, period: 2023, baseline: {period: 2021}, observe: doctors, target: {change: {at_least: 2 人/万人, against: baseline}}}
              - {id: late, title: t, for: project, due: 2023, observe: status, target: {reaches: 竣工}}
            """,
        "county.csv": "name,year,doctors\n甲县,2021,2\n甲县,2023,3.07\n",
        "project.csv": "name,status,done_on\n新院区,竣工,2024-01-08\n",
    ]

    private func answer(_ arguments: String...) throws -> String {
        let command = Command(folder: try TemporaryFolder())
        for (name, text) in Self.files { try command.folder.write(text, to: name) }
        let answer = try command.run(["check", "rules.yaml", "--data", ".", "--as-of", "2024-03-31"] + arguments)
        #expect(answer.code == 1, "\(answer.errors)")
        return answer.output
    }

    @Test("the text report says where a value should stand, from where it started, and how late a step was reached", arguments: [
        ("zh", [
            "进度：落后于进度，2023 应为 3.08 人/万人，此后每年尚需 +0.47 人/万人", "基期：2020 为 1.69 人/万人（规则写明）",
            "基期：2021 为 2 人/万人（取自数据）", "2024-01-08 才达到，差距 +8 天",
        ]),
        ("en", [
            "progress: off track, should stand at 3.08 people per 10,000 people in 2023, +0.47 people per 10,000 people a year still needed",
            "baseline: 1.69 people per 10,000 people in 2020, as the rule says", "baseline: 2 people per 10,000 people in 2021, from the data",
            "reached only on 2024-01-08, gap +8 days",
        ]),
    ])
    func text(language: String, lines: [String]) throws {
        let text = try answer("--lang", language)
        for line in lines { #expect(text.contains(line), "\(text)") }
    }

    @Test("the JSON reports have it in exact figures", arguments: ["json", "jsonl", "sarif"])
    func json(format: String) throws {
        let text = try answer("--format", format, "--lang", "en").replacing(/\s+/, with: " ")
        for part in [
            #""state": "off_track""#, #""value": "3.076""#, #""value": "0.465""#, #""stated": true"#, #""stated": false"#,
            #""reached_on": "2024-01-08""#, #""reason": "late""#,
        ] {
            #expect(text.contains(part), "\(part)")
        }
    }
}
