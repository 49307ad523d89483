import OrderedCollections
import Quantities

/// Finds the field that a column's header names, and the unit that it states in brackets.
struct HeaderMatcher: Sendable {
    /// What a header says.
    struct Match: Sendable {
        /// The place of the field in its table.
        var field: Int
        /// The unit in the header's brackets; nil where it states none.
        var unit: Unit?
    }

    private static let opening: [Character: Character] = [")": "(", "]": "[", "】": "【", "〕": "〔"]

    private let index: [HeaderName: Int]
    private let fields: OrderedDictionary<String, Field>

    init(_ table: Table) { self.init(table, index: table.headerIndex()) }

    /// A matcher of columns that say themselves which field they give, whatever their headers are.
    init(fieldsOf table: Table) { self.init(table, index: [:]) }

    private init(_ table: Table, index: [HeaderName: Int]) {
        self.index = index
        fields = table.fields
    }

    /// A header that a field declares letter by letter names it, brackets and all; a unit in them is what the header
    /// states. One that does so without its last brackets names it where they hold a unit: `业务收入（不含补助）` is not
    /// `业务收入`.
    ///
    /// - Complexity: O(*n*) in the header's length.
    func match(_ header: String) -> Match? {
        let name = HeaderName(header)
        let brackets = Self.split(name.folded)
        let unit = brackets.flatMap { try? Unit.parse($0.inner) }
        if let field = index[name] { return found(field, unit, under: header) }
        guard let brackets, let unit, let field = index[HeaderName(brackets.base)], isNumeric(field) else { return nil }
        return found(field, unit, under: header)
    }

    /// - Parameter unit: What the header has in its brackets, as far as that is a unit.
    private func found(_ field: Int, _ unit: Unit?, under header: String) -> Match {
        let unit = unit.flatMap { fields.values[field].isCounted(in: $0, of: header) ? nil : $0 }
        return Match(field: field, unit: isNumeric(field) ? unit : nil)
    }

    /// What a header of a file says; what a mapping says of it goes before its own words.
    ///
    /// - Complexity: O(*n*) in the header's length.
    func match(_ header: RawHeader) -> Match? {
        switch header.meaning {
        case .own: return match(header.text)
        case .field(let name), .spread(let name):
            guard let field = fields.index(forKey: name) else { return nil }
            let unit = Self.split(HeaderName(header.text).folded).flatMap { try? Unit.parse($0.inner) }
            return found(field, unit, under: header.text)
        case .named, .ignored: return nil
        }
    }

    private func isNumeric(_ field: Int) -> Bool { fields.values[field].type.isNumeric }

    /// The text before the last brackets and the one in them; nil where the text does not end with brackets.
    private static func split(_ text: String) -> (base: String, inner: String)? {
        guard let closing = text.last, let opening = opening[closing], let cut = text.lastIndex(of: opening) else { return nil }
        var inner = text[text.index(after: cut)...].dropLast()
        for prefix in ["单位:", "unit:"] where inner.hasPrefix(prefix) { inner = inner.dropFirst(prefix.count) }
        return (String(text[..<cut]), String(inner))
    }
}

extension Field {
    /// Whether numbers stated in a unit are numbers of the field: never guessed, so that a percent field takes
    /// `%` and `‰` only, and a field without a unit only what leaves its numbers bare.
    func takes(_ unit: Unit) -> Bool {
        guard type != .percent else { return unit.isRatioSign }
        guard let own = self.unit else { return unit.scale == 1 && !(unit.dimension.isPure && unit.isPerHead) }
        return own.isCommensurable(with: unit) && own.isPerHead == unit.isPerHead
    }

    /// Whether a unit is what is counted of the field's own quotient, as statistical tables write it beside a name that
    /// says of how many: 每千人口注册护士数（人）. Beside another name of the field, 注册护士数（人）, it is a number of people.
    func isCounted(in unit: Unit, of name: String) -> Bool {
        guard let own = self.unit, own.isPerHead, let counted = own.symbol.split(separator: "/").first, counted == unit.symbol else { return false }
        return name.contains("每") || name.lowercased().contains("per ")
    }
}
