import CEL
import Diagnostics
import OrderedCollections
import Quantities

/// A record that is being made up for a case.
struct MadeRecord {
    let table: Table
    /// What the record is called in the expressions that are about it; nil where its fields go by their own names.
    var variable: String?
    var fields: RuleCase.Record
    private let location: Location

    init(of table: Table, _ fields: RuleCase.Record = [:], variable: String? = nil, at location: Location) {
        (self.table, self.fields, self.variable, self.location) = (table, fields, variable, location)
    }

    mutating func set(_ path: [String], to content: RuleCase.Given.Content) {
        fields = Self.setting(path[...], in: fields, to: content, location)
    }

    /// Takes a field out, as if nobody had sent it.
    mutating func remove(_ path: [String]) {
        guard path.count == 1 else { return set(path, to: .text(nil)) }
        fields[path[0]] = nil
    }

    func content(_ path: [String]) -> RuleCase.Given.Content? {
        var record: RuleCase.Record? = fields
        for name in path.dropLast() {
            guard case .record(let inner)? = record?[name]?.content else { return nil }
            record = inner
        }
        return path.last.flatMap { record?[$0]?.content }
    }

    mutating func append(_ item: RuleCase.Record, count: Int = 1, to path: [String]) {
        var items: [RuleCase.Item] = []
        if case .list(let before)? = content(path) { items = before }
        if count > 0 { items.append(RuleCase.Item(content: .record(item), count: count, location: location)) }
        set(path, to: .list(items))
    }

    private static func setting(
        _ path: ArraySlice<String>, in record: RuleCase.Record, to content: RuleCase.Given.Content, _ location: Location
    ) -> RuleCase.Record {
        guard let name = path.first else { return record }
        var record = record
        if path.count == 1 {
            record[name] = RuleCase.Given(content, location: location)
        } else {
            var inner: RuleCase.Record = [:]
            if case .record(let before)? = record[name]?.content { inner = before }
            record[name] = RuleCase.Given(.record(setting(path.dropFirst(), in: inner, to: content, location)), location: location)
        }
        return record
    }
}
