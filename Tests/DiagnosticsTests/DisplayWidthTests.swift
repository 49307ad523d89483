import Diagnostics
import Testing

@Suite("Widths in a terminal") struct DisplayWidthTests {
    @Test("Chinese takes two cells, marks none, the rest one", arguments: [
        ("", 0), ("abc", 3), ("县域", 4), ("，：（）", 8), ("“”—…", 4), ("é", 1), ("e\u{301}", 1), ("a\u{200B}b", 2),
        ("😀", 2), ("１２", 4), ("㎡", 2), ("한글", 4), ("ｱ", 1), ("\u{20000}", 2), ("½°", 2), ("\u{FEFF}", 0), ("→≥‰", 3),
    ])
    func width(text: String, cells: Int) {
        #expect(DisplayWidth.of(text) == cells)
    }

    @Test("padding fills up to a width and never cuts") func padding() {
        #expect(DisplayWidth.padded("县", to: 4) == "县  ")
        #expect(DisplayWidth.padded("县域人口", to: 4) == "县域人口")
    }
}
