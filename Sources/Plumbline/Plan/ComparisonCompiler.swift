import CEL
import Diagnostics
import OrderedCollections
import YAML

/// Plans the expressions of a target on groups: some over records, the others over the groups' columns.
struct ComparisonCompiler {
    private(set) var expressions: RuleExpressions
    private let setting: RuleSetting
    private let language: RuleLanguage

    init(expressions: RuleExpressions, setting: RuleSetting, language: RuleLanguage) {
        self.expressions = expressions
        self.setting = setting
        self.language = language
    }

    /// The columns of groups, planned.
    private struct Columns {
        var plans: [ComparisonPlan.Column]
        /// What expressions over the columns can name.
        var environment: Environment
        var names: [String] { plans.map(\.name) }
    }

    /// - Returns: nil where an expression does not check, which `expressions` was told.
    mutating func plan(_ lowering: GroupLowering, at place: Location) -> ComparisonPlan? {
        let strata = lowering.strata.compactMap { check($0, expressions.environment, at: place) }
        guard let found = columns(lowering.columns, at: place), strata.count == lowering.strata.count,
              let verdict = program(lowering.verdict, over: found, at: place)
        else { return nil }
        let names = found.names
        return ComparisonPlan(
            strata: strata.map(expressions.program), strataTexts: lowering.strataTexts,
            strataTable: Self.table(of: strata), columns: found.plans,
            tested: lowering.testedColumn.flatMap(names.firstIndex), compared: lowering.comparedColumn.flatMap(names.firstIndex),
            minGroup: lowering.minGroup, verdict: verdict.program, observed: program(lowering.observed, over: found, at: place)?.program,
            gap: program(lowering.gap, over: found, at: place)?.program,
            limitValue: program(lowering.limitValue, over: found, at: place)?.program,
            closings: lowering.closings.compactMap { closing in
                program(closing.amount, over: found, at: place).map { RulePlan.Closing(kind: closing.kind, amount: $0.program) }
            },
            sides: lowering.sides.compactMap { side in
                guard let column = names.firstIndex(of: side.column), let value = program(side.value, over: found, at: place) else { return nil }
                return (column, value.program)
            },
            showsSingleRecord: lowering.showsSingleRecord, showsMiddle: lowering.showsMiddle, joining: lowering.joining)
    }

    /// What expressions over the columns of groups come to, with their types.
    ///
    /// - Returns: nil where one of them does not check, which `expressions` was told.
    mutating func figures(
        _ figures: [Expression], over columns: [GroupLowering.Column], at place: Location
    ) -> [(program: ComparisonPlan.ColumnProgram, type: CEL.`Type`)]? {
        guard let found = self.columns(columns, at: place) else { return nil }
        let programs = figures.compactMap { program($0, over: found, at: place) }
        return programs.count == figures.count ? programs : nil
    }

    private mutating func columns(_ columns: [GroupLowering.Column], at place: Location) -> Columns? {
        var plans: [ComparisonPlan.Column] = []
        var types: [String: CEL.`Type`] = [:]
        for column in columns {
            guard let checked = check(column.value, expressions.environment, at: place) else { return nil }
            let filter = column.filter.flatMap { expressions.program($0, at: place) }
            guard (filter == nil) == (column.filter == nil) else { return nil }
            types[column.name] = .list(checked.type)
            plans.append(
                ComparisonPlan.Column(name: column.name, filter: filter, value: expressions.program(checked), title: column.title))
        }
        let environment = RuleEnvironment.of(
            variables: types, vocabulary: expressions.vocabulary, setting: setting, language: language)
        return Columns(plans: plans, environment: environment)
    }

    private mutating func program(
        _ expression: Expression?, over columns: Columns, at place: Location
    ) -> (program: ComparisonPlan.ColumnProgram, type: CEL.`Type`)? {
        expression.flatMap { check($0, columns.environment, at: place) }.map { checked in
            (ComparisonPlan.ColumnProgram(columns.environment.program(checked), columns: columns.names), checked.type)
        }
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
