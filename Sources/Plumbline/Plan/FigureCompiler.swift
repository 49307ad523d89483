import CEL
import Diagnostics
import OrderedCollections
import YAML

/// Plans what a target takes from elsewhere in the data.
struct FigureCompiler {
    private(set) var expressions: RuleExpressions
    private let draft: RuleDraft
    private let language: RuleLanguage

    /// - Parameter draft: The rule without its requirement: its periods, its scope, and what it does about missing cells.
    init(expressions: RuleExpressions, draft: RuleDraft, language: RuleLanguage) {
        self.expressions = expressions
        self.draft = draft
        self.language = language
    }

    /// - Returns: In the order of the figures; nil where an expression does not check, which `expressions` was told.
    mutating func plans(_ figures: [Figure], at place: Location) -> [FigurePlan]? {
        let groups = figures.isEmpty ? [:] : peers(figures, at: place)
        guard let groups else { return nil }
        let plans = figures.compactMap { figure -> FigurePlan? in
            if case .benchmark(let benchmark) = figure.source { return plan(benchmark, figure.name, at: place) }
            return groups[figure.name]
        }
        return plans.count == figures.count ? plans : nil
    }
}

// MARK: - Peers

private extension FigureCompiler {
    /// Figures over the same groups of peers.
    struct Shared {
        var among: [Expression]
        var lists: [(name: String, peers: Figure.Peers)]
        var together: [(name: String, expression: Expression)] = []

        var joining: GroupLowering.Joining { lists.allSatisfy { $0.peers.joining == .extremes } ? .extremes : .anyhow }

        var columns: [GroupLowering.Column] {
            lists.map { GroupLowering.Column(name: $0.name, filter: $0.peers.filter, value: $0.peers.value, title: Localized(same: $0.name)) }
        }
    }

    /// The figures on peers by name; nil where an expression does not check.
    mutating func peers(_ figures: [Figure], at place: Location) -> [String: FigurePlan]? {
        var plans: [String: FigurePlan] = [:]
        for shared in shared(figures) {
            guard let found = plan(shared, at: place) else { return nil }
            for plan in found { plans[plan.name] = plan }
        }
        return plans
    }

    func shared(_ figures: [Figure]) -> [Shared] {
        var all: [Shared] = []
        for case let (name, .peers(peers)) in figures.map({ ($0.name, $0.source) }) {
            if let place = all.firstIndex(where: { $0.among == peers.among }) {
                all[place].lists.append((name, peers))
            } else {
                all.append(Shared(among: peers.among, lists: [(name, peers)]))
            }
        }
        for case let (name, .together(expression)) in figures.map({ ($0.name, $0.source) }) {
            var names: Set<String> = []
            expression.visit { node in
                if case .identifier(let name) = node.node { names.insert(name) }
                return true
            }
            let place = all.firstIndex { shared in shared.lists.contains { names.contains($0.name) } }
            if let place { all[place].together.append((name, expression)) }
        }
        return all
    }

    mutating func plan(_ shared: Shared, at place: Location) -> [FigurePlan]? {
        var compiler = ComparisonCompiler(expressions: expressions, setting: draft.setting, language: language)
        defer { expressions = compiler.expressions }
        let lowering = GroupLowering(
            strata: shared.among, columns: shared.columns, testedColumn: shared.lists[0].name, verdict: .yes,
            limit: Limit(kind: "", text: "", sign: ""), joining: shared.joining)
        let lists = shared.lists.map { Expression.identifier($0.name) }
        guard let comparison = compiler.plan(lowering, at: place),
              let found = compiler.figures(lists + shared.together.map(\.expression), over: shared.columns, at: place)
        else { return nil }
        let parts = shared.lists.enumerated().map { PeersPlan.Part.list($0, leastCount: $1.peers.leastCount) }
        let peers = PeersPlan(draft, comparison, parts + found.dropFirst(parts.count).map { .together($0.program) })
        let names = shared.lists.map(\.name) + shared.together.map(\.name)
        return zip(names, found).enumerated().map { FigurePlan(name: $1.0, type: $1.1.type, source: .peers(peers, $0)) }
    }
}

// MARK: - Published figures

private extension FigureCompiler {
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
}
