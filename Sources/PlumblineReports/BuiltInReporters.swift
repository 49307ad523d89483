public import Plumbline

/// Every built-in reporter, in the order in which help lists them: adding a format is one file and
/// one line here.
public let builtInReporters: [any Reporter.Type] = [
    TextReporter.self, JSONReporter.self, JSONLinesReporter.self, SARIFReporter.self,
]
