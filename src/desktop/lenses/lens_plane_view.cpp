// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lenses/lens_plane_view.h"

#include "desktop/lenses/lens_plane_canvas.h"
#include "desktop/lenses/plane_marks.h"
#include "desktop/style/flow_layout.h"
#include "desktop/words/worded.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QEvent>
#include <QIcon>
#include <QPixmap>

#include <algorithm>

namespace protomind {

namespace {

/// A plane that fits is about as wide as it is high, and has numbers beside it.
constexpr int kFittedRoom = 24;

constexpr int kSwitchIcon = 14;
constexpr int kLegendGap = 8;
constexpr int kBesideColumn = 200; ///< where there is so much room beside the plane, the switches go there

} // namespace

LensPlaneView::LensPlaneView(QWidget* parent)
    : QWidget(parent)
    , m_row(new QBoxLayout(QBoxLayout::TopToBottom, this))
    , m_canvas(new LensPlaneCanvas(this))
    , m_legend(new QWidget(this))
    , m_flow(new FlowLayout(m_legend)) {
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(kLegendGap);
    m_row->addWidget(m_canvas);
    m_row->addWidget(m_legend);
    m_flow->setContentsMargins(0, 0, 0, 0);
    m_flow->setSpacing(2 * kLegendGap);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    m_legend->setSizePolicy(policy);
    m_legend->setAccessibleName(tr("What is shown"));
}

void LensPlaneView::setFitting(bool fitting) {
    m_fitting = fitting;
    m_canvas->setFitting(fitting);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    arrange();
}

void LensPlaneView::makeSwitches(std::size_t count) {
    while (m_switches.size() > count) {
        delete m_switches.back();
        m_switches.pop_back();
    }
    while (m_switches.size() < count) {
        auto* box = new QCheckBox(m_legend);
        box->setIconSize(QSize(kSwitchIcon, kSwitchIcon));
        m_flow->addWidget(box);
        m_switches.push_back(box);
        connect(box, &QCheckBox::clicked, this, [this, box](bool shown) {
            const auto which =
                static_cast<std::size_t>(std::ranges::find(m_switches, box) - m_switches.begin());
            const std::string& name = m_canvas->plane().layers[which].name;
            m_chosen[name] = shown;
            m_canvas->setHidden(hidden());
            emit layerSwitched(QString::fromStdString(name), shown);
        });
    }
    m_legend->setVisible(count > 0);
}

void LensPlaneView::nameSwitch(QCheckBox* box, const PlaneLayer& layer) const {
    box->setText(worded(layer.title));
    box->setToolTip(layer.marks == PlaneMarks::Points   ? tr("Shows or hides these points")
                    : layer.marks == PlaneMarks::Arrows ? tr("Shows or hides these arrows")
                                                        : tr("Shows or hides these lines"));
}

void LensPlaneView::setPlane(LensPlane plane, const PlaneSwitches& switches) {
    const auto looks = [](const PlaneLayer& layer) {
        return std::tuple(layer.name, layer.title, layer.marks, layer.colour);
    };
    const bool isSame = std::ranges::equal(plane.layers, m_canvas->plane().layers, {}, looks, looks);
    m_chosen = switches;
    m_canvas->setPlane(std::move(plane), {});
    if (!isSame) {
        const std::vector<PlaneLayer>& layers = m_canvas->plane().layers;
        makeSwitches(layers.size());
        for (std::size_t i = 0; i < layers.size(); ++i)
            nameSwitch(m_switches[i], layers[i]);
        paintSwitches();
        arrange();
    }
    setSwitches(switches);
}

void LensPlaneView::setSwitches(const PlaneSwitches& switches) {
    m_chosen = switches;
    const std::set<std::string> without = hidden();
    for (std::size_t i = 0; i < m_switches.size(); ++i)
        m_switches[i]->setChecked(!without.contains(m_canvas->plane().layers[i].name));
    m_canvas->setHidden(without);
}

std::set<std::string> LensPlaneView::hidden() const {
    std::set<std::string> without;
    for (const PlaneLayer& layer : m_canvas->plane().layers) {
        const auto chosen = m_chosen.find(layer.name);
        if (!(chosen == m_chosen.end() ? layer.shown : chosen->second))
            without.insert(layer.name);
    }
    return without;
}

void LensPlaneView::paintSwitches() {
    for (std::size_t i = 0; i < m_switches.size(); ++i)
        m_switches[i]->setIcon(QIcon(
            planeLayerPixmap(m_canvas->plane().layers[i], kSwitchIcon, devicePixelRatioF(), palette())));
}

void LensPlaneView::arrange() {
    const int useful = m_canvas->widestUseful();
    const bool isBeside = m_fitting || width() >= useful + kLegendGap + kBesideColumn;
    const auto direction = isBeside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom;
    m_canvas->setMaximumWidth(m_fitting  ? std::max(height(), 1) + kFittedRoom
                              : isBeside ? useful
                                         : QWIDGETSIZE_MAX);
    // Beside the plane one below the other.
    const int column = std::max(m_legend->minimumSizeHint().width(), 0);
    m_legend->setMaximumWidth(isBeside ? column : QWIDGETSIZE_MAX);
    m_row->setAlignment(m_legend, isBeside ? Qt::AlignLeft | Qt::AlignVCenter : Qt::Alignment());
    if (m_row->direction() != direction)
        m_row->setDirection(direction);
}

void LensPlaneView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

void LensPlaneView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintSwitches();
    if (event->type() == QEvent::FontChange)
        arrange();
}

} // namespace protomind
