// Succeed: ends its scope; there is nothing to do.

#include "core/execution/states/work.h"

namespace asl {

Work begin(const SucceedProgram&, const WorkContext& context) { return GoTo{&context.state.next, &context.state.assign, &context.state.output}; }

} // namespace asl
