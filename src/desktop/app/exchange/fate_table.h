// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/exchange/format.h"

#include <QTextBrowser>

#include <vector>

namespace protomind {

/// What is kept, changed and lost on the way to another format or from it, a line each: with a mark, the
/// word, and why.
class FateTable : public QTextBrowser {
    Q_OBJECT
public:
    explicit FateTable(QWidget* parent = nullptr);

    void show(const std::vector<FormatNote>& notes);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();

    std::vector<FormatNote> m_notes;
};

/// "Changed: 2. Lost: 1."; empty where all is kept.
[[nodiscard]] QString fateSentence(const std::vector<FormatNote>& notes);

} // namespace protomind
