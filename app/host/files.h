#pragma once
// Reading and writing files without harm: whole or not at all, with a clear message.

#include "core/support/result.h"

#include <QString>

#include <functional>
#include <string>
#include <string_view>

namespace designer::host {

/// All bytes of a file; "-" is standard input. Fails with a message that names the file and the way out: missing, a directory,
/// no permission, not a regular file, too large.
asl::Result<std::string> readFile(const QString& path);

/// Lets a write beyond a limit on file sizes fail like one on a full disk, instead of ending the program. Once, in main().
void letLargeWritesFail();

/// Replaces the file in one step (temporary file, fsync, rename; permissions and symbolic links kept); "-" is standard
/// output. When it fails, the old file is whole.
asl::Result<void> writeFile(const QString& path, const std::string& bytes);
/// The same with bytes that come piece by piece, for what is too large to hold at once.
using Pieces = std::function<void(const std::function<void(std::string_view)>& write)>;
asl::Result<void> writeFileInPieces(const QString& path, const Pieces& pieces);

} // namespace designer::host
