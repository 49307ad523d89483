import Diagnostics
import Foundation
import Plumbline
import PlumblineReaders
import Testing

/// Rules written for a test: put into a folder of their own, loaded and planned like any others.
enum Fixture {
    /// - Parameter files: The texts by file name; a file of a test's vocabulary is called `vocabulary.yaml`.
    static func plan(_ files: [String: String], profile: String? = nil) throws -> AuditPlan {
        let folder = FileManager.default.temporaryDirectory.appending(path: "plumbline-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in files {
            try text.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
        }
        return try AuditPlanner.plan(RuleBookLoader.load([folder.path], profile: profile))
    }

    /// The plan of some rules over one vocabulary.
    static func plan(vocabulary: String, rules: String) throws -> AuditPlan {
        let header = "ruleset: test\nplan: {title: test, to: 2025-12-31}\nuses: [vocabulary.yaml]\n"
        return try plan(["vocabulary.yaml": vocabulary, "ruleset.yaml": "\(header)rules:\n\(rules)"])
    }

    /// Every finding on a CSV text, and what the run came to.
    static func run(_ plan: AuditPlan, table: String, csv: String) throws -> (findings: [Finding], totals: RunTotals) {
        try run(plan, table: table, [("data.csv", csv)])
    }

    static func run(
        _ plan: AuditPlan, table: String, _ files: [(name: String, text: String)]
    ) throws -> (findings: [Finding], totals: RunTotals) {
        try run(plan, tables: files.map { (table, $0.name, $0.text) })
    }

    /// Every finding on files of several tables, and what the run came to.
    ///
    /// - Parameter threads: How many judge; nil for as many as there are cores.
    static func run(
        _ plan: AuditPlan, tables files: [(table: String, name: String, text: String)], threads: Int? = nil
    ) throws -> (findings: [Finding], totals: RunTotals) {
        var submission = Submission()
        for file in files {
            let reader = builtInReaders.first { $0.fileExtensions.contains(URL(filePath: file.name).pathExtension) }
            guard let reader else { continue }
            let source = ByteSource(name: file.name, bytes: Array(file.text.utf8))
            submission.files.append(Submission.File(source: source, table: file.table, reader: reader))
        }
        var log = FindingLog()
        var audit = Audit(plan: plan, asOf: try day)
        if let threads { audit.threadCount = threads }
        let totals = audit.run(submission, into: &log)
        return (log.findings, totals)
    }

    /// The day as of which tests judge.
    static var day: CalendarDate { get throws { try #require(CalendarDate(year: 2026, month: 1, day: 1)) } }
}
