import OrderedCollections
import Quantities

/// The columns of a file that give a record each, in the order of the file.
struct WideColumns: Sendable {
    /// What is one record of every row: mostly one column; several where several headers stand for the same.
    struct Group: Sendable {
        var label: String
        /// The places of the headers.
        var headers: [Int]
    }

    let wide: WideMapping
    let groups: [Group]
    let headers: [RawHeader]
    /// Those that state another unit than the first does, and so are left out.
    let otherUnits: [RawHeader]

    init(_ wide: WideMapping, _ headers: [RawHeader], _ meanings: MappedHeaders) {
        self.wide = wide
        self.headers = headers
        var found: OrderedDictionary<String, [Int]> = [:]
        var otherUnits: [RawHeader] = []
        var unit: Unit??
        for (place, header) in headers.enumerated() {
            guard case .spread = header.meaning, let label = wide.label(of: header.text) else { continue }
            let stated = meanings.unit(of: header)
            guard unit == nil || unit == .some(stated) else {
                otherUnits.append(header)
                continue
            }
            unit = .some(stated)
            found[label, default: []].append(place)
        }
        self.otherUnits = otherUnits
        groups = found.map { Group(label: $0, headers: $1) }
    }

    /// The number of a group's first column.
    func column(of group: Int) -> Int {
        let place = groups[group].headers[0]
        return headers[place].column ?? place + 1
    }

    /// What is wrong with the columns, told once a file.
    func problems(of mapping: FileMapping, table: Table, file: String) -> [DataProblem] {
        guard !groups.isEmpty else { return [.noWideColumn(mapping, table: table.name, file: file)] }
        let found = Set(groups.map(\.label))
        let absent = wide.expected.filter { !found.contains($0.label) }.map(\.header)
        return (absent.isEmpty ? [] : [.wideColumnsMissing(absent, mapping, table: table.name, file: file)])
            + otherUnits.map { .otherWideUnit($0.text, first: headers[groups[0].headers[0]].text, table: table.name, file: file) }
            + groups.filter { $0.headers.count > 1 }.map { group in
                .repeatedWideColumn(group.headers.map { headers[$0].text }, label: group.label, table: table.name, file: file)
            }
    }
}
