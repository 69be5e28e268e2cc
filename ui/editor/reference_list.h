#pragma once
// ReferenceList: the places where a name stands, to go to one of them.

#include "core/completion/references.h"
#include "core/document/snapshot.h"
#include "ui/support/floating_frame.h"

class QListWidget;

namespace designer {

class ReferenceList final : public FloatingFrame
{
    Q_OBJECT

public:
    ReferenceList(const asl::Snapshot& snapshot, const std::vector<asl::Reference>& references, QWidget* parent);

    void openAt(const QRect& word); ///< in global coordinates

signals:
    void chosen(asl::TextRange range);

private:
    void choose(int row);

    std::vector<asl::Reference> m_references;
    QListWidget* m_list;
};

} // namespace designer
