import CEL
import Diagnostics
import OrderedCollections
import Quantities
import YAML

/// Compiles what a vocabulary says in expressions: defined fields, periods and checks.
struct VocabularyCompiler {
    private var plan: VocabularyPlan
    private let language: RuleLanguage
    private(set) var diagnostics = Diagnostics()

    init(_ vocabulary: Vocabulary, language: RuleLanguage) {
        plan = VocabularyPlan(vocabulary: vocabulary)
        self.language = language
    }

    /// - Parameter plan: A vocabulary that is compiled already.
    init(_ plan: VocabularyPlan, language: RuleLanguage) {
        self.plan = plan
        self.language = language
    }

    /// The plan with another definition of one field; nil where it does not compile.
    mutating func redefining(_ name: String, of table: Table, as definition: Definition) -> VocabularyPlan? {
        guard let place = table.fields.index(forKey: name) else { return nil }
        plan.vocabulary.tables[table.name]?.fields[name]?.definition = definition
        guard let table = plan.vocabulary.tables[table.name] else { return nil }
        var expressions = expressions(over: table)
        let program = self.definition(of: table.fields.values[place], in: table, &expressions)
        diagnostics.append(expressions.diagnostics)
        guard let program else { return nil }
        plan.definitions[table.name, default: [:]][place] = program
        reportCycles()
        return plan
    }

    /// - Returns: What could be compiled; `diagnostics` holds the faults of the rest.
    mutating func compile() -> VocabularyPlan {
        plan.vocabulary.dependence = TimeDependence(plan.vocabulary, definitions: [:])
        settleTypes()
        for table in plan.vocabulary.tables.values {
            var expressions = expressions(over: table)
            for (place, field) in table.fields.values.enumerated() where field.definition != nil {
                plan.definitions[table.name, default: [:]][place] = definition(of: field, in: table, &expressions)
            }
            diagnostics.append(expressions.diagnostics)
        }
        settleSensitivity()
        for table in plan.vocabulary.tables.values {
            var expressions = expressions(over: table)
            if case .expression(let scalar)? = table.period { plan.periods[table.name] = period(scalar, &expressions) }
            plan.checks[table.name] = table.checks.compactMap { check in
                expressions.condition(check.condition).map { CheckPlan(check: check, condition: $0) }
            }
            diagnostics.append(expressions.diagnostics)
        }
        reportCycles()
        plan.vocabulary.dependence = TimeDependence(plan.vocabulary, definitions: plan.definitions)
        plan.vocabulary.settleVariables()
        return plan
    }
}

private extension VocabularyCompiler {
    func expressions(over table: Table) -> RuleExpressions {
        RuleExpressions(table: table, vocabulary: plan.vocabulary, setting: RuleSetting(), language: language)
    }

    mutating func definition(of field: Field, in table: Table, _ expressions: inout RuleExpressions) -> FieldProgram? {
        guard let definition = field.definition, !definition.scalars.isEmpty else { return nil }
        let parts = definition.scalars.compactMap { scalar in expressions.check(scalar).map { ($0, scalar) } }
        guard parts.count == definition.scalars.count else { return nil }
        let wanted = VocabularyTypes.type(of: field)
        for (checked, scalar) in parts where !fits(checked.type, wanted) {
            expressions.diagnostics.append(.definitionOfOtherType(field.name, checked.type, wanted: wanted, at: scalar.location))
            return nil
        }
        let measures = parts.map { expressions.measure($0.0.root, of: $0.0, in: $0.1) }
        guard parts.count == 2 else { return expressions.program(parts[0].0) }
        reportUnit(of: field, measures, at: parts[0].1.location, &expressions)
        return expressions.program(
            .operation(Operator.divide, parts[0].0.root, parts[1].0.root), at: parts[0].1.location)
    }

    func fits(_ type: CEL.`Type`, _ wanted: CEL.`Type`) -> Bool {
        type == wanted || type == .dyn || (wanted == NumberValue.type && [CEL.`Type`.int, .uint].contains(type))
    }

