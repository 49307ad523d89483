import Foundation
import Testing

@Suite("plumb check") struct CheckTests {
    @Test("a file is found in a folder, named as it is, or said to be a table", arguments: [
        "clean", "clean/clinic.csv", "clinic=clean/clinic.csv", "clinic=other.csv", "year=2025", "year=2025/clinic.csv",
    ])
    func data(path: String) throws {
        let command = try Clinics.command()
        try command.folder.write(Clinics.clean, to: "other.csv")
        try command.folder.write(Clinics.clean, to: "year=2025/clinic.csv")
        let answer = try command.run("check", "rules", "--data", path)
        #expect(answer.code == 0, "\(answer.errors)")
    }

    @Test("- is the standard input, in CSV or JSON found by looking", arguments: [
        "printf 'id,beds\\nA,12\\n' | $PLUMB check rules --data -", "printf 'id;beds\\nA;12\\n' | $PLUMB check rules --data clinic=-",
        "printf '{\"id\": \"A\", \"beds\": 12}\\n' | $PLUMB check rules --data -", "printf '{\"clinic\": [{\"id\": \"A\", \"beds\": 12}]}' | $PLUMB check rules --data -",
        "$PLUMB check rules --data - < clean/clinic.csv",
    ])
    func standardInput(line: String) throws {
        let answer = try Clinics.command().shell(line)
        #expect(answer.code == 0, "\(answer.errors)")
        #expect(answer.output.contains("<stdin>"))
    }

    @Test("the standard input cannot be read twice")
    func standardInputTwice() throws {
        let answer = try Clinics.command().shell("$PLUMB check rules --data - --data clinic=- < clean/clinic.csv")
        #expect(answer.code == 2)
        #expect(answer.errors.contains("stdin-twice"))
    }

    @Test("a file that fits no table is listed and passed over")
    func skipped() throws {
        let command = try Clinics.command()
        try command.folder.write("colour,weight\nred,1\n", to: "clean/paint.csv")
        let answer = try command.run("check", "rules", "--data", "clean")
        #expect(answer.code == 0)
        #expect(answer.output.contains("clean/paint.csv"))
    }

    @Test("passes are written only where they are asked for")
    func include() throws {
        let command = try Clinics.command()
        func outcomes(_ options: String...) throws -> [String] {
            let answer = try command.run(["check", "rules", "--data", "short", "--format", "json"] + options)
            return try findings(answer.output).compactMap { $0["outcome"] as? String }
        }
        #expect(try outcomes() == ["not_measured", "fail"])
        #expect(try outcomes("--include", "pass") == ["pass", "not_measured", "fail"])
    }

    @Test("the same input gives the same bytes, and the day is what --as-of says")
    func sameBytes() throws {
        let command = try Clinics.command()
        let first = try command.run("check", "rules", "--data", "short", "--as-of", "2025-06-30")
        let second = try command.run("check", "rules", "--data", "short", "--as-of", "2025-06-30")
        #expect(first.output == second.output)
        #expect(first.output.contains("2025-06-30"))
    }

    private func findings(_ report: String) throws -> [[String: Any]] {
        let object = try JSONSerialization.jsonObject(with: Data(report.utf8)) as? [String: Any]
        return try #require(object?["findings"] as? [[String: Any]])
    }
}
