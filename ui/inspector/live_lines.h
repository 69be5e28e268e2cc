#pragma once
// LiveLines: under a field, what its expressions come to: a line for each, or what is wrong and where.

#include "ui/inspector/live_values.h"

#include <QPointer>
#include <QWidget>

#include <functional>

class QVBoxLayout;

namespace designer {

class LiveLines final : public QWidget
{
    Q_OBJECT

public:
    LiveLines(LiveValues& values, QWidget* parent);
    ~LiveLines() override;

    /// The field's place, and how to find what somebody types there.
    void setField(const std::string& pointer, std::function<std::optional<std::string>()> typed);
    const std::string& pointer() const { return m_pointer; }
    std::optional<std::string> typed() const { return m_typed ? m_typed() : std::nullopt; }
    /// Said before the value of a field that is one expression.
    void setCaption(const QString& caption) { m_caption = caption; }
    /// The field already says what is wrong with its text: only the place is told then.
    void setProblemIsSaid(bool said);

    void show(const LiveAnswer& answer);
    using QWidget::show;
    void clear();

private:
    void rebuild();
    std::optional<LiveText> commonReason() const;
    QWidget* lineFor(const LiveText& text);
    QWidget* valueLine(const LiveText& text);
    QWidget* problemLine(const LiveText& text);

    QPointer<LiveValues> m_values;
    std::string m_pointer;
    std::function<std::optional<std::string>()> m_typed;
    QString m_caption;
    bool m_problemIsSaid = false;
    LiveAnswer m_answer;
    std::vector<std::size_t> m_open; ///< lines that show their whole value
    QVBoxLayout* m_column;
};

} // namespace designer
