import Diagnostics
import Testing

@Suite("Localized texts") struct LocalizedTests {
    @Test("quotation marks within quotation marks are single ones in Chinese", arguments: [
        ("床位数", "“床位数”"), ("线上“挂缴查”和影像", "“线上‘挂缴查’和影像”"), ("“嘉州名医”“海棠名医”", "“‘嘉州名医’‘海棠名医’”"),
    ])
    func nested(name: String, quoted: String) {
        #expect(Localized.quoted(name).zh == quoted)
        #expect(Localized.quoted(name).en == "'\(name)'")
    }
}
