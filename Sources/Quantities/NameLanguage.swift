/// The language in which a dimension or unit is named for people.
public enum NameLanguage: Hashable, Sendable, CaseIterable {
    case zh, en
}
