import Foundation
import TestSupport
import Testing

@Suite("plumb docs") struct DocsTests {
    /// A ruleset whose texts would be code in HTML and Markdown.
    private func hostile() throws -> Command {
        let folder = try TemporaryFolder()
        try folder.write("""
            vocabulary: v
            tables:
              unit: {key: [id], title: {zh: 单位, en: Unit}, fields: {id: {type: string}, kind: {type: string}, posts: {type: integer, unit: 个}, filled: {type: integer, unit: 个}}}

            """, to: "rules/vocabulary.yaml")
        try folder.write("""
            ruleset: ../../r<script>
            plan: {title: {zh: '规划 <b>|', en: 'Plan <b>|*x*'}, document: '[a](javascript:alert(1))', from: 2021-01-01, to: 2025-12-31}
            uses: [vocabulary.yaml]
            due: 2025-12-31
            params: {least: {type: quantity, value: 5 个, why: {zh: 原因, en: 'a | b'}}}
            rules:
              - id: posts-filled
                title: {zh: 岗位占比, en: 'Posts & <i>people</i>'}
                source: {section: 一（一）1, clause: C-1}
                binding: principle
                hedge: 逐步
                for: unit
                where: kind == 'a|`b`' || kind == '<c>'
                except: [{record: 甲, why: {zh: 条文列为例外, en: named by the clause}}]
                observe: filled / posts
                target: {at_least: 85%}
                responsible: [卫健委]
                fix: {zh: 增设, en: Add some}
                example: {kind: <c>, posts: 100}
                cases:
                  - {name: one | short, given: {filled: 84}, outcome: fail, gap: -1pp, closes: {convert: 1}}
                  - {name: at the floor, given: {filled: 85}, outcome: pass}
              - {id: enough, title: enough, for: unit, where: kind == 'd', observe: posts, target: {at_least: {value: params.least}}}

            """, to: "rules/ruleset.yaml")
        try folder.write("""
            register: ../../r<script>
            clauses:
              - {id: C-1, section: 一（一）1, term: {zh: 占比, en: Share}, requires: {at_least: 85%}, due: {date: 2025-12-31, stated: false}, binding: principle, reading: {zh: 逐个, en: each by itself}, rules: [posts-filled]}
              - {id: C-2, section: 一（一）2, term: {zh: 探索, en: Explore}, uncheckable: {reason: no_threshold, why: {zh: 弹性, en: at discretion}}}

            """, to: "rules/register.yaml")
        return Command(folder: folder)
    }

    @Test("the pages of a ruleset, in both languages and formats, with every text of a stranger made harmless", arguments: ["zh", "en"], ["md", "html"])
    func pages(language: String, ending: String) throws {
        let command = try hostile()
        let answer = try command.run("docs", "rules", "--out", "out/deep", "--lang", language)
        #expect(answer.code == 0, "\(answer.errors)")
        #expect(answer.output.contains("out/deep/\(language)/index"))
        let root = command.folder.url.appending(path: "out/deep/\(language)")
        let texts = try ["index", "______r_script_/index", "______r_script_/posts-filled"].map {
            try String(contentsOf: root.appending(path: "\($0).\(ending)"), encoding: .utf8)
        }
        try expectGolden(texts.joined(separator: "\n=====\n"), "docs-\(language).\(ending).txt")
    }

    @Test("one format alone can be asked for")
    func format() throws {
        let command = try hostile()
        #expect(try command.run("docs", "rules", "--out", "out", "--format", "html").code == 0)
        let files = FileManager.default.enumerator(at: command.folder.url.appending(path: "out"), includingPropertiesForKeys: nil)?
            .compactMap { ($0 as? URL)?.pathExtension }.filter { !$0.isEmpty } ?? []
        #expect(Set(files) == ["html"])
    }

    @Test("what is wrong with a command line is told", arguments: [
        (["rules"], 2, "--out FOLDER"), (["--out", "out"], 2, "no ruleset"), (["rules", "--out", "out", "--format", "pdf"], 2, "markdown"),
        (["rules", "--out", "rules/ruleset.yaml"], 5, "ruleset.yaml"), (["nowhere", "--out", "out"], 3, "nowhere"),
    ] as [([String], Int32, String)])
    func faults(arguments: [String], code: Int32, words: String) throws {
        let answer = try hostile().run(["docs"] + arguments)
        #expect(answer.code == code, "\(answer.output)")
        #expect(answer.errors.contains(words), "\(answer.errors)")
    }
}
