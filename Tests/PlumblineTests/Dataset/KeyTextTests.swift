import Testing
@testable import Plumbline

@Suite("The text of a key")
struct KeyTextTests {
    @Test("a key of one part is that part, as references write it")
    func onePart() {
        #expect(KeyText.of(["A1"]) == "A1")
    }

    @Test("keys of other parts have other texts, whatever signs the parts have", arguments: [
        (["a\u{1F}b", "c"], ["a", "b\u{1F}c"]),
        (["1:a", ""], ["1", ":a"]),
        (["甲1:乙", "丙"], ["甲", "乙1:丙"]),
        (["a", "b"], ["a", "b", ""]),
    ])
    func severalParts(one: [String], other: [String]) {
        #expect(KeyText.of(one) != KeyText.of(other))
    }
}
