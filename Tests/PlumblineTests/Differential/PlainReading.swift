/// Another way of reading a rule's clause: the rule that it would be then.
struct PlainReading {
    var name: String
    var rule: PlainRule

    /// What has to be set in a rule to have this one; the keys that go are removed.
    func text(instead rule: PlainRule) -> String {
        let (own, other) = (rule.entries, self.rule.entries)
        let removed = own.map(\.key).filter { key in !other.contains { $0.key == key } }.map { "\($0): ~" }
        let set = other.filter { entry in !own.contains { $0 == entry } }.map { "\($0.key): \($0.value)" }
        return "{name: \(name), set: {\((removed + set).joined(separator: ", "))}}"
    }
}
