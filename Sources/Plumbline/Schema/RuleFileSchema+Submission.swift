import Diagnostics
import JSON

/// What a `submission.yaml` holds.
extension RuleFileSchema {
    var submissionDefinitions: [(String, JSONValue)] { [("submission", submission.schema(in: language))] }

    private var submission: SchemaObject {
        SchemaObject([
            SchemaKey("submission", reference("text"), isRequired: true, Localized(
                zh: "这次报送的名称", en: "What the submission is called")),
            SchemaKey("submitter", reference("texts"), Localized(
                zh: "报送者的主键或名称；不写时指文件夹中的全部记录",
                en: "The key or label of whoever submits; left out, every record in the folder is meant")),
            SchemaKey("table", reference("text"), Localized(zh: "报送者所在的表", en: "The submitters' table")),
            SchemaKey("period", reference("onePeriod"), Localized(zh: "报送的期间", en: "The period that it is for")),
            SchemaKey("tables", list(of: reference("text")), Localized(
                zh: "报送了哪些表，写表名或标题", en: "The tables that came, by name or title")),
            SchemaKey("nil_returns", list(of: reference("text")), Localized(
                zh: "没有内容可报的表", en: "The tables with nothing to report")),
        ])
    }
}
