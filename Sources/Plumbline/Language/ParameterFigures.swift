import Quantities

/// What readers and limits need of parameters beside their values.
struct ParameterFigures: Sendable {
    /// A parameter's quantity by its full name; of one without a value, one of the unit that it declares.
    var quantities: [String: Quantity] = [:]
    /// The value of each parameter that has one, as its author writes it.
    var texts: [String: String] = [:]
    /// What each parameter that is a text says as a pattern.
    var patterns: [String: String] = [:]

    /// The parameters that are shares, such as `85%`.
    var shares: Set<String> { Set(quantities.filter { $0.value.unit?.isRatioSign == true }.keys) }
}
