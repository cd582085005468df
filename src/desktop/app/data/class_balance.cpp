// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/data/class_balance.h"

#include "desktop/style/quantity_colours.h"

#include <QEvent>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <numeric>

namespace protomind {

namespace {

constexpr int kMostRows = 20;
constexpr int kBarGap = 3;
/// From here on a network learns to prefer the frequent classes.
constexpr double kUneven = 3;

QString countText(std::int64_t value) {
    return QLocale().toString(static_cast<qlonglong>(value));
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
    hide();
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

void ClassBalance::paintEvent(QPaintEvent*) {
    if (rows() == 0)
        return;
    QPainter painter(this);
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
    nameWidth = std::min(nameWidth, width() / 3.0);
    const double height = fontMetrics().height();
    const double room = std::max(10.0, width() - nameWidth - textWidth - 16);
    for (int row = 0; row < rows(); ++row) {
        const auto index = static_cast<std::size_t>(row);
        const double top = row * (height + kBarGap);
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(
            QRectF(0, top, nameWidth, height), Qt::AlignLeft | Qt::AlignVCenter,
            fontMetrics().elidedText(texts[index].first, Qt::ElideRight, static_cast<int>(nameWidth) + 1));
        const QRectF bar(nameWidth + 8, top + 2, room * static_cast<double>(counts[index]) / most,
                         height - 4);
        painter.fillRect(bar, classColour(row));
        painter.drawText(QRectF(bar.right() + 6, top, textWidth + 4, height),
                         Qt::AlignLeft | Qt::AlignVCenter, texts[index].second);
    }
}

} // namespace protomind
