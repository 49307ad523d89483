import Foundation
import TestSupport
import Testing

/// Pages and explanations, looked at as somebody does who knows the plan: the clause, how it is read, what it asks of whom
/// until when, and what its examples say.
@Suite("what rules say of themselves") struct DescribedRulesTests {
    private static let rules = [
        "beyond-reach", "unready", "too-few-posts", "beds-growing", "beds-masked", "below-peers", "too-old", "pay-apart", "too-few-open",
        "beds-floor",
    ]

    @Test("pages have the clauses, the arms, the coverage, the readings, the baseline, the template and the cases", arguments: ["zh", "en"])
    func pages(language: String) throws {
        let command = try DescribedTown.command()
        let answer = try command.run("docs", "rules", "--out", "out", "--format", "markdown")
        #expect(answer.code == 0, "\(answer.errors)")
        let texts = try (["index"] + Self.rules).map { try command.folder.text("out/\(language)/town/\($0).md") }
        try expectGolden(texts.joined(separator: "\n=====\n"), "described-pages-\(language).md.txt")
    }

    @Test("as HTML they say the same")
    func html() throws {
        let command = try DescribedTown.command()
        #expect(try command.run("docs", "rules", "--out", "out", "--format", "html").code == 0)
        let texts = try ["index", "beyond-reach", "unready"].map { try command.folder.text("out/zh/town/\($0).html") }
        try expectGolden(texts.joined(separator: "\n=====\n"), "described-pages-zh.html.txt")
    }

    @Test("no cell of a table is cut by what stands in it", arguments: ["zh", "en"])
    func tables(language: String) throws {
        let command = try DescribedTown.command()
        #expect(try command.run("docs", "rules", "--out", "out", "--format", "markdown").code == 0)
        for name in ["index"] + Self.rules {
            var width: Int?
            for line in try command.folder.text("out/\(language)/town/\(name).md").split(separator: "\n", omittingEmptySubsequences: false) {
                guard line.hasPrefix("|") else {
                    width = nil
                    continue
                }
                let bars = line.replacing("\\|", with: "").count { $0 == "|" }
                #expect(bars == width ?? bars, "\(name): \(line)")
                #expect(!line.contains("****"), "\(name): \(line)")
                width = bars
            }
        }
    }

    @Test("under a profile they tell who is let pass, and what is not judged", arguments: [
        ("zh", "beyond-reach", "| **豁免** | 乙镇，至 2026-12-31（道路施工） |"), ("en", "too-few-posts", "| **Waived** | 甲镇, until 2025-03-31 (撤并中) |"),
        ("zh", "pay-apart", "| **停用** |"), ("zh", "index", "- **所用方案**  audit"),
    ])
    func profile(language: String, page: String, line: String) throws {
        let command = try DescribedTown.command()
        let answer = try command.run("docs", "rules", "--out", "out", "--format", "markdown", "--profile", "audit")
        #expect(answer.code == 0, "\(answer.errors)")
        let text = try command.folder.text("out/\(language)/town/\(page).md")
        #expect(text.contains(line), "\(text)")
    }

    @Test("a verdict is explained by every part, arm and reading, by its count, and by what would change it", arguments: [
        ("beyond-reach", "A"), ("unready", "all"), ("unready", "甲镇"), ("too-few-posts", "all"), ("beds-growing", "data/year.csv:3"),
        ("beds-masked", "A"), ("below-peers", "A"), ("too-old", "all"), ("pay-apart", "all"), ("too-few-open", "二县"), ("beds-floor", "A"),
    ], ["zh", "en"])
    func explained(example: (rule: String, record: String), language: String) throws {
        let answer = try DescribedTown.command().run(
            "explain", example.rule, "rules", "--data", "data", "--record", example.record, "--as-of", "2026-07-01", "--lang", language)
        #expect(answer.code == 0, "\(answer.errors)")
        let record = example.record.replacing("/", with: "-").replacing(":", with: "-")
        try expectGolden(answer.output, "described-\(example.rule)-\(record)-\(language).txt")
    }

    @Test("a record that a profile lets pass is explained with what it would be without")
    func waived() throws {
        let answer = try DescribedTown.command().run(
            "explain", "beyond-reach", "rules", "--data", "data", "--record", "乙镇", "--as-of", "2026-07-01", "--lang", "zh", "--profile", "audit")
        #expect(answer.code == 0, "\(answer.errors)")
        #expect(answer.output.contains("豁免至 2026-12-31：道路施工\n  若无豁免：不达标"), "\(answer.output)")
    }

    @Test("of a rule that judges one period the record's row of that period is explained, whichever row was named")
    func judgedRow() throws {
        let answer = try DescribedTown.command().run(
            "explain", "beds-growing", "rules", "--data", "data", "--record", "data/year.csv:3", "--as-of", "2026-07-01", "--lang", "en")
        #expect(answer.output.contains("observed 140,") && answer.output.contains("\n  beds  140\n"), "\(answer.output)")
    }
}
