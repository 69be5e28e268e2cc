#pragma once
// What a value looks like to the rules: tokens that are filled in later, JSONata strings, places.

#include "core/text/syntax_tree.h"

#include <string>
#include <string_view>

namespace asl::validation {

/// A ${Token} stands in the string. Such a value may become anything, so it is never an error.
bool hasToken(std::string_view text);
/// A bare token, or a string with a token in it.
bool isFilledInLater(const SyntaxTree& tree, NodeId node);
/// The part of a template that keeps the text from being read as JSON: a directive such as `%{ for … }`, or a `${…}` with
/// quotes of its own. Empty when there is none.
TextRange unreadableTemplatePart(const SyntaxTree& tree);
/// `text` with a harmless word in place of every token, so that what surrounds it can be read as a path or an
/// expression.
std::string withoutTokens(std::string_view text);

/// Begins with {% and ends with %}, without blanks outside.
bool isJSONata(std::string_view text);

/// The first node behind the value: nodes stand in the order of the text.
NodeId endOf(const SyntaxTree& tree, NodeId value);

/// The bytes of a value as the service counts data: without the blanks between its parts.
std::size_t compactSize(const SyntaxTree& tree, NodeId value);

/// Where the bytes [begin, end) of a String's value stand in the text. `begin` and `end` count in
/// `withoutTokens(value)`.
TextRange rangeInString(const SyntaxTree& tree, NodeId node, std::size_t begin, std::size_t end);
/// Where the character at `place` stands; beyond the end the last one.
TextRange rangeInString(const SyntaxTree& tree, NodeId node, std::size_t place);

} // namespace asl::validation
