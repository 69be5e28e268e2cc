#pragma once
// How the operators of JSONata bind; the numbers are the reference's.

#include "core/query/jsonata/syntax.h"

namespace asl::query::jsonata {

/// Of the operator with this code (see operatorCode), between two expressions; 0: it does not stand there.
int bindingPower(std::uint16_t operation);
/// What an operator means that only joins two expressions; None: it has a form of its own.
Op binaryOperator(std::uint16_t operation);

} // namespace asl::query::jsonata
