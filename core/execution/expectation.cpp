#include "core/execution/expectation.h"

#include "core/data/json.h"
#include "core/support/text_pattern.h"

#include <algorithm>

namespace asl {

namespace {

constexpr std::string_view anyOne = "*";
constexpr std::string_view anyNumber = "**";
constexpr std::string_view statuses[] = {"SUCCEEDED", "FAILED", "TIMED_OUT", "ABORTED"};
constexpr std::size_t longestShown = 300; ///< bytes of a value in a message

bool isText(const Data& value, std::string_view text) { return value.isString() && value.text() == text; }

std::string escapedForPointer(std::string_view key)
{
    std::string text;
    for (const char c : key)
        text += c == '~' ? std::string("~0") : c == '/' ? std::string("~1") : std::string(1, c);
    return text;
}

/// Compares an expected value with one that came. Nesting is bounded by Data::maxDepth.
class Comparer
{
public:
    bool matches(const Data& expected, const Data& actual)
    {
        if (isText(expected, anyOne))
            return !actual.isUndefined() || differ(expected, actual);
        if (expected.isObject() && actual.isObject())
            return membersMatch(expected, actual);
        if (expected.isArray() && actual.isArray())
            return itemsMatch(expected, actual);
        return expected == actual || differ(expected, actual);
    }

    std::optional<Mismatch> first;

private:
    bool differ(const Data& expected, const Data& actual)
    {
        if (!first)
            first = Mismatch{{}, m_pointer, expected, actual};
        return false;
    }

    bool inside(const std::string& step, const Data& expected, const Data& actual)
    {
        const std::size_t length = m_pointer.size();
        m_pointer += "/" + step;
        const bool same = matches(expected, actual);
        m_pointer.resize(length);
        return same;
    }

    bool membersMatch(const Data& expected, const Data& actual)
    {
        const Data* others = expected.find(anyOne);
        for (const Member& member : expected.members()) {
            if (member.key.text() == anyOne)
                continue;
            const Data* came = actual.find(member.key);
            if (!inside(escapedForPointer(member.key.text()), member.value, came ? *came : Data()))
                return false;
        }
        for (const Member& member : actual.members()) {
            if (expected.find(member.key) && member.key.text() != anyOne)
                continue;
            if (!inside(escapedForPointer(member.key.text()), others ? *others : Data(), member.value))
                return false;
        }
        return true;
    }

    bool itemsMatch(const Data& expected, const Data& actual)
    {
        const std::span<const Data> wanted = expected.items();
        const std::span<const Data> came = actual.items();
        const auto many = [](const Data& item) { return isText(item, anyNumber); };
        if (std::any_of(wanted.begin(), wanted.end(), many))
            return patternMatches(wanted, came) || differ(expected, actual);
        for (std::size_t i = 0; i < std::max(wanted.size(), came.size()); ++i)
            if (!inside(std::to_string(i), i < wanted.size() ? wanted[i] : Data(), i < came.size() ? came[i] : Data()))
                return false;
        return true;
    }

    /// With "**" among the wanted items: the way a text is matched with a pattern, going back to the last one.
    static bool patternMatches(std::span<const Data> wanted, std::span<const Data> came)
    {
        std::size_t w = 0;
        std::size_t c = 0;
        std::size_t star = wanted.size();
        std::size_t resume = 0;
        while (c < came.size()) {
            if (w < wanted.size() && isText(wanted[w], anyNumber)) {
                star = w++;
                resume = c;
            } else if (w < wanted.size() && !firstDifference(wanted[w], came[c])) {
                ++w;
                ++c;
            } else if (star < wanted.size()) {
                w = star + 1;
                c = ++resume;
            } else {
                return false;
            }
        }
        while (w < wanted.size() && isText(wanted[w], anyNumber))
            ++w;
        return w == wanted.size();
    }

