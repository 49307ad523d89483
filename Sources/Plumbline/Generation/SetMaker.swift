import CEL
import Diagnostics
import YAML

/// A list that has just what another has, one less, or one more: `same_set`.
struct SetMaker {
    private let maker: BoundaryMaker
    private let limit: YAMLMapping

    /// nil for a rule of another kind.
    init?(_ maker: BoundaryMaker) {
        guard case .target(_, let target) = maker.rule.rule.requirement, target.kind == "same_set", let limit = target.limit.mapping
        else { return nil }
        (self.maker, self.limit) = (maker, limit)
    }

    func make(_ boundary: Boundary) throws(Unmakeable) -> RuleCase {
        guard let asked = maker.asked, let wanted = limit["as"]?.scalar.flatMap({ maker.solver.tree($0) }) else { throw .noFixedLimit }
        var record = try maker.base()
        var names = Self.sample
        if let constant = maker.solver.constant(wanted) {
            guard case .list(let values) = constant else { throw .expression(wanted.unparsed()) }
            names = values.map(Self.text)
        } else {
            try set(wanted, to: names, &record)
        }
        switch boundary {
        case .oneMissing: try set(asked, to: Array(names.dropLast()), &record)
        case .oneExtra: try set(asked, to: names + [Self.extra], &record)
        case .listNotSent: break
        default: try set(asked, to: names, &record)
        }
        return maker.one(record)
    }
}

private extension SetMaker {
    static let sample = ["甲", "乙"]
    static let extra = "丙"

    static func text(_ value: Value) -> String {
        if case .string(let text) = value { text } else { value.description }
    }

    /// Makes a list hold so many names: of records by what is compared of them, of a cell with several values as they are.
    func set(_ list: Expression, to names: [String], _ record: inout MadeRecord) throws(Unmakeable) {
        guard let path = maker.solver.path(list, in: record), !path.isEmpty else { throw .expression(list.unparsed()) }
        let location = maker.rule.rule.location
        if let field = maker.solver.field(path, of: maker.table), field.isMany, field.type == .string {
            return record.set(path, to: .list(names.map { RuleCase.Item(content: .text($0), count: 1, location: location) }))
        }
        guard let table = maker.solver.listTable(path, of: maker.table), let by = limit["by"]?.scalar.flatMap({ maker.solver.tree($0) }) else {
            throw .expression(list.unparsed())
        }
        record.set(path, to: .list([]))
        for name in names {
            var element = MadeRecord(of: table, at: location)
            guard let inner = maker.solver.path(by, in: element), maker.solver.field(inner, of: table)?.type == .string else {
                throw .expression(by.unparsed())
            }
            element.set(inner, to: .text(name))
            record.append(element.fields, to: path)
        }
    }
}
