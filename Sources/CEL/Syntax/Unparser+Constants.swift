/// Constants, by their literals or by what stands for one.
extension Unparser {
    func pieces(of value: Value) -> [Piece] {
        switch value {
        case .double(let number): return [.text(digits(number))]
        case .list(let elements): return [.text("[")] + separated(elements.map { [constant($0)] }) + [.text("]")]
        case .map(let map):
            let entries = map.map { [constant($0.key), .text(": "), constant($0.value)] }
            return [.text("{")] + separated(entries) + [.text("}")]
        case .object(let optional as OptionalValue):
            guard let wrapped = optional.wrapped else { return [.text("optional.none()")] }
            return [.text("optional.of("), constant(wrapped), .text(")")]
        default: return [.text(value.description)]
        }
    }

    func constant(_ value: Value) -> Piece { .node(.constant(value), atLeast: 0) }

    func digits(_ number: Double) -> String {
        if number.isNaN { return "0.0 / 0.0" }
        if number.isInfinite { return number < 0 ? "-1.0 / 0.0" : "1.0 / 0.0" }
        return number.description.filter { $0 != "+" }
    }
}
