import CEL
import Diagnostics
import OrderedCollections
import YAML

/// Plans the expressions of a target on groups: some over records, the others over the groups' columns.
struct ComparisonCompiler {
    private(set) var expressions: RuleExpressions
    private let setting: RuleSetting
    private let functions: [any FunctionLibrary]

    init(expressions: RuleExpressions, setting: RuleSetting, functions: [any FunctionLibrary]) {
        self.expressions = expressions
        self.setting = setting
        self.functions = functions
    }

    /// - Returns: nil where an expression does not check, which `expressions` was told.
    mutating func plan(_ lowering: GroupLowering, at place: Location) -> ComparisonPlan? {
        let strata = lowering.strata.compactMap { check($0, expressions.environment, at: place) }
        var types: [String: CEL.`Type`] = [:]
        var columns: [ComparisonPlan.Column] = []
        for column in lowering.columns {
            guard let checked = check(column.value, expressions.environment, at: place) else { return nil }
            let filter = column.filter.flatMap { expressions.program($0, at: place) }
            guard (filter == nil) == (column.filter == nil) else { return nil }
            types[column.name] = .list(checked.type)
            columns.append(
                ComparisonPlan.Column(
                    name: column.name, filter: filter, value: expressions.program(checked), title: column.title))
        }
        guard strata.count == lowering.strata.count else { return nil }
        let environment = RuleEnvironment.of(
            variables: types, vocabulary: expressions.vocabulary, setting: setting, functions: functions)
        let names = columns.map(\.name)
        func program(_ expression: Expression?) -> ComparisonPlan.ColumnProgram? {
            expression.flatMap { check($0, environment, at: place) }.map {
                ComparisonPlan.ColumnProgram(environment.program($0), columns: names)
            }
        }
        guard let verdict = program(lowering.verdict) else { return nil }
        return ComparisonPlan(
            strata: strata.map(expressions.program), strataTexts: lowering.strataTexts,
            strataTable: Self.table(of: strata), columns: columns,
            tested: lowering.testedColumn.flatMap(names.firstIndex), compared: lowering.comparedColumn.flatMap(names.firstIndex),
            minGroup: lowering.minGroup, verdict: verdict, observed: program(lowering.observed), gap: program(lowering.gap),
            limitValue: program(lowering.limitValue),
            closings: lowering.closings.compactMap { closing in
                program(closing.amount).map { RulePlan.Closing(kind: closing.kind, amount: $0) }
            },
            sides: lowering.sides.compactMap { side in
                guard let column = names.firstIndex(of: side.column), let value = program(side.value) else { return nil }
                return (column, value)
            },
            showsSingleRecord: lowering.showsSingleRecord)
    }

    private static func table(of strata: [CheckedExpression]) -> String? {
        guard strata.count == 1, case .record(let name)? = strata.first?.type else { return nil }
        return name
    }

    private mutating func check(
        _ expression: Expression, _ environment: Environment, at place: Location
    ) -> CheckedExpression? {
        do throws(ExpressionFaults) {
            return try environment.check(expression)
        } catch {
            for fault in error.all {
                expressions.diagnostics.append(
                    Diagnostic(code: fault.code, at: place, message: fault.message, help: fault.help))
            }
            return nil
        }
    }
}
