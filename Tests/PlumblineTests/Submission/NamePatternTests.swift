@testable import Plumbline
import Testing

@Suite("name patterns")
struct NamePatternTests {
    @Test("a star stands for any characters but a slash, a question mark for one", arguments: [
        ("a.csv", "a.csv", true), ("a.csv", "b.csv", false), ("*.csv", "人口.csv", true), ("*.csv", "县/人口.csv", false),
        ("县/*.csv", "县/人口.csv", true), ("a*b*c", "axxbxxc", true), ("a*b*c", "axxbxx", false), ("*", "", true),
        ("?", "县", true), ("?", "", false), ("20??.csv", "2024.csv", true), ("20??.csv", "202.csv", false), ("", "a", false),
        ("*a*a*a*a*a*b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", false),
    ])
    func matches(pattern: String, name: String, fits: Bool) {
        #expect(NamePattern(pattern).matches(name) == fits)
    }

    @Test("what the only star stands for", arguments: [
        ("Y*", "Y2020", "2020"), ("*年", "2020年", "2020"), ("a*b", "ab", ""), ("Y*", "2020", nil), ("*-*", "a-b", nil),
    ] as [(String, String, String?)])
    func wildcard(pattern: String, name: String, found: String?) {
        #expect(NamePattern(pattern).wildcard(in: name) == found)
    }
}
