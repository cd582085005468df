// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/predictions/table_view.h"

#include "desktop/words/shown_number.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace protomind {

namespace {
constexpr std::size_t kNumbersInRow = 6;
}

HostArray TableView::question() const {
    return data()->tried.samples;
}

QString TableView::describe() const {
    return forPart(tr("Training samples with what should come out and what does"),
                   tr("Samples kept aside with what should come out and what does"),
                   tr("Test samples with what should come out and what does"));
}

double TableView::lineHeight() const {
    return fontMetrics().height() + 2;
}

std::int64_t TableView::choices() const {
    return std::clamp<std::int64_t>(static_cast<std::int64_t>(height() / lineHeight()) - 1, 0, triedCount());
}

std::int64_t TableView::sampleAt(const QPointF& point) const {
    const auto index = static_cast<std::int64_t>(std::floor((point.y() - kMargin) / lineHeight())) - 1;
    return index < choices() ? std::max<std::int64_t>(index, -1) : -1;
}

void TableView::paintEvent(QPaintEvent*) {
    if (!data())
        return;
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::WindowText));
    const double lineHeight = this->lineHeight();
    // A sample has more to show than what should be and what is said.
    const double quarter = (width() - 2 * kMargin) / 4;
    const auto row = [&](int line, const QStringList& cells) {
        double left = kMargin;
        for (int column = 0; column < 3; ++column) {
            const double wide = column == 0 ? 2 * quarter : quarter;
            painter.drawText(
                QRectF(left, kMargin + line * lineHeight, wide - 4, lineHeight),
                Qt::AlignLeft | Qt::AlignVCenter,
                painter.fontMetrics().elidedText(cells[column], Qt::ElideRight, static_cast<int>(wide - 4)));
            left += wide;
        }
    };
    const bool classes = data()->description.targetKind == TargetKind::Class;
    QString samples = forPart(tr("training sample"), tr("kept aside"), tr("test sample"));
    QStringList names;
    for (const std::string& name : data()->description.featureNames)
        if (static_cast<std::size_t>(names.size()) < kNumbersInRow)
            names << QString::fromStdString(name);
    if (!names.isEmpty())
        samples += QStringLiteral(" (%1)").arg(names.join(QStringLiteral(", ")));
    row(0, {samples, tr("should be"), tr("network says")});
    if (chosen() >= 0)
        painter.fillRect(
            QRectF(0, kMargin + static_cast<double>(chosen() + 1) * lineHeight, width(), lineHeight),
            palette().color(QPalette::AlternateBase));
    for (std::int64_t index = 0; index < choices(); ++index) {
        QStringList numbers;
        for (const float value :
             data()->tried.sample(index).first(std::min(kNumbersInRow, data()->tried.sample(index).size())))
            numbers << shortNumber(value);
        const auto answers = answerFor(index);
        const float target = data()->tried.target(index)[0];
        QString said = QStringLiteral("–");
        if (!answers.empty() && classes) {
            const int decided = reading().decidedClass(answers);
            // A mark and a word, as under pictures: no colour has to be told from another.
            said = (decided == static_cast<int>(target) ? QStringLiteral("✓ ") : QStringLiteral("✗ ")) +
                   data()->className(decided);
        } else if (!answers.empty()) {
            said = shortNumber(answers[0]);
        }
        row(static_cast<int>(index) + 1,
            {numbers.join(QStringLiteral("  ")),
             classes ? data()->className(static_cast<int>(target)) : shortNumber(target), said});
    }
}

} // namespace protomind
