import Diagnostics
import OrderedCollections
import YAML

/// Tells the faults of a rule that a template made where their author can mend them: at what was filled in, or in the
/// template itself.
struct TemplateFaults {
    private let use: TemplateUse

    init(_ use: TemplateUse) { self.use = use }

    /// Whether a place is within the template's own text.
    func isOfTemplate(_ place: Location) -> Bool { use.template.rule.holds(place) }

    /// The fault as it is told.
    ///
    /// - Parameter isOwn: Whether the template has it whatever is filled in.
    func told(_ fault: Diagnostic, isOwn: (Diagnostic) -> Bool) -> Diagnostic {
        guard let place = fault.location else { return fault }
        if let argument = argument(at: place) {
            return argument.isFallback ? fault : fault.filledIn(use, at: place, parameter: argument.parameter.name)
        }
        guard isOfTemplate(place), !isOwn(fault) else { return fault }
        let argument = argument(namedAt: place)
        return fault.filledIn(
            use, at: argument.map { $0.isFallback ? use.location : $0.value.location } ?? use.location,
            parameter: argument?.parameter.name)
    }
}

private extension TemplateFaults {
    /// What was filled in at a place.
    func argument(at place: Location) -> TemplateUse.Argument? { use.arguments.values.first { $0.value.holds(place) } }

    /// What was filled in for the parameter that a place in the template names, else for the first on its line.
    func argument(namedAt place: Location) -> TemplateUse.Argument? {
        let line = Array(place.lineText.unicodeScalars)
        let start = min(place.start.column - 1, line.count)
        var marked = ""
        marked.unicodeScalars.append(contentsOf: line[start..<min(line.count, start + place.length)])
        return [marked, place.lineText].lazy.compactMap { text in
            use.arguments.values.first { text.hasWholeName("params.\($0.parameter.name)") }
        }.first
    }
}
