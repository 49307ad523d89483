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
        let asOf = faults.collecting { () throws(Diagnostic) in try DayChoice.day(check.asOf) }
        let failOn = faults.collecting { () throws(Diagnostic) in
            try Choice("--fail-on", of: Binding.self).value(check.failOn)
        }
        if check.data.count(where: { DataOrigin.of($0).isStandardInput }) > 1 { faults.append(.standardInputTwice()) }
        let outcomes = check.outcomes.map { Self.outcomes($0, &faults) } ?? ReportContext.standardOutcomes
        if check.quiet, check.verbose { faults.append(.quietAndVerbose()) }
        let inputs = check.rules.rulesets + [check.rules.profile].compactMap(\.self) + check.mapping
            + check.data.compactMap { DataOrigin.of($0).path }
        for report in fileReports {
            if let input = Self.input(at: report.path, among: inputs) { faults.append(.reportOverInput(report.path, of: input)) }
        }
        guard let reporter, let asOf, let failOn, faults.isEmpty else { throw CommandFailure(.usage, faults) }
        self.reporter = reporter
        self.fileReports = fileReports
        self.asOf = asOf
        origins = check.data.map(DataOrigin.of)
        gate = Gate(
            failOn: failOn, exitZero: check.exitZero, failOnData: check.failOnData,
            requireMeasured: check.requireMeasured)
        self.outcomes = outcomes
    }

    /// What `--outcomes` takes for every outcome there is.
    static let allOutcomes = "all"

    static func formats(_ option: String) -> Choice<any Reporter.Type> {
        Choice(option: option, values: builtInReporters.map { ($0.name, $0) })
    }
}

private extension CheckRequest {
    /// `all`, or the outcomes of a list.
    static func outcomes(_ text: String, _ faults: inout Diagnostics) -> Set<Outcome> {
        if text == allOutcomes { return Set(Outcome.allCases) }
        let names = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        return Set(names.compactMap { name in
            faults.collecting { () throws(Diagnostic) in
                let choice = Choice("--outcomes", of: Outcome.self)
                if name == allOutcomes { throw .allAmongOthers(choice.option, all: allOutcomes) }
                guard let found = choice.values.first(where: { $0.name == name }) else {
                    throw .unknownValue(name, of: choice.option, among: [allOutcomes] + choice.names, meant: choice.name(name))
                }
                return found.value
            }
        })
    }

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

    /// The input that a report would be written over; nil where the file is not there yet, or lies elsewhere.
    static func input(at path: String, among inputs: [String]) -> String? {
        guard access(path, F_OK) == 0, let place = ReportFile(path).place else { return nil }
        return inputs.first { input in
            let real = RealPath.of(input)
            return place == real || place.hasPrefix("\(real)/")
        }
    }

    /// Devices are told apart by their names: a terminal has several, and is written to under each.
    static func leadToOneFile(_ path: String, _ other: String) -> Bool {
        if path == other { return true }
        guard let place = ReportFile(path).place else { return false }
        return place == ReportFile(other).place
    }

    static func fileReport(_ text: String) throws(Diagnostic) -> FileReport {
        let formats = formats("--report")
        guard let (name, path) = AssignmentText.split(text), !path.isEmpty else { throw .reportWithoutPath(text, formats: formats.names) }
        return FileReport(reporter: try formats.value(name), path: path)
    }

}
