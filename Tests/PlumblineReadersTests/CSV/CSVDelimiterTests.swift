import Diagnostics
import Foundation
import Plumbline
import PlumblineReaders
import TestSupport
import Testing

@Suite("What stands between two fields") struct CSVDelimiterTests {
    @Test("it is what splits the first records alike", arguments: [
        ("a,b\n1,2\n", ","), ("a;b\n1;2\n", ";"), ("a\tb\n1\t2\n", "\t"), ("a|b\n1|2\n", "|"),
        // Decimal commas, lists in a cell and remarks do not mislead.
        ("a;b;c\n1,5;2,5;3,5\n", ";"), ("a,b\nx;y,1\nx;y,2\n", ","), ("名称\t备注\n一院\t甲,乙,丙\n二院\t丁\n", "\t"),
        ("a,b\n\"x;y;z\",1\n", ","), ("a;b\n\"x,y\";1\n\"x,y\";1\n", ";"), ("\"a,b\"|c\n1|2\n", "|"),
        ("a,b,c\n1\n2,3,4\n", ","), ("\n\r\na;b\n\n1;2\n", ";"),
        // One column, a tie, and a header alone.
        ("a\n1\n", ","), ("a,b;c\n1,2;3\n", ","), ("a;b", ";"), ("", ","), ("a\n1;2\n3;4\n", ","),
    ])
    func found(text: String, expected: Character) {
        for chunk in [1, 3, 1000] {
            guard let table = try? ReadTable(CSVReader(), text, chunk: chunk) else { continue }
            #expect(table.form == FileForm(encoding: .utf8, delimiter: expected))
        }
    }

    @Test("a header longer than what is looked at still tells")
    func longHeader() throws {
        let header = (0..<8000).map { "column\($0)" }.joined(separator: ";")
        #expect(try ReadTable(CSVReader(), "\(header)\n1;2\n", chunk: 1000).titles.count == 8000)
    }

    @Test("files of other projects with other delimiters are found out", .enabled(if: SharedData.isPresent, Comment(rawValue: SharedData.absence)))
    func corpus() throws {
        for (name, delimiter) in [("delimiter.csv", ";"), ("issue-1009-semicolon.csv", ";"), ("table.tsv", "\t"), ("countries.csv", ",")] {
            let table = try ReadTable(CSVReader(), ByteSource(path: SharedData.url("corpora/csv/frictionless/\(name)").path))
            #expect(table.form.delimiter.map { String($0) } == delimiter, "\(name)")
        }
    }
}
