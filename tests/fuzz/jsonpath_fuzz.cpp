// Any text as a JSONPath and as a Reference Path, over any data.

#include "tests/fuzz/fuzz_input.h"

#include "core/query/json_path.h"
#include "core/query/reference_path.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const asl::fuzz::Input input = asl::fuzz::inputOf(bytes, size);
    std::uint64_t random = 1;
    const asl::query::Variables variables = {{"v", input.data}};
    const asl::query::EvaluationContext context = asl::fuzz::context(asl::fuzz::sample(), variables, random);
    if (const auto path = asl::query::JsonPath::compile(input.expression))
        asl::fuzz::use(path->evaluate(input.data, context));
    if (const auto path = asl::query::ReferencePath::compile(input.expression)) {
        asl::fuzz::use(path->read(input.data, context));
        asl::fuzz::use(path->write(input.data, asl::Data::integer(1)));
    }
    return 0;
}
