import Diagnostics
import Plumbline
import PlumblineReaders

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The data that a user names with `--data`.
enum DataOrigin {
    /// `-` is the standard input. A path that is there is a path, even with an equals sign in it, as folders by
    /// year have.
    static func of(_ text: String) -> Submission.Origin {
        if text == "-" { return .standardInput(table: nil) }
        guard access(text, F_OK) != 0, let (table, path) = AssignmentText.split(text), !table.contains("/"), !path.isEmpty
        else { return .path(text) }
        return path == "-" ? .standardInput(table: table) : .table(table, path: path)
    }

    /// The files that were named, matched to the tables of a plan.
    ///
    /// - Parameter mappings: The paths of mapping files that hold for all of them.
    /// - Throws: The faults, with the exit code for data that cannot be read, or that for the command line where that
    ///   names a table that there is not.
    static func submission(
        _ origins: [Submission.Origin], _ plan: AuditPlan, mappings: [String]
    ) throws(CommandFailure) -> Submission {
        let misnamed = SubmissionMatcher.faults(inTablesOf: origins, vocabulary: plan.vocabulary)
        guard !misnamed.hasErrors else { throw CommandFailure(.usage, misnamed) }
        do throws(Diagnostics) {
            return try SubmissionMatcher.match(
                origins, vocabulary: plan.vocabulary, readers: builtInReaders, standardInput: try standardInput(origins),
                references: plan.book.rulesets.flatMap(\.data), mappings: mappings,
                rulesetMappings: plan.book.rulesets.flatMap(\.mappings))
        } catch {
            throw CommandFailure(.dataUnreadable, error)
        }
    }
}

private extension DataOrigin {
    /// What comes on the standard input, where the data are there.
    static func standardInput(_ origins: [Submission.Origin]) throws(Diagnostics) -> ByteSource? {
        guard origins.contains(where: \.isStandardInput) else { return nil }
        do throws(Diagnostic) {
            return try .standardInput()
        } catch {
            throw Diagnostics(error)
        }
    }
}

extension Submission.Origin {
    /// The path that the user named; nil for the standard input.
    var path: String? {
        switch self {
        case .path(let path), .table(_, let path): path
        case .standardInput: nil
        }
    }

    var isStandardInput: Bool {
        if case .standardInput = self { true } else { false }
    }
}

/// `NAME=VALUE` as options take it.
enum AssignmentText {
    /// Both sides of the first equals sign; nil where there is none.
    static func split(_ text: String) -> (String, String)? {
        guard let sign = text.firstIndex(of: "=") else { return nil }
        return (String(text[..<sign]), String(text[text.index(after: sign)...]))
    }
}