    /// A quotient has to measure what its indicator says that it measures.
    func reportUnit(of field: Field, _ measures: [Measure], at location: Location, _ expressions: inout RuleExpressions) {
        guard let part = measures[0].factor, let whole = measures[1].factor else { return }
        let unit = field.type == .percent ? Unit.percent : field.unit
        guard let unit, unit.dimension != part / whole else { return }
        expressions.diagnostics.append(
            .unitMismatch(
                Measure(.dimension(part / whole)).name, observed: Measure(.dimension(unit.dimension), unit: unit).name,
                at: location,
                help: Localized(zh: "检查分子、分母和 unit 是否对应", en: "check that numerator, denominator and unit belong together")))
    }

    mutating func period(_ scalar: YAMLScalar, _ expressions: inout RuleExpressions) -> FieldProgram? {
        guard let checked = expressions.check(scalar) else { return nil }
        guard checked.type == PeriodValue.type else {
            expressions.diagnostics.append(.notAPeriodExpression(checked.type, at: scalar.location))
            return nil
        }
        return expressions.program(checked)
    }

    /// Finds the types of fields that give only an expression. A field may be made from others that come after it.
    mutating func settleTypes() {
        var isChanged = true
        while isChanged {
            isChanged = false
            for table in plan.vocabulary.tables.values {
                for field in table.fields.values where field.type == .inferred {
                    guard let type = inferredType(of: field, in: table) else { continue }
                    plan.vocabulary.tables[table.name]?.fields[field.name]?.type = type
                    isChanged = true
                }
            }
        }
    }

    /// What is made from a sensitive field tells it, and is as sensitive.
    mutating func settleSensitivity() {
        var isChanged = true
        while isChanged {
            isChanged = false
            for table in plan.vocabulary.tables.values {
                for (place, program) in plan.definitions[table.name] ?? [:] {
                    let field = table.fields.values[place]
                    guard !field.isSensitive, program.isSensitive(of: table, plan.vocabulary) else { continue }
                    plan.vocabulary.tables[table.name]?.fields[field.name]?.isSensitive = true
                    isChanged = true
                }
            }
        }
        for table in plan.vocabulary.tables.values {
            guard let group = table.group, let rows = plan.vocabulary.tables[group.table] else { continue }
            for name in group.by where rows.fields[name]?.isSensitive == true {
                plan.vocabulary.tables[table.name]?.fields[name]?.isSensitive = true
            }
        }
        settleReferences()
    }

    /// What refers to a record by a sensitive key holds that key, be it a part of another's key or none.
    mutating func settleReferences() {
        var isChanged = true
        while isChanged {
            isChanged = false
            for table in plan.vocabulary.tables.values {
                for field in table.fields.values where !field.refersToSensitive {
                    guard case .reference(let name) = field.type, let parent = plan.vocabulary.tables[name],
                          parent.keyFields.contains(where: { parent.fields[$0]?.hidesText ?? false })
                    else { continue }
                    plan.vocabulary.tables[table.name]?.fields[field.name]?.refersToSensitive = true
                    isChanged = true
                }
            }
        }
    }

    func inferredType(of field: Field, in table: Table) -> FieldType? {
        guard case .expression(let scalar)? = field.definition,
              let checked = try? expressions(over: table).environment.checkedRule(scalar.text)
        else { return nil }
        return VocabularyTypes.fieldType(of: checked.type, in: plan.vocabulary)
    }

    /// How many fields may be made from one another in a row: each is worked out within the one before.
    private static let depthLimit = 100

    /// A field that is made from itself has no value.
    mutating func reportCycles() {
        var edges: [[String]: Set<[String]>] = [:]
        for (table, definitions) in plan.definitions {
            for (place, program) in definitions {
                let used = program.uses.fields.flatMap { name, places in places.map { [name, "\($0)"] } }
                edges[[table, "\(place)"]] = Set(used)
            }
        }
        let graph = DependencyGraph(edges)
        let depths = graph.depths
        for table in plan.vocabulary.tables.values {
            for (place, field) in table.fields.values.enumerated()
            where field.definition != nil && graph.reaches(itself: [table.name, "\(place)"]) {
                diagnostics.append(.definitionOfItself(field.name, at: field.location))
                plan.definitions[table.name]?[place] = nil
            }
            for (place, field) in table.fields.values.enumerated()
            where depths[[table.name, "\(place)"]] ?? 0 == Self.depthLimit + 1 {
                diagnostics.append(.definitionTooDeep(field.name, limit: Self.depthLimit, at: field.location))
            }
        }
    }
}
