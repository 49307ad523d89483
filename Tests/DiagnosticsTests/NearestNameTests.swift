import Diagnostics
import Testing

@Suite("The nearest name") struct NearestNameTests {
    @Test("the name with the fewest edits is taken, if it is near enough", arguments: [
        ("wehre", "where"), ("WHERE", "where"), ("were", "where"), ("wheree", "where"), ("obserev", "observe"),
        ("人口", "人口数"), ("县域人囗", "县域人口"), ("banana", nil), ("", nil), ("x", nil),
        ("人", nil),
    ] as [(String, String?)])
    func nearest(name: String, expected: String?) {
        #expect(NearestName.to(name, among: ["id", "where", "observe", "人口数", "县域人口"]) == expected)
    }

    @Test("ties go to the first") func ties() {
        #expect(NearestName.to("abc", among: ["abd", "abe"]) == "abd")
    }

    @Test("of two characters none is replaced by another", arguments: ["护土", "ie", "x2"])
    func twoCharacters(name: String) {
        #expect(NearestName.to(name, among: ["护士", "id", "x1"]) == nil)
    }

    @Test("a key that differs in its digits alone is another record's") func keys() {
        #expect(NearestName.toKey("SN047", among: ["SN007", "SN041"]) == nil)
        #expect(NearestName.toKey("市中心医苑", among: ["SN007", "市中心医院"]) == "市中心医院")
    }

    @Test("very long names are not compared") func long() {
        let long = String(repeating: "a", count: 200_000)
        #expect(NearestName.to(long, among: [long]) == nil)
    }
}
