#pragma once
// Fields of forms. What is typed becomes part of the document on Enter or when the focus leaves, and not before; Esc takes
// it back. A new value from outside never disturbs what is being typed.

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>

#include <functional>

namespace designer {

/// One line of text.
class FormLine final : public QLineEdit
{
    Q_OBJECT

public:
    explicit FormLine(QWidget* parent = nullptr);

    /// The value of the document. Shown at once, unless somebody is typing here.
    void setValue(const QString& value);
    const QString& value() const { return m_value; }
    bool isEdited() const { return text() != m_value || m_composing; }
    void restore();
    /// Emits `committed` when something else than the value stands here.
    void commit();
    /// Expressions of a field of this name are shown in their colours.
    void setFieldName(const QString& name);

signals:
    void committed(const QString& text);
    void left(); ///< the focus went away (after `committed`)
    void restored();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void inputMethodEvent(QInputMethodEvent* event) override;

private:
    void colorExpression();

    QString m_value;
    QString m_fieldName;
    bool m_composing = false;
};

/// Several lines of text or code; grows with its content. Ctrl+Enter or leaving commits.
class FormText final : public QPlainTextEdit
{
    Q_OBJECT

public:
    enum class Kind { Prose, Code };
    FormText(Kind kind, int leastLines, int mostLines, QWidget* parent = nullptr);

    void setMostLines(int lines); ///< more are scrolled
    void setValue(const QString& value);
    const QString& value() const { return m_value; }
    bool isEdited() const { return toPlainText() != m_value || m_composing; }
    void restore();
    void commit();
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {40, sizeHint().height()}; }

signals:
    void committed(const QString& text);
    void left();
    void restored();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void inputMethodEvent(QInputMethodEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitHeight();

    QString m_value;
    int m_leastLines;
    int m_mostLines;
    bool m_composing = false;
};

/// A combo box whose items are made when they are needed: a form of a large machine stays quick. The wheel scrolls the form
/// unless the box has the focus.
class FormCombo : public QComboBox
{
    Q_OBJECT

public:
    explicit FormCombo(QWidget* parent = nullptr);

    /// Called before the list is shown or walked; adds the items and makes the current one current.
    void setPopulate(std::function<void()> populate) { m_populate = std::move(populate); }
    /// What is shown until then.
    void showOnly(const QIcon& icon, const QString& text, const QVariant& data = {});
    void showPopup() override;

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    void populate();

    std::function<void()> m_populate;
    bool m_populated = false;
};

} // namespace designer
