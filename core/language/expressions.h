#pragma once
// What the language table says of expressions: how they stand in a field, and which data they are about.

#include "core/language/language.h"

namespace asl {

/// How expressions stand in a field.
enum class ExpressionForm : std::uint8_t {
    None,         ///< nothing in it is computed
    Path,         ///< the whole string is a path
    PlaceToWrite, ///< the whole string is a Reference Path through which a value is written (ResultPath)
    PathOrCall,   ///< the whole string is a path or a call of an intrinsic function
    Template,     ///< JSON in which keys that end in .$ have paths and calls
    JSONata       ///< every {% … %} string in it
};
ExpressionForm expressionForm(const Field& field, QueryLanguage language);

/// Which data the expressions are about: `$` in JSONPath, and what $states holds beside the input in JSONata.
enum class Sees : std::uint8_t {
    RawInput, ///< the state's input as it comes (InputPath)
    Input,    ///< the state's input after InputPath
    Item,     ///< the same, once for each item of a Map, which the Context object tells
    Result,   ///< the result of the work, or the input where there is none (Choice, Wait, …); in a Catcher the error output
    Merged    ///< what ResultPath made (OutputPath)
};
/// Of a field of a state or Catcher; `type` is the state's.
Sees whatIsSeen(const Field& field, StateType type);

/// Whether some field of this name is a path or a call as a whole.
bool isPathField(std::string_view name);

} // namespace asl
