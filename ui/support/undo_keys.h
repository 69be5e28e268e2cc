#pragma once
// UndoKeys: there is one undo stack. Line edits and text edits claim Ctrl+Z for themselves; this filter lets undo and redo
// pass to the window's actions, wherever the focus is.

#include <QObject>

namespace designer {

/// Install on the application (whole program) or on one widget. A widget that wants the keys first, because it holds text
/// that is no part of the document yet, says so by the property `keepsUndoKeys`.
class UndoKeys final : public QObject
{
    Q_OBJECT

public:
    static constexpr const char* keepsProperty = "keepsUndoKeys";

    explicit UndoKeys(QObject* parent) : QObject(parent) {}

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace designer
