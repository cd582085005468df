// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/app/dialogs/offered_work.h"

#include <QDialog>

#include <vector>

class QListWidget;
class QPushButton;

namespace protomind {

/// Lists all the work that crashes left behind, the newest first: one can be opened now, others thrown away,
/// and the rest waits. Nothing is thrown away before the dialog is closed.
class RecoveryDialog : public QDialog {
    Q_OBJECT
public:
    explicit RecoveryDialog(std::vector<OfferedWork> offered, QWidget* parent = nullptr);

    [[nodiscard]] const RecoveryAnswer& answer() const { return m_answer; }

    void reject() override;

protected:
    void changeEvent(QEvent* event) override;

private:
    void showRow(int row);
    void follow();
    void toggleDiscard();
    void finish(bool recover);

    std::vector<OfferedWork> m_offered;
    std::vector<bool> m_discarded;
    RecoveryAnswer m_answer;
    QListWidget* m_list = nullptr;
    QPushButton* m_recover = nullptr;
    QPushButton* m_discard = nullptr;
};

} // namespace protomind
