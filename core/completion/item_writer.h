#pragma once
// ItemWriter: what accepting an item changes: the text at a site, in the habits of its surroundings, with the commas,
// quotes and blanks it needs.

#include "core/completion/completion.h"
#include "core/completion/site.h"
#include "core/text/text_style.h"
#include "core/text/yaml_style.h"

#include <optional>

namespace asl::completion {

/// Stands in a text where the cursor goes; two of them enclose what is selected.
inline constexpr std::string_view cursorMark = "\xEE\x80\x80";

class ItemWriter
{
public:
    ItemWriter(const Snapshot& snapshot, const Site& site) : m_snapshot(snapshot), m_site(site) {}

    /// A member: its name and, unless it has a value already, `json` as its value, which may hold the mark in a string.
    /// Empty objects and arrays of one get the cursor inside.
    void member(CompletionItem& item, std::string_view name, std::string_view json);
    /// The whole value: a text, or a word or number.
    void text(CompletionItem& item, std::string_view value);
    void word(CompletionItem& item, std::string_view json);
    /// A piece of the text that stands there, from one byte of what it says to another.
    void piece(CompletionItem& item, std::size_t begin, std::size_t end, std::string_view text);

private:
    bool isYamlLine() const { return m_site.block; }
    const TextStyle& style();
    const YamlStyle& yamlStyle();
    NodeId container() const;
    std::string jsonMember(std::string_view name, std::string_view json);
    std::string yamlMember(std::string_view name, std::string_view json);
    void put(CompletionItem& item, TextRange range, std::string marked, bool isWhole);
    std::optional<std::size_t> missingCommaBefore() const;
    bool needsCommaBehind(std::size_t end) const;
    bool keepsQuotes();

    const Snapshot& m_snapshot;
    const Site& m_site;
    std::optional<TextStyle> m_style;
    std::optional<YamlStyle> m_yamlStyle;
    std::optional<bool> m_keepsQuotes;
};

} // namespace asl::completion
