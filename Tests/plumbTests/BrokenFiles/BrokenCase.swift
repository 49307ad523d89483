/// Files as somebody got them wrong, the command that meets them, and what it has to answer.
struct BrokenCase: Sendable {
    /// What a file holds, or that it is a folder with nothing in it.
    enum Content: Sendable, ExpressibleByStringInterpolation {
        case text(String)
        case bytes([UInt8])
        case emptyFolder

        init(stringLiteral value: String) { self = .text(value) }
    }

    /// What the command says first.
    enum Answer: Sendable, Equatable {
        /// A fault on the standard error stream: its code and, where it has one, its `file:line:column`.
        case fault(String, at: String? = nil)
        /// A problem in the report: its code, its file, the line and the column where it has them.
        case problem(String, file: String, line: Int? = nil, column: String? = nil)
        /// Nothing is at fault, but nothing was decided either: the status of the run's only rule.
        case nothingDecided(String)
    }

    let title: String
    let files: [String: Content]
    let arguments: [String]
    let exitCode: Int32
    let answer: Answer
    /// Whether a fault of the data ends the command before there is a report.
    var endsBeforeRun = false
}

extension BrokenCase {
    /// A ruleset in `rules.yaml` that does not load: its first fault and its place.
    static func rules(
        _ title: String, _ text: Content, _ code: String, at place: String, beside files: [String: Content] = [:]
    ) -> Self {
        Self(
            title: title, files: ["words.yaml": .text(BrokenText.vocabulary), "rules.yaml": text].merging(files) { $1 },
            arguments: ["check", "rules.yaml", "--data", "."], exitCode: 3, answer: .fault(code, at: "rules.yaml:\(place)"))
    }

    /// A ruleset whose fault stands in another file.
    static func rules(
        _ title: String, _ text: Content, _ code: String, at place: String, in file: String, beside files: [String: Content]
    ) -> Self {
        Self(
            title: title, files: ["words.yaml": .text(BrokenText.vocabulary), "rules.yaml": text].merging(files) { $1 },
            arguments: ["check", "rules.yaml", "--data", "."], exitCode: 3, answer: .fault(code, at: "\(file):\(place)"))
    }

    /// A ruleset of one rule, whose lines after `for` stand from line 8 on, each after four blanks.
    static func rule(_ title: String, _ lines: String..., code: String, at place: String) -> Self {
        rules(title, .text(BrokenText.rule(lines)), code, at: place)
    }

    /// A vocabulary in `words.yaml` that does not load, under a ruleset that is sound.
    static func vocabulary(_ title: String, _ text: String, _ code: String, at place: String) -> Self {
        Self(
            title: title, files: ["words.yaml": .text(text), "rules.yaml": .text(BrokenText.soundRule)],
            arguments: ["check", "rules.yaml", "--data", "."], exitCode: 3, answer: .fault(code, at: "words.yaml:\(place)"))
    }

    /// Data that cannot be read, under a sound ruleset.
    static func unreadable(
        _ title: String, _ files: [String: Content], data: String, _ code: String, at place: String? = nil
    ) -> Self {
        Self(
            title: title, files: BrokenText.soundFiles.merging(files) { $1 },
            arguments: ["check", "rules.yaml", "--data", data, "--as-of", "2026-01-01"], exitCode: 4, answer: .fault(code, at: place))
    }

    /// A `submission.yaml` in the folder `data` that cannot be read, beside data that can.
    static func manifest(
        _ title: String, _ content: Content, _ code: String, at place: String? = nil, beside files: [String: Content] = [:]
    ) -> Self {
        let data: [String: Content] = ["data/submission.yaml": content, "data/institution.csv": "机构代码,床位数\nA1,20\n"]
        return Self(
            title: title, files: BrokenText.soundFiles.merging(data) { $1 }.merging(files) { $1 },
            arguments: ["check", "rules.yaml", "--data", "data", "--as-of", "2026-01-01"], exitCode: 4,
            answer: .fault(code, at: place.map { "data/submission.yaml:\($0)" }), endsBeforeRun: true)
    }

    /// Data for a table that there is not: the command line is wrong.
    static func misnamed(_ title: String, _ files: [String: Content], data: String, _ code: String) -> Self {
        Self(
            title: title, files: BrokenText.soundFiles.merging(files) { $1 },
            arguments: ["check", "rules.yaml", "--data", data, "--as-of", "2026-01-01"], exitCode: 2, answer: .fault(code))
    }

    /// Data that can be read, with a problem that the report names.
    static func doubtful(
        _ title: String, _ name: String, _ content: Content, exitCode: Int32, _ problem: Answer
    ) -> Self {
        Self(
            title: title, files: BrokenText.soundFiles.merging([name: content]) { $1 },
            arguments: ["check", "rules.yaml", "--data", "institution=\(name)", "--as-of", "2026-01-01"], exitCode: exitCode, answer: problem)
    }
}
