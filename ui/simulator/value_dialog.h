#pragma once
// ValueDialog: changes a value of a run by hand, as JSON.

#include "core/data/data.h"

#include <QDialog>

namespace designer {

class JsonField;

class ValueDialog final : public QDialog
{
    Q_OBJECT

public:
    ValueDialog(const QString& title, const asl::Data& value, QWidget* parent);

signals:
    void entered(const asl::Data& value); ///< another one than before

private:
    JsonField* m_text;
};

} // namespace designer
