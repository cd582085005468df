// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/editor/network_page.h"

#include "desktop/document/document.h"
#include "desktop/editor/card_content.h"
#include "desktop/editor/problems/problem_list.h"

#include <QFormLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace protomind {

namespace {

QString outputOf(const Analysis& analysis, LayerId layer) {
    const auto found = analysis.layers.find(layer);
    return found != analysis.layers.end() && found->second.outputShape ? shapeText(*found->second.outputShape)
                                                                       : QStringLiteral("—");
}

} // namespace

NetworkPage::NetworkPage(Document& document, QWidget* parent)
    : InspectorPage(parent)
    , m_document(document) {
    QLabel* title = addHeading(tr("Network"));
    QFont large = title->font();
    large.setPointSizeF(large.pointSizeF() * 1.2);
    title->setFont(large);
    title->setContentsMargins(0, 0, 0, 0);
    QFormLayout* form = addForm();
    m_layers = addFact(form, tr("Layers"), tr("Cards on the canvas"));
    m_input = addFact(form, tr("Input"), tr("What comes in for one sample"));
    m_output = addFact(form, tr("Output"), tr("What goes out for one sample"));
    m_parameters = addFact(form, tr("Parameters"), tr("Numbers that are learned, in all layers together"));
    m_multiplyAdds = addFact(form, tr("Multiply-adds"),
                             tr("Multiplications with an addition, for one sample: how much work it is"));
    addHeading(tr("Check"));
    m_verdict = addText({});
    m_verdict->setObjectName(QStringLiteral("verdict"));
    m_problems = new ProblemList(document, this);
    column()->addWidget(m_problems);
    column()->addStretch();
    connect(m_problems, &ProblemList::layerWanted, this, &InspectorPage::layerWanted);
    connect(m_problems, &ProblemList::wireWanted, this, &InspectorPage::wireWanted);
    refresh();
}

void NetworkPage::refresh() {
    const Analysis& analysis = m_document.analysis();
    const bool empty = m_document.network().layers().empty();
    m_layers->setText(countText(std::int64_t(m_document.network().layers().size())));
    m_input->setText(outputOf(analysis, analysis.input));
    m_output->setText(outputOf(analysis, analysis.output));
    m_parameters->setText(countText(analysis.parameters));
    m_multiplyAdds->setText(countText(analysis.multiplyAdds));
    m_problems->setProblems(empty ? std::vector<NetworkProblem>{} : analysis.problems, true);
    if (empty)
        m_verdict->setText(
            tr("There are no layers yet. Drag one from the list onto the canvas; begin with Input."));
    else if (analysis.problems.empty())
        m_verdict->setText(tr("Everything fits. Select a layer to see its settings."));
    else if (analysis.runnable())
        m_verdict->setText(tr("It can be trained; this may be worth a look:"));
    else
        m_verdict->setText(tr("It can't be trained yet:"));
}

} // namespace protomind
