// One file holds services ({"services": […]}) or the actions of one service ({"service", "actions", "sdk", …}). A shape
// is written as text ("text 1..256", "enum A B", "@Name" of the file's "shapes"), as [element] for a list, as {"*":
// element} for a map, or as an object of members, whose names end in * when they are required. See
// resources/integrations/README.md.

#include "core/language/catalogue_reader.h"

#include "core/data/json.h"
#include "core/language/catalogue_files.h"

#include <algorithm>
#include <charconv>
#include <tuple>

namespace asl {

namespace {

using Kind = ValueShape::Kind;

constexpr std::pair<std::string_view, Kind> kindNames[] = {{"any", Kind::Any},
                                                           {"text", Kind::Text},
                                                           {"text-or-json", Kind::TextOrJson},
                                                           {"timestamp", Kind::Timestamp},
                                                           {"blob", Kind::Blob},
                                                           {"number", Kind::Number},
                                                           {"boolean", Kind::Boolean},
                                                           {"list", Kind::List},
                                                           {"object", Kind::Structure},
                                                           {"map", Kind::Map}};

Error wrong(std::string_view where, const char* literal)
{
    return {{literal, {std::string(where)}}, {}};
}

/// "1..256", "1.." or "..256"
bool readRange(std::string_view text, ValueShape& shape)
{
    const std::size_t dots = text.find("..");
    if (dots == std::string_view::npos || text.size() == 2)
        return false;
    const auto number = [](std::string_view part, double& into) {
        if (part.empty())
            return true;
        const auto read = std::from_chars(part.data(), part.data() + part.size(), into);
        return read.ec == std::errc() && read.ptr == part.data() + part.size();
    };
    return number(text.substr(0, dots), shape.minimum) && number(text.substr(dots + 2), shape.maximum);
}

class Reader
{
public:
    explicit Reader(Catalogue& catalogue) : m_catalogue(catalogue) {}

    Result<void> read(const Data& file);

private:
    Result<void> readServices(const Data& rows);
    Result<void> readActions(const Data& actions, std::string_view service, std::vector<Integration>& into);
    Result<Integration> readAction(const Data& json, std::string_view service, std::string_view action);
    Result<IntegrationAnswer> readAnswer(const Data& json, std::string_view where);
    Result<const ValueShape*> readShape(const Data& json, std::string_view where);
    Result<void> readWord(std::string_view text, std::string_view where, ValueShape& shape);
    Result<void> readMembers(const Data& json, ValueShape& shape);
    Result<std::span<const MemberShape>> membersOf(const Data& json);
    std::span<const std::string_view> words(const Data* list);
    std::string_view kept(std::string text) { return m_catalogue.names.emplace_back(std::move(text)); }

