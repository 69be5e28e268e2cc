#pragma once
// What `stepwright-cli test` prints: for people, as JSON, and as the XML that CI services read (JUnit's).

#include "core/execution/coverage.h"
#include "core/execution/test_cases.h"

#include <QString>

#include <vector>

namespace designer::cli {

struct TimedResult
{
    asl::TestCaseResult result;
    double seconds = 0; ///< on the wall
};

struct TestReport
{
    QString definition;
    QString mocks;
    std::string mocksText;
    std::vector<TimedResult> results;
    const asl::Coverage* coverage = nullptr; ///< null: not asked for

    std::size_t count(asl::TestCaseResult::Verdict verdict) const;
};

std::string asText(const TestReport& report);
std::string asJson(const TestReport& report);
std::string asJUnit(const TestReport& report);

} // namespace designer::cli
