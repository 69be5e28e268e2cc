// Any text as a call of an intrinsic function, alone and in a payload template, over any data.

#include "tests/fuzz/fuzz_input.h"

#include "core/query/intrinsics.h"
#include "core/query/payload_template.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const asl::fuzz::Input input = asl::fuzz::inputOf(bytes, size);
    std::uint64_t random = 1;
    const asl::query::Variables variables = {{"v", input.data}};
    const asl::query::EvaluationContext context = asl::fuzz::context(asl::fuzz::sample(), variables, random);
    if (const auto call = asl::query::IntrinsicCall::compile(input.expression)) {
        (void)call->functions();
        asl::fuzz::use(call->evaluate(input.data, context));
    }
    if (const auto payload = asl::query::PayloadTemplate::compile(input.data))
        asl::fuzz::use(payload->evaluate(asl::fuzz::sample(), context));
    return 0;
}
