import CEL
import YAML

extension YAMLScalar {
    /// A part of the expression that the scalar holds, as its author wrote it.
    func written(_ part: Expression) -> String { Array(text.unicodeScalars).text(in: part.range) }
}
