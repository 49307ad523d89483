/// A tiny plan, and the data of two clinics: one has beds enough, the other has not said how many it has.
enum Clinics {
    static let vocabulary = """
        vocabulary: clinics
        tables:
          clinic:
            title: {zh: 诊所, en: Clinic}
            key: [id]
            fields:
              id: {type: string, title: {zh: 代码, en: Code}}
              beds: {type: integer, title: {zh: 床位数, en: Beds}}

        """

    static func rules(binding: String = "required", cases: String = standardCases) -> String {
        """
        ruleset: town
        plan: {title: {zh: 镇规划, en: Town plan}, from: 2024-01-01, to: 2025-12-31}
        uses: [vocabulary.yaml]
        rules:
          - id: too-few-beds
            title: {zh: 床位数, en: Beds}
            binding: \(binding)
            for: clinic
            observe: beds
            target: {at_least: 10}
        \(cases)
        """
    }

    static let standardCases = """
            cases:
              - {name: at the floor, given: {beds: 10}, outcome: pass}
              - {name: just below, given: {beds: 9}, outcome: fail}

        """

    static let clean = "id,beds\nA,12\nB,\n"
    static let short = "id,beds\nA,12\nB,\nC,7\n"
    /// Nobody says anything: nothing can be decided.
    static let silent = "id,beds\nA,\nB,\n"

    /// As `command`, with a second rule, which the clinics meet.
    static func twoRules() throws -> Command {
        let command = try command()
        let second = """
              - {id: no-code, title: {zh: 代码, en: Code}, for: clinic, require: id != ''}

            """
        try command.folder.write(rules() + second, to: "rules/ruleset.yaml")
        return command
    }

    /// As `command`, with clinics that have names.
    static func labelled() throws -> Command {
        let command = try command()
        let table = vocabulary.replacing("    key: [id]\n", with: "    key: [id]\n    label: name\n")
            .replacing("      id: {type", with: "      name: {type: string}\n      id: {type")
        try command.folder.write(table, to: "rules/vocabulary.yaml")
        try command.folder.write("id,name,beds\nA,甲诊所,12\nB,乙诊所,\nC,丙诊所,7\n", to: "short/clinic.csv")
        return command
    }

    /// A folder with the ruleset `rules` and the data files `clean`, `short` and `silent`.
    static func command(binding: String = "required") throws -> Command {
        let folder = try TemporaryFolder()
        try folder.write(vocabulary, to: "rules/vocabulary.yaml")
        try folder.write(rules(binding: binding), to: "rules/ruleset.yaml")
        for (name, data) in [("clean", clean), ("short", short), ("silent", silent)] {
            try folder.write(data, to: "\(name)/clinic.csv")
        }
        return Command(folder: folder)
    }
}