    std::string m_pointer;
};

bool textMatches(std::string_view expected, const std::optional<std::string>& actual)
{
    if (!actual)
        return false;
    return matchesPattern(*actual, expected).value_or(*actual == expected); // a lone backslash stands for itself
}

std::string shortJson(const Data& value)
{
    std::string json = data::toJson(value);
    if (json.size() <= longestShown)
        return json;
    std::size_t end = longestShown;
    while (end > 0 && (static_cast<unsigned char>(json[end]) & 0xC0) == 0x80)
        --end;
    return json.substr(0, end) + "…";
}

Error wrong(const SyntaxTree& tree, NodeId node, const char* literal, std::vector<std::string> arguments = {})
{
    return {{literal, std::move(arguments)}, tree.node(node).memberRange()};
}

bool isArrayOfTexts(const Data& value)
{
    const auto isString = [](const Data& item) { return item.isString(); };
    return value.isArray() && std::all_of(value.items().begin(), value.items().end(), isString);
}

} // namespace

Message said(const Mismatch& mismatch)
{
    const std::string place = mismatch.pointer.empty() ? mismatch.what : mismatch.what + " " + mismatch.pointer;
    if (mismatch.expected.isUndefined())
        return {ASL_TEXT("core", "%1: nothing was expected, but it is %2"), {place, shortJson(mismatch.actual)}};
    if (mismatch.actual.isUndefined())
        return {ASL_TEXT("core", "%1: expected %2, but there is none"), {place, shortJson(mismatch.expected)}};
    return {ASL_TEXT("core", "%1: expected %2, but it is %3"), {place, shortJson(mismatch.expected), shortJson(mismatch.actual)}};
}

Result<Expectation> Expectation::read(const SyntaxTree& tree, NodeId node)
{
    if (tree.kind(node) != NodeKind::Object)
        return wrong(tree, node, ASL_TEXT("core", "\"Expect\" is an object with \"Status\", \"Output\", \"Error\", \"Cause\" or \"Path\"."));
    Expectation expect;
    for (const NodeId member : tree.children(node)) {
        std::string key = tree.key(member);
        auto value = data::fromSyntax(tree, member);
        if (!value)
            return value.error();
        if (!key.empty() && key[0] >= 'a' && key[0] <= 'z')
            key[0] = static_cast<char>(key[0] - 'a' + 'A');
        if (key == "Status") {
            if (!value->isString() || std::find(std::begin(statuses), std::end(statuses), value->text()) == std::end(statuses))
                return wrong(tree, member, ASL_TEXT("core", "\"Status\" is SUCCEEDED, FAILED, TIMED_OUT or ABORTED."));
            expect.status = value->text();
        } else if (key == "Output") {
            expect.output = *std::move(value);
        } else if (key == "Error" || key == "Cause") {
            if (!value->isString())
                return wrong(tree, member, ASL_TEXT("core", "\"%1\" is a text; * in it stands for any characters."), {key});
            (key == "Error" ? expect.error : expect.cause) = value->text();
        } else if (key == "Path") {
            if (!isArrayOfTexts(*value))
                return wrong(tree, member, ASL_TEXT("core", "\"Path\" is an array of names of states; \"*\" stands for any one, \"**\" for any number of them."));
            expect.path = *std::move(value);
        } else {
            return wrong(tree, member, ASL_TEXT("core", "\"Expect\" knows no \"%1\", only \"Status\", \"Output\", \"Error\", \"Cause\" and \"Path\"."), {tree.key(member)});
        }
    }
    return expect;
}

std::vector<Mismatch> Expectation::compare(const RunView& view) const
{
    std::vector<Mismatch> found;
    const std::string_view wanted = status ? std::string_view(*status) : error || cause ? std::string_view() : "SUCCEEDED";
    if (!wanted.empty() && wanted != statusName(view.status))
        found.push_back({"Status", {}, Data::string(wanted), Data::string(statusName(view.status))});
    if (output) {
        if (auto difference = firstDifference(*output, view.output.value_or(Data()))) {
            difference->what = "Output";
            found.push_back(*std::move(difference));
        }
    }
    const Failure failure = view.failure.value_or(Failure{});
    const auto checkText = [&](const char* what, const std::optional<std::string>& expected, const std::optional<std::string>& actual) {
        if (expected && !textMatches(*expected, actual))
            found.push_back({what, {}, Data::string(*expected), actual ? Data::string(*actual) : Data()});
    };
    checkText("Error", error, failure.error);
    checkText("Cause", cause, failure.cause);
    if (path) {
        const Data all = statesEntered(view);
        if (firstDifference(*path, all) && firstDifference(*path, statesEntered(view, true)))
            found.push_back({"Path", {}, *path, all});
    }
    return found;
}

std::optional<Mismatch> firstDifference(const Data& expected, const Data& actual)
{
    Comparer comparer;
    comparer.matches(expected, actual);
    return std::move(comparer.first);
}

Data statesEntered(const RunView& view, bool topLevelOnly)
{
    ArrayBuilder names;
    for (const VisitRecord& visit : *view.visits)
        if (!topLevelOnly || visit.path.scope.steps.empty())
            names.add(Data::string(visit.path.name));
    return std::move(names).build();
}

} // namespace asl
