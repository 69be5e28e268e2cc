#pragma once
// CsvRecords: takes CSV bytes apart, record by record, as the service does: quotes double themselves, a backslash
// escapes backslash, quote and delimiter and is dropped before anything else, single quotes mean nothing, blanks are
// kept.

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace asl {

class CsvRecords
{
public:
    explicit CsvRecords(char delimiter) : m_delimiter(delimiter) {}

    /// Reads the record at `at`, which moves behind its line end. False when `text` does not hold it whole and there is
    /// more to come (`last` is false); `at` stays then. Call it only where a record begins.
    bool next(std::string_view text, std::size_t& at, bool last);
    /// Of the record just read; valid until the next one.
    std::span<const std::string> fields() const { return {m_fields.data(), m_count}; }

private:
    enum class Step : unsigned char { Within, Ended, Incomplete };
    std::string& newField();
    Step take(std::string_view text, std::size_t& at, bool last);
    void repairUtf8(std::string_view record);

    char m_delimiter;
    bool m_quoted = false;
    std::vector<std::string> m_fields; ///< kept for their memory
    std::size_t m_count = 0;
};

} // namespace asl
