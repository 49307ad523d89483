import CEL
import Diagnostics
import OrderedCollections
import Quantities
import YAML

/// Records of which so many are in each part: `composition`.
struct CompositionMaker {
    /// A part with the least and the most of the whole that it may be.
    private struct Part {
        var value: String
        var least: Number?
        var most: Number?
        var count = 0
    }

    private let maker: BoundaryMaker
    private let limit: YAMLMapping
    private let field: Field
    private let path: [String]

    /// - Throws: Where what is observed is no field of the record.
    init(_ maker: BoundaryMaker, _ limit: YAMLNode) throws(Unmakeable) {
        guard let limit = limit.mapping, let asked = maker.asked, let path = maker.solver.path(asked, in: maker.empty),
              let field = maker.solver.field(path, of: maker.table)
        else { throw .noRecipe("composition") }
        (self.maker, self.limit, self.field, self.path) = (maker, limit, field, path)
    }

    /// The first part lies at its limit, or one record off; the others are within theirs.
    func make(_ boundary: Boundary) throws(Unmakeable) -> RuleCase {
        var parts = try parts()
        let total = try total(of: parts)
        for place in parts.indices {
            parts[place].count = try count((parts[place].least ?? 0) * Number(Int64(total)))
        }
        if parts[0].least == nil, let most = parts[0].most { parts[0].count = try count(most * Number(Int64(total))) }
        let step = boundary == .justBelow ? -1 : boundary == .justAbove ? 1 : 0
        parts[0].count += step
        try spread(total - parts.reduce(0) { $0 + $1.count }, over: &parts, total)
        var base = try maker.base()
        try maker.settle(limit["within"]?.sequence ?? limit["within"].map { [$0] } ?? [], in: &base)
        var records: [(record: MadeRecord, count: Int)] = []
        for part in parts {
            var record = base
            record.set(path, to: .text(part.value))
            records.append((record, part.count))
        }
        if boundary == .missing {
            var blank = base
            blank.set(path, to: .text(nil))
            records[0].count -= 1
            records.append((blank, 1))
        }
        return maker.many(records)
    }
}

private extension CompositionMaker {
    /// The parts with a share of their own: of cumulative ones, what each has beyond the one above.
    private func parts() throws(Unmakeable) -> [Part] {
        var parts: [Part] = []
        if let shares = limit["parts"]?.mapping {
            for entry in shares.entries { parts.append(try part(entry)) }
        } else if let shares = limit["at_or_above"]?.mapping, case .enumeration(let enumeration) = field.type {
            let ranked = shares.entries.compactMap { entry in enumeration.rank(of: entry.key.scalar?.text ?? "").map { ($0, entry) } }
            var above = Number(0)
            for (_, entry) in ranked.sorted(by: { $0.0 > $1.0 }) {
                guard let share = Self.share(entry.value) else { throw .noRecipe("composition") }
                parts.append(Part(value: try value(entry.key), least: share > above ? share - above : 0))
                above = max(above, share)
            }
        }
        guard parts.first.map({ $0.least != nil || $0.most != nil }) == true else { throw .noRecipe("composition") }
        return parts
    }

    private func part(_ entry: YAMLMapping.Entry) throws(Unmakeable) -> Part {
        var part = Part(value: try value(entry.key))
        for bound in ComparedBound.allCases {
            guard let share = entry.value.mapping?[bound.rawValue].flatMap(Self.share) else { continue }
            guard bound.isInclusive else { throw .noRecipe(bound.rawValue) }
            if bound.isFloor { part.least = share } else { part.most = share }
        }
        return part
    }

    static func share(_ node: YAMLNode) -> Number? { node.scalar.flatMap { (try? Quantity.parse($0.text))?.value } }

    /// A value that a cell can have; of a band, its lowest.
    func value(_ key: YAMLNode) throws(Unmakeable) -> String {
        let text = key.scalar?.text ?? ""
        guard case .enumeration(let enumeration) = field.type, enumeration.rank(of: text) == nil else { return text }
        guard let band = enumeration.band(named: text) else { throw .value(text, of: field.name) }
        return enumeration.members[band.ranks.lowerBound].id
    }

    /// So many records that every share of them is a whole number, and one more or less can be told.
    private func total(of parts: [Part]) throws(Unmakeable) -> Int {
        var total: Int64 = 1
        for share in parts.flatMap({ [$0.least, $0.most] }).compactMap(\.self) {
            guard let whole = share.small?.1, whole <= 10_000, total * whole <= 10_000 else { throw .figure(share) }
            if total % whole != 0 { total *= whole }
        }
        return Int(total < 10 ? total * ((10 + total - 1) / total) : total)
    }

    func count(_ number: Number) throws(Unmakeable) -> Int {
        guard let count = number.integer, count >= 0 else { throw .figure(number) }
        return Int(count)
    }

    /// Gives what is left to values that no part lists, else to the parts behind the first, as far as they may have it.
    private func spread(_ rest: Int, over parts: inout [Part], _ total: Int) throws(Unmakeable) {
        guard rest != 0 else { return }
        if rest > 0, limit["whole"] == nil, let other = try? GivenText(field: field).other(than: parts.map(\.value)),
           isBelowAll(other, parts) {
            return parts.append(Part(value: other, count: rest))
        }
        var rest = rest
        for place in parts.indices.dropFirst() {
            let most = try parts[place].most.map { share throws(Unmakeable) in try count(share * Number(Int64(total))) } ?? total
            let taken = rest > 0 ? min(rest, most - parts[place].count) : max(rest, -parts[place].count)
            parts[place].count += taken
            rest -= taken
        }
        guard rest == 0 else { throw .noRecipe("composition") }
    }

    /// Of a cumulative composition, whatever is above a part counts for it.
    private func isBelowAll(_ value: String, _ parts: [Part]) -> Bool {
        guard limit["parts"] == nil, case .enumeration(let enumeration) = field.type, let rank = enumeration.rank(of: value) else { return true }
        return parts.allSatisfy { (enumeration.rank(of: $0.value) ?? 0) > rank }
    }
}
