import Diagnostics
import Plumbline
import PlumblineReports

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The options of `check`, understood: nothing in it can be wrong any more but what they point at.
struct CheckRequest {
    /// A report to be written to a file beside the one on stdout.
    struct FileReport {
        var reporter: any Reporter.Type
        var path: String
    }

    var origins: [Submission.Origin]
    var reporter: any Reporter.Type
    var fileReports: [FileReport]
    var asOf: CalendarDate
    var gate: Gate
    /// The outcomes of which findings are written.
    var outcomes: Set<Outcome>

    /// - Throws: All usage faults of the command line.
    init(_ check: Check) throws(CommandFailure) {
        var faults = Diagnostics()
        if check.rules.rulesets.isEmpty { faults.append(.noRulesets()) }
        if check.data.isEmpty { faults.append(.noData()) }
        let reporter = faults.collecting { () throws(Diagnostic) in try Self.formats("--format").value(check.format) }
        let fileReports = Self.fileReports(check.report, &faults)
        let asOf = faults.collecting { () throws(Diagnostic) in try Self.day(check.asOf) }
        let failOn = faults.collecting { () throws(Diagnostic) in
            try Choice("--fail-on", of: Binding.self).value(check.failOn)
        }
        let included = check.include.map { name in
            faults.collecting { () throws(Diagnostic) in try Choice("--include", of: Outcome.self).value(name) }
        }
        if check.data.count(where: { Self.isStandardInput(Self.origin($0)) }) > 1 { faults.append(.standardInputTwice()) }
        guard let reporter, let asOf, let failOn, faults.isEmpty else { throw CommandFailure(.usage, faults) }
        self.reporter = reporter
        self.fileReports = fileReports
        self.asOf = asOf
        origins = check.data.map(Self.origin)
        gate = Gate(failOn: failOn, exitZero: check.exitZero)
        outcomes = ReportContext.standardOutcomes.union(included.compactMap(\.self))
    }

    /// Whether an origin is the standard input.
    var readsStandardInput: Bool { origins.contains(where: Self.isStandardInput) }

    static func formats(_ option: String) -> Choice<any Reporter.Type> {
        Choice(option: option, values: builtInReporters.map { ($0.name, $0) })
    }
}

private extension CheckRequest {
    static func fileReports(_ texts: [String], _ faults: inout Diagnostics) -> [FileReport] {
        var reports: [FileReport] = []
        for text in texts {
            guard let report = faults.collecting({ () throws(Diagnostic) in try fileReport(text) }) else { continue }
            if let first = reports.first(where: { leadToOneFile($0.path, report.path) }) {
                faults.append(.reportPathTwice(first.path, report.path))
            }
            reports.append(report)
        }
        return reports
    }

    /// Devices are told apart by their names: a terminal has several, and is written to under each.
    static func leadToOneFile(_ path: String, _ other: String) -> Bool {
        if path == other { return true }
        guard let place = ReportFile(path).place else { return false }
        return place == ReportFile(other).place
    }

    static func fileReport(_ text: String) throws(Diagnostic) -> FileReport {
        let formats = formats("--report")
        guard let (name, path) = split(text), !path.isEmpty else { throw .reportWithoutPath(text, formats: formats.names) }
        return FileReport(reporter: try formats.value(name), path: path)
    }

    static func day(_ text: String?) throws(Diagnostic) -> CalendarDate {
        if let text {
            guard let day = CalendarDate(iso: text) else { throw .notADate(text, of: "--as-of") }
            return day
        }
        guard let today = CalendarDate.today() else { throw .noClock() }
        return today
    }

    static func isStandardInput(_ origin: Submission.Origin) -> Bool {
        if case .standardInput = origin { true } else { false }
    }

    /// `-` is the standard input. A path that is there is a path, even with an equals sign in it, as folders by
    /// year have.
    static func origin(_ text: String) -> Submission.Origin {
        if text == "-" { return .standardInput(table: nil) }
        guard access(text, F_OK) != 0, let (table, path) = split(text), !table.contains("/"), !path.isEmpty else {
            return .path(text)
        }
        return path == "-" ? .standardInput(table: table) : .table(table, path: path)
    }

    /// Both sides of the first equals sign.
    static func split(_ text: String) -> (String, String)? {
        guard let sign = text.firstIndex(of: "=") else { return nil }
        return (String(text[..<sign]), String(text[text.index(after: sign)...]))
    }
}
