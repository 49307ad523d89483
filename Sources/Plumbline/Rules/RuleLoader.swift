import Diagnostics
import OrderedCollections
import YAML

/// Reads one rule.
struct RuleLoader {
    let ruleset: String
    /// The template that the rule was made of; nil for a rule that is written out.
    var template: TemplateUse?

    static let what = Localized(zh: "规则", en: "a rule")

    /// - Parameter budget: What all cases of the ruleset may hold together.
    func read(_ node: YAMLNode, _ budget: inout CaseBudget, _ diagnostics: inout Diagnostics) -> Rule? {
        guard var reader = MappingReader(node, as: Self.what, &diagnostics) else { return nil }
        let id = reader.required("id", &diagnostics).flatMap { self.id($0, &diagnostics) }
        let title = reader.required("title", &diagnostics)?.localized(&diagnostics)
        let source = reader.optional("source").flatMap { self.source($0, &diagnostics) }
        let binding = reader.optional("binding")?.choice(of: Binding.self, &diagnostics) ?? .required
        let severity = reader.optional("severity")?.choice(of: Severity.self, &diagnostics)
        let hedge = reader.optional("hedge")?.string(&diagnostics)
        let asWritten = reader.optional("as_written")?.string(&diagnostics)
        let tableNode = reader.required("for", &diagnostics)
        let scopeNode = reader.optional("where")
        let scope = scopeNode?.expression(&diagnostics)
        let judged = Judged(&reader, &diagnostics)
        let timing = RuleTiming(&reader, &diagnostics)
        let loader = RequirementLoader(&reader)
        let requirement = loader.requirement(&diagnostics)
        let coverage = loader.coverage(&diagnostics)
        let words = Words(&reader, &diagnostics)
        let readings = ReadingLoader(&reader)
        let reading = readings.words(&diagnostics)
        let cases = cases(&reader, &budget, &diagnostics)
        reader.finish(&diagnostics)
        let otherReadings = readings.others(of: node, by: self, &diagnostics)
        diagnostics.append(Self.faults(of: cases, naming: otherReadings))
        guard let id, let title, let requirement, let tableNode, let table = tableNode.string(&diagnostics),
              (scopeNode == nil) == (scope == nil)
        else { return nil }
        var rule = Rule(
            ruleset: ruleset, id: id, title: title, source: source, binding: binding, hedge: hedge,
            severity: severity ?? binding.severity, table: table, tableLocation: tableNode.location, scope: scope,
            subjects: judged.subjects, exceptions: judged.exceptions, period: judged.period, due: judged.due,
            baseline: timing.baseline, pace: timing.pace, expectedOn: timing.expectedOn, requirement: requirement, coverage: coverage, missing: judged.missing, responsible: words.responsible,
            message: words.message, fix: words.fix, related: words.related, cases: cases,
            location: reader.mapping["id"]?.location ?? node.location, node: node, reading: reading,
            otherReadings: otherReadings)
        (rule.asWritten, rule.template) = (asWritten, template)
        return rule
    }
}

private extension RuleLoader {
    /// Whom and when a rule judges, and how it takes what is missing.
    struct Judged {
        let subjects, exceptions: [NamedRecord]
        let period: PeriodChoice?
        let due: DueDate?
        let missing: MissingPolicy?

        init(_ reader: inout MappingReader, _ diagnostics: inout Diagnostics) {
            subjects = reader.optional("subjects").map { NamedRecord.readAll($0, &diagnostics) } ?? []
            exceptions = reader.optional("except").map { NamedRecord.readAll($0, &diagnostics) } ?? []
            period = reader.optional("period").flatMap { PeriodChoice.read($0, &diagnostics) }
            due = reader.optional("due").flatMap { DueDate.read($0, &diagnostics) }
            missing = reader.optional("missing").flatMap { MissingPolicy.read($0, &diagnostics) }
            let places = Dictionary(subjects.map { ($0.name, $0.location) }) { first, _ in first }
            for exception in exceptions {
                if let first = places[exception.name] {
                    diagnostics.append(.subjectExcepted(exception.name, first: first, at: exception.location))
                }
            }
        }
    }

    /// What a rule says for people.
    struct Words {
        let responsible, related: [String]
        let message, fix: Localized?

        init(_ reader: inout MappingReader, _ diagnostics: inout Diagnostics) {
            responsible = reader.optional("responsible")?.strings(&diagnostics) ?? []
            message = reader.optional("message")?.localized(&diagnostics)
            fix = reader.optional("fix")?.localized(&diagnostics)
            related = reader.optional("related")?.strings(&diagnostics) ?? []
        }
    }

    /// Kebab case: it names the fault, and waivers and reports call the rule by it.
    func id(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> String? {
        guard let id = node.string(&diagnostics) else { return nil }
        let words = id.split(separator: "-", omittingEmptySubsequences: false)
        let isKebab = words.allSatisfy { word in
            !word.isEmpty && word.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
        }
        guard isKebab else {
            diagnostics.append(.badRuleID(id, at: node.location))
            return nil
        }
        return id
    }

    func source(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> RuleSource? {
        guard var reader = MappingReader(node, as: Localized(zh: "出处", en: "a source"), &diagnostics) else { return nil }
        let section = reader.required("section", &diagnostics)?.string(&diagnostics)
        let clauses = reader.optional("clause")?.names(&diagnostics) ?? []
        reader.finish(&diagnostics)
        return section.map {
            RuleSource(section: $0, clauses: clauses.map(\.text), clauseLocations: clauses.map(\.location))
        }
    }

    /// A case can expect something only of a reading that there is.
    static func faults(of cases: [RuleCase], naming readings: [Reading]) -> Diagnostics {
        var faults = Diagnostics()
        let names = readings.flatMap { [$0.name.zh, $0.name.en] }
        for expected in cases.flatMap(\.readings) where !names.contains(expected.name) {
            faults.append(.unknownReading(expected.name, among: names, at: expected.location))
        }
        return faults
    }

    func cases(
        _ reader: inout MappingReader, _ budget: inout CaseBudget, _ diagnostics: inout Diagnostics
    ) -> [RuleCase] {
        let example = reader.optional("example").flatMap { GivenLoader().record($0, &diagnostics) } ?? [:]
        let nodes = reader.optional("cases")?.items(&diagnostics) ?? []
        let loader = CaseLoader(example: example)
        return nodes.compactMap { loader.read($0, &budget, &diagnostics) }
    }
}
