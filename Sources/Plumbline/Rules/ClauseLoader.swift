import Diagnostics
import YAML

/// Reads one clause of a register.
enum ClauseLoader {
    static let what = Localized(zh: "条款", en: "a clause")

    static func read(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> Clause? {
        guard var reader = MappingReader(node, as: what, &diagnostics) else { return nil }
        let id = reader.required("id", &diagnostics)?.string(&diagnostics)
        let section = reader.required("section", &diagnostics)?.string(&diagnostics)
        let term = reader.required("term", &diagnostics)?.localized(&diagnostics)
        var clause = Clause(
            id: id ?? "", section: section ?? "", term: term ?? Localized(same: ""),
            location: reader.mapping["id"]?.location ?? node.location)
        readRequirement(into: &clause, &reader, &diagnostics)
        readWording(into: &clause, &reader, &diagnostics)
        readCoverage(into: &clause, &reader, &diagnostics)
        reader.finish(&diagnostics)
        return id == nil || section == nil || term == nil ? nil : clause
    }
}

private extension ClauseLoader {
    /// Of whom the clause requires what, and until when.
    static func readRequirement(into clause: inout Clause, _ reader: inout MappingReader, _ diagnostics: inout Diagnostics) {
        clause.subject = reader.optional("subject")?.string(&diagnostics)
        clause.requires = reader.optional("requires").map { requires($0, &diagnostics) } ?? []
        clause.per = reader.optional("per")?.string(&diagnostics)
        clause.due = reader.optional("due").flatMap { due($0, &diagnostics) }
        clause.baseline = reader.optional("baseline").flatMap { baseline($0, &diagnostics) }
    }

    /// How the text puts it, and how that is read.
    static func readWording(into clause: inout Clause, _ reader: inout MappingReader, _ diagnostics: inout Diagnostics) {
        clause.binding = reader.optional("binding")?.choice(of: Binding.self, &diagnostics) ?? .required
        clause.hedge = reader.optional("hedge")?.string(&diagnostics)
        clause.reading = reader.optional("reading")?.localized(&diagnostics)
        clause.rejected = reader.optional("rejected").map { texts($0, &diagnostics) } ?? []
        clause.responsible = reader.optional("responsible")?.strings(&diagnostics) ?? []
        clause.isOpenList = reader.optional("open_list")?.boolean(&diagnostics) ?? false
    }

    /// What becomes of it: rules, a reason why there are none, another clause that says the same.
    static func readCoverage(into clause: inout Clause, _ reader: inout MappingReader, _ diagnostics: inout Diagnostics) {
        let rules = reader.optional("rules")?.names(&diagnostics) ?? []
        clause.rules = rules.map { Clause.RuleName(id: $0.text, location: $0.location) }
        clause.uncheckable = reader.optional("uncheckable").flatMap { uncheckable($0, &diagnostics) }
        let sameAs = reader.optional("same_as")
        clause.restates = sameAs?.string(&diagnostics)
        clause.restatesLocation = sameAs?.location
        let conflicts = reader.optional("conflicts")?.items(&diagnostics) ?? []
        clause.conflicts = conflicts.compactMap { conflict($0, &diagnostics) }
    }

    static func requires(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> [(kind: String, limit: String)] {
        node.entries(as: Localized(zh: "要求", en: "a requirement"), &diagnostics).compactMap { entry in
            guard let kind = entry.key.scalar?.text else { return nil }
            guard let limit = limitText(entry.value) else {
                diagnostics.append(.notAClauseLimit(entry.value.shape, at: entry.value.location))
                return nil
            }
            return (kind, limit)
        }
    }

    /// A limit as the register writes it; nil for what is none.
    static func limitText(_ node: YAMLNode) -> String? {
        switch node.content {
        case .scalar(let scalar): return node.isNull ? nil : scalar.text
        case .sequence(let items):
            let texts = items.compactMap { $0.isNull ? nil : $0.scalar?.text }
            return texts.isEmpty || texts.count < items.count ? nil : texts.joined(separator: ", ")
        case .mapping(let mapping):
            let texts = mapping.entries.compactMap { entry -> String? in
                guard let key = entry.key.scalar, let value = entry.value.scalar, !entry.value.isNull else { return nil }
                return "\(key.text): \(value.text)"
            }
            return texts.isEmpty || texts.count < mapping.entries.count ? nil : texts.joined(separator: ", ")
        }
    }

    static func due(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> Clause.Due? {
        guard var reader = MappingReader(node, as: Localized(zh: "期限", en: "a due date"), &diagnostics) else { return nil }
        let date = reader.required("date", &diagnostics).flatMap { CalendarDate.read($0, &diagnostics) }
        let isStated = reader.optional("stated")?.boolean(&diagnostics) ?? true
        reader.finish(&diagnostics)
        return date.map { Clause.Due(date: $0, isStated: isStated) }
    }

    static func baseline(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> Clause.Baseline? {
        guard var reader = MappingReader(node, as: Localized(zh: "基期", en: "a baseline"), &diagnostics) else { return nil }
        let periodNode = reader.required("period", &diagnostics)
        let value = reader.optional("value")?.string(&diagnostics)
        reader.finish(&diagnostics)
        guard let periodNode, let text = periodNode.string(&diagnostics) else { return nil }
        guard let period = CalendarPeriod(text) else {
            diagnostics.append(.badBaselinePeriod(text, at: periodNode.location))
            return nil
        }
        return Clause.Baseline(period: period, value: value)
    }

    static func uncheckable(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> Clause.Uncheckable? {
        let what = Localized(zh: "无法核查的说明", en: "a reason for being uncheckable")
        guard var reader = MappingReader(node, as: what, &diagnostics) else { return nil }
        let reason = reader.required("reason", &diagnostics)?.choice(of: Clause.UncheckableReason.self, &diagnostics)
        let why = reader.optional("why")?.localized(&diagnostics)
        reader.finish(&diagnostics)
        return reason.map { Clause.Uncheckable(reason: $0, why: why, location: reader.mapping["reason"]?.location ?? node.location) }
    }

    static func conflict(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> Clause.Conflict? {
        guard var reader = MappingReader(node, as: Localized(zh: "矛盾", en: "a conflict"), &diagnostics) else { return nil }
        let withNode = reader.required("with", &diagnostics)
        let why = reader.optional("why")?.localized(&diagnostics)
        reader.finish(&diagnostics)
        guard let withNode, let with = withNode.string(&diagnostics) else { return nil }
        return Clause.Conflict(with: with, why: why, location: withNode.location)
    }

    /// A text in both languages, or a list of such texts.
    static func texts(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> [Localized] {
        (node.sequence ?? [node]).compactMap { $0.localized(&diagnostics) }
    }
}
