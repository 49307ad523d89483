import Diagnostics
import Testing

@Suite("Text of strangers in a terminal") struct TerminalTextTests {
    @Test("what could move the cursor or reorder a line shows as an escape", arguments: [
        ("县 a", "县 a"), ("a\u{1B}[2Jb", #"a\u{1b}[2Jb"#), ("a\nb\r\tc", #"a\nb\r\tc"#), ("\u{9B}31m", #"\u{9b}31m"#),
        ("a\u{202E}b", #"a\u{202e}b"#), ("a\u{2066}b", #"a\u{2066}b"#), ("\0\u{7F}", #"\u{0}\u{7f}"#), ("e\u{301}", "e\u{301}"),
    ])
    func escaped(text: String, shown: String) {
        #expect(TerminalText.escaped(text) == shown)
    }
}
