import Diagnostics
import OrderedCollections
import YAML

/// Reads how a row of a file becomes several records.
struct WideMappingLoader {
    private static let what = Localized(zh: "宽表的写法", en: "the value of 'wide'")

    /// What becomes of a blank cell.
    enum Blanks: String, CaseIterable {
        /// A record whose cell is blank.
        case keep
        /// No record.
        case ignore
    }

    let table: Table

    func read(_ node: YAMLNode, _ draft: inout FileMappingLoader.Draft, _ diagnostics: inout Diagnostics) -> WideMapping? {
        guard var reader = MappingReader(node, as: Self.what, &diagnostics) else { return nil }
        let columnsNode = reader.required("columns", &diagnostics)
        let header = reader.required("header", &diagnostics).flatMap { field($0, &draft, &diagnostics) }
        let value = reader.required("value", &diagnostics).flatMap { field($0, &draft, &diagnostics) }
        let blanks = reader.optional("blanks")?.choice(of: Blanks.self, &diagnostics)
        reader.finish(&diagnostics)
        guard let columns = columnsNode.flatMap({ columns($0, of: header, &diagnostics) }), let header, let value else { return nil }
        return WideMapping(
            columns: columns, header: header.name, value: value.name, isOfPeriods: header.type == .period,
            ignoresBlanks: blanks == .ignore)
    }
}

private extension WideMappingLoader {
    func field(_ node: YAMLNode, _ draft: inout FileMappingLoader.Draft, _ diagnostics: inout Diagnostics) -> Field? {
        guard let name = node.string(&diagnostics) else { return nil }
        draft.gives(name, at: node.location, &diagnostics)
        return table.fields[name]
    }

    /// A range of periods, a text with one star, a list of headers, or headers with what each stands for.
    func columns(_ node: YAMLNode, of field: Field?, _ diagnostics: inout Diagnostics) -> WideMapping.Columns? {
        if let items = node.sequence { return listed(items.map { ($0, $0) }, of: field, at: node, &diagnostics) }
        if let mapping = node.mapping {
            return listed(mapping.entries.map { ($0.key, $0.value) }, of: field, at: node, &diagnostics)
        }
        guard let text = node.string(&diagnostics) else { return nil }
        if text.contains("*") { return pattern(text, at: node.location, &diagnostics) }
        do throws(CalendarPeriod.RangeFault) {
            return .periods(try CalendarPeriod.range(text), text: text)
        } catch {
            diagnostics.append(error == .notARange ? .notWideColumns(text, at: node.location) : .badPeriodRange(text, error, at: node.location))
            return nil
        }
    }

    func pattern(_ text: String, at location: Location, _ diagnostics: inout Diagnostics) -> WideMapping.Columns? {
        guard text.count(where: { $0 == "*" }) == 1, !text.contains("?") else {
            diagnostics.append(.notOneStar(text, at: location))
            return nil
        }
        return .pattern(NamePattern(text))
    }

    func listed(
        _ items: [(header: YAMLNode, label: YAMLNode)], of field: Field?, at node: YAMLNode, _ diagnostics: inout Diagnostics
    ) -> WideMapping.Columns? {
        var (labels, headers) = ([HeaderName: String](), [String]())
        for item in items {
            guard let header = item.header.string(&diagnostics), let label = item.label.string(&diagnostics) else { continue }
            if labels[HeaderName(header)] != nil { diagnostics.append(.headerTwice(header, at: item.header.location)) }
            if let field, case .unreadable(let cause) = CellReader(field).read(label) {
                diagnostics.append(.unreadableConstant(label, of: field, cause: cause, at: item.label.location))
            }
            labels[HeaderName(header)] = label
            headers.append(header)
        }
        if items.isEmpty { diagnostics.append(.emptyList(at: node.location)) }
        return .listed(labels, headers: headers)
    }
}
