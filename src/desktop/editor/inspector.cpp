// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/editor/inspector.h"

#include "desktop/document/document.h"
#include "desktop/editor/layer_page.h"
#include "desktop/editor/network_page.h"
#include "desktop/editor/selection.h"
#include "desktop/editor/selection_page.h"

#include <QEvent>

namespace protomind {

Inspector::Inspector(Document& document, Selection& selection, QWidget* parent)
    : ScrollColumn(parent)
    , m_document(document)
    , m_selection(selection) {
    setObjectName(QStringLiteral("inspector"));
    setAccessibleName(tr("Inspector"));
    showSelection();
    connect(&selection, &Selection::changed, this, &Inspector::showSelection);
    connect(&document, &Document::changed, this, &Inspector::follow);
}

void Inspector::startEditing() {
    QWidget* control = m_page == nullptr ? nullptr : m_page->firstControl();
    if (control == nullptr)
        return;
    ensureWidgetVisible(control);
    control->setFocus(Qt::ShortcutFocusReason);
}

void Inspector::changeEvent(QEvent* event) {
    ScrollColumn::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_page != nullptr)
        m_page->refreshLook();
}

void Inspector::follow(const ChangeEvent& event) {
    // Every edit that shows here is followed by a new analysis.
    if (std::holds_alternative<AnalysisChanged>(event) && m_page != nullptr)
        m_page->refresh();
}

void Inspector::showSelection() {
    // The old page may be where the click came from: a fix button, or "Show Dense".
    if (QWidget* old = takeWidget()) {
        old->hide();
        old->deleteLater();
    }
    if (const std::optional<LayerId> layer = m_selection.singleLayer())
        m_page = new LayerPage(m_document, *layer, this);
    else if (const std::optional<WireId> wire = m_selection.singleWire())
        m_page = new WirePage(m_document, *wire, this);
    else if (!m_selection.isEmpty())
        m_page = new SeveralPage(m_document, m_selection.layers(), m_selection.wires(), this);
    else
        m_page = new NetworkPage(m_document, this);
    connect(m_page, &InspectorPage::layerWanted, this, &Inspector::layerWanted);
    connect(m_page, &InspectorPage::layerWanted, this, [this](LayerId layer) { m_selection.select(layer); });
    connect(m_page, &InspectorPage::wireWanted, this, &Inspector::wireWanted);
    connect(m_page, &InspectorPage::openWanted, this, &Inspector::openWanted);
    connect(m_page, &InspectorPage::wireWanted, this, [this](WireId wire) { m_selection.select(wire); });
    setWidget(m_page);
    m_page->show();
    updateGeometry();
}

} // namespace protomind
