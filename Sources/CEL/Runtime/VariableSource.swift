/// Where an evaluation asks for the variables of its program.
struct VariableSource {
    let names: [String]
    let activation: any Activation

    /// The value of the variable at a place; nil where it is not bound.
    func value(_ slot: Int) -> Value? { activation.value(of: names[slot]) }
}
