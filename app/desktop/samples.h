#pragma once
// The workflows that come with the program: what the start page offers and tests run.

#include <QString>

#include <vector>

namespace designer {

struct SampleRun
{
    QString name;
    QString input; ///< resource paths
    QString tasks; ///< recorded outcomes, in the format of `stepwright-cli run --tasks`
};

struct Sample
{
    QString id;         ///< "01-lambda", also the file's name without its ending
    QString number;
    QString title;      ///< translated
    QString summary;    ///< one line, translated
    QString definition; ///< resource path
    std::vector<SampleRun> runs;
};

/// In order of their numbers.
const std::vector<Sample>& samples();

} // namespace designer
