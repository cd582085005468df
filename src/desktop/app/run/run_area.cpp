// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/run/run_area.h"

#include <QEvent>
#include <QVBoxLayout>

namespace protomind {

RunArea::RunArea(QWidget& bar, QWidget& results, QWidget* parent)
    : QWidget(parent)
    , m_bar(bar)
    , m_results(results) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(&m_bar);
    layout->addWidget(&m_results, 1);
    m_bar.installEventFilter(this);
    m_results.installEventFilter(this);
}

bool RunArea::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
    case QEvent::ShowToParent:
    case QEvent::HideToParent:
    case QEvent::LayoutRequest:
    case QEvent::FontChange:
        fit();
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

void RunArea::fit() {
    const bool low = m_results.isHidden() && !m_bar.isHidden();
    setMaximumHeight(low ? m_bar.sizeHint().height() : QWIDGETSIZE_MAX);
}

} // namespace protomind
