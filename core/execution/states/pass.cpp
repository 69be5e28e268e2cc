// Pass: hands on its `Result`, else its effective input.

#include "core/execution/states/work.h"

namespace asl {

Work begin(const PassProgram& pass, const WorkContext& context)
{
    return Finished{pass.result ? *pass.result : context.input};
}

} // namespace asl
