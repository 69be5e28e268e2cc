#pragma once
// Program: the compiled, immutable form of a snapshot: expressions parsed, names resolved. Never changed by a run.

#include "core/data/json.h"
#include "core/document/snapshot.h"
#include "core/execution/run_view.h"
#include "core/query/outcome.h"

#include <memory>

namespace asl {

struct CompileOptions
{
    const data::TokenValues* tokens = nullptr; ///< values of ${Tokens}
    const query::Platform* platform = nullptr;
    bool express = false;
    bool readsItems = false; ///< the host answers ReadItems, so an ItemReader can be simulated
};

/// Why a definition cannot be run: what is wrong with it, a token without a value (by name), or a feature that is not
/// built (by name), each with its place.
struct CompileProblem
{
    enum class Kind : std::uint8_t { Invalid, MissingToken, Unsupported };
    Kind kind = Kind::Invalid;
    TextRange range;
    Message message;
    std::string token; ///< MissingToken: its name
};

class Program;
using ProgramPointer = std::shared_ptr<const Program>;

struct Compilation
{
    ProgramPointer program; ///< null when there are problems
    std::vector<CompileProblem> problems;
};
Compilation compile(const SnapshotPointer& snapshot, const CompileOptions& options = {});

} // namespace asl
