#pragma once
// What a definition is made of: its states, tokens, integrations, the variables each state reads, the quotas it comes
// near and the permissions its role needs.

#include "core/document/snapshot.h"
#include "core/support/message.h"
#include "core/validation/validate.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace asl {

struct StateDescription
{
    std::string name;
    std::string pointer;
    std::string type; ///< as written; empty when missing
    QueryLanguage language = QueryLanguage::JSONPath;
    std::size_t depth = 0;         ///< how many Parallel and Map states are around it
    std::vector<std::string> next; ///< names of the states that may follow, each once
};

struct TokenDescription
{
    std::string name;
    std::size_t uses = 0;
};

/// A resource that Tasks, readers or writers call, and which states do.
struct IntegrationDescription
{
    std::string resource; ///< as written
    std::string service;  ///< empty: not known
    std::string action;
    std::string pattern; ///< "", "sync", "sync:2", "waitForTaskToken"
    std::vector<std::string> states;
};

struct QuotaUse
{
    Message name;
    std::size_t used = 0;
    std::size_t limit = 0;
    std::string pointer; ///< the place; empty: the whole definition
};

struct Description
{
    QueryLanguage language = QueryLanguage::JSONPath;
    std::string startAt;
    std::vector<StateDescription> states; ///< nested ones included, in the order of the text
    std::vector<TokenDescription> tokens; ///< in the order in which they first appear
    std::vector<IntegrationDescription> integrations;
    std::map<std::string, std::set<std::string>> variableReferences;
    std::vector<QuotaUse> quotas;      ///< those of which at least `quotaShare` is used, the fullest first
    std::set<std::string> permissions; ///< IAM actions that the role of the state machine needs
};

/// From this share of a quota on it is worth a word.
constexpr double quotaShare = 0.8;

Description describe(const Snapshot& snapshot, MachineType type = MachineType::Standard);

} // namespace asl
