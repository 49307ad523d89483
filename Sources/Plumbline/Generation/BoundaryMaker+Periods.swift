import CEL
import Diagnostics
import OrderedCollections
import Quantities
import YAML

/// In which period a case shows what it shows.
extension BoundaryMaker {
    func absentPeriod() throws(Unmakeable) -> RuleCase {
        guard let judged, let other = judged.previous else { throw .noFixedLimit }
        let record = GrowthMaker(self) == nil ? try decided() : try base()
        var example = one(record)
        (example.period, example.given) = (judged, self.example)
        example.periods = [(other, record.fields)]
        return example
    }

    /// Of a table without periods only what is observed stands under a period, and everything else under `given`.
    func seen(_ made: RuleCase) -> RuleCase {
        let observed = Set(table.fields.values.filter { $0.observation != nil }.map(\.name))
        guard table.periodField == nil, !observed.isEmpty, made.records.isEmpty, let judged else { return made }
        var made = made
        let periods = made.periods.isEmpty ? [(period: made.period ?? judged, record: made.given)] : made.periods
        for (_, record) in periods { made.given.merge(record) { $1 } }
        made.given = made.given.filter { !observed.contains($0.key) }
        made.periods = periods.map { (period: $0.period, record: $0.record.filter { observed.contains($0.key) }) }.filter { !$0.record.isEmpty }
        return made
    }
}
