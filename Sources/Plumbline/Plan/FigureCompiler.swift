import CEL
import Diagnostics
import OrderedCollections
import YAML

/// Plans what a target takes from elsewhere in the data.
struct FigureCompiler {
    private(set) var expressions: RuleExpressions
    private let rule: Rule
    private let scope: FieldProgram?
    private let missing: MissingPolicy

    init(expressions: RuleExpressions, rule: Rule, scope: FieldProgram?, missing: MissingPolicy) {
        self.expressions = expressions
        self.rule = rule
        self.scope = scope
        self.missing = missing
    }

    /// - Returns: nil where an expression does not check, which `expressions` was told.
    mutating func plan(_ figure: Figure, at place: Location) -> FigurePlan? {
        switch figure.source {
        case .peers(let peers): plan(peers, figure.name, at: place)
        case .benchmark(let benchmark): plan(benchmark, figure.name, at: place)
        }
    }
}

private extension FigureCompiler {
    mutating func plan(_ peers: Figure.Peers, _ name: String, at place: Location) -> FigurePlan? {
        guard let value = check(peers.value, at: place), let among = programs(peers.among, at: place) else { return nil }
        let filter = peers.filter.flatMap { expressions.program($0, at: place) }
        guard (filter == nil) == (peers.filter == nil) else { return nil }
        return FigurePlan(
            name: name, type: .list(value.type),
            source: .peers(
                FigurePlan.Peers(
                    table: rule.table, scope: scope, exceptions: Set(rule.exceptions.map(\.name)), among: among,
                    filter: filter, value: expressions.program(value), leastCount: peers.leastCount,
                    isOpenByDoubt: missing == .bounds)))
    }

    mutating func plan(_ benchmark: Figure.Benchmark, _ name: String, at place: Location) -> FigurePlan? {
        guard let table = expressions.vocabulary.tables.values.first(where: { $0.benchmarks != nil }),
              let columns = table.benchmarks
        else {
            expressions.diagnostics.append(.noBenchmarkTable(at: place))
            return nil
        }
        let group = benchmark.group.flatMap { expressions.program($0, at: place) }
        guard let area = expressions.program(benchmark.area, at: place), (group == nil) == (benchmark.group == nil) else { return nil }
        return FigurePlan(
            name: name, type: NumberValue.type,
            source: .benchmark(
                FigurePlan.Benchmark(table: table, columns: columns, indicator: benchmark.indicator, area: area, group: group)))
    }

    mutating func programs(_ wanted: [Expression], at place: Location) -> [FieldProgram]? {
        let programs = wanted.compactMap { expressions.program($0, at: place) }
        return programs.count == wanted.count ? programs : nil
    }

    mutating func check(_ expression: Expression, at place: Location) -> CheckedExpression? {
        do throws(ExpressionFaults) {
            return try expressions.environment.check(expression)
        } catch {
            for fault in error.all {
                expressions.diagnostics.append(
                    Diagnostic(code: fault.code, at: place, message: fault.message, help: fault.help))
            }
            return nil
        }
    }
}
