import CEL
public import Diagnostics
import OrderedCollections
import Quantities
public import YAML

/// `unique: [fields]`: no two records of the scope agree in all of the fields.
public struct UniqueTarget: GroupTargetKind {
    public let name = "unique"
    public let limitShape = LimitShape.names
    public let needsValue = false
    public let summary = Localized(zh: "所列字段的组合不重复", en: "No two records agree in the fields listed")

    public init() {}

    public func lower(_ limit: YAMLNode, onto observed: Observed?, in context: inout LoweringContext) -> GroupLowering? {
        if let observed {
            context.report(.valueNotNeeded(name, at: observed.scalar.location))
            return nil
        }
        guard let fields = fields(limit, &context) else { return nil }
        let column = "records"
        let count = Expression.member("count", of: .identifier(column))
        return GroupLowering(
            strata: fields.map { .identifier($0) }, strataTexts: fields,
            columns: [
                GroupLowering.Column(name: column, value: .number(1), title: Localized(zh: "相同的记录", en: "records that agree"))
            ],
            verdict: .operation(Operator.equals, count, .number(1)), observed: count, gap: count - .number(1),
            limit: Limit(kind: name, text: "1 (\(fields.joined(separator: ", ")))", sign: "=", bounds: [1]),
            joining: .together)
    }

    private func fields(_ node: YAMLNode, _ context: inout LoweringContext) -> [String]? {
        let items = node.sequence ?? [node]
        guard !items.isEmpty else {
            context.report(.emptyList(at: node.location))
            return nil
        }
        var fields: OrderedSet<String> = []
        for item in items {
            guard let name = item.string(&context.diagnostics) else { continue }
            if context.table.fields[name] == nil {
                context.report(
                    .unknownField(
                        name, table: context.table.name, in: context.table.location.file, among: context.table.fields.keys, at: item.location))
            } else if !fields.append(name).inserted {
                context.report(.strataTwice(name, at: item.location))
            }
        }
        return fields.count == items.count ? Array(fields) : nil
    }
}
