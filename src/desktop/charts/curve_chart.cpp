// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/charts/curve_chart.h"

#include <QAction>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace protomind {

namespace {

/// At most twenty pictures a second: curves grow no faster than that to the eye, and training keeps its time.
constexpr int kRefreshMilliseconds = 50;
/// Long, restless curves are many lines to paint: then fewer pictures, so that the canvas beside them stays
/// fluent.
constexpr int kRestPerCost = 8;
constexpr int kLongestMilliseconds = 500;

QString quoted(QString text) {
    return QLatin1Char('"') + text.replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"');
}

} // namespace

CurveChart::CurveChart(CurveChartText text, QWidget* parent)
    : QWidget(parent)
    , m_text(std::move(text)) {
    m_view = new CurveView(m_text.title, m_text.xTitle, m_text.empty, m_histories, this);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_view);
    setMinimumSize(180, 120);
    m_refreshTimer.setSingleShot(true);
    connect(&m_refreshTimer, &QTimer::timeout, this, &CurveChart::refresh);
    makeActions();
    showTitle();
}

CurveChart::~CurveChart() = default;

void CurveChart::makeActions() {
    const auto add = [this](const QString& text, const char* name, auto slot) {
        auto* action = new QAction(text, this);
        action->setObjectName(QLatin1String(name));
        connect(action, &QAction::triggered, this, slot);
        addAction(action);
    };
    add(tr("Copy picture"), "actionCopyChart", [this] { copy(); });
    add(tr("Save as PNG…"), "actionSavePng",
        [this] { askAndSave(QStringLiteral("png"), tr("PNG picture (*.png)"), &CurveChart::savePng); });
    add(tr("Save as SVG…"), "actionSaveSvg",
        [this] { askAndSave(QStringLiteral("svg"), tr("SVG drawing (*.svg)"), &CurveChart::saveSvg); });
    add(tr("Save values as CSV…"), "actionSaveCsv",
        [this] { askAndSave(QStringLiteral("csv"), tr("Table of values (*.csv)"), &CurveChart::saveCsv); });
    m_logarithmicAction = new QAction(tr("Logarithmic axis"), this);
    m_logarithmicAction->setObjectName(QLatin1String("actionLogarithmic"));
    m_logarithmicAction->setCheckable(true);
    connect(m_logarithmicAction, &QAction::toggled, this, &CurveChart::setLogarithmic);
    addAction(m_logarithmicAction);

    m_menuButton = new QToolButton(this);
    m_menuButton->setObjectName(QStringLiteral("chartMenu"));
    m_menuButton->setText(QStringLiteral("⋯"));
    m_menuButton->setAutoRaise(true);
    m_menuButton->setToolTip(tr("Copy or save this chart"));
    m_menuButton->setPopupMode(QToolButton::InstantPopup);
    // An arrow beside the dots would say the same again.
    auto* menu = new QMenu(m_menuButton);
    menu->addActions(actions());
    m_menuButton->setMenu(menu);
}

void CurveChart::setTitle(const QString& title) {
    if (title == m_text.title)
        return;
    m_text.title = title;
    showTitle();
}

void CurveChart::showTitle() {
    m_view->chart()->setTitle(m_text.title);
    m_view->setAccessibleName(tr("%1 chart").arg(m_text.title));
    m_view->viewport()->setAccessibleName(m_view->accessibleName());
    setAccessibleName(tr("%1 against %2").arg(m_text.title, m_text.xTitle));
    m_menuButton->setAccessibleName(tr("Copy or save the %1 chart").arg(m_text.title));
}

int CurveChart::addCurve(const QString& name, const QColor& colour, bool withPoints) {
    m_histories.emplace_back();
    m_view->addCurve(name, colour, withPoints);
    return static_cast<int>(m_histories.size()) - 1;
}

void CurveChart::keepCurves(std::size_t count) {
    if (m_histories.size() <= count)
        return;
    m_view->keepCurves(count);
    m_histories.resize(count);
    refreshSoon();
}

void CurveChart::showCurve(int curve, bool shown) {
    m_view->showCurve(static_cast<std::size_t>(curve), shown);
}

