/// `format.format(values)`: the text with its clauses replaced by the values, one after the other.
///
/// | clause | takes |
/// |---|---|
/// | `%s` | any value of the language but an optional one or a record; lists and maps with all that they hold |
/// | `%d` | int, uint; also double, in decimal without an exponent |
/// | `%f` | int, uint, double, with six decimals or as many as `%.2f` says |
/// | `%e` | the same in scientific notation, `%.2e` |
/// | `%b` | int, uint, bool in binary |
/// | `%o` | int, uint in octal |
/// | `%x` | int, uint, and the bytes of a text, in hexadecimal; `%X` in capitals |
/// | `%%` | nothing; it is a percent sign |
///
/// `%d` and `%f` take a host's ``FormattedNumber`` too, rounded as the host does.
///
/// Digits are rounded from the exact value, halves to the even digit. Values beyond the last clause are left out.
extension StringsLibrary {
    var format: Function {
        Function(
            "format",
            [
                Overload(
                    id: "string_format", parameters: [.string, .list(.dyn)], result: .string, isMember: true,
                    cost: .sizes, prepare: StringsLibrary.prepareFormat, implementation: .binary(StringsLibrary.format))
            ])
    }
}

private extension StringsLibrary {
    /// A format that is a constant is read once for the program.
    @Sendable static func prepareFormat(_ constants: [Value?]) -> Overload.Implementation? {
        guard case .string(let format)?? = constants.first else { return nil }
        do throws(EvaluationError) {
            let template = try FormatTemplate(format)
            return .binary { _, values in filled(template, values) }
        } catch {
            return .binary { _, _ in .error(error) }
        }
    }

    @Sendable static func format(_ format: Value, _ values: Value) -> Value {
        guard case .string(let format) = format else { return .error(.wrongKind) }
        do throws(EvaluationError) {
            return filled(try FormatTemplate(format), values)
        } catch {
            return .error(error)
        }
    }

    static func filled(_ template: FormatTemplate, _ values: Value) -> Value {
        guard case .list(let values) = values else { return .error(.wrongKind) }
        return Value { () throws(EvaluationError) in try template.text(with: values) }
    }
}
