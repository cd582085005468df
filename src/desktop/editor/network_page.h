// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/editor/inspector_page.h"

namespace protomind {

class Document;
class ProblemList;

/// The whole network: how large it is, and all that is wrong with it.
class NetworkPage final : public InspectorPage {
    Q_OBJECT
public:
    NetworkPage(Document& document, QWidget* parent);
    void refresh() override;

private:
    Document& m_document;
    QLabel* m_layers = nullptr;
    QLabel* m_input = nullptr;
    QLabel* m_output = nullptr;
    QLabel* m_parameters = nullptr;
    QLabel* m_multiplyAdds = nullptr;
    QLabel* m_verdict = nullptr;
    ProblemList* m_problems = nullptr;
};

} // namespace protomind
