#include "core/completion/item_writer.h"

#include "core/text/scanner.h"
#include "core/text/yaml_scalar.h"

namespace asl::completion {

namespace {

bool holdsMembers(std::string_view json)
{
    return json.starts_with('{') || json.starts_with('[');
}

/// Passes blanks and comments.
void skipTrivia(Scanner& scanner)
{
    scanner.skipBlanks();
    while (scanner.peek() == '/' && scanner.skipComment() != Scanner::Comment::None)
        scanner.skipBlanks();
}

} // namespace

NodeId ItemWriter::container() const
{
    return m_site.around == noNode ? m_snapshot.tree().root() : m_site.around;
}

const TextStyle& ItemWriter::style()
{
    if (!m_style)
        m_style = styleAt(m_snapshot.tree(), container());
    return *m_style;
}

const YamlStyle& ItemWriter::yamlStyle()
{
    if (!m_yamlStyle)
        m_yamlStyle = yamlStyleAt(m_snapshot.tree(), container());
    return *m_yamlStyle;
}

void ItemWriter::member(CompletionItem& item, std::string_view name, std::string_view json)
{
    if (m_site.hasColon) {
        const std::string key = isYamlLine() ? yamlKey(name, yamlStyle()) : quoted(name);
        return put(item, m_site.range, key + std::string(cursorMark), false);
    }
    put(item, m_site.range, isYamlLine() ? yamlMember(name, json) : jsonMember(name, json), true);
}

std::string ItemWriter::jsonMember(std::string_view name, std::string_view json)
{
    std::string text = quoted(name) + style().beforeColon + ":" + style().afterColon;
    if (!holdsMembers(json))
        return text + std::string(json);
    // The innermost empty place is where one goes on.
    std::string value = formatted(json, style(), lineIndent(m_snapshot.text(), m_site.range.begin));
    if (value.find(cursorMark) == std::string::npos)
        if (const std::size_t empty = std::min(value.find("{}"), value.find("[]")); empty != std::string::npos)
            value.insert(empty + 1, cursorMark);
    return text + value;
}

/// Empty objects and arrays are begun on the next line: YAML has no other way to write them without brackets.
std::string ItemWriter::yamlMember(std::string_view name, std::string_view json)
{
    const std::size_t column = yamlColumn(m_snapshot.text(), m_site.range.begin);
    std::string text = yamlKey(name, yamlStyle()) + ":";
    const std::string nextLine = yamlStyle().lineEnd + std::string(column, ' ');
    const std::string step(yamlStyle().step, ' ');
    if (json == "{}")
        return text + nextLine + step + std::string(cursorMark);
    if (json == "[{}]" || json.starts_with("[\""))
        return text + nextLine + (yamlStyle().dashesIndented ? step : std::string()) + "- " + std::string(cursorMark);
    if (json.starts_with('"') && json.size() == cursorMark.size() + 2 && json.find(cursorMark) == 1)
        return text + " " + std::string(cursorMark);
    const SyntaxTree tree = SyntaxTree::parse(std::string(json));
    return text + yamlText(tree, tree.root(), yamlStyle(), column, YamlBehind::Colon);
}

/// The quotes that are there stay, unless what they enclose can only be replaced with them: a function of a template.
bool ItemWriter::keepsQuotes()
{
    if (!m_keepsQuotes) {
        const WrittenText& written = m_site.written;
        m_keepsQuotes =
            (written.quoting == Quoting::Double || written.quoting == Quoting::Single) &&
            (!m_snapshot.region() ||
             canChange(m_snapshot, TextPatch::replacing({m_site.range.begin + 1, written.places.back()}, {})));
    }
    return *m_keepsQuotes;
}

void ItemWriter::text(CompletionItem& item, std::string_view value)
{
    if (!isYamlLine())
        return put(item, m_site.range, quoted(value), true);
    const WrittenText& written = m_site.written;
    if (keepsQuotes()) {
        const TextRange inside{m_site.range.begin + 1, written.places.back()};
        const std::string quote = written.closed ? "" : written.quoting == Quoting::Double ? "\"" : "'";
        return put(item, inside, writtenPiece(value, written.quoting) + quote, false);
    }
    YamlScalarPlace place;
    place.oneLine = true;
    put(item, m_site.range, yamlScalar(value, YamlEvent::Style::Plain, place), true);
}

void ItemWriter::word(CompletionItem& item, std::string_view json)
{
    put(item, m_site.range, std::string(json), true);
}

void ItemWriter::piece(CompletionItem& item, std::size_t begin, std::size_t end, std::string_view text)
{
    const WrittenText& written = m_site.written;
    const std::size_t last = end < written.value.size() ? written.placeOf(end) : written.places.back();
    put(item, {written.placeOf(begin), last}, writtenPiece(text, written.quoting), false);
}

/// Behind the member or item before, when no comma stands between.
std::optional<std::size_t> ItemWriter::missingCommaBefore() const
{
    const SyntaxTree& tree = m_snapshot.tree();
    if (isYamlLine() || m_site.around == noNode || m_site.opens)
        return {};
    NodeId before = noNode;
    for (const NodeId child : tree.children(m_site.around)) {
        if (child == m_site.node || tree.node(child).memberRange().begin >= m_site.range.begin)
            break;
        before = child;
    }
    if (before == noNode || (m_site.kind == Site::Kind::Value && !m_site.isItem))
        return {};
    const std::size_t end = tree.node(before).end;
    Scanner scanner(m_snapshot.text());
    scanner.moveTo(end);
    skipTrivia(scanner);
    return scanner.peek() == ',' && scanner.position() < m_site.range.begin ? std::nullopt : std::optional(end);
}

bool ItemWriter::needsCommaBehind(std::size_t end) const
{
    if (isYamlLine())
        return false;
    Scanner scanner(m_snapshot.text());
    scanner.moveTo(end);
    skipTrivia(scanner);
    const char next = scanner.peek();
    return next != '\0' && next != ',' && next != '}' && next != ']';
}

void ItemWriter::put(CompletionItem& item, TextRange range, std::string marked, bool isWhole)
{
    const std::string& text = m_snapshot.text();
    if (isWhole && isYamlLine() && range.begin > 0 && (text[range.begin - 1] == ':' || text[range.begin - 1] == '-'))
        marked.insert(0, 1, ' ');
    if (isWhole && !isYamlLine() && range.begin > 0 && text[range.begin - 1] == ':')
        marked.insert(0, style().afterColon);
    const std::size_t first = marked.find(cursorMark);
    if (first != std::string::npos)
        marked.erase(first, cursorMark.size());
    const std::size_t second = first == std::string::npos ? first : marked.find(cursorMark, first);
    if (second != std::string::npos)
        marked.erase(second, cursorMark.size());
    TextRange selection{std::min(first, marked.size()), 0};
    selection.end = second == std::string::npos ? selection.begin : second;
    if (isWhole && needsCommaBehind(range.end))
        marked += ',';
    if (isWhole && isYamlLine() && range.end < text.size() && text[range.end] == '#')
        marked += ' '; // glued to it a comment is a part of the text
    std::vector<Replacement> replacements;
    std::size_t shift = range.begin;
    if (isWhole)
        if (const auto comma = missingCommaBefore()) {
            if (*comma == range.begin)
                marked.insert(0, 1, ',');
            else
                replacements.push_back({{*comma, *comma}, ","});
            ++shift;
        }
    item.selection = {selection.begin + shift, selection.end + shift};
    replacements.push_back({range, std::move(marked)});
    item.patch = TextPatch::ofSorted(std::move(replacements));
}

} // namespace asl::completion
