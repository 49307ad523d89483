import Diagnostics
import TestSupport
import Testing

@Suite("Faults printed for people") struct DiagnosticRendererTests {
    private static let source = SourceText(
        name: "规则.yaml", text: "where: 县域人口 > 10 && é\u{301}x == 😀y\n\tb: 1\n" + String(repeating: "长", count: 300) + "\n")

    private static func fault(_ line: Int, _ column: Int, _ length: Int, help: Bool = true) -> Diagnostic {
        Diagnostic(
            code: "unknown-field", at: source.location(
                from: Position(line: line, column: column), to: Position(line: line, column: column + length)),
            message: Localized(zh: "没有字段“人口”", en: "there is no field '人口'"),
            help: help ? Localized(zh: "写成 人口数", en: "write 人口数") : nil)
    }

    @Test("the caret stands under Chinese, marks, emoji, tabs and in long lines", arguments: Language.allCases)
    func carets(language: Language) throws {
        var faults = Diagnostics()
        for fault in [
            Self.fault(1, 8, 4), Self.fault(1, 13, 1, help: false), Self.fault(1, 23, 1), Self.fault(1, 29, 1),
            Self.fault(2, 2, 1), Self.fault(3, 200, 3), Self.fault(3, 301, 1), Self.fault(1, 99, 1),
        ] { faults.append(fault) }
        faults.append(Diagnostic(
            code: "empty-folder", severity: .warning, at: nil, message: Localized(zh: "没有文件", en: "no files")))
        try expectGolden(DiagnosticRenderer(language: language).render(faults), "carets-\(language.rawValue).txt")
    }

    @Test("every caret is as far right as what it marks") func aligned() throws {
        for column in 1...20 {
            let lines = DiagnosticRenderer(language: .en).render(Self.fault(1, column, 1)).split(separator: "\n")
            let caret = try #require(lines[2].firstIndex(of: "^"))
            let before = String(String.UnicodeScalarView(Self.source.lineText(1).unicodeScalars.prefix(column - 1)))
            #expect(DisplayWidth.of(String(lines[2][..<caret])) == DisplayWidth.of(" 1 | " + before))
        }
    }

    @Test("colour goes around the name and the caret only where it is asked for") func color() {
        let plain = DiagnosticRenderer(language: .en).render(Self.fault(1, 1, 5))
        let painted = DiagnosticRenderer(language: .en, usesColor: true).render(Self.fault(1, 1, 5))
        #expect(!plain.contains("\u{1B}"))
        #expect(painted.contains("\u{1B}[31;1m^^^^^\u{1B}[0m"))
    }

    @Test("control characters in names, messages and lines are shown, not obeyed") func escapes() {
        let source = SourceText(name: "a\u{1B}[2J.yaml", text: "x\u{1B}[31my\u{202E}z")
        let fault = Diagnostic(
            code: "x", at: source.location(ofBytes: 6..<7), message: Localized(same: "bad '\u{7}\r'"))
        let out = DiagnosticRenderer(language: .en).render(fault)
        #expect(out.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 && $0 != "\u{202E}" })
        #expect(out.contains(#"bad '\u{7}\r'"#))
    }

    @Test("what the cap left out is counted") func cap() {
        var faults = Diagnostics()
        for line in 1...(Diagnostics.limit + 3) {
            faults.append(Diagnostic(code: "x", at: nil, message: Localized(same: "\(line)")))
        }
        #expect(DiagnosticRenderer(language: .en).render(faults).hasSuffix("3 more faults are not shown\n"))
        #expect(DiagnosticRenderer(language: .zh).render(faults).hasSuffix("另有 3 处问题未列出\n"))
    }

    @Test("no faults print nothing") func none() {
        #expect(DiagnosticRenderer(language: .zh).render(Diagnostics()) == "")
    }
}
