import Diagnostics
import YAML

extension YAMLNode {
    /// How strictly a clause is put; a binding's Chinese name is answered with the word for it.
    func binding(_ diagnostics: inout Diagnostics) -> Binding? {
        guard let titled = Binding.allCases.first(where: { $0.title.zh == scalar?.text }) else {
            return choice(of: Binding.self, &diagnostics)
        }
        diagnostics.append(.bindingByTitle(titled, at: location))
        return nil
    }
}
