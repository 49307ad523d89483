import CEL
import YAML

extension YAMLScalar {
    /// A part of the expression that the scalar holds, as its author wrote it.
    func written(_ part: Expression) -> String {
        let scalars = Array(text.unicodeScalars)
        var written = ""
        written.unicodeScalars.append(contentsOf: scalars[part.range.clamped(to: 0..<scalars.count)])
        return written
    }
}
