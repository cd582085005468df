// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/editor/inspector_page.h"

#include <set>

namespace protomind {

class Document;
class ProblemList;

/// A wire: what it carries and between whom.
class WirePage final : public InspectorPage {
    Q_OBJECT
public:
    WirePage(Document& document, WireId wire, QWidget* parent);
    void refresh() override;

private:
    Document& m_document;
    WireId m_wire;
    QLabel* m_ends = nullptr;
    QLabel* m_shape = nullptr;
    ProblemList* m_problems = nullptr;
};

/// Several layers at once: how many, and what they come to together.
class SeveralPage final : public InspectorPage {
    Q_OBJECT
public:
    SeveralPage(Document& document, std::set<LayerId> layers, std::set<WireId> wires, QWidget* parent);
    void refresh() override;

private:
    Document& m_document;
    std::set<LayerId> m_layers;
    std::set<WireId> m_wires;
    QLabel* m_parameters = nullptr;
    QLabel* m_multiplyAdds = nullptr;
};

} // namespace protomind
