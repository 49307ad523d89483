import YAML

/// The files of templates near a ruleset that it does not use, for saying which of them has a template.
struct TemplateShelf {
    /// The files of the ruleset and those that it uses.
    let known: [String]

    /// More files than these are not looked into.
    private static let mostFiles = 200

    /// The path of the file that defines a template, as seen from a file of the ruleset; nil where none does.
    func path(defining template: String, from file: String) -> String? {
        files.first { defines(template, $0) }.map { FilePath.relative($0, from: file) }
    }

    /// The files beside the known ones and in folders called `templates` beside theirs.
    private var files: [String] {
        var folders: [String] = []
        for folder in known.map(FilePath.folder) {
            let above = FilePath.resolved("..", from: FilePath.joined(folder, "x"))
            for candidate in [folder, FilePath.joined(folder, "templates"), FilePath.joined(above, "templates")]
            where !folders.contains(candidate) { folders.append(candidate) }
        }
        let all = folders.flatMap { (try? Folder($0.isEmpty ? "." : $0)?.files()) ?? [] }
        let files = all.filter { ["yaml", "yml"].contains(FilePath.fileExtension(of: $0)) && !known.contains($0) }
        return Array(files.prefix(Self.mostFiles))
    }

    private func defines(_ template: String, _ file: String) -> Bool {
        guard let source = try? TextFile.read(file, limit: YAMLLimits().bytes), let mapping = (try? YAMLReader.document(source))?.mapping,
              mapping.keys.first == "templates"
        else { return false }
        return mapping["define"]?.sequence?.contains { $0.mapping?["id"]?.scalar?.text == template } ?? false
    }
}
