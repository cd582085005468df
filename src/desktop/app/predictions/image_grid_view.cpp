// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/predictions/image_grid_view.h"

#include "desktop/app/data/data_picture.h"
#include "desktop/style/quantity_colours.h"
#include "desktop/words/shown_number.h"

#include <QHelpEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <limits>
#include <numeric>
#include <ranges>

namespace protomind {

namespace {

constexpr double kGridMargin = 6;
constexpr int kMostLegendLines = 3;
/// A longer one is cut short.
constexpr double kWidestLabel = 130;
constexpr double kNarrowestLabel = 50;

QString answerText(float value) {
    return shownNumber(static_cast<double>(value), 'g', 3);
}

} // namespace

std::vector<int> wrongFirst(const SampleBatch& batch, const HostArray& answers,
                            const OutputReading& reading) {
    const auto count = static_cast<std::size_t>(batch.count());
    const std::size_t answered =
        answers.shape.rank() > 0 ? std::min(count, static_cast<std::size_t>(answers.shape[0])) : 0;
    const std::size_t width =
        answered > 0 ? answers.values.size() / static_cast<std::size_t>(answers.shape[0]) : 0;
    std::vector<int> order(count);
    std::iota(order.begin(), order.end(), 0);
    // How surely wrong: how far what it decided for lies over what is right; 0 where that is the same.
    std::vector<double> wrong(count, -1);
    for (std::size_t index = 0; index < answered; ++index) {
        const std::span<const float> answer(answers.values.data() + index * width, width);
        const auto decided = static_cast<std::size_t>(reading.decidedClass(answer));
        const auto right = static_cast<std::size_t>(batch.target(static_cast<std::int64_t>(index))[0]);
        const std::vector<float> each = reading.byClass(answer);
        const auto lead = right < each.size() ? static_cast<double>(each[decided] - each[right]) : 1.0;
        wrong[index] = decided == right ? 0 : std::max(lead, std::numeric_limits<double>::min());
    }
    std::ranges::stable_sort(order, [&](int a, int b) {
        return wrong[static_cast<std::size_t>(a)] > wrong[static_cast<std::size_t>(b)];
    });
    return order;
}

ImageGridView::ImageGridView(QWidget* parent)
    : PredictionView(parent)
    , m_scroll(new QScrollBar(Qt::Vertical, this)) {
    setMouseTracking(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setAccessibleName(tr("More samples"));
    connect(m_scroll, &QScrollBar::valueChanged, this, qOverload<>(&QWidget::update));
}

HostArray ImageGridView::question() const {
    const HostArray& all = data()->tried.samples;
    constexpr std::int64_t kBrief = 48;
    if (!isBrief() || all.shape[0] <= kBrief)
        return all;
    HostArray first(data()->description.sampleShape.prepended(kBrief));
    std::copy_n(all.values.begin(), first.values.size(), first.values.begin());
    return first;
}

QString ImageGridView::describe() const {
    return forPart(tr("%1 training samples, %2 of them taken for something else"),
                   tr("%1 samples kept aside, %2 of them taken for something else"),
                   tr("%1 test samples, %2 of them taken for something else"))
        .arg(answered())
        .arg(wrongAnswers());
}

int ImageGridView::answered() const {
    return data() && answer().shape.rank() > 0
               ? static_cast<int>(std::min(answer().shape[0], data()->tried.count()))
               : 0;
}

int ImageGridView::wrongAnswers() const {
    int wrong = 0;
    for (std::int64_t index = 0; data() && index < data()->tried.count(); ++index)
        if (const auto answers = answerFor(index); !answers.empty())
            wrong += reading().decidedClass(answers) != static_cast<int>(data()->tried.target(index)[0]);
    return wrong;
}

void ImageGridView::refresh() {
    m_order.clear();
    if (!data())
        return;
    if (data()->description.targetKind == TargetKind::Class) {
        m_order = wrongFirst(data()->tried, answer(), reading());
    } else {
        m_order.resize(static_cast<std::size_t>(data()->tried.count()));
        std::iota(m_order.begin(), m_order.end(), 0);
    }
    m_legend = legendText();
    fitScrollBar();
}

void ImageGridView::fitScrollBar() {
    if (!data())
        return;
    const Places at = places();
    const int rows = static_cast<int>((data()->tried.count() + at.columns - 1) / at.columns);
    m_scroll->setRange(0, std::max(0, rows - at.rows));
    m_scroll->setPageStep(at.rows);
    m_scroll->setVisible(rows > at.rows);
    const int width = m_scroll->sizeHint().width();
    m_scroll->setGeometry(this->width() - width, 0, width, height() - static_cast<int>(legendHeight()));
}

void ImageGridView::resizeEvent(QResizeEvent* event) {
    PredictionView::resizeEvent(event);
    fitScrollBar();
}

void ImageGridView::wheelEvent(QWheelEvent* event) {
    if (!m_scroll->isVisible()) {
        event->ignore(); // What it lies in may have something to scroll.
        return;
    }
    m_scroll->setValue(m_scroll->value() + (event->angleDelta().y() < 0 ? 1 : -1));
    event->accept();
}

double ImageGridView::labelWidth() const {
    int name = fontMetrics().horizontalAdvance(QLatin1Char('8'));
    for (int index = 0; index < static_cast<int>(data()->description.classNames.size()); ++index)
        name = std::max(name, fontMetrics().horizontalAdvance(data()->className(index)));
    const int marks = fontMetrics().horizontalAdvance(QStringLiteral("✗  ()"));
    // In a narrow panel a few pictures are worth more than whole names: those are in the tool tips as well.
    return std::min({double(marks + 2 * name), kWidestLabel, std::max(kNarrowestLabel, width() / 4.0)});
}

ImageGridView::Places ImageGridView::places() const {
    const double label = fontMetrics().height();
    const double labelWidth = this->labelWidth();
    const double room = width() - 2 * kGridMargin - m_scroll->sizeHint().width();
    Places places;
    for (places.side = 56; places.side > 18; places.side -= 1) {
        places.cellWidth = std::max(places.side, labelWidth) + 6;
        places.cellHeight = places.side + label + 5;
        places.columns = std::max(1, static_cast<int>(room / places.cellWidth));
        places.rows =
            std::max(1, static_cast<int>((height() - kGridMargin - legendHeight()) / places.cellHeight));
        if (places.columns * places.rows >= std::min<std::int64_t>(24, data()->tried.count()))
            break;
    }
    return places;
}

QRectF ImageGridView::cell(const Places& places, std::int64_t place) const {
    const double room = width() - m_scroll->sizeHint().width();
    const double left = std::max(kGridMargin, (room - places.columns * places.cellWidth) / 2);
    const std::int64_t row = place / places.columns - m_scroll->value();
    return {left + static_cast<double>(place % places.columns) * places.cellWidth,
            kGridMargin + static_cast<double>(row) * places.cellHeight, places.cellWidth, places.cellHeight};
}

std::pair<std::int64_t, std::int64_t> ImageGridView::shown(const Places& places) const {
    const std::int64_t first = std::int64_t{m_scroll->value()} * places.columns;
    return {first, std::min(std::ssize(m_order), first + places.columns * places.rows)};
}

std::int64_t ImageGridView::choiceAt(std::int64_t place) const {
    return m_order[static_cast<std::size_t>(place)];
}

std::int64_t ImageGridView::placeOf(std::int64_t index) const {
    return std::ranges::find(m_order, static_cast<int>(index)) - m_order.begin();
}

std::int64_t ImageGridView::sampleAt(const QPointF& point) const {
    const Places at = places();
    const auto [first, last] = shown(at);
    for (std::int64_t place = first; place < last; ++place)
        if (cell(at, place).contains(point))
            return choiceAt(place);
    return -1;
}

void ImageGridView::bringIntoSight(std::int64_t index) {
    const Places at = places();
    const auto row = static_cast<int>(placeOf(index) / at.columns);
    m_scroll->setValue(std::clamp(m_scroll->value(), row - at.rows + 1, row));
}

QString ImageGridView::legendText() const {
    if (answered() == 0 || data()->description.targetKind != TargetKind::Class)
        return forPart(tr("Training samples with what they are"), tr("Samples kept aside with what they are"),
                       tr("Test samples with what they are"));
    const int wrong = wrongAnswers();
    if (wrong == 0)
        return forPart(tr("All of these %1 training samples are recognised"),
                       tr("All of these %1 samples kept aside are recognised"),
                       tr("All of these %1 test samples are recognised"))
            .arg(answered());
    return forPart(tr("%1 of these %2 training samples are taken for something else: they come first"),
                   tr("%1 of these %2 samples kept aside are taken for something else: they come first"),
                   tr("%1 of these %2 test samples are taken for something else: they come first"))
        .arg(wrong)
        .arg(answered());
}

/// In a narrow panel the sentence takes two lines.
double ImageGridView::legendHeight() const {
    const QRect room(0, 0, std::max(1, width() - static_cast<int>(2 * kGridMargin)),
                     kMostLegendLines * fontMetrics().height());
    return fontMetrics().boundingRect(room, Qt::AlignHCenter | Qt::TextWordWrap, m_legend).height() + 4;
}

void ImageGridView::paintLegend(QPainter& painter) const {
    painter.setPen(palette().color(QPalette::WindowText));
    const QRectF area(kGridMargin, height() - legendHeight(), width() - 2 * kGridMargin, legendHeight());
    painter.drawText(area, Qt::AlignCenter | Qt::TextWordWrap, m_legend);
}

void ImageGridView::paintSample(QPainter& painter, const Places& places, std::int64_t place) const {
    const std::int64_t index = m_order[static_cast<std::size_t>(place)];
    const QRectF area = cell(places, place);
    const QRectF picture(area.center().x() - places.side / 2, area.top(), places.side, places.side);
    painter.drawImage(picture, sampleImage(data()->tried.sample(index), data()->description.sampleShape));
    const bool classes = data()->description.targetKind == TargetKind::Class;
    const int truth = static_cast<int>(data()->tried.target(index)[0]);
    QString label = classes ? data()->className(truth) : answerText(data()->tried.target(index)[0]);
    QColor colour = palette().color(QPalette::WindowText);
    if (const auto answers = answerFor(index); !answers.empty()) {
        const int decided = reading().decidedClass(answers);
        const bool right = classes && decided == truth;
        if (classes) {
            label =
                right ? QStringLiteral("✓ ") + data()->className(decided)
                      : QStringLiteral("✗ %1 (%2)").arg(data()->className(decided), data()->className(truth));
            colour = right ? rightColour(palette()) : wrongColour(palette());
        } else {
            label = answerText(answers[0]) + QStringLiteral(" (") + label + QLatin1Char(')');
        }
        if (classes && !right) {
            painter.setPen(QPen(colour, 2.5));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(picture);
        }
    }
    if (index == chosen()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 3));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(picture.adjusted(-2, -2, 2, 2));
    }
    painter.setPen(colour);
    painter.drawText(QRectF(area.left(), picture.bottom() + 1, area.width(), area.height() - places.side),
                     Qt::AlignHCenter | Qt::AlignTop,
                     fontMetrics().elidedText(label, Qt::ElideRight, static_cast<int>(area.width()) - 2));
}

