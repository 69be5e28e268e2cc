// Reading what a distributed Map has beside an inline one.

#include "core/execution/compile_work.h"
#include "core/execution/json_items.h"

namespace asl {

namespace {

std::optional<char> delimiterOf(const std::string& name)
{
    struct Delimiter { std::string_view name; char character; };
    constexpr Delimiter delimiters[] = {{"COMMA", ','}, {"PIPE", '|'}, {"SEMICOLON", ';'}, {"SPACE", ' '}, {"TAB", '\t'}};
    for (const Delimiter& delimiter : delimiters)
        if (name == delimiter.name)
            return delimiter.character;
    return {};
}

ItemReaderProgram readReader(FieldReader& reader, const State& state, NodeId node, const CompileOptions& options)
{
    ItemReaderProgram result;
    const auto refuse = [&](const std::string& what) {
        reader.unsupported(node, {ASL_TEXT("core", "The ItemReader of \"%1\" cannot be simulated yet: %2"), {state.name, what}});
    };
    if (!options.readsItems)
        refuse("items are read only where a folder stands for S3 (stepwright-cli run --files)");
    if (reader.text(node, "Resource").value_or("").ends_with(":listObjectsV2"))
        result.action = ItemReaderProgram::Action::ListObjects;
    const char* parameters = state.language == QueryLanguage::JSONata ? "Arguments" : "Parameters";
    result.parameters = reader.valueTemplate(node, parameters, state.language, std::string("ItemReader/") + parameters);
    const NodeId config = reader.tree().find(node, "ReaderConfig");
    if (config == noNode)
        return result;
    const std::string type = reader.text(config, "InputType").value_or("JSON");
    const std::string manifest = reader.text(config, "ManifestType").value_or(type == "MANIFEST" ? "S3_INVENTORY" : "");
    if (type == "CSV")
        result.inputType = ItemReaderProgram::InputType::Csv;
    else if (type == "JSONL")
        result.inputType = ItemReaderProgram::InputType::JsonLines;
    else if (type == "PARQUET")
        refuse("files in the format PARQUET cannot be read; convert them to CSV or JSONL");
    if (manifest == "S3_INVENTORY")
        result.manifest = ItemReaderProgram::Manifest::Inventory;
    else if (manifest == "ATHENA_DATA")
        result.manifest = ItemReaderProgram::Manifest::Athena;
    result.loadAndFlatten = reader.text(config, "Transformation") == "LOAD_AND_FLATTEN";
    result.headersGiven = reader.text(config, "CSVHeaderLocation") == "GIVEN";
    if (result.headersGiven)
        result.headers = reader.texts(config, "CSVHeaders");
    if (const auto name = reader.text(config, "CSVDelimiter"))
        result.delimiter = delimiterOf(*name).value_or(',');
    result.itemsPointer = JsonItems::pointerSteps(reader.text(config, "ItemsPointer").value_or(""));
    result.maxItems = reader.numberField(config, "MaxItems", state.language);
    return result;
}

ItemBatcherProgram readBatcher(FieldReader& reader, const State& state, NodeId node)
{
    return {reader.numberField(node, "MaxItemsPerBatch", state.language), reader.numberField(node, "MaxInputBytesPerBatch", state.language),
            reader.valueTemplate(node, "BatchInput", state.language, "ItemBatcher/BatchInput")};
}

ResultWriterProgram readWriter(FieldReader& reader, const State& state, NodeId writer)
{
    using Transformation = ResultWriterProgram::Transformation;
    ResultWriterProgram result;
    result.exports = reader.tree().find(writer, "Resource") != noNode;
    const char* parameters = state.language == QueryLanguage::JSONata ? "Arguments" : "Parameters";
    result.parameters = reader.valueTemplate(writer, parameters, state.language, std::string("ResultWriter/") + parameters);
    const NodeId config = reader.tree().find(writer, "WriterConfig");
    const std::string transformation = config == noNode ? "" : reader.text(config, "Transformation").value_or("");
    if (transformation == "FLATTEN")
        result.transformation = Transformation::Flatten;
    else if (transformation == "NONE" || (transformation.empty() && result.exports))
        result.transformation = Transformation::None;
    result.lines = config != noNode && reader.text(config, "OutputType") == "JSONL";
    return result;
}

} // namespace

DistributedProgram readDistributed(FieldReader& reader, const State& state, const CompileOptions& options)
{
    DistributedProgram result;
    const SyntaxTree& tree = reader.tree();
    result.label = reader.text(state.node, "Label").value_or(state.name.substr(0, 40));
    for (const char* field : {"ItemProcessor", "Iterator"})
        if (const NodeId processor = tree.find(state.node, field); processor != noNode)
            if (const NodeId config = tree.find(processor, "ProcessorConfig"); config != noNode)
                result.expressChildren = reader.text(config, "ExecutionType") == "EXPRESS";
    result.toleratedFailureCount = reader.numberField(state.node, "ToleratedFailureCount", state.language);
    result.toleratedFailurePercentage = reader.numberField(state.node, "ToleratedFailurePercentage", state.language);
    if (const NodeId node = tree.find(state.node, "ItemReader"); node != noNode)
        result.reader = readReader(reader, state, node, options);
    if (const NodeId node = tree.find(state.node, "ItemBatcher"); node != noNode)
        result.batcher = readBatcher(reader, state, node);
    if (const NodeId node = tree.find(state.node, "ResultWriter"); node != noNode)
        result.writer = readWriter(reader, state, node);
    return result;
}

} // namespace asl
