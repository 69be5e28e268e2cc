// Any text as a JSONata expression, plain and as the service reads it, over any data. The limits are small, so that one input
// takes milliseconds; what is looked for are faults, not slowness.

#include "tests/fuzz/fuzz_input.h"

#include "core/query/jsonata.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    using asl::query::JsonataDialect;
    const asl::fuzz::Input input = asl::fuzz::inputOf(bytes, size);
    std::uint64_t random = 1;
    const asl::query::Variables variables = {{"v", input.data}};
    const asl::query::EvaluationContext context = asl::fuzz::context(asl::fuzz::sample(), variables, random);
    const asl::query::JsonataLimits limits = {.depth = 200, .milliseconds = 100, .sequence = 10'000, .text = 64 * 1024};
    for (const JsonataDialect dialect : {JsonataDialect::Reference, JsonataDialect::StepFunctions}) {
        if (const auto expression = asl::query::Jsonata::compile(input.expression, dialect))
            asl::fuzz::use(expression->evaluate(input.data, context, limits));
    }
    return 0;
}