void CurveChart::setEmptyText(const QString& text) {
    m_view->setEmptyText(text);
}

void CurveChart::append(int curve, double x, double y) {
    m_histories.at(static_cast<std::size_t>(curve)).append({x, y});
    refreshSoon();
}

void CurveChart::cutAfter(double x) {
    for (CurveHistory& history : m_histories)
        history.cutAfter(x);
    refreshSoon();
}

void CurveChart::addMark(double x, const QString& label) {
    m_view->addMark(x, label);
    refreshSoon();
}

void CurveChart::clearMarks() {
    m_view->clearMarks();
    refreshSoon();
}

void CurveChart::markBest(int curve, BestIs best) {
    m_view->markBest(static_cast<std::size_t>(curve), best);
    refreshSoon();
}

void CurveChart::clear() {
    for (CurveHistory& history : m_histories)
        history.clear();
    m_view->clearMarks();
    refreshSoon();
}

void CurveChart::setLogarithmic(bool logarithmic) {
    m_logarithmic = logarithmic;
    m_logarithmicAction->setChecked(logarithmic);
    m_view->setScale(m_logarithmic, m_percent);
    refreshSoon();
}

void CurveChart::setPercent(bool percent) {
    m_percent = percent;
    m_logarithmicAction->setVisible(!percent);
    m_view->setScale(m_logarithmic, m_percent);
    refreshSoon();
}

const CurveHistory& CurveChart::history(int curve) const {
    return m_histories.at(static_cast<std::size_t>(curve));
}

void CurveChart::refreshSoon() {
    if (!m_refreshTimer.isActive() && isVisible())
        m_refreshTimer.start(std::clamp(int(kRestPerCost * m_view->paintMilliseconds()), kRefreshMilliseconds,
                                        kLongestMilliseconds));
}

void CurveChart::refresh() {
    m_view->refresh();
}

QString CurveChart::csv() const {
    QString text = QStringLiteral("curve,%1,%2\n").arg(quoted(m_text.xTitle), quoted(m_text.title));
    for (std::size_t curve = 0; curve < m_histories.size(); ++curve)
        for (const CurvePoint& point : m_histories[curve].points())
            text += QStringLiteral("%1,%2,%3\n")
                        .arg(quoted(m_view->curveName(curve)), QString::number(point.x, 'g', 9),
                             QString::number(point.y, 'g', 9));
    return text;
}

bool CurveChart::savePng(const QString& path) {
    refresh();
    return writePng(path, m_view->size(), palette().color(QPalette::Base), [this](QPainter& painter) {
        m_view->render(&painter, QRectF(QPointF(0, 0), QSizeF(m_view->size())));
    });
}

bool CurveChart::saveSvg(const QString& path) {
    refresh();
    return writeSvg(path, m_view->size(), m_text.title,
                    [this](QPainter& painter) { m_view->render(&painter); });
}

bool CurveChart::saveCsv(const QString& path) {
    return writeText(path, csv());
}

void CurveChart::copy() {
    refresh();
    auto* content = new QMimeData;
    content->setImageData(m_view->grab().toImage());
    content->setText(csv());
    QGuiApplication::clipboard()->setMimeData(content);
}

void CurveChart::askAndSave(const QString& suffix, const QString& filter,
                            bool (CurveChart::*save)(const QString&)) {
    if (!m_askForFile)
        return;
    const QString path = m_askForFile(m_text.title.toLower() + QLatin1Char('.') + suffix, filter);
    if (!path.isEmpty() && !(this->*save)(path))
        emit saveFailed(tr("“%1” could not be written. Choose another place.").arg(path));
}

void CurveChart::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        refreshSoon();
}

void CurveChart::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refreshSoon();
}

void CurveChart::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_menuButton->adjustSize();
    m_menuButton->move(width() - m_menuButton->width() - 2, 2);
    m_menuButton->raise();
    refreshSoon();
}

void CurveChart::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy))
        copy();
    else
        QWidget::keyPressEvent(event);
}

void CurveChart::contextMenuEvent(QContextMenuEvent* event) {
    QMenu menu(this);
    menu.addActions(actions());
    menu.exec(event->globalPos());
}

} // namespace protomind
