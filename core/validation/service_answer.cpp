#include "core/validation/service_answer.h"

#include <algorithm>

namespace asl {

namespace {

constexpr std::size_t maximumResults = 100;
constexpr std::size_t quotedSource = 500; ///< so much of a text its JSON reader quotes

/// The service writes indexes of lists in brackets: /States/P/Branches[0].
std::string locationOf(const SyntaxTree& tree, const Diagnostic& diagnostic)
{
    if (diagnostic.serviceLocation)
        return *diagnostic.serviceLocation;
    std::string location;
    NodeId node = tree.atPointer(diagnostic.pointer).value_or(tree.root());
    for (; node != tree.root() && node != noNode; node = tree.node(node).parent) {
        const NodeId parent = tree.node(node).parent;
        location.insert(0, tree.kind(parent) == NodeKind::Array ? "[" + std::to_string(tree.indexInParent(node)) + "]"
                                                                : "/" + tree.key(node));
    }
    return location.empty() ? "/" : location;
}

std::string sourceOf(const std::string& text, LineColumn place)
{
    std::string source = "[Source: (String)\"" + text.substr(0, quotedSource) + "\"";
    if (text.size() > quotedSource)
        source += "[truncated " + std::to_string(text.size() - quotedSource) + " chars]";
    return source + "; line: " + std::to_string(place.line) + ", column: " + std::to_string(place.column) + "]";
}

bool isWordCharacter(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' || c == '$';
}

/// What the service's JSON reader says; only its words about an unknown word are recorded.
Data syntaxAnswer(const Snapshot& snapshot, const Diagnostic& diagnostic)
{
    const std::string& text = snapshot.text();
    std::size_t end = diagnostic.range.begin;
    while (end < text.size() && isWordCharacter(text[end]))
        ++end;
    const std::string word = text.substr(diagnostic.range.begin, end - diagnostic.range.begin);
    const std::string source = sourceOf(text, snapshot.lines().at(text, end));
    const std::string sentence = word.empty()
        ? english(diagnostic.message)
        : "Unrecognized token '" + word
            + "': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')";
    ObjectBuilder answer;
    answer.set("severity", Data::string("ERROR"));
    answer.set("code", Data::string(diagnostic.code));
    answer.set("message", Data::string(sentence + "\n at " + source));
    answer.set("location", Data::string(source));
    return std::move(answer).build();
}

Data answerTo(const Snapshot& snapshot, const Diagnostic& diagnostic)
{
    ObjectBuilder answer;
    answer.set("severity", Data::string(diagnostic.severity == Severity::Error ? "ERROR" : "WARNING"));
    answer.set("code", Data::string(diagnostic.code));
    answer.set("message", Data::string(diagnostic.serviceMessage.empty() ? english(diagnostic.message) : diagnostic.serviceMessage));
    if (const std::string location = locationOf(snapshot.tree(), diagnostic); !location.empty())
        answer.set("location", Data::string(location));
    return std::move(answer).build();
}

} // namespace

Data serviceAnswer(const Snapshot& snapshot, const std::vector<Diagnostic>& diagnostics, Severity least)
{
    const Severity gravest = std::min(least, Severity::Warning);
    ArrayBuilder answers;
    bool truncated = false;
    bool valid = true;
    for (const Diagnostic& diagnostic : diagnostics) {
        valid = valid && diagnostic.severity != Severity::Error;
        if (diagnostic.severity > gravest)
            continue;
        if (answers.size() == maximumResults) {
            truncated = true;
            break;
        }
        if (diagnostic.code == "INVALID_JSON_DESCRIPTION") { // its reader stops at the first one
            answers = {};
            answers.add(syntaxAnswer(snapshot, diagnostic));
            break;
        }
        answers.add(answerTo(snapshot, diagnostic));
    }
    ObjectBuilder answer;
    answer.set("result", Data::string(valid ? "OK" : "FAIL"));
    answer.set("diagnostics", std::move(answers).build());
    answer.set("truncated", Data::boolean(truncated));
    return std::move(answer).build();
}

} // namespace asl
