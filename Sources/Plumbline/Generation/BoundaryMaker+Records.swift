import CEL
import Diagnostics
import OrderedCollections
import Quantities
import YAML

/// What the cases of a rule start from.
extension BoundaryMaker {
    var empty: MadeRecord { MadeRecord(of: table, at: rule.rule.location) }

    /// What the verdict rests on, fields and lists.
    var paths: [[String]] {
        var paths: [[String]] = []
        for path in asked.map({ rule.rule.observesValue ? solver.operands($0, in: empty) : conditionPaths($0) }) ?? [] where !paths.contains(path) {
            paths.append(path)
        }
        return paths
    }

    /// The fields of which a blank cell says that something is missing.
    var fieldPaths: [[String]] { paths.filter { solver.field($0, of: table)?.blank == .missing } }
    var listPaths: [[String]] { paths.filter { solver.listTable($0, of: table) != nil } }

    /// The terms that `&&` joins.
    func terms(of expression: Expression) -> [Expression] {
        guard let call = expression.writtenCall, call.function == Operator.and, call.arguments.count == 2 else { return [expression] }
        return call.arguments.flatMap { terms(of: $0) }
    }

    /// A record that the rule applies to.
    func base() throws(Unmakeable) -> MadeRecord {
        var record = MadeRecord(of: table, example, at: rule.rule.location)
        if let subject = rule.rule.subjects.first, let name = table.label ?? table.keyFields.first, record.content([name]) == nil {
            record.set([name], to: .text(subject.name))
        }
        // What cannot be told from a term, the example may say; whether it does shows when the rule judges the case.
        for term in scope.map({ terms(of: $0) }) ?? [] {
            let before = record
            do throws(Unmakeable) {
                try solver.solve(term, true, &record)
            } catch {
                guard !example.isEmpty else { throw error }
                record = before
            }
        }
        if let (condition, _) = firstLimit { try solver.solve(condition, true, &record) }
        return record
    }

    func outside() throws(Unmakeable) -> MadeRecord {
        let record = try base()
        for term in (scope.map { terms(of: $0) } ?? []).reversed() {
            var other = record
            do throws(Unmakeable) {
                try solver.solve(term, false, &other)
                return other
            } catch {
                continue
            }
        }
        throw .expression(scope?.unparsed() ?? "")
    }

    /// The first of several limits, with the condition under which it holds.
    var firstLimit: (condition: Expression, limit: Quantity)? {
        guard case .target(_, let target) = rule.rule.requirement, let first = target.limit.sequence?.first?.mapping,
              let condition = first["when"]?.scalar.flatMap({ solver.tree($0) }), let text = first["limit"]?.scalar?.text,
              let limit = try? Quantity.parse(text)
        else { return nil }
        return (condition, limit)
    }

    /// A case of one record, in the period that is judged.
    func one(_ record: MadeRecord) -> RuleCase {
        var example = RuleCase(name: "", given: record.fields, outcome: .pass, closes: [], location: rule.rule.location)
        if let choice = rule.schedule.choice, choice.periods.count > 1 {
            if choice.manner == .each {
                example.period = judged
            } else {
                example.periods = choice.periods.map { ($0, record.fields) }
            }
        }
        return example
    }

    func many(_ records: [(record: MadeRecord, count: Int)]) -> RuleCase {
        var example = one(empty)
        example.given = self.example
        example.records = records.filter { $0.count > 0 }.map { record, count in
            RuleCase.Item(content: .record(record.fields), count: count, location: rule.rule.location)
        }
        return example
    }

    /// The period that a case shows: the example's own, where the rule judges it.
    var judged: CalendarPeriod? {
        let own = table.periodField.flatMap { example[$0]?.text }.flatMap { CalendarPeriod($0) }
        if let own, rule.schedule.choice?.periods.contains(own) == true { return own }
        return rule.schedule.choice?.periods.last ?? rule.schedule.date.map { CalendarPeriod(containing: $0, kind: .year) }
    }
}
