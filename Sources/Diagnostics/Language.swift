/// The languages that Plumbline speaks. Both are first languages: every message exists in each.
public enum Language: String, CaseIterable, Sendable, Hashable {
    case zh
    case en
}
