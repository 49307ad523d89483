import CEL
import OrderedCollections
import Quantities

/// How often an expression names each field, so that it can be told whether a cell stands in it more than once.
struct FieldReads: Sendable {
    struct Place: Hashable, Sendable {
        var table: String
        var field: Int
    }

    /// Of each field, how many times; twice for one of which a cell may be asked for again with each element of a list.
    private(set) var counts: [Place: Int] = [:]
    /// Whether it asks what is measured, which cannot be told of a cell of which something is only supposed.
    private(set) var asksWhatIsMeasured = false
    /// The numbers that fields of the record itself are compared with, where nothing else is done with them; nil where more is.
    private(set) var compared: [Number]? = []
    /// Whether it is decided as soon as nothing that its cells could hold changes it, where each of them stands in it once: it
    /// holds numbers against each other and asks for flags of the record and of what it leads to. Whether a choice among
    /// members, a quotient or a list of which something is missing would always come out the same is known only by trying.
    private(set) var isDecidedByEnds = true

    init() {}

    init(of checked: CheckedExpression, table: Table, vocabulary: Vocabulary) {
        var walk = Walk(checked: checked, table: table, vocabulary: vocabulary)
        walk.look(at: checked.root, elements: [])
        (counts, asksWhatIsMeasured, compared, isDecidedByEnds) = (walk.counts, walk.asksWhatIsMeasured, walk.compared, walk.isDecidedByEnds)
    }

    /// The reads of several expressions on one record together, with those of what defines the fields that they name.
    init(of programs: [FieldProgram], _ definitions: [String: [Int: FieldProgram]]) {
        for program in programs { add(program.reads, times: 1, definitions, depth: 0) }
    }

    /// The fields of which a cell may stand more than once.
    var repeated: Set<Place> { Set(counts.filter { $0.value > 1 }.keys) }

    /// Definitions rest on each other without end only in a vocabulary that is at fault.
    private mutating func add(_ other: FieldReads, times: Int, _ definitions: [String: [Int: FieldProgram]], depth: Int) {
        if other.asksWhatIsMeasured { asksWhatIsMeasured = true }
        if !other.isDecidedByEnds { isDecidedByEnds = false }
        if let more = other.compared, depth == 0 { compared?.append(contentsOf: more) } else { compared = nil }
        for (place, count) in other.counts {
            counts[place, default: 0] += times * min(count, 2)
            guard let definition = definitions[place.table]?[place.field], depth < 16 else { continue }
            add(definition.reads, times: min(2, times * count), definitions, depth: depth + 1)
        }
    }
}

private extension FieldReads {
    struct Walk {
        let checked: CheckedExpression
        let table: Table
        let vocabulary: Vocabulary
        var counts: [Place: Int] = [:]
        var asksWhatIsMeasured = false
        var compared: [Number]? = []
        var isDecidedByEnds = true

        /// - Parameter elements: What the loops around call the element that they are at.
        mutating func look(at node: Expression, elements: [String]) {
            switch node.node {
            case .identifier(let name):
                if !elements.contains(name) { note(name, of: table, isRepeated: !elements.isEmpty) }
            case .select(let operand, let name, _):
                compared = nil
                if case .record(let owner) = checked.type(of: operand), let owner = vocabulary.tables[owner] {
                    // Elements of a list may lead to one and the same record.
                    note(name, of: owner, isRepeated: !elements.isEmpty && !operand.isIdentifier(among: elements))
                }
                look(at: operand, elements: elements)
            case .comprehension(let loop):
                (compared, isDecidedByEnds) = (nil, false)
                look(at: loop.range, elements: elements)
                let inner = elements + loop.names
                for part in [loop.initial, loop.condition, loop.step, loop.result] { look(at: part, elements: inner) }
            case .constant(let value):
                if let number = value.number { compared?.append(number) }
            case .call(let function, _, _):
                if ["measured", Aggregate.ratio.listFunction].contains(function) { asksWhatIsMeasured = true }
                if !Self.comparisons.contains(function) { compared = nil }
                if !Self.decidedByEnds.contains(function) { isDecidedByEnds = false }
                node.children.forEach { look(at: $0, elements: elements) }
            default: node.children.forEach { look(at: $0, elements: elements) }
            }
        }

        private mutating func note(_ name: String, of table: Table, isRepeated: Bool) {
            guard let field = table.fields.index(forKey: name) else { return }
            counts[Place(table: table.name, field: field), default: 0] += isRepeated ? 2 : 1
            if case .enumeration = table.fields.values[field].type { isDecidedByEnds = false }
        }

        /// What leaves it at comparing.
        private static let comparisons: Set<String> = [
            Operator.and, Operator.or, Operator.not, Operator.conditional, Operator.equals, Operator.notEquals, Operator.less,
            Operator.lessOrEqual, Operator.greater, Operator.greaterOrEqual, Operator.isIn,
        ]

        private static let decidedByEnds: Set<String> = [
            Operator.and, Operator.or, Operator.not, Operator.less, Operator.lessOrEqual, Operator.greater, Operator.greaterOrEqual,
            Operator.add, Operator.subtract, Operator.multiply, Operator.negate,
        ]
    }
}

private extension Expression {
    func isIdentifier(among names: [String]) -> Bool { if case .identifier(let name) = node { names.contains(name) } else { false } }
}
