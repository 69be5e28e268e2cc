#pragma once
// Fields that several state types and objects share, and the values they choose from.

#include "core/language/language.h"
#include "core/language/quotas.h"
#include "core/support/message.h"

namespace asl::table {

inline constexpr std::string_view stateTypeNames[] = {"Task", "Parallel", "Map", "Pass", "Wait", "Choice", "Succeed", "Fail"};
inline constexpr std::string_view queryLanguages[] = {"JSONPath", "JSONata"};
inline constexpr double anyNumber = std::numeric_limits<double>::infinity();
inline constexpr double maxSeconds = static_cast<double>(quotas::seconds);

inline constexpr Field type = {
    .name = "Type", .shape = Shape::OneOf, .required = true, .values = stateTypeNames,
    .summary = ASL_TEXT("language", "What the state does.")};
inline constexpr Field comment = {
    .name = "Comment", .shape = Shape::LongText,
    .summary = ASL_TEXT("language", "A remark for people; it has no effect.")};
inline constexpr Field stateQueryLanguage = {
    .name = "QueryLanguage", .shape = Shape::OneOf, .values = queryLanguages,
    .summary = ASL_TEXT("language", "The language of this state's expressions, when it differs from the state machine's.")};

inline constexpr Field inputPath = {
    .name = "InputPath", .shape = Shape::NullablePath, .section = Section::Input, .languages = Languages::JSONPath,
    .defaultJson = "\"$\"",
    .summary = ASL_TEXT("language", "Selects the part of the state's input that it works with; null gives an empty object.")};
inline constexpr Field outputPath = {
    .name = "OutputPath", .shape = Shape::NullablePath, .section = Section::Output, .languages = Languages::JSONPath,
    .defaultJson = "\"$\"",
    .summary = ASL_TEXT("language", "Selects the part that is handed to the next state; null gives an empty object.")};
inline constexpr Field parameters = {
    .name = "Parameters", .shape = Shape::PayloadTemplate, .section = Section::Input, .languages = Languages::JSONPath,
    .summary = ASL_TEXT("language", "Builds the input of the work; keys that end in .$ are computed.")};
inline constexpr Field arguments = {
    .name = "Arguments", .shape = Shape::PayloadTemplate, .section = Section::Input, .languages = Languages::JSONata,
    .expressionAllowed = true,
    .summary = ASL_TEXT("language", "The input of the work, with {% … %} expressions inside.")};
inline constexpr Field resultSelector = {
    .name = "ResultSelector", .shape = Shape::PayloadTemplate, .section = Section::Output, .languages = Languages::JSONPath,
    .summary = ASL_TEXT("language", "Builds a new result from the result of the work, before ResultPath puts it in place.")};
inline constexpr Field resultPath = {
    .name = "ResultPath", .shape = Shape::NullableReferencePath, .section = Section::Output,
    .languages = Languages::JSONPath, .defaultJson = "\"$\"",
    .summary = ASL_TEXT("language", "Where in the state's input the result is put; null discards the result.")};
inline constexpr Field output = {
    .name = "Output", .shape = Shape::PayloadTemplate, .section = Section::Output, .languages = Languages::JSONata,
    .expressionAllowed = true,
    .summary = ASL_TEXT("language", "What is handed to the next state.")};
inline constexpr Field assign = {
    .name = "Assign", .shape = Shape::Assignments, .section = Section::Variables,
    .summary = ASL_TEXT("language", "Variables and the values they get when the state is left.")};

inline constexpr Field retry = {
    .name = "Retry", .shape = Shape::ObjectList, .section = Section::ErrorHandling, .object = ObjectType::Retrier,
    .summary = ASL_TEXT("language", "After which errors the work is tried again, how often and when.")};
inline constexpr Field catchers = {
    .name = "Catch", .shape = Shape::ObjectList, .section = Section::ErrorHandling, .object = ObjectType::Catcher,
    .summary = ASL_TEXT("language", "Which state goes on after which errors, once Retry has given up.")};
inline constexpr Field next = {
    .name = "Next", .shape = Shape::StateName,
    .summary = ASL_TEXT("language", "The state that follows.")};
inline constexpr Field end = {
    .name = "End", .shape = Shape::True,
    .summary = ASL_TEXT("language", "true: the state machine, branch or iteration ends after this state.")};

inline constexpr Field requiredNext = {
    .name = "Next", .shape = Shape::StateName, .required = true,
    .summary = ASL_TEXT("language", "The state that follows.")};
inline constexpr Field errorEquals = {
    .name = "ErrorEquals", .shape = Shape::ErrorNames, .required = true,
    .summary = ASL_TEXT("language", "The error names that this applies to; States.ALL stands for nearly all.")};
inline constexpr Field startAt = {
    .name = "StartAt", .shape = Shape::StateName, .required = true,
    .summary = ASL_TEXT("language", "The state with which it begins.")};
inline constexpr Field states = {
    .name = "States", .shape = Shape::States, .required = true,
    .summary = ASL_TEXT("language", "The states by name.")};

inline constexpr std::string_view nextOrEndFields[] = {"Next", "End"};
inline constexpr FieldGroup nextOrEnd = {FieldGroup::Rule::ExactlyOne, nextOrEndFields};

} // namespace asl::table
