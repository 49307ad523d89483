import CEL
import OrderedCollections

/// A row of which a cell leaves open whether it is in a list, as the cause of an unknown carries it: so that a finding can
/// name the row.
struct DoubtfulRow: Hashable {
    /// The table's place in the vocabulary.
    let table: Int
    let record: Int
    let field: Int

    private static let mark = 1 << 62

    /// The number that causes carry; the places of fields alone have no mark.
    var token: Int { Self.mark | table << 48 | field << 32 | record }

    init(table: Int, record: Int, field: Int) { (self.table, self.record, self.field) = (table, record, field) }

    /// - Returns: nil for a cause of any other kind.
    init?(_ cause: UnknownCause) {
        guard cause.token & Self.mark != 0 else { return nil }
        self.init(table: cause.token >> 48 & 0x3FFF, record: cause.token & 0xFFFF_FFFF, field: cause.token >> 32 & 0xFFFF)
    }
}

extension HeldTable {
    /// Why it is open whether a record is in a list: one of its cells does not say.
    func doubt(_ reason: Reason, _ field: String, of record: Int) -> UnknownCause {
        let place = table.fields.index(forKey: field) ?? 0
        return UnknownCause(
            code: reason.rawValue, subject: field, token: DoubtfulRow(table: index, record: record, field: place).token)
    }
}

extension Value {
    /// The value as an element that may be in its list or not.
    func doubted(because cause: UnknownCause) -> Value {
        guard isKnown else { return self }
        let doubtful = doubtful
        return .object(DoubtfulElement(doubtful?.element ?? self, causes: doubtful?.causes.union(UnknownSet(cause)) ?? UnknownSet(cause)))
    }
}
