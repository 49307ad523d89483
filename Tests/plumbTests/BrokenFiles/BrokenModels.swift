/// What goes wrong in what a data model says of steps, registers, hierarchies and observations.
let brokenModels: [BrokenCase] = [
    step("steps that there are not", "{完工: done}", "unknown-value", at: "12:45"),
    step("a step twice", "{开工: begun, 开工建设: done}", "listed-twice", at: "12:56"),
    step("a step whose date is no field", "{竣工: finished}", "unknown-field", at: "12:49"),
    step("a step whose date is a text", "{竣工: id}", "not-a-date-field", at: "12:49"),
    step("a step whose date is computed from nobody knows what", "{竣工: due_on}", "not-a-date-field", at: "12:49"),
    step("steps as a list", "[竣工, done]", "yaml-wrong-type", at: "12:44"),
    .vocabulary("steps of a plain list", model("step: {type: kind, reached_on: {医院: done}}"), "reached-on-type", at: "12:38"),
    .vocabulary("steps of a text", model("step: {type: string, reached_on: {开工: done}}"), "reached-on-type", at: "12:40"),
    .vocabulary("a register without days", tables("valid: {}"), "valid-without-days", at: "9:12"),
    .vocabulary("a register whose day is a text", tables("valid: {from: name}"), "not-a-date-field", at: "9:19"),
    .vocabulary("a register whose day is no field", tables("valid: {from: granted}"), "unknown-field", at: "9:19"),
    .vocabulary("a register whose records are valid on no day", tables("valid: {from: opened, until: opened}"), "valid-for-no-day", at: "9:34"),
    .vocabulary("a register that has periods", tables("valid: {from: opened}\n    period: year"), "register-of-periods", at: "9:12"),
    .vocabulary("a hierarchy over another table", tables("hierarchy: {parent: other, level: level, levels: {county: 县}}"), "parent-of-other-table", at: "9:25"),
    .vocabulary("a hierarchy whose level is a number", tables("hierarchy: {parent: parent, level: people, levels: {county: 县}}"), "unfit-field", at: "9:40"),
    .vocabulary("a hierarchy with a level that there is not", tables("hierarchy: {parent: parent, level: level, levels: {county: 区}}"), "unknown-value", at: "9:64"),
    .vocabulary("a hierarchy with one level twice", tables("hierarchy: {parent: parent, level: level, levels: {county: 县, area: 县}}"), "listed-twice", at: "9:73"),
    .vocabulary("a hierarchy whose level is called like a field", tables("hierarchy: {parent: parent, level: level, levels: {name: 县}}"), "name-taken", at: "9:56"),
    .vocabulary("a hierarchy whose level is called in Chinese", tables("hierarchy: {parent: parent, level: level, levels: {县: 县}}"), "bad-identifier", at: "9:56"),
    .vocabulary("a hierarchy from the lowest level up", tables("hierarchy: {parent: parent, level: level, levels: {town: 乡镇, county: 县}}"), "levels-out-of-order", at: "9:55"),
    .vocabulary("a hierarchy without levels", tables("hierarchy: {parent: parent, level: level}"), "missing-key", at: "9:16"),
    .vocabulary("observations without a period", tables("observations: {indicator: name, value: rate, of: parent}"), "observations-without-period", at: "9:19"),
    .vocabulary("observations of a text", tables("period: year\n    observations: {indicator: name, value: rate, of: name}"), "unfit-field", at: "10:54"),
    .vocabulary("observations with a whole number", tables("period: year\n    observations: {indicator: name, value: people, of: other}"), "unfit-field", at: "10:44"),
    .vocabulary("observations without a value", tables("period: year\n    observations: {indicator: name, of: other}"), "missing-key", at: "10:19"),
    .vocabulary(
        "observations of one table in two", observed("", second: "  again: {key: row, period: year, observations: {indicator: name, value: rate, of: area}, fields: {name: {type: string}, year: {type: period}, rate: {type: decimal}, area: {references: area}}}\n"),
        "observed-twice", at: "5:84"),
    .vocabulary("a breakdown that nothing observes", observed("  - {id: life, of: area, breakdown: 城镇}\n"), "breakdown-of-nothing", at: "6:37"),
    .vocabulary(
        "one name for two indicators that are observed", observed("  - {id: life, of: area, aliases: [寿命]}\n  - {id: years, of: area, aliases: [寿命]}\n"),
        "shared-indicator-name", at: "7:10"),
]

private func step(_ title: String, _ steps: String, _ code: String, at place: String) -> BrokenCase {
    .vocabulary(title, model("step: {type: build_step, reached_on: \(steps)}"), code, at: place)
}

/// A vocabulary of projects with one more field, on line 12.
private func model(_ field: String) -> String {
    """
    vocabulary: words
    enumerations:
      build_step: {order: [{id: 开工, aliases: [开工建设]}, 竣工, 投用]}
      kind: {values: [医院]}
    tables:
      project:
        key: [id]
        fields:
          id: {type: string}
          begun: {type: date}
          done: {type: date}
          \(field)
          due_on: done

    """
}

/// A vocabulary of places with one more key, on line 9.
private func tables(_ key: String) -> String {
    """
    vocabulary: words
    enumerations:
      rank: {order: [乡镇, 县]}
    tables:
      other: {key: [id], fields: {id: {type: string}}}

      place:
        key: [id]
        \(key)
        fields:
          id: {type: string}
          name: {type: string}
          level: {type: rank}
          parent: {references: place}
          other: {references: other}
          people: {type: integer}
          rate: {type: decimal}
          year: {type: period}
          opened: {type: date}

    """
}

/// A vocabulary of areas that are observed, with indicators from line 6 on.
private func observed(_ indicators: String, second: String = "") -> String {
    """
    vocabulary: words
    tables:
      area: {key: [id], fields: {id: {type: string}}}
      figure: {key: row, period: year, observations: {indicator: name, value: rate, of: area}, fields: {name: {type: string}, year: {type: period}, rate: {type: decimal}, area: {references: area}}}
    \(second.isEmpty ? "indicators:\n" + indicators : second)
    """
}
