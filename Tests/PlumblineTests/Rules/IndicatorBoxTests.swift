import Diagnostics
import Foundation
import OrderedCollections
import Plumbline
import TestSupport
import Testing

/// The Corps' plan prints its indicators in a box that has lost the borders between its cells, so that `12` and `15.92` run into each
/// other. The register took them apart; put together again its rows have to make the text.
@Suite("the indicator box of the Corps' plan")
struct IndicatorBoxTests {
    private static let title = "专栏1"

    @Test("the register's rows put together make the lines of the text", .enabled(if: SharedData.isPresent, "\(SharedData.absence)"))
    func assembles() throws {
        let book = RuleBookLoader.load([SharedData.repository.appending(path: "Rules/plans/xpcc").path])
        let clauses = try #require(book.rulesets.first?.register).clauses.values.filter { $0.id.hasPrefix("BT-T1-") }
        var area = ""
        let rows = clauses.map { clause in
            let own = String(clause.section.dropFirst(Self.title.count + 1))
            defer { area = own }
            return (own == area ? "" : own) + Self.row(clause)
        }
        #expect(try rows == Self.printed())
    }

    /// The lines of the box; its head stands twice, where a page broke.
    private static func printed() throws -> [String] {
        let text = try String(contentsOf: SharedData.url("plans/xpcc.txt"), encoding: .utf8)
        let lines = text.split(whereSeparator: \.isNewline).map(String.init)
        let start = try #require(lines.firstIndex { $0.hasPrefix(title) })
        let box = lines[(start + 1)...].prefix { !$0.hasPrefix("第三章") }
        return box.filter { !$0.hasPrefix("领域序号") }
    }

    /// Number, title, unit, the values of 2020 and 2025, and whether it binds.
    private static func row(_ clause: Clause) -> String {
        let number = clause.id.split(separator: "-").last.map(String.init) ?? ""
        let shown = Int(number).map(String.init) ?? "其中:"
        let term = clause.term.zh.replacing("（", with: "(").replacing("）", with: ")")
        let limit = clause.requires.first { ["at_least", "at_most"].contains($0.kind) }?.limit
        let asWritten = clause.requires.first { $0.kind == "as_written" }?.limit
        let from = clause.baseline?.value
        return shown + term + unit(of: from ?? limit ?? "") + digits(of: from ?? "") + (asWritten ?? digits(of: limit ?? ""))
            + (clause.binding == .obligatory ? "约束性" : "预期性")
    }

    /// Of units the text prints `%`, and what it has left of 1/10万.
    private static func unit(of quantity: String) -> String {
        quantity.hasSuffix("%") ? "%" : quantity.hasSuffix("/10万") ? "/10" : ""
    }

    private static func digits(of quantity: String) -> String { String(quantity.prefix { $0.isNumber || $0 == "." }) }
}
