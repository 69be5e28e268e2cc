#pragma once
// A definition as others deploy it: YAML, templates of CloudFormation and SAM, Terraform, CDK.

#include "core/data/json.h"
#include "core/document/snapshot.h"
#include "core/support/result.h"

#include <string>

namespace asl {

enum class DeployForm : std::uint8_t { Yaml, CloudFormation, Sam, Terraform, Cdk };
/// In which language a template is written.
enum class DeployText : std::uint8_t { Yaml, Json, Terraform };

/// The definition in another form. ${Tokens} with a value are filled in; the others stay, and become parameters of a
/// template. Fails, with the place, on syntax errors.
Result<std::string> converted(const Snapshot& snapshot, DeployForm form, DeployText text,
                              const data::TokenValues& values);

/// The definition's text in the other syntax, to go on with: ${Tokens} stay as they are. In its own syntax: the text itself.
Result<std::string> inSyntax(const Snapshot& snapshot, TextSyntax syntax);

/// What does not come along to the other syntax.
struct Losses
{
    bool comments = false;
    bool aliases = false; ///< what they stand for is written out in each place
};
Losses lossesIn(const Snapshot& snapshot, TextSyntax syntax);

} // namespace asl
