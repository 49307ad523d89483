import Diagnostics
import Quantities
import YAML

extension YAMLNode {
    /// A share from 0 to 1, written with a sign: `95%`, `4‰`.
    func share(_ diagnostics: inout Diagnostics) -> Number? {
        guard let text = string(&diagnostics) else { return nil }
        do throws(QuantityFault) {
            let quantity = try Quantity.parse(text)
            if quantity.unit?.isRatioSign == true, quantity.value >= 0, quantity.value <= 1 { return quantity.value }
            diagnostics.append(.notAShare(text, at: location))
        } catch {
            diagnostics.append(.badQuantity(text, fault: error, at: scalar?.location(of: error.range) ?? location))
        }
        return nil
    }
}

extension Unit {
    /// Reads a unit of a rule file.
    static func read(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> Unit? {
        guard let text = node.string(&diagnostics) else { return nil }
        do throws(QuantityFault) {
            return try Unit.parse(text)
        } catch {
            diagnostics.append(.badQuantity(text, fault: error, at: node.scalar?.location(of: error.range) ?? node.location))
            return nil
        }
    }
}
