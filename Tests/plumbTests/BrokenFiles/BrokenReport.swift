import Foundation

/// What the tables compare of a report as JSON.
struct BrokenReport {
    let statuses: [String]
    let problems: [BrokenCase.Answer]

    init(_ json: String) throws {
        let report = try JSONDecoder().decode(Report.self, from: Data(json.utf8))
        statuses = report.rules.map(\.status)
        problems = report.data_problems.map { .problem($0.code, file: $0.file, line: $0.line, column: $0.column) }
    }

    private struct Report: Decodable {
        struct Rule: Decodable { var status: String }

        struct Problem: Decodable {
            var code: String
            var file: String
            var line: Int?
            var column: String?
        }

        var rules: [Rule]
        var data_problems: [Problem]
    }
}
