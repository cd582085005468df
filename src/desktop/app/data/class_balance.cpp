// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/data/class_balance.h"

#include "desktop/style/class_mark.h"
#include "desktop/words/shown_number.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QToolButton>

#include <algorithm>
#include <numeric>

namespace protomind {

namespace {

constexpr int kMostRows = 20;
constexpr int kBarGap = 3;
/// From here on a network learns to prefer the frequent classes.
constexpr double kUneven = 3;

QString countText(std::int64_t value) {
    return shownCount(value);
}

/// A name may hold commas and quotes of its own.
QString csvField(QString text) {
    return QLatin1Char('"') + text.replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"');
}

} // namespace

QString unevenClasses(const std::vector<std::string>& names, const std::vector<std::int64_t>& counts) {
    if (counts.size() < 2)
        return {};
    const auto [least, most] = std::ranges::minmax_element(counts);
    if (static_cast<double>(*most) < kUneven * static_cast<double>(std::max<std::int64_t>(*least, 1)))
        return {};
    const auto name = [&](auto place) {
        return QString::fromStdString(names.at(static_cast<std::size_t>(place - counts.begin())));
    };
    if (*least == 0)
        return ClassBalance::tr("Class %1 has no sample yet: it can't be learned.").arg(name(least));
    return ClassBalance::tr(
               "Class %1 has %2 samples and class %3 only %4: the network may learn to answer %1.")
        .arg(name(most), countText(*most), name(least), countText(*least));
}

ClassBalance::ClassBalance(QWidget* parent)
    : QWidget(parent) {
    setAccessibleName(tr("Samples of each class"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    makeMenu();
    hide();
}

void ClassBalance::makeMenu() {
    m_menuButton = new QToolButton(this);
    m_menuButton->setObjectName(QStringLiteral("balanceMenu"));
    m_menuButton->setText(QStringLiteral("⋯"));
    m_menuButton->setAutoRaise(true);
    m_menuButton->setToolTip(tr("Copy or save this picture"));
    m_menuButton->setAccessibleName(tr("Copy or save the samples of each class"));
    m_menuButton->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(m_menuButton);
    const auto painted = [this](QPainter& painter) { paint(painter); };
    connect(menu->addAction(tr("Copy picture")), &QAction::triggered, this, &ClassBalance::copy);
    connect(menu->addAction(tr("Save as PNG…")), &QAction::triggered, this, [this, painted] {
        askAndSave(QStringLiteral("png"), tr("PNG picture (*.png)"), [this, painted](const QString& path) {
            return writePng(path, size(), palette().color(QPalette::Window), painted);
        });
    });
    connect(menu->addAction(tr("Save as SVG…")), &QAction::triggered, this, [this, painted] {
        askAndSave(QStringLiteral("svg"), tr("SVG drawing (*.svg)"), [this, painted](const QString& path) {
            return writeSvg(path, size(), accessibleName(), painted);
        });
    });
    connect(menu->addAction(tr("Save values as CSV…")), &QAction::triggered, this, [this] {
        askAndSave(QStringLiteral("csv"), tr("Table of values (*.csv)"),
                   [this](const QString& path) { return writeText(path, csv()); });
    });
    m_menuButton->setMenu(menu);
}

void ClassBalance::setData(const LoadedDataPtr& loaded) {
    m_data = loaded;
    m_warning.clear();
    const bool shown = m_data && !m_data->classCounts.empty();
    if (shown) {
        m_warning = unevenClasses(m_data->description.classNames, m_data->classCounts);
        QStringList words;
        for (int row = 0; row < rows(); ++row)
            words << tr("%1: %2", "class: number of samples")
                         .arg(QString::fromStdString(
                                  m_data->description.classNames[static_cast<std::size_t>(row)]),
                              countText(m_data->classCounts[static_cast<std::size_t>(row)]));
        setAccessibleDescription(words.join(QStringLiteral(", ")));
    }
    setVisible(shown);
    updateGeometry();
    update();
}

int ClassBalance::rows() const {
    return m_data ? std::min(kMostRows, static_cast<int>(m_data->classCounts.size())) : 0;
}

QSize ClassBalance::sizeHint() const {
    return {200, rows() * (fontMetrics().height() + kBarGap)};
}

void ClassBalance::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

QString ClassBalance::csv() const {
    QString text = QStringLiteral("class,samples\n");
    for (std::size_t index = 0; m_data && index < m_data->classCounts.size(); ++index)
        text += QStringLiteral("%1,%2\n").arg(
            csvField(QString::fromStdString(m_data->description.classNames[index])),
            QString::number(m_data->classCounts[index]));
    return text;
}

void ClassBalance::copy() {
    QImage image(size() * devicePixelRatio(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(devicePixelRatio());
    image.fill(palette().color(QPalette::Window));
    QPainter painter(&image);
    paint(painter);
    painter.end();
    auto* content = new QMimeData;
    content->setImageData(image);
    content->setText(csv());
    QGuiApplication::clipboard()->setMimeData(content);
}

void ClassBalance::askAndSave(const QString& suffix, const QString& filter,
                              const std::function<bool(const QString&)>& write) {
    if (!m_askForFile)
        return;
    const QString path = m_askForFile(QStringLiteral("classes.") + suffix, filter);
    if (!path.isEmpty() && !write(path))
        emit saveFailed(tr("“%1” could not be written. Choose another place.").arg(path));
}

void ClassBalance::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_menuButton->resize(m_menuButton->sizeHint().width(),
                         std::min(height(), m_menuButton->sizeHint().height()));
    m_menuButton->move(width() - m_menuButton->width(), 0);
}

void ClassBalance::contextMenuEvent(QContextMenuEvent* event) {
    m_menuButton->menu()->popup(event->globalPos());
}

void ClassBalance::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paint(painter);
}

/// The button is not in the picture, but its place is kept free.
void ClassBalance::paint(QPainter& painter) const {
    if (rows() == 0)
        return;
    painter.setFont(font());
    const int width = this->width() - m_menuButton->width();
    const auto& counts = m_data->classCounts;
    const double most = static_cast<double>(std::max<std::int64_t>(1, std::ranges::max(counts)));
    const double whole = static_cast<double>(
        std::max<std::int64_t>(1, std::accumulate(counts.begin(), counts.end(), std::int64_t{0})));
    double nameWidth = 0;
    double textWidth = 0;
    std::vector<std::pair<QString, QString>> texts;
    for (int row = 0; row < rows(); ++row) {
        const auto index = static_cast<std::size_t>(row);
        texts.emplace_back(QString::fromStdString(m_data->description.classNames[index]),
                           tr("%1 · %2 %", "number and share of samples")
                               .arg(countText(counts[index]))
                               .arg(100.0 * static_cast<double>(counts[index]) / whole, 0, 'f', 0));
        nameWidth = std::max(nameWidth, QFontMetricsF(font()).horizontalAdvance(texts.back().first));
        textWidth = std::max(textWidth, QFontMetricsF(font()).horizontalAdvance(texts.back().second));
    }
    nameWidth = std::min(nameWidth, width / 3.0);
    const double height = fontMetrics().height();
    // Where points are drawn with marks, this is what they mean.
    const double markWidth = m_data->kind == DataPictureKind::Plane ? height : 0;
    const double room = std::max(10.0, width - markWidth - nameWidth - textWidth - 16);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int row = 0; row < rows(); ++row) {
        const auto index = static_cast<std::size_t>(row);
        const double top = row * (height + kBarGap);
        if (markWidth > 0)
            paintClassMark(painter, QPointF(markWidth / 2 - 1, top + height / 2), height / 3.4, row,
                           palette());
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(
            QRectF(markWidth, top, nameWidth, height), Qt::AlignLeft | Qt::AlignVCenter,
            fontMetrics().elidedText(texts[index].first, Qt::ElideRight, static_cast<int>(nameWidth) + 1));
        const QRectF bar(markWidth + nameWidth + 8, top + 2, room * static_cast<double>(counts[index]) / most,
                         height - 4);
        paintClassBar(painter, bar, row, palette());
        painter.drawText(QRectF(bar.right() + 6, top, textWidth + 4, height),
                         Qt::AlignLeft | Qt::AlignVCenter, texts[index].second);
    }
}

} // namespace protomind
