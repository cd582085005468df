// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/window/window_editor.h"

#include "desktop/app/data/loaded_data.h"
#include "desktop/app/preferences/preferences.h"
#include "desktop/document/document.h"
#include "desktop/document/run_controller.h"
#include "desktop/editor/editor_actions.h"
#include "desktop/editor/live/activation_overlay.h"
#include "desktop/editor/network_editor.h"
#include "desktop/editor/network_view.h"
#include "desktop/editor/palette/layer_palette.h"
#include "desktop/editor/selection.h"

#include <QAction>
#include <QImage>
#include <QPainter>

namespace protomind {

WindowEditor::WindowEditor(Document& document, RunController& run, QWidget& window)
    : QObject(&window)
    , m_selection(new Selection(document, &window))
    , m_palette(new LayerPalette(&window))
    , m_canvas(new NetworkView(document, *m_selection, &window))
    , m_editor(new NetworkEditor(document, *m_selection, *m_canvas, &window)) {
    m_canvas->setObjectName(QStringLiteral("canvas"));
    connect(m_palette, &LayerPalette::layerChosen, m_canvas, &NetworkView::addLayer);
    ActivationOverlay& live = m_canvas->live();
    connect(&run, &RunController::picturesChanged, &live, [&run, &live] { live.show(run.pictures()); });
    connect(&live, &ActivationOverlay::requestChanged, &run, &RunController::watch);
    run.watch(live.request());
}

void WindowEditor::keepChoices(Preferences& preferences) {
    QAction* overview = m_canvas->actions().action(QStringLiteral("view.miniMap"));
    overview->setChecked(preferences.overviewWanted());
    connect(overview, &QAction::toggled, this,
            [&preferences](bool wanted) { preferences.setOverviewWanted(wanted); });
    m_editor->tableAction()->setChecked(preferences.tableShown());
    connect(m_editor->tableAction(), &QAction::toggled, this,
            [&preferences](bool shown) { preferences.setTableShown(shown); });
}

void WindowEditor::showData(const LoadedData& data) {
    std::vector<PlanePoint> points;
    for (std::int64_t i = 0; data.kind == DataPictureKind::Plane && i < data.training.count(); ++i) {
        const auto sample = data.training.sample(i);
        points.push_back({sample[0], sample[1], static_cast<int>(data.training.target(i)[0])});
    }
    m_canvas->live().setPoints(std::move(points));
}

QImage WindowEditor::picture(const QSize& size) const {
    QImage picture(size * 2, QImage::Format_RGB32);
    picture.setDevicePixelRatio(2);
    picture.fill(m_canvas->window()->palette().color(QPalette::Base));
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    m_canvas->scene()->render(&painter, QRectF(QPointF(), size), m_canvas->scene()->itemsBoundingRect());
    painter.end();
    return picture;
}

} // namespace protomind
