// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace protomind {

class Document;

/// How large the network is, in a line: its parameters, and the work that a sample makes.
class NetworkSize : public QLabel {
    Q_OBJECT
public:
    explicit NetworkSize(const Document& document, QWidget* parent = nullptr);

private:
    void showSize(const Document& document);
};

} // namespace protomind
