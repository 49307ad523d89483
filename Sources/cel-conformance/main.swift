import CELConformance
import Foundation

let end = ConformanceCommand.run(
    Array(CommandLine.arguments.dropFirst()), output: { print($0) },
    errors: { FileHandle.standardError.write(Data("\($0)\n".utf8)) })
exit(end.rawValue)
