// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

namespace protomind {

class Document;

/// "2 problems" or "Everything fits", always in sight; a click leads to the list.
class ProblemButton : public QToolButton {
    Q_OBJECT
public:
    explicit ProblemButton(Document& document, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();

    Document& m_document;
};

} // namespace protomind
