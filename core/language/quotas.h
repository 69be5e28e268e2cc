#pragma once
// Limits of the service.

#include <cstddef>
#include <cstdint>

namespace asl::quotas {

constexpr std::size_t definitionBytes = 1'048'576;
constexpr std::size_t payloadBytes = 262'144;
constexpr std::size_t variableBytes = 10 * 1024 * 1024; ///< of all variables of an execution
constexpr std::size_t historyEvents = 25'000;
constexpr std::size_t stateNameLength = 80;
constexpr std::size_t errorLength = 256;
constexpr std::size_t causeLength = 32'768;
constexpr std::size_t inlineMapConcurrency = 40;
constexpr std::size_t distributedMapConcurrency = 10'000;
constexpr std::uint32_t redrives = 1'000;
constexpr std::int64_t redriveSeconds = 14 * 86'400; ///< after the end of an execution
constexpr std::int64_t standardSeconds = 365LL * 86'400; ///< an execution of a Standard workflow lasts no longer
constexpr std::int64_t expressSeconds = 300;
constexpr std::uint64_t distributedMapItems = 100'000'000;
constexpr std::size_t itemBytes = 8 * 1024 * 1024;         ///< of a file, before ItemSelector
constexpr std::size_t csvHeaderBytes = 10 * 1024;
constexpr std::uint64_t resultFileBytes = 5'000'000'000;   ///< of a file that a ResultWriter writes
constexpr std::int64_t seconds = 99'999'999;
constexpr std::int64_t maxDelaySeconds = 31'622'400;

} // namespace asl::quotas
