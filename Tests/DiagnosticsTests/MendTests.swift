import Diagnostics
import Testing

@Suite("mends") struct MendTests {
    private func mend(_ line: Int, _ column: Int, _ original: String, _ replacement: String) -> Mend {
        Mend(file: "a", start: Position(line: line, column: column), original: original, replacement: replacement)
    }

    private func mended(_ text: String, _ mends: Mend...) -> String {
        String(decoding: SourceText(name: "a", text: text).mended(by: mends).bytes, as: UTF8.self)
    }

    @Test("every byte but those of the mend stays, line ends and Chinese text included")
    func bytes() {
        #expect(mended("键：值\r\n中文, b\r\n", mend(1, 2, "：", ": ")) == "键: 值\r\n中文, b\r\n")
        #expect(mended("\u{FEFF}a = b", mend(1, 3, "=", "==")) == "\u{FEFF}a == b")
        #expect(mended("a\n", mend(1, 2, "", "!")) == "a!\n")
    }

    @Test("nothing is replaced where other text stands, or in another file")
    func otherText() {
        #expect(mended("a = b", mend(1, 2, "=", "==")) == "a = b")
        #expect(mended("a = b", mend(9, 1, "=", "==")) == "a = b")
        #expect(mended("a = b", Mend(file: "b", start: Position(line: 1, column: 3), original: "=", replacement: "==")) == "a = b")
    }

    @Test("of mends that overlap or touch the first is made, and those are told that were made")
    func overlap() {
        let source = SourceText(name: "a", text: "not a = b")
        let result = source.mended(by: [mend(1, 7, "=", "=="), mend(1, 1, "not a", "!a"), mend(1, 5, "a =", "x")])
        #expect(String(decoding: result.bytes, as: UTF8.self) == "!a == b")
        #expect(result.made.map(\.replacement) == ["!a", "=="])
    }

    @Test(
        "a misspelt name is certain where one name alone is near",
        arguments: [
            ("requird", ["required", "expected"], "required"), ("Beds", ["beds"], "beds"), ("at-least", ["at_least"], "at_least"),
            ("bed", ["beds", "bids"], "beds"), ("completed_onn", ["completed_on", "started_on"], "completed_on"),
        ])
    func certain(name: String, names: [String], meant: String) { #expect(NearestName.certain(name, among: names) == meant) }

    @Test(
        "a name that could be two, or differs in its digits, its first letter or a Chinese character, is not certain",
        arguments: [
            ("bes", ["beds", "best"]), ("beds_2021", ["beds_2020"]), ("men", ["ten"]), ("三级甲等", ["三级乙等"]),
            ("id", ["is"]), ("doctors", ["nurses"]), ("beds", ["beds"]),
        ])
    func uncertain(name: String, names: [String]) { #expect(NearestName.certain(name, among: names) == nil) }
}
