// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/editor/selection_page.h"

#include "desktop/document/commands/structure_commands.h"
#include "desktop/document/document.h"
#include "desktop/editor/card_content.h"
#include "desktop/editor/problems/problem_list.h"

#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace protomind {

namespace {

QPushButton* removeButton(Document& document, const std::set<LayerId>& layers, const std::set<WireId>& wires,
                          const QString& text, QWidget* parent) {
    auto* button = new QPushButton(text, parent);
    button->setObjectName(QStringLiteral("remove"));
    button->setAccessibleName(text);
    button->setToolTip(text);
    QObject::connect(button, &QPushButton::clicked, parent, [&document, layers, wires] {
        document.undoStack().push(new RemoveParts(document, layers, wires));
    });
    return button;
}

} // namespace

WirePage::WirePage(Document& document, WireId wire, QWidget* parent)
    : InspectorPage(parent)
    , m_document(document)
    , m_wire(wire) {
    addHeading(tr("Wire"));
    QFormLayout* form = addForm();
    m_ends = addFact(form, tr("Runs"), tr("The layers at its ends"));
    m_shape = addFact(form, tr("Carries"), tr("For one sample"));
    m_problems = new ProblemList(document, this);
    column()->addWidget(m_problems);
    column()->addWidget(removeButton(document, {}, {wire}, tr("Remove wire"), this), 0, Qt::AlignLeft);
    column()->addStretch();
    refresh();
}

void WirePage::refresh() {
    const Wire* wire = m_document.network().wire(m_wire);
    if (wire == nullptr)
        return; // on its way out
    const auto name = [this](LayerId layer) {
        return QString::fromStdString(m_document.network().layer(layer)->name);
    };
    m_ends->setText(tr("from %1 to %2").arg(name(wire->from), name(wire->to)));
    const auto facts = m_document.analysis().layers.find(wire->from);
    const bool known = facts != m_document.analysis().layers.end() && facts->second.outputShape;
    m_shape->setText(known ? shapeText(*facts->second.outputShape) : QStringLiteral("—"));
    std::vector<NetworkProblem> mine;
    for (const NetworkProblem& problem : m_document.analysis().problems) {
        if (problem.wire == m_wire)
            mine.push_back(problem);
    }
    m_problems->setProblems(mine, false);
}

SeveralPage::SeveralPage(Document& document, std::set<LayerId> layers, std::set<WireId> wires,
                         QWidget* parent)
    : InspectorPage(parent)
    , m_document(document)
    , m_layers(std::move(layers))
    , m_wires(std::move(wires)) {
    QStringList parts;
    if (!m_layers.empty())
        parts.append(m_layers.size() == 1 ? tr("1 layer") : tr("%1 layers").arg(m_layers.size()));
    if (!m_wires.empty())
        parts.append(m_wires.size() == 1 ? tr("1 wire") : tr("%1 wires").arg(m_wires.size()));
    addHeading(tr("%1 selected").arg(parts.join(tr(" and "))));
    QFormLayout* form = addForm();
    m_parameters = addFact(form, tr("Parameters"), tr("Numbers that are learned, in these layers together"));
    m_multiplyAdds = addFact(form, tr("Multiply-adds"),
                             tr("Multiplications with an addition, for one sample: how much work it is"));
    column()->addWidget(removeButton(document, m_layers, m_wires, tr("Remove them"), this), 0, Qt::AlignLeft);
    column()->addStretch();
    refresh();
}

void SeveralPage::refresh() {
    std::int64_t parameters = 0;
    std::int64_t multiplyAdds = 0;
    for (const auto& [layer, facts] : m_document.analysis().layers) {
        if (!m_layers.contains(layer))
            continue;
        parameters += facts.parameters.count;
        multiplyAdds += facts.multiplyAdds;
    }
    m_parameters->setText(countText(parameters));
    m_multiplyAdds->setText(countText(multiplyAdds));
}

} // namespace protomind
