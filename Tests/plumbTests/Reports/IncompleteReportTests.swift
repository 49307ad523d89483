import Foundation
import Testing

@Suite("Reports of runs that data ended") struct IncompleteReportTests {
    private static let broken = "id,beds\n" + (1...2_000).map { "K\($0),3\n" }.joined() + "\"L\"x,3\n"

    @Test("the report as JSON is whole, holds what was found before, and says where the data end")
    func json() throws {
        let command = try Clinics.command()
        try command.folder.write(Self.broken, to: "clinic.csv")
        let answer = try command.run("check", "rules", "--data", "clinic.csv", "--format", "json")
        #expect(answer.code == 4)
        #expect(answer.errors.contains("clinic.csv:2002:4"), "\(answer.errors)")
        let report = try CheckReport(answer.output)
        #expect(report.files == ["clinic.csv"])
        #expect(report.outcomes.contains("fail"))
        #expect(report.fault?["code"] == "csv-text-after-quote")
        #expect(report.fault?["file"] == "clinic.csv")
        #expect(report.fault?["line"] == "2002")
        #expect(report.fault?["message"]?.contains("text after the closing quote") == true)
    }

    @Test("a run that came to its end has no fault")
    func whole() throws {
        let answer = try Clinics.command().run("check", "rules", "--data", "short", "--format", "json")
        #expect(answer.output.contains("\"fault\": null"))
        #expect(try CheckReport(answer.output).fault == nil)
    }

    @Test("a run that no rule was reached in says so before all else, and gives no rule a verdict", arguments: [
        ("en", "The audit was broken off", ["not applicable", "no_records", "none in scope", "table_missing"]),
        ("zh", "核查中断", ["不适用", "no_records", "没有适用", "table_missing"]),
    ])
    func unreached(language: String, words: String, verdicts: [String]) throws {
        let command = try Clinics.command()
        // A table that is held, because another refers to it, is read before anything is judged.
        let wards = "tables:\n  ward: {key: [id], fields: {id: {type: string}, clinic: {references: clinic, list: wards}}}"
        try command.folder.write(Clinics.vocabulary.replacing("tables:", with: wards), to: "rules/vocabulary.yaml")
        try command.folder.write(Clinics.rules().replacing("observe: beds", with: "observe: wards.count()").replacing("beds: 10", with: "wards: []").replacing("beds: 9", with: "wards: []"), to: "rules/ruleset.yaml")
        try command.folder.write("id,clinic\nW1,A\n\"W2\"x,B\n", to: "data/ward.csv")
        try command.folder.write(Clinics.short, to: "data/clinic.csv")
        let answer = try command.run("check", "rules", "--data", "data", "--lang", language)
        #expect(answer.code == 4)
        let lines = answer.output.split(separator: "\n")
        #expect(lines.dropFirst(3).first?.contains(words) == true, "\(answer.output)")
        for verdict in verdicts { #expect(!answer.output.contains(verdict), "\(verdict)") }
    }

    @Test("the report as text says before its sums that it is incomplete", arguments: [
        ("en", "This report is incomplete"), ("zh", "本报告不完整"),
    ])
    func text(language: String, words: String) throws {
        let command = try Clinics.command()
        try command.folder.write(Self.broken, to: "clinic.csv")
        let answer = try command.run("check", "rules", "--data", "clinic.csv", "--lang", language)
        #expect(answer.code == 4)
        #expect(answer.output.contains(words))
        #expect(answer.output.contains("clinic.csv:2002"))
    }

    @Test("a table whose files were not reached is not said to be missing")
    func unreached() throws {
        let command = try Clinics.command()
        try command.folder.write(
            Clinics.vocabulary.replacing("tables:", with: "tables:\n  ambulance: {key: [id], fields: {id: {type: string}}}"),
            to: "rules/vocabulary.yaml")
        try command.folder.write("id\n\"A\"x\n", to: "data/ambulance.csv")
        try command.folder.write(Clinics.short, to: "data/clinic.csv")
        let answer = try command.run("check", "rules", "--data", "data", "--format", "json")
        #expect(answer.code == 4)
        #expect(!answer.output.contains("\"table_missing\", "))
    }

    @Test("a line that may hold sensitive cells is not shown", arguments: [
        ("clinic=data.csv", "data.csv:2:4"), ("data.csv", "data.csv:2:4"), ("clinic.csv", "clinic.csv:2:4"),
    ])
    func sensitive(option: String, place: String) throws {
        let command = try Clinics.command()
        let text = "id,beds,chief\n\"A\"x,12,Li Lei\n"
        for name in ["data.csv", "clinic.csv"] { try command.folder.write(text, to: name) }
        let field = "      chief: {type: string, sensitive: true}\n"
        let vocabulary = Clinics.vocabulary.trimmingCharacters(in: .newlines) + "\n"
        func errors() throws -> String { try command.run("check", "rules", "--data", option).errors }
        #expect(try errors().contains("Li Lei"))
        try command.folder.write(vocabulary + field, to: "rules/vocabulary.yaml")
        #expect(try errors().contains(place))
        #expect(try !errors().contains("Li Lei"))
    }
}
