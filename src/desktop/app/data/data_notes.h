// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/sentence.h"

#include <QStringList>
#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QToolButton;

namespace protomind {

/// What a person should know of how the data were read: the first sentences, and all of them by a button.
/// They can be selected and copied.
class DataNotes : public QWidget {
    Q_OBJECT
public:
    explicit DataNotes(QWidget* parent = nullptr);
    /// Hides where there are none.
    void setNotes(const std::vector<Sentence>& notes);

private:
    void show(bool all);

    QStringList m_notes;
    QLabel* m_first = nullptr;
    QPlainTextEdit* m_all = nullptr;
    QToolButton* m_more = nullptr;
};

} // namespace protomind
