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
