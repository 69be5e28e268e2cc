#pragma once
// What the commands of stepwright-cli share. One file a command; each is one row of the table in main.cpp.

#include "app/host/definition_file.h"
#include "core/document/snapshot.h"
#include "core/support/result.h"

#include <QMultiHash>
#include <QStringList>

#include <cstdint>
#include <string>

namespace asl {
enum class MachineType : std::uint8_t; // core/validation/validate.h
}

namespace designer::cli {

enum ExitStatus { Success = 0, AnswerIsNo = 1, WrongUse = 2 };

struct Command
{
    const char* name;
    const char* usage;   ///< after the name
    const char* summary; ///< one sentence
    int (*run)(const QStringList& arguments); ///< what follows the command's name; returns the exit status
    const char* details = ""; ///< further lines of `COMMAND --help`
};

int editCommand(const QStringList& arguments);
extern const char* const editDetails;
int runCommand(const QStringList& arguments);
extern const char* const runDetails;
int testCommand(const QStringList& arguments);
extern const char* const testDetails;
int validateCommand(const QStringList& arguments);
extern const char* const validateDetails;
int describeCommand(const QStringList& arguments);
int diffCommand(const QStringList& arguments);
int convertCommand(const QStringList& arguments);
extern const char* const convertDetails;
int layoutCommand(const QStringList& arguments);
int queryCommand(const QStringList& arguments);
int testStateCommand(const QStringList& arguments);
extern const char* const testStateDetails;

/// Splits `arguments` into positional ones and options. `valued` options take a value (`--name value` or `--name=value`),
/// `flags` take none; short `-o` may be in `valued`. A single `-` is positional. Unknown options are an error.
struct Arguments
{
    QStringList positional;
    QMultiHash<QString, QString> options; ///< by name with its dashes; flags have an empty value

    bool has(const QString& name) const { return options.contains(name); }
    QString value(const QString& name, const QString& otherwise = {}) const { return options.value(name, otherwise); }
};
asl::Result<Arguments> parseArguments(const QStringList& arguments, const QStringList& valued, const QStringList& flags);

/// `--type STANDARD|EXPRESS`; when it is absent, what a template says, else Standard.
asl::Result<asl::MachineType> machineTypeOf(const Arguments& arguments, bool express = false);

/// Reads a definition: FILE, or FILE#Machine of a template. Invalid UTF-8 is an error with line and column.
asl::Result<asl::SnapshotPointer> readDefinition(const QString& name);
/// The same with what its file says of it; a syntax error is an error too, with its place.
asl::Result<host::OpenedDefinition> openWellFormed(const QString& name);
/// "FILE:LINE:COLUMN: " of a place in the definition, as it is in its file.
std::string placed(const host::OpenedDefinition& definition, const asl::Error& error);

/// "FILE:LINE:COLUMN: " when the error has a place in `text`, else nothing.
std::string placed(const QString& path, std::string_view text, const asl::Error& error);

/// Prints to standard error; returns WrongUse.
int fail(const std::string& message);
int fail(const asl::Error& error);

void print(const std::string& text); ///< to standard output

} // namespace designer::cli