void ImageGridView::paintEvent(QPaintEvent*) {
    if (!data() || data()->tried.count() == 0)
        return;
    QPainter painter(this);
    const Places at = places();
    painter.setRenderHint(QPainter::SmoothPixmapTransform,
                          at.side < static_cast<double>(data()->description.sampleShape[0]));
    const auto [first, last] = shown(at);
    for (std::int64_t place = first; place < last; ++place)
        paintSample(painter, at, place);
    paintLegend(painter);
}

QString ImageGridView::explain(std::int64_t index) const {
    QStringList lines{nameOf(index)};
    lines << data()->madeWith(data()->tried, index);
    const auto answers = answerFor(index);
    const std::vector<float> each = answers.empty() ? std::vector<float>() : reading().byClass(answers);
    std::vector<int> order(each.size());
    std::iota(order.begin(), order.end(), 0);
    const auto numberOf = [&](int which) {
        return static_cast<double>(each[static_cast<std::size_t>(which)]);
    };
    std::ranges::stable_sort(order, [&](int a, int b) { return numberOf(a) > numberOf(b); });
    for (const int which : order | std::views::take(3))
        lines << (reading().meaning == OutputMeaning::Probabilities
                      ? tr("%1: %2 %").arg(data()->className(which)).arg(100 * numberOf(which), 0, 'f', 1)
                      : tr("%1: score %2").arg(data()->className(which)).arg(numberOf(which), 0, 'g', 3));
    return lines.join(QLatin1Char('\n'));
}

bool ImageGridView::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip && data() && data()->description.targetKind == TargetKind::Class) {
        const auto* help = static_cast<const QHelpEvent*>(event);
        const std::int64_t index = sampleAt(help->pos());
        QToolTip::showText(help->globalPos(), index >= 0 ? explain(index) : QString(), this);
        return true;
    }
    return PredictionView::event(event);
}

} // namespace protomind
