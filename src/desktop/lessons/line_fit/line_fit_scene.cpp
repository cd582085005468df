// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lessons/line_fit/line_fit_scene.h"

#include "desktop/lessons/line_fit/landscape_view.h"
#include "desktop/lessons/line_fit/line_controls.h"
#include "desktop/lessons/line_fit/points_view.h"
#include "desktop/style/elided_label.h"

#include <QBoxLayout>
#include <QToolButton>

#include <utility>

namespace protomind {

namespace {

constexpr double kZoomStep = 1.5;
/// Wider than so many times its height, the room holds the views side by side.
constexpr double kWide = 1.1;

QToolButton* makeButton(QWidget* parent, const char* name, const QString& text, const QString& help) {
    auto* button = new QToolButton(parent);
    button->setObjectName(QLatin1String(name));
    button->setText(text);
    button->setToolTip(help);
    button->setAccessibleName(help);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

QHBoxLayout* makeHeader(QWidget* parent, const QString& title) {
    auto* row = new QHBoxLayout;
    row->setSpacing(4);
    auto* label = new ElidedLabel(parent);
    QFont bold = label->font();
    bold.setBold(true);
    label->setFont(bold);
    label->setText(title);
    row->addWidget(label, 1);
    return row;
}

} // namespace

LineFitScene::LineFitScene(QWidget* parent)
    : QWidget(parent)
    , m_points(new PointsView(m_fit))
    , m_landscape(new LandscapeView(m_fit))
    , m_controls(new LineControls) {
    setObjectName(QStringLiteral("lineFitScene"));
    setAccessibleName(tr("A line fitted to points"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(6, 6, 6, 6);
    m_views = new QBoxLayout(QBoxLayout::LeftToRight);
    m_views->addWidget(makePointsSide(), 1);
    m_views->addWidget(makeLandscapeSide(), 1);
    column->addLayout(m_views, 1);
    column->addWidget(m_controls);
    connectViews();
    setParsePoints({});
    setLocks({}, {});
    setOptions({});
}

QWidget* LineFitScene::makePointsSide() {
    m_pointsSide = new QWidget(this);
    auto* side = new QVBoxLayout(m_pointsSide);
    side->setContentsMargins(0, 0, 0, 0);
    side->setSpacing(2);
    QHBoxLayout* header = makeHeader(m_pointsSide, tr("Points and line"));
    m_add = makeButton(m_pointsSide, "addPoints", tr("Add"), {});
    m_add->setCheckable(true);
    m_edit = makeButton(m_pointsSide, "editPoints", tr("Points…"), {});
    header->addWidget(m_add);
    header->addWidget(m_edit);
    side->addLayout(header);
    side->addWidget(m_points, 1);
    connect(m_add, &QToolButton::toggled, m_points, &PointsView::setAdding);
    connect(m_edit, &QToolButton::clicked, this, &LineFitScene::openPointsEditor);
    return m_pointsSide;
}

QWidget* LineFitScene::makeLandscapeSide() {
    m_landscapeSide = new QWidget(this);
    auto* side = new QVBoxLayout(m_landscapeSide);
    side->setContentsMargins(0, 0, 0, 0);
    side->setSpacing(2);
    QHBoxLayout* header = makeHeader(m_landscapeSide, tr("Landscape of the loss"));
    QToolButton* closer = makeButton(m_landscapeSide, "zoomIn", QStringLiteral("+"), tr("Look closer (+)"));
    QToolButton* farther =
        makeButton(m_landscapeSide, "zoomOut", QStringLiteral("−"), tr("See more of the landscape (-)"));
    QToolButton* all = makeButton(m_landscapeSide, "fitLandscape", tr("Fit"),
                                  tr("Show the best line, this line, and all of its path (0)"));
    for (QToolButton* button : {closer, farther, all})
        header->addWidget(button);
    side->addLayout(header);
    side->addWidget(m_landscape, 1);
    const auto zoom = [this](double factor) {
        m_landscape->zoom(factor);
        m_controls->setStep(m_landscape->step());
    };
    connect(closer, &QToolButton::clicked, this, [zoom] { zoom(1 / kZoomStep); });
    connect(farther, &QToolButton::clicked, this, [zoom] { zoom(kZoomStep); });
    connect(all, &QToolButton::clicked, this, [this] {
        m_landscape->fitWindow();
        m_controls->setStep(m_landscape->step());
    });
    return m_landscapeSide;
}

void LineFitScene::connectViews() {
    connect(m_points, &PointsView::pointsEdited, this, &LineFitScene::editPoints);
    connect(m_points, &PointsView::weightsEdited, this, &LineFitScene::editWeights);
    connect(m_landscape, &LandscapeView::weightsEdited, this, &LineFitScene::editWeights);
    connect(m_controls, &LineControls::weightsEdited, this, &LineFitScene::editWeights);
    connect(m_controls, &LineControls::optionsChosen, this, &LineFitScene::chooseOptions);
    connect(m_points, &PointsView::refused, this, &LineFitScene::refused);
    connect(m_landscape, &LandscapeView::refused, this, &LineFitScene::refused);
    connect(m_landscape, &LandscapeView::gestureEnded, this, &LineFitScene::gestureEnded);
    connect(m_points, &PointsView::gestureEnded, this, [this](SceneGesture gesture) {
        showAll(); // The landscape waited for the end of the drag.
        emit gestureEnded(gesture);
    });
}

void LineFitScene::setParsePoints(ParsePoints parse) {
    m_parse = std::move(parse);
    m_edit->setVisible(static_cast<bool>(m_parse));
}

void LineFitScene::setPoints(const std::vector<FitPoint>& points) {
    if (m_points->isDraggingPoint())
        return;
    m_fit.setPoints(points);
    showAll();
}

void LineFitScene::setWeights(double m, double b, bool addToPath) {
    if (m_landscape->isDragging() || m_points->isDraggingLine())
        return;
    m_fit.setWeights({m, b}, addToPath);
    showAll();
}

void LineFitScene::clearPath() {
    m_fit.clearPath();
    showAll();
    // Where a new walk begins must be in sight.
    if (!m_landscape->placeIsSeen() && m_fit.weights().isFinite())
        m_landscape->fitWindow();
}

void LineFitScene::editPoints(const std::vector<FitPoint>& points, SceneGesture gesture) {
    m_fit.setPoints(points);
    showAll();
    emit pointsEdited(m_fit.points(), gesture);
}

void LineFitScene::editWeights(double m, double b, SceneGesture gesture) {
    m_fit.setWeights({m, b}, true);
    showAll();
    emit weightsEdited(m, b, gesture);
}

void LineFitScene::showAll() {
    m_points->refresh();
    m_landscape->refresh(m_points->isDraggingPoint());
    m_controls->setStep(m_landscape->step());
    m_controls->showFit(m_fit);
}

void LineFitScene::setOptions(const LineFitOptions& options) {
    m_options = options;
    m_points->setSquares(options.squares);
    m_points->setHandles(options.handles);
    m_landscape->setPathShown(options.path);
    m_landscape->setArrowShown(options.arrow);
    m_landscapeSide->setVisible(options.landscape);
    m_controls->showOptions(options);
    showAll();
}

void LineFitScene::chooseOptions(const LineFitOptions& options) {
    setOptions(options);
    emit optionsChanged(options);
}

void LineFitScene::setReadOnly(const QString& reason) {
    setLocks(reason, reason);
}

void LineFitScene::setLocks(const QString& points, const QString& line) {
    m_pointsLock = points;
    m_points->setLocks(points, line);
    m_landscape->setLock(line);
    m_controls->setLock(line);
    const std::pair<QToolButton*, QString> buttons[] = {
        {m_add, tr("A click puts a point where there is none (a double click always does)")},
        {m_edit, tr("Type the points, or paste them")}};
    for (const auto& [button, help] : buttons) {
        button->setEnabled(points.isEmpty());
        button->setToolTip(points.isEmpty() ? help : points);
        button->setAccessibleName(help);
    }
    if (!points.isEmpty())
        m_add->setChecked(false);
}

void LineFitScene::openPointsEditor() {
    if (!m_parse || !m_pointsLock.isEmpty() || m_editor)
        return;
    m_editor = new PointsEditor(m_fit.points(), m_parse, this);
    m_editor->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_editor, &PointsEditor::taken, this, [this](const std::vector<FitPoint>& points) {
        editPoints(points, newSceneGesture());
        m_points->fitRange();
    });
    connect(m_editor, &QDialog::finished, this, [this] { m_editor = nullptr; });
    m_editor->open();
}

void LineFitScene::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

void LineFitScene::arrange() {
    const double room = height() - m_controls->heightForWidth(width());
    m_views->setDirection(width() > kWide * room ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

} // namespace protomind
