import OrderedCollections
import Plumbline
import Testing

@Suite("the dates of steps") struct StepDatesTests {
    private func vocabulary(_ steps: String) -> String {
        """
        vocabulary: v
        enumerations:
          build_step: {order: [谋划, {id: 开工, aliases: [开工建设]}, 竣工, 投用]}
        tables:
          project:
            key: [id]
            fields:
              id: {type: string}
              status: {type: build_step, reached_on: \(steps)}
              begun_on: {type: date, blank: none}
              done_on: {type: date, blank: none}
              used_on: {expression: done_on, type: date}

        """
    }

    @Test("are fields of the record, by the steps' ids and from the lowest step to the highest")
    func steps() throws {
        let (vocabulary, faults) = try Fixture.vocabulary(vocabulary("{投用: used_on, 竣工: done_on, 开工建设: begun_on}"))
        #expect(faults.isEmpty)
        let steps: OrderedDictionary = ["开工": "begun_on", "竣工": "done_on", "投用": "used_on"]
        #expect(vocabulary.tables["project"]?.fields["status"]?.reachedOn == steps)
    }

    @Test("are none where the vocabulary names none")
    func none() throws {
        let (vocabulary, faults) = try Fixture.vocabulary(vocabulary("{}"))
        #expect(faults.isEmpty)
        #expect(vocabulary.tables["project"]?.fields["status"]?.reachedOn.isEmpty == true)
    }
}
