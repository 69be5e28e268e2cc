#pragma once
// A text with a place marked by «…», as rows of data write it.

#include "core/support/text_range.h"

#include <QByteArray>

#include <optional>

struct MarkedText
{
    QByteArray text;                    ///< without the marks
    std::optional<asl::TextRange> mark; ///< none: nothing is marked

    explicit MarkedText(QByteArray marked) : text(std::move(marked))
    {
        const QByteArray open("«"), close("»");
        const qsizetype begin = text.indexOf(open);
        if (begin < 0)
            return;
        text.remove(begin, open.size());
        const qsizetype end = text.indexOf(close);
        text.remove(end, close.size());
        mark = asl::TextRange{std::size_t(begin), std::size_t(end)};
    }
};
