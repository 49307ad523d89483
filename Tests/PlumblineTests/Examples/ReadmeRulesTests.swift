import Diagnostics
import Foundation
import Plumbline
import TestSupport
import Testing

@Suite("the rules in the READMEs")
struct ReadmeRulesTests {
    /// A README, and how many of its pieces of YAML are rules.
    private static let readmes = [("README.md", 1), ("Rules/README.md", 2)]

    @Test("every piece of rules in a README loads over the shared vocabulary, and its cases come out as they say", arguments: readmes)
    func snippets(readme: (path: String, count: Int)) throws {
        let text = try String(contentsOf: SharedData.repository.appending(path: readme.path), encoding: .utf8)
        let parts = text.components(separatedBy: "```")
        let pieces = stride(from: 1, to: parts.count, by: 2).map { parts[$0] }.filter { $0.hasPrefix("yaml\n") && $0.contains("\nrules:\n") }
        #expect(pieces.count == readme.count)
        for piece in pieces {
            let plan = try Fixture.plan(try Self.files(with: String(piece.dropFirst("yaml\n".count))))
            #expect(CaseRunner(plan).run().failures.all.map(\.message.en) == [])
            #expect(plan.book.faults.all.map(\.message.en) == [])
        }
    }

    @Test("of a roster with several levels a coverage per county asks the counties alone, per region every region on it")
    func levels() throws {
        let vocabulary = """
            vocabulary: v
            enumerations: {region_level: {values: [市, 县, 乡镇]}}
            tables:
              region:
                key: [id]
                label: name
                hierarchy: {parent: parent, level: level, levels: {city: 市, county: 县, township: 乡镇}}
                fields: {id: {type: string}, name: {type: string}, level: {type: region_level}, parent: {references: region, list: children, blank: none}}
              facility: {key: [id], fields: {id: {type: string}, kind: {type: string}, region: {references: region, list: facilities}}}

            """
        func groups(per: String) throws -> [String] {
            let fixture = SubmissionFixture(
                vocabulary: vocabulary, rules: ["for: facility, where: kind == '病区', coverage: {per: \(per), at_least: 1 个}"],
                header: "data: [{table: region, file: roster.csv, roster: true}]",
                data: ["roster.csv": "id,name,level,parent\nC,某市,市,\nX,甲县,县,C\nY,乙县,县,C\nT,丙镇,乡镇,X\n"])
            return try fixture.run(["facility.csv": "id,kind,region\nF1,病区,T\nF2,病区,C\n"]).findings.map {
                "\($0.record.name) \($0.outcome.rawValue)"
            }.sorted()
        }
        #expect(try groups(per: "region.county") == ["甲县 pass", "乙县 fail"].sorted())
        #expect(try groups(per: "region") == ["某市 pass", "甲县 fail", "乙县 fail", "丙镇 pass"].sorted())
    }
}

private extension ReadmeRulesTests {
    /// A ruleset over the shared vocabulary and templates, with what a README says.
    static func files(with piece: String) throws -> [String: String] {
        var files: [String: String] = [:]
        for folder in ["Rules/vocabulary", "Rules/templates"] {
            for url in try FileManager.default.contentsOfDirectory(at: SharedData.repository.appending(path: folder), includingPropertiesForKeys: nil) {
                files["\(folder == "Rules/templates" ? "t" : "v")-\(url.lastPathComponent)"] = try String(contentsOf: url, encoding: .utf8)
            }
        }
        let body = piece.hasPrefix("ruleset:") ? piece.split(separator: "\n", maxSplits: 1)[1].description : piece
        let header = "ruleset: readme\nplan: {title: 示例, to: 2025-12-31}\nuses: [\(files.keys.sorted().joined(separator: ", "))]\n"
        files["ruleset.yaml"] = header + body
        return files
    }
}
