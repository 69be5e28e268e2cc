#pragma once
// What the commands that simulate executions share: reading their options and compiling the definition.

#include "app/cli/command.h"

#include "core/data/json.h"
#include "core/execution/checked_handler.h"
#include "core/execution/program.h"

namespace designer::cli {

constexpr asl::VirtualTime second = 1'000'000;

/// "FILE:LINE:COLUMN: what is wrong" (without a place "FILE: what is wrong"), as one message.
asl::Error inFile(const QString& path, std::string_view text, const asl::Error& error);

/// A JSON file given by an option; Undefined when the option is absent.
asl::Result<asl::Data> jsonOption(const Arguments& arguments, const QString& option);

/// A whole number that is not negative.
asl::Result<std::int64_t> numberOption(const Arguments& arguments, const QString& option, std::int64_t otherwise);

/// Standard input can be read once: fails when more than one of FILE and `options` is "-".
asl::Result<void> onlyOneFromStandardInput(const Arguments& arguments, const QStringList& options);

/// "order" of "folder/order.asl.json"; empty for standard input.
std::string machineName(const QString& path);

/// Prints to standard error what is odd about mocked results.
void warnOf(const std::vector<asl::MockComplaint>& complaints);

struct CompiledDefinition
{
    asl::SnapshotPointer snapshot;
    asl::ProgramPointer program;
};

/// Reads and compiles the definition with --type, --values and --files. Nothing when that is impossible: the reasons were
/// printed then, and the exit status is WrongUse.
std::optional<CompiledDefinition> compiledDefinition(const Arguments& arguments, const QString& path);

} // namespace designer::cli
