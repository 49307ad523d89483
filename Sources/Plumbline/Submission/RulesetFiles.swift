import Diagnostics

/// Finds the files of data that rulesets bring themselves.
struct RulesetFiles {
    let readers: [any SubmissionReader]

    /// - Throws: Every file that is not there, or of a format that nobody knows, where its ruleset names it.
    func references(_ data: [RulesetData]) throws(Diagnostics) -> [Submission.Reference] {
        var diagnostics = Diagnostics()
        var references: [Submission.Reference] = []
        for data in data {
            do throws(Diagnostic) {
                references.append(try reference(data))
            } catch {
                diagnostics.append(error)
            }
        }
        guard diagnostics.isEmpty else { throw diagnostics }
        return references
    }

    private func reference(_ data: RulesetData) throws(Diagnostic) -> Submission.Reference {
        let ending = FilePath.fileExtension(of: data.path)
        guard let reader = readers.first(where: { $0.fileExtensions.contains(ending) }) else {
            throw located(.unknownFormat(data.path, known: readers.flatMap(\.fileExtensions)), data)
        }
        let source = ByteSource(path: data.path)
        do throws(Diagnostic) {
            _ = try source.open()
        } catch {
            throw located(error, data)
        }
        // Reports call it by the name that does not depend on where the rules lie.
        let folder = FilePath.name(of: FilePath.folder(of: data.path))
        let isNamed = !["", "."].contains(folder)
        let name = (isNamed ? "\(folder)/" : "") + FilePath.name(of: data.path)
        return Submission.Reference(
            file: Submission.File(source: source.named(name), table: data.table, reader: reader, origin: -1),
            isRoster: data.isRoster)
    }

    private func located(_ fault: Diagnostic, _ data: RulesetData) -> Diagnostic {
        var fault = fault
        fault.location = data.location
        return fault
    }
}