    Catalogue& m_catalogue;
    const Data* m_shapes = nullptr; ///< of the file: name → shape
    int m_depth = 0;
};

std::span<const std::string_view> Reader::words(const Data* list)
{
    if (!list || list->size() == 0)
        return {};
    auto& texts = m_catalogue.words.emplace_back();
    for (const Data& item : list->items())
        texts.push_back(item.text());
    return texts;
}

Result<void> Reader::readWord(std::string_view text, std::string_view where, ValueShape& shape)
{
    const std::size_t blank = text.find(' ');
    const std::string_view name = text.substr(0, blank);
    std::string_view rest = blank == std::string_view::npos ? std::string_view() : text.substr(blank + 1);
    if (name == "enum") {
        shape.kind = Kind::Enum;
        auto& values = m_catalogue.words.emplace_back();
        while (!rest.empty()) {
            const std::size_t end = std::min(rest.find(' '), rest.size());
            values.push_back(rest.substr(0, end));
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
        shape.values = values;
        return values.empty() ? Result<void>(wrong(where, ASL_TEXT("core", "\"%1\": an enum needs its values.")))
                              : Result<void>();
    }
    const auto kind =
        std::find_if(std::begin(kindNames), std::end(kindNames), [&](const auto& row) { return row.first == name; });
    if (kind == std::end(kindNames))
        return wrong(where, ASL_TEXT("core", "\"%1\" has a shape that is not known."));
    shape.kind = kind->second;
    if (!rest.empty() && !readRange(rest, shape))
        return wrong(where, ASL_TEXT("core", "\"%1\": limits are written 1..256."));
    return {};
}

Result<std::span<const MemberShape>> Reader::membersOf(const Data& json)
{
    std::vector<MemberShape> members;
    for (const Member& member : json.members()) {
        std::string_view name = member.key.text();
        const bool required = name.ends_with('*');
        name.remove_suffix(required ? 1 : 0);
        auto shape = readShape(member.value, name);
        if (!shape)
            return shape.error();
        members.push_back({name, required, *shape});
    }
    return std::span<const MemberShape>(m_catalogue.members.emplace_back(std::move(members)));
}

Result<void> Reader::readMembers(const Data& json, ValueShape& shape)
{
    if (const Data* any = json.find("*"); any && json.size() == 1) {
        shape.kind = Kind::Map;
        auto element = readShape(*any, "*");
        if (!element)
            return element.error();
        shape.element = *element;
        return {};
    }
    shape.kind = Kind::Structure;
    auto members = membersOf(json);
    if (!members)
        return members.error();
    shape.members = *members;
    return {};
}

Result<const ValueShape*> Reader::readShape(const Data& json, std::string_view where)
{
    constexpr int deepest = 30; // shapes that name each other would never end
    if (json.isString() && json.text().starts_with('@')) {
        const Data* named = m_shapes ? m_shapes->find(json.text().substr(1)) : nullptr;
        if (!named || m_depth > deepest)
            return wrong(json.text(), ASL_TEXT("core", "There is no shape \"%1\" in \"shapes\", or it holds itself."));
        ++m_depth;
        auto shape = readShape(*named, where);
        --m_depth;
        return shape;
    }
    ValueShape shape;
    Result<void> done;
    if (json.isString()) {
        done = readWord(json.text(), where, shape);
    } else if (json.isArray() && json.size() > 0 && json.size() <= 2) {
        shape.kind = Kind::List;
        auto element = readShape(json.items()[0], where);
        if (!element)
            return element.error();
        shape.element = *element;
        if (json.size() == 2 && !readRange(json.items()[1].text(), shape))
            return wrong(where, ASL_TEXT("core", "\"%1\": limits are written 1..256."));
    } else if (json.isObject()) {
        done = readMembers(json, shape);
    } else {
        return wrong(where, ASL_TEXT("core", "\"%1\" has a shape that is not known."));
    }
    if (!done)
        return done.error();
    return &m_catalogue.shapes.emplace_back(shape);
}

Result<IntegrationAnswer> Reader::readAnswer(const Data& json, std::string_view where)
{
    IntegrationAnswer answer;
    if (const Data* result = json.find("result")) {
        auto shape = readShape(*result, where);
        if (!shape)
            return shape.error();
        answer.shape = *shape;
    }
    if (const Data* sample = json.find("sample"))
        answer.sample = *sample;
    answer.permissions = words(json.find("permissions"));
    return answer;
}

Result<Integration> Reader::readAction(const Data& json, std::string_view service, std::string_view action)
{
    Integration integration;
    integration.service = service;
    integration.action = action;
    const auto pattern = [&](std::string_view name) {
        const Data* patterns = json.find("patterns");
        return patterns && std::any_of(patterns->items().begin(), patterns->items().end(),
                                       [&](const Data& item) { return item.text() == name; });
    };
    integration.sync = pattern("sync");
    integration.sync2 = pattern("sync:2");
    integration.waitForTaskToken = pattern("waitForTaskToken");
    if (const Data* parameters = json.find("parameters")) {
        auto members = membersOf(*parameters);
        if (!members)
            return members.error();
        integration.parameters = *members;
        const Data* open = json.find("open");
        integration.parametersKnown = !(open && open->asBoolean());
    }
    if (const Data* groups = json.find("exactlyOneOf")) {
        auto& kept = m_catalogue.groups.emplace_back();
        for (const Data& group : groups->items())
            kept.push_back(words(&group));
        integration.exactlyOneOf = kept;
    }
    integration.errors = words(json.find("errors"));
    auto answer = readAnswer(json, action);
    if (!answer)
        return answer.error();
    integration.answer = *answer;
    for (const auto& [name, into] : {std::pair("job", &integration.job), std::pair("job2", &integration.job2)}) {
        const Data* job = json.find(name);
        if (!job)
            continue;
        auto read = readAnswer(*job, action);
        if (!read)
            return read.error();
        *into = *read;
    }
    return integration;
}

Result<void> Reader::readActions(const Data& actions, std::string_view service, std::vector<Integration>& into)
{
    for (const Member& member : actions.members()) {
        auto action = readAction(member.value, service, member.key.text());
        if (!action)
            return action.error();
        into.push_back(*std::move(action));
    }
    return {};
}

Result<void> Reader::readServices(const Data& rows)
{
    const auto text = [](const Data& row, std::string_view name) {
        const Data* value = row.find(name);
        return value ? value->text() : std::string_view();
    };
    for (const Data& row : rows.items()) {
        m_catalogue.services.push_back(
            {text(row, "service"), text(row, "name"), text(row, "family"), text(row, "icon")});
        if (m_catalogue.services.back().service.empty())
            return wrong("services", ASL_TEXT("core", "\"%1\": each row needs \"service\"."));
        if (const std::string_view exceptions = text(row, "exceptions"); !exceptions.empty())
            m_catalogue.sdkServices.push_back({text(row, "service"), exceptions, text(row, "iam"), words(row.find("excluded"))});
    }
    return {};
}

Result<void> Reader::read(const Data& file)
{
    if (const Data* services = file.find("services"))
        return readServices(*services);
    const Data* service = file.find("service");
    if (!service || !service->isString())
        return wrong("service", ASL_TEXT("core", "A file of the catalogue needs \"%1\" or \"services\"."));
    m_shapes = file.find("shapes");
    if (const Data* actions = file.find("actions"))
        if (auto done = readActions(*actions, service->text(), m_catalogue.integrations); !done)
            return done;
    const Data* sdk = file.find("sdk");
    if (!sdk)
        return {};
    const Data* sdkName = file.find("sdkService");
    return readActions(*sdk, kept("aws-sdk:" + std::string(sdkName ? sdkName->text() : service->text())),
                       m_catalogue.sdkActions);
}

template <class Row, class Key>
Result<void> sortRows(std::vector<Row>& rows, Key key)
{
    std::sort(rows.begin(), rows.end(), [&](const Row& a, const Row& b) { return key(a) < key(b); });
    const auto twice =
        std::adjacent_find(rows.begin(), rows.end(), [&](const Row& a, const Row& b) { return key(a) == key(b); });
    if (twice != rows.end())
        return wrong(std::get<0>(key(*twice)), ASL_TEXT("core", "The catalogue has a row of \"%1\" twice."));
    return {};
}

} // namespace

Result<void> readCatalogueFile(std::string_view text, Catalogue& catalogue)
{
    auto json = data::parse(text);
    if (!json)
        return json.error();
    return Reader(catalogue).read(catalogue.files.emplace_back(*std::move(json)));
}

Result<void> sortCatalogue(Catalogue& catalogue)
{
    const auto byAction = [](const Integration& row) { return std::tuple(row.service, row.action); };
    const auto byService = [](const auto& row) { return std::tuple(row.service); };
    for (auto* rows : {&catalogue.integrations, &catalogue.sdkActions})
        if (auto done = sortRows(*rows, byAction); !done)
            return done;
    if (auto done = sortRows(catalogue.services, byService); !done)
        return done;
    return sortRows(catalogue.sdkServices, byService);
}

const Catalogue& catalogue()
{
    static const Catalogue whole = [] {
        Catalogue read;
        for (const CatalogueFile& file : catalogueFiles())
            ASL_ASSERT(readCatalogueFile(file.text, read).hasValue(),
                       "the files of the catalogue are sound, which a test sees to");
        ASL_ASSERT(sortCatalogue(read).hasValue(), "the catalogue has every row once, which a test sees to");
        return read;
    }();
    return whole;
}

} // namespace asl
