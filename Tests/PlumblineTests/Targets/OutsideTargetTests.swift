import CEL
import Diagnostics
import Foundation
import Plumbline
import PlumblineReaders
import Quantities
import Testing
import YAML

/// `part_of: {whole: <CEL>, at_least: 85%}`: the observed value as a part of another; a kind of target as another package
/// would write it.
private struct PartOfTarget: RecordTargetKind {
    let name = "part_of"
    let summary = Localized(zh: "占另一数值的比例", en: "Its part of another value")
    let limitShape = LimitShape.mapping(
        [LimitShape.Key("whole", .expression, isRequired: true, Localized(zh: "全部", en: "The whole"))],
        oneOf: ComparedBound.keys(.value))

    func lower(_ limit: YAMLNode, onto observed: Observed, in context: inout LoweringContext) -> Lowering? {
        guard var reader = MappingReader(limit, as: Localized(zh: "part_of", en: "part_of"), &context.diagnostics) else { return nil }
        let found = ComparedBound.read(&reader, kind: name, &context)
        let whole = reader.required("whole", &context.diagnostics).flatMap { context.expression($0) }
        reader.finish(&context.diagnostics)
        guard let found, let whole else { return nil }
        var part = observed
        part.expression = observed.expression / whole.root
        part.type = NumberValue.type
        part.measure = Measure(.dimension(.pure), unit: .percent)
        (part.ratio, part.isCount) = (nil, false)
        guard let threshold = context.threshold(found.limit, for: part) else { return nil }
        var lowering = found.bound.bounds(threshold.value).lower(
            part, limit: context.limit(name, found.bound.sign, [threshold], part), applies: threshold.applies)
        lowering.observed = part.expression
        lowering.closings = found.bound.bounds(threshold.value * whole.root).closings(observed)
        return lowering
    }
}

/// `total: {at_most: 10 人}`: the sum of the observed values of all records in scope.
private struct TotalTarget: GroupTargetKind {
    let name = "total"
    let summary = Localized(zh: "合计", en: "The sum of all")
    let limitShape = LimitShape.mapping([], oneOf: ComparedBound.keys(.value))

    func lower(_ limit: YAMLNode, onto observed: Observed?, in context: inout LoweringContext) -> GroupLowering? {
        guard let observed, var reader = MappingReader(limit, as: Localized(zh: "total", en: "total"), &context.diagnostics),
              let (bound, node) = ComparedBound.read(&reader, kind: name, &context),
              let threshold = context.threshold(node, for: observed)
        else { return nil }
        reader.finish(&context.diagnostics)
        let sum = CEL.Expression.call(Aggregate.sum.listFunction, [.identifier("values")])
        let bounds = bound.bounds(threshold.value)
        return GroupLowering(
            columns: [GroupLowering.Column(name: "values", value: observed.expression, title: summary)], verdict: bounds.verdict(sum),
            observed: sum, gap: bounds.gap(sum), limit: context.limit(name, bound.sign, [threshold], observed))
    }
}

@Suite("Targets of other packages") struct OutsideTargetTests {
    private static let targets: [any TargetKind] = builtInTargets + [PartOfTarget(), TotalTarget()]
    private static let vocabulary = """
        vocabulary: v
        tables:
          unit: {key: [id], fields: {id: {type: string}, nurses: {type: integer, unit: 人, range: 0..}, staff: {type: integer, unit: 人, range: 0..}}}

        """

    private func findings(_ rule: String, _ csv: String) throws -> [Finding] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "plumbline-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Self.vocabulary.write(to: folder.appending(path: "vocabulary.yaml"), atomically: true, encoding: .utf8)
        try "ruleset: test\nplan: {title: test, to: 2025-12-31}\nuses: [vocabulary.yaml]\nrules:\n  - {id: r, title: t, for: unit, \(rule)}\n"
            .write(to: folder.appending(path: "ruleset.yaml"), atomically: true, encoding: .utf8)
        let plan = try AuditPlanner.plan(RuleBookLoader.load([folder.path]), targets: Self.targets)
        return try Fixture.run(plan, table: "unit", csv: csv).findings
    }

    @Test("a record's target reads its keys, decides, and closes its gap")
    func record() throws {
        let csv = "id,nurses,staff\nA,2,10\nB,3,10\nC,,10\nD,0,0\n"
        let findings = try findings("observe: nurses, target: {part_of: {whole: staff, at_least: 30%}}", csv)
        #expect(findings.map(\.reason) == [.beyondLimit, .withinLimit, .missing, .zeroDenominator])
        #expect(findings[0].measurement.gap == Number(numerator: -1, denominator: 10))
        #expect(findings[0].measurement.closings == [Closing(kind: .add, amount: .smallest(1))])
    }

    @Test("a group's target decides over all records", arguments: [
        ("{at_most: 5 人}", Reason.withinLimit), ("{less_than: 5 人}", .beyondLimit), ("{at_least: 6 人}", .beyondLimit),
    ])
    func group(limit: String, reason: Reason) throws {
        let findings = try findings("observe: nurses, target: {total: \(limit)}", "id,nurses,staff\nA,2,10\nB,3,10\n")
        #expect(findings.map(\.reason) == [reason])
        #expect(findings[0].measurement.observed == .number(5))
    }

    @Test("faults of its keys are told where they stand", arguments: [
        ("{part_of: {whole: staff}}", "bound-missing"), ("{part_of: {at_least: 30%}}", "missing-key"),
        ("{part_of: {whole: staf, at_least: 30%}}", "unknown-field"), ("{part_of: {whole: staff, at_least: 3 人}}", "unit-mismatch"),
        ("{total: {at_most: 5%}}", "unit-mismatch"),
    ])
    func faults(target: String, code: String) throws {
        #expect {
            _ = try findings("observe: nurses, target: \(target)", "id\n")
        } throws: { error in
            (error as? Diagnostics)?.all.contains { $0.code.rawValue == code } ?? false
        }
    }

    @Test("the schema has them, too")
    func schema() {
        let text = RuleFileSchema(language: .en, targets: Self.targets).text
        #expect(text.contains("\"part_of\"") && text.contains("\"total\""))
    }
}
