import Diagnostics
import OrderedCollections
import YAML

/// Reads what a field of an ordered enumeration says of its steps: `{竣工: completed_on}`, the date field of each.
struct StepDates {
    let field: Field

    /// The steps by id, each with the node that names its date field, which only the whole table can check.
    func read(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> [(id: String, dateField: YAMLNode)] {
        guard case .enumeration(let enumeration) = field.type, enumeration.isOrdered, !field.isMany else {
            diagnostics.append(.reachedOnType(field, at: node.location))
            return []
        }
        var places: [Int: Location] = [:]
        var steps: [(rank: Int, dateField: YAMLNode)] = []
        for entry in node.entries(as: Localized(zh: "各步骤的日期字段", en: "the value of 'reached_on'"), &diagnostics) {
            guard let name = entry.key.scalar?.text, let rank = enumeration.rank(of: name) else {
                diagnostics.append(.notAMember(entry.key.scalar?.text ?? "", of: enumeration, at: entry.key.location))
                continue
            }
            if let first = places[rank] {
                diagnostics.append(.listedTwice(name, first: first, at: entry.key.location))
                continue
            }
            places[rank] = entry.key.location
            steps.append((rank, entry.value))
        }
        return steps.sorted { $0.rank < $1.rank }.map { (enumeration.members[$0.rank].id, $0.dateField) }
    }

    /// The steps with their date fields, as far as these are fields of the table that hold a date.
    func dates(
        _ steps: [(id: String, dateField: YAMLNode)], _ names: TableNames, _ diagnostics: inout Diagnostics
    ) -> OrderedDictionary<String, String> {
        var dates: OrderedDictionary<String, String> = [:]
        for step in steps {
            guard let (date, _) = names.field(step.dateField, &diagnostics) else { continue }
            guard date.holdsDate else {
                diagnostics.append(.notADateField(date, at: step.dateField.location))
                continue
            }
            dates[step.id] = date.name
        }
        return dates
    }
}

extension Field {
    /// Whether the field holds one day.
    var holdsDate: Bool { type == .date && !isMany }
}
