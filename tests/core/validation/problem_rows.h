#pragma once
// Rows of definitions with one problem, for ValidateTest::oneProblem: «…» marks the place. Each file of rows is about
// one part of the rules.

#include "definitions.h"

#include <QTest>

namespace rows {

void addStructureRows();
void addFlowRows();
void addCallRows();
void addDataRows();

inline void add(const char* name, const QByteArray& text, const char* code, asl::Severity severity,
                const QByteArray& fixed)
{
    QTest::newRow(name) << text << QByteArray(code) << severity << fixed;
}
inline void error(const char* name, const QByteArray& text, const char* code = "SCHEMA_VALIDATION_FAILED",
                  const QByteArray& fixed = {})
{
    add(name, text, code, asl::Severity::Error, fixed);
}
inline void warning(const char* name, const QByteArray& text, const char* code, const QByteArray& fixed = {})
{
    add(name, text, code, asl::Severity::Warning, fixed);
}
inline void hint(const char* name, const QByteArray& text, const char* code, const QByteArray& fixed = {})
{
    add(name, text, code, asl::Severity::Info, fixed);
}

} // namespace rows
