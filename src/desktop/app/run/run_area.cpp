// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/run/run_area.h"

#include <QEvent>
#include <QSplitter>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

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
    case QEvent::Resize:
    case QEvent::FontChange:
        fit();
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

void RunArea::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    if (!m_settling && !m_low && !m_results.isHidden() && !m_bar.isHidden())
        m_heightBefore = height();
}

void RunArea::fit() {
    const bool low = m_results.isHidden() && !m_bar.isHidden();
    // Its words take more lines where it is narrow; what it would like to have says nothing of its width.
    const QLayout* words = m_bar.layout();
    const int height = words && words->hasHeightForWidth()
                           ? words->totalHeightForWidth(std::max(m_bar.width(), 1))
                           : m_bar.sizeHint().height();
    const int wanted = low ? std::max(height, m_bar.minimumSizeHint().height()) : QWIDGETSIZE_MAX;
    if (wanted == maximumHeight())
        return;
    m_low = low;
    m_settling = true;
    setMaximumHeight(wanted);
    // A splitter keeps the place that it gave, whether it is used or not.
    if (auto* splitter = qobject_cast<QSplitter*>(parentWidget()))
        QTimer::singleShot(0, this, [this, splitter] {
            const int whole = splitter->height();
            const int own = m_low ? maximumHeight() : m_heightBefore;
            splitter->setSizes({whole - own, own});
            m_settling = false;
        });
}

} // namespace protomind
