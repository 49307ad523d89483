import Diagnostics

extension AuditPlan {
    /// The places in `rules` of the rules that a name means: one for a full name (`suining/too-few-beds`) and for the place
    /// in a file where it is written (`hospitals.yaml:12`), for an id the rule of each ruleset that has it; none where
    /// nothing is called so.
    public func rules(named name: String) -> [Int] {
        let named = rules.indices.filter { rules[$0].rule.fullName == name || rules[$0].rule.id == name }
        return named.isEmpty ? rule(at: name).map { [$0] } ?? [] : named
    }

    /// The id or full name that a misspelt one was most likely meant to be: the nearest, the rule of a title, the only id
    /// of which the name is a part.
    public func nearestRuleName(to name: String) -> String? {
        let nearest = NearestName.to(name, among: rules.map { name.contains("/") ? $0.rule.fullName : $0.rule.id })
        if let nearest { return nearest }
        if let titled = rules.first(where: { [$0.rule.title.zh, $0.rule.title.en].contains(name) }) { return titled.rule.id }
        let part = name.split(separator: "/").last.map { $0.lowercased() } ?? ""
        let containing = rules.map(\.rule.id).filter { part.count > 3 && $0.contains(part) }
        return containing.count == 1 ? containing[0] : nil
    }

    /// The rule that is written at `FILE:LINE`: the last that begins on the line or before it.
    private func rule(at text: String) -> Int? {
        guard let colon = text.lastIndex(of: ":"), let line = Int(text[text.index(after: colon)...]) else { return nil }
        let file = String(text[..<colon])
        let written = rules.indices.filter { index in
            let location = rules[index].rule.location
            let isFile = location.file == file || location.file.hasSuffix("/\(file)") || file.hasSuffix("/\(location.file)")
            return isFile && location.start.line <= line
        }
        return written.max { rules[$0].rule.location.start.line < rules[$1].rule.location.start.line }
    }
}
