public import Plumbline

/// The readers that come with Plumbline, in the order that `--help` lists them: adding a format is one line here.
public let builtInReaders: [any SubmissionReader] = [CSVReader(), JSONLinesReader(), JSONReader()]
