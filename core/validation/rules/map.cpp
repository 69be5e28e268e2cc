// Rules about Map, inline and distributed.

#include "core/document/edits.h"
#include "core/support/utf8.h"
#include "core/validation/rules/rules.h"
#include "core/validation/values.h"

#include <unordered_set>

namespace asl::validation {

namespace {

bool mayStandInLabel(char32_t c)
{
    constexpr std::u32string_view refused = U"?*<>{}[]:;,\\|^~$#%&`\"";
    return c > 0x20 && !(c >= 0x7f && c <= 0x9f) && refused.find(c) == std::u32string_view::npos;
}

/// Members that the text of a table row names, of every state of a type.
template <class Visit>
void forEachLabel(const Context& context, Visit visit)
{
    for (const TypedObject& object : context.typed.objects) {
        const TypedMember* label = object.stateType == StateType::Map ? context.typed.find(object, "Label") : nullptr;
        if (label && context.tree().kind(label->node) == NodeKind::String &&
            !isFilledInLater(context.tree(), label->node))
            visit(label->node, context.tree().stringValue(label->node));
    }
}

std::string textOf(const Context& context, const TypedMember* member)
{
    return member ? context.tree().stringValue(member->node) : std::string();
}

} // namespace

void labels(const Context& context, Findings& findings)
{
    forEachLabel(context, [&](NodeId node, const std::string& label) {
        bool good = !label.empty();
        for (std::size_t position = 0; position < label.size();)
            good = mayStandInLabel(nextCodePoint(label, position)) && good;
        if (!good && !findings.full())
            findings.add(node, Part::Value,
                         ASL_TEXT("core", "A label may not be empty or contain blanks, control characters or any of ? "
                                          "* < > { } [ ] : ; , \\ | ^ ~ $ # % & ` \"."));
    });
}

void duplicateLabels(const Context& context, Findings& findings)
{
    std::unordered_set<std::string> seen;
    forEachLabel(context, [&](NodeId node, const std::string& label) {
        if (!seen.insert(label).second && !findings.full())
            findings.add(
                node, Part::Value,
                {ASL_TEXT("core", "Another Map has the label \"%1\"; a label may be used only once."), {label}});
    });
}

void executionType(const Context& context, Findings& findings)
{
    for (const TypedObject& object : context.typed.objects) {
        if (object.type != ObjectType::ProcessorConfig || findings.full() || context.tree().node(object.node).damaged)
            continue;
        const TypedMember* mode = context.typed.find(object, "Mode");
        if (textOf(context, mode) == "DISTRIBUTED" && !context.typed.find(object, "ExecutionType"))
            findings
                .add(mode->node, Part::Value,
                     ASL_TEXT("core", "A distributed Map needs \"ExecutionType\": \"STANDARD\" or \"EXPRESS\"."))
                .serviceMessage = "The field 'ExecutionType' is required but was missing";
    }
}

void distributedFields(const Context& context, Findings& findings)
{
    constexpr std::string_view names[] = {"ItemReader",
                                          "ItemBatcher",
                                          "ResultWriter",
                                          "Label",
                                          "ToleratedFailureCount",
                                          "ToleratedFailureCountPath",
                                          "ToleratedFailurePercentage",
                                          "ToleratedFailurePercentagePath"};
    for (const TypedObject& object : context.typed.objects) {
        if (object.stateType != StateType::Map || object.state == noId ||
            context.machine().state(object.state).distributed)
            continue;
        for (std::string_view name : names) {
            const TypedMember* member = context.typed.find(object, name);
            if (member && !findings.full())
                findings.add(
                    member->node, Part::Key,
                    {ASL_TEXT("core",
                              "\"%1\" has an effect only in a distributed Map (ProcessorConfig, Mode DISTRIBUTED)."),
                     {std::string(name)}});
        }
    }
}

namespace {

void checkReader(const Context& context, Findings& findings, const TypedObject& reader)
{
    const TypedMember* resource = context.typed.find(reader, "Resource");
    const std::string arn = textOf(context, resource);
    const ResourceInfo info = resourceInfo(arn);
    const bool reads = info.service == "s3" && (info.action == "getObject" || info.action == "listObjectsV2");
    if (!arn.empty() && !hasToken(arn) && !reads)
        findings.add(
            resource->node, Part::Value,
            ASL_TEXT("core",
                     "An ItemReader reads with arn:aws:states:::s3:getObject or arn:aws:states:::s3:listObjectsV2."));
}

/// It leads into JSON, and only there.
void checkItemsPointer(const Context& context, Findings& findings, const TypedObject& config)
{
    const TypedMember* pointer = context.typed.find(config, "ItemsPointer");
    const TypedMember* inputType = context.typed.find(config, "InputType");
    const bool isFilledIn = inputType && isFilledInLater(context.tree(), inputType->node);
    if (!pointer || isFilledIn || textOf(context, inputType) == "JSON" || context.tree().node(config.node).damaged)
        return;
    Diagnostic& diagnostic = findings.add(pointer->node, Part::Key,
                                          ASL_TEXT("core", "\"ItemsPointer\" goes only with \"InputType\": \"JSON\"."));
    if (!inputType && !context.typed.find(config, "ManifestType"))
        findings.addFix(diagnostic, {ASL_TEXT("core", "Add \"%1\""), {"InputType"}}, [&] {
            return setValue(context.snapshot, context.tree().pointer(config.node) + "/InputType", "\"JSON\"");
        });
    findings.addFix(diagnostic, {ASL_TEXT("core", "Remove \"%1\""), {"ItemsPointer"}},
                    [&] { return removeValue(context.snapshot, diagnostic.pointer); });
}

void checkReaderConfig(const Context& context, Findings& findings, const TypedObject& config)
{
    const TypedMember* inputType = context.typed.find(config, "InputType");
    const TypedMember* location = context.typed.find(config, "CSVHeaderLocation");
    const std::string type = textOf(context, inputType);
    const bool csvFile = type == "CSV" && !context.typed.find(config, "ManifestType");
    if (csvFile && !location)
        findings.add(inputType->node, Part::Value,
                     ASL_TEXT("core", "Reading CSV needs \"CSVHeaderLocation\": \"FIRST_ROW\" or \"GIVEN\"."));
    if (textOf(context, location) == "GIVEN" && !context.typed.find(config, "CSVHeaders"))
        findings.add(location->node, Part::Value,
                     ASL_TEXT("core", "With \"GIVEN\" the names of the columns stand in \"CSVHeaders\"."));
    checkItemsPointer(context, findings, config);
}

void checkWriter(const Context& context, Findings& findings, const TypedObject& writer)
{
    const TypedMember* resource = context.typed.find(writer, "Resource");
    const std::string arn = textOf(context, resource);
    const ResourceInfo info = resourceInfo(arn);
    if (!arn.empty() && !hasToken(arn) && (info.service != "s3" || info.action != "putObject"))
        findings.add(resource->node, Part::Value,
                     ASL_TEXT("core", "A ResultWriter writes with arn:aws:states:::s3:putObject."));
    const std::string placeName = writer.language == QueryLanguage::JSONata ? "Arguments" : "Parameters";
    const TypedMember* place = context.typed.find(writer, placeName);
    if (!writer.languageKnown || context.tree().node(writer.node).damaged || findings.full())
        return;
    if (resource && !place)
        findings.add(resource->node, Part::Value,
                     {ASL_TEXT("core", "Where to write is not said: \"%1\" is missing."), {placeName}});
    else if (place && !resource && context.typed.find(writer, "WriterConfig"))
        findings.add(place->node, Part::Key,
                     {ASL_TEXT("core", "\"%1\" says where to write, but nothing is written: \"Resource\" is missing."),
                      {placeName}});
}

} // namespace

void readersAndWriters(const Context& context, Findings& findings)
{
    for (const TypedObject& object : context.typed.objects) {
        if (findings.full())
            return;
        if (object.type == ObjectType::ItemReader)
            checkReader(context, findings, object);
        else if (object.type == ObjectType::ReaderConfig)
            checkReaderConfig(context, findings, object);
        else if (object.type == ObjectType::ResultWriter)
            checkWriter(context, findings, object);
    }
}

namespace {

/// The object of a bucket that is read needs a name, and what it holds a type.
void checkObjectToRead(const Context& context, Findings& findings, const TypedObject& reader)
{
    const SyntaxTree& tree = context.tree();
    const TypedMember* resource = context.typed.find(reader, "Resource");
    const std::string arn = textOf(context, resource);
    const ResourceInfo info = resourceInfo(arn);
    if (info.service != "s3")
        return;
    const bool getsObject = info.action == "getObject";
    const TypedMember* config = context.typed.find(reader, "ReaderConfig");
    const auto configures = [&](std::string_view name) { return config && tree.find(config->node, name) != noNode; };
    const bool isPlain = !config || tree.kind(config->node) == NodeKind::Object;
    if (getsObject && isPlain && !configures("InputType") && !configures("ManifestType"))
        findings.add(resource->node, Part::Value,
                     ASL_TEXT("core", "Reading an object needs its \"InputType\" in the \"ReaderConfig\"."));
    const TypedMember* parameters = context.typed.find(reader, "Parameters");
    if (!parameters)
        parameters = context.typed.find(reader, "Arguments");
    if (!parameters || tree.kind(parameters->node) != NodeKind::Object)
        return;
    for (const std::string name : {"Bucket", "Key"}) {
        const bool isGiven =
            tree.find(parameters->node, name) != noNode || tree.find(parameters->node, name + ".$") != noNode;
        if (!isGiven && (getsObject || name == "Bucket") && !findings.full())
            findings.add(parameters->node, Part::Key,
                         {ASL_TEXT("core", "What is to be read is not named: \"%1\" is missing."), {name}});
    }
}

} // namespace

/// What the service takes, but what fails when the items are read.
void readersThatFail(const Context& context, Findings& findings)
{
    const SyntaxTree& tree = context.tree();
    for (const TypedObject& object : context.typed.objects) {
        if (object.type == ObjectType::ItemReader && !findings.full())
            checkObjectToRead(context, findings, object);
        if (object.type != ObjectType::ReaderConfig || findings.full())
            continue;
        const TypedMember* inputType = context.typed.find(object, "InputType");
        if (const TypedMember* headers = context.typed.find(object, "CSVHeaders")) {
            std::unordered_set<std::string> seen;
            for (NodeId child : tree.children(headers->node))
                if (tree.kind(child) == NodeKind::String && !hasToken(tree.raw(child)) &&
                    !seen.insert(tree.stringValue(child)).second)
                    findings.add(child, Part::Value,
                                 ASL_TEXT("core", "The names of the columns must be different from each other."));
        }
        const TypedMember* transformation = context.typed.find(object, "Transformation");
        if (textOf(context, transformation) == "LOAD_AND_FLATTEN" && !inputType)
            findings.add(
                transformation->node, Part::Value,
                ASL_TEXT("core", "\"LOAD_AND_FLATTEN\" reads what the objects hold and needs their \"InputType\"."));
    }
}

/// The documentation asks for both, though the service has been seen to take one.
void halfWriterConfigs(const Context& context, Findings& findings)
{
    for (const TypedObject& object : context.typed.objects) {
        if (object.type != ObjectType::WriterConfig || findings.full() || context.tree().node(object.node).damaged)
            continue;
        const TypedMember* transformation = context.typed.find(object, "Transformation");
        const TypedMember* outputType = context.typed.find(object, "OutputType");
        if (!transformation == !outputType)
            continue;
        const TypedMember* given = transformation ? transformation : outputType;
        const std::string missing = transformation ? "OutputType" : "Transformation";
        Diagnostic& diagnostic = findings.add(given->node, Part::Key,
                                              {ASL_TEXT("core", "\"%1\" is to be given together with \"%2\"."),
                                               {std::string(given->field->name), missing}});
        // What the service takes without it.
        const bool exports = context.tree().find(context.tree().node(object.node).parent, "Resource") != noNode;
        const char* usual = transformation ? "\"JSON\"" : exports ? "\"NONE\"" : "\"COMPACT\"";
        findings.addFix(diagnostic, {ASL_TEXT("core", "Add \"%1\""), {missing}}, [&] {
            return setValue(context.snapshot, context.tree().pointer(object.node) + "/" + missing, usual);
        });
    }
}

} // namespace asl::validation
