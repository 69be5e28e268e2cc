#pragma once
// Small definitions around what a test is about.

#include "core/document/snapshot.h"
#include "core/validation/diagnostic.h"

#include <QByteArray>
#include <QMetaType>
#include <QStringList>

Q_DECLARE_METATYPE(asl::Severity)

inline asl::Snapshot snapshotOf(const std::string& text)
{
    return asl::Snapshot(1, std::make_shared<const std::string>(text));
}

/// `{"StartAt": "A", "States": {"A": …}}` with the members of A.
inline QByteArray machine(const char* state, const char* rest = "")
{
    return QByteArray(R"({"StartAt": "A", "States": {"A": )") + state + rest + "}}";
}

/// A Task that calls a function and ends, with further members.
inline QByteArray task(const char* members)
{
    return machine(
        (QByteArray(R"({"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true, )") + members + "}")
            .constData());
}

inline QByteArray pass(const char* members)
{
    return machine((QByteArray(R"({"Type": "Pass", "End": true, )") + members + "}").constData());
}

inline QByteArray distributedMap(const char* members,
                                 const char* config = R"("Mode": "DISTRIBUTED", "ExecutionType": "STANDARD")")
{
    return machine((QByteArray(R"({"Type": "Map", "End": true, )") + members +
                    R"("ItemProcessor": {"ProcessorConfig": {)" + config +
                    R"(}, "StartAt": "B", "States": {"B": {"Type": "Pass", "End": true}}}})")
                       .constData());
}

inline QByteArray jsonata(const char* state)
{
    return QByteArray(R"({"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": )") + state + "}}";
}

inline QStringList rulesOf(const std::vector<asl::Diagnostic>& diagnostics)
{
    QStringList rules;
    for (const asl::Diagnostic& diagnostic : diagnostics)
        rules << QString::fromStdString(std::string(diagnostic.rule));
    rules.sort();
    return rules;
}
