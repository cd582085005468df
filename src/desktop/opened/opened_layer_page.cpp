// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/opened/opened_layer_page.h"

#include "desktop/words/shown_number.h"
#include "desktop/words/worded.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace protomind {

namespace {

/// More lines than this are a grey cloud.
constexpr std::size_t kMostLines = 48;
/// All input channels have their lines where there are at most so many.
constexpr int kMostChannelsWithLines = 8;

QString named(const Sentence& name, const QString& said, int count) {
    return QStringLiteral("<b>%1</b> &nbsp; %2")
        .arg(worded(name).toHtmlEscaped(), said.arg(shownCount(count)));
}

/// Of fewer lines of text the maps have all of the page.
constexpr int kLowLines = 19;

} // namespace

OpenedLayerPage::OpenedLayerPage(QWidget* parent)
    : QWidget(parent) {
    auto* const whole = new QVBoxLayout(this);
    whole->setContentsMargins(12, 4, 12, 8);
    auto* const across = new QHBoxLayout;
    across->setSpacing(44);
    whole->addLayout(across, 1);
    m_inputBox = new QWidget(this);
    auto* const inputs = new QVBoxLayout(m_inputBox);
    inputs->setContentsMargins(0, 0, 0, 0);
    m_middle = new QWidget(this);
    auto* const middle = new QVBoxLayout(m_middle);
    middle->setContentsMargins(0, 0, 0, 0);
    m_kernel = makeColumn();
    m_parts = makeColumn();
    m_bias = new QLabel(m_middle);
    m_bias->setWordWrap(true);
    middle->addWidget(m_kernel.box, 2);
    middle->addWidget(m_parts.box, 3);
    middle->addWidget(m_bias);
    m_output = makeColumn();
    m_kernel.grid->setAccessibleName(tr("Weights"));
    m_parts.grid->setAccessibleName(tr("What each map adds"));
    m_output.grid->setAccessibleName(tr("What goes out"));
    across->addWidget(m_inputBox, 4);
    across->addWidget(m_middle, 3);
    across->addWidget(m_output.box, 5);
    connect(m_output.grid, &TileGrid::pointed, this, [this](int channel, int, int) {
        if (channel >= 0)
            follow(channel);
    });
    connect(m_output.grid, &TileGrid::chosen, this, [this](int channel, int row, int column) {
        emit chosen(m_output.grid->tiles().coordinates(channel, row, column));
    });
    m_middle->hide();
    m_strongest = new SampleStrip(this);
    whole->addWidget(m_strongest);
    m_hint = new QLabel(
        tr("Point at what goes out to see what it is made of. Click a cell to work its number out."), this);
    m_hint->setWordWrap(true);
    m_hint->setEnabled(false);
    whole->addWidget(m_hint);
}

OpenedLayerPage::Column OpenedLayerPage::makeColumn() {
    Column column;
    column.box = new QWidget(this);
    auto* const down = new QVBoxLayout(column.box);
    down->setContentsMargins(0, 0, 0, 0);
    column.title = new QLabel(column.box);
    column.title->setTextFormat(Qt::RichText);
    column.title->setWordWrap(true);
    column.grid = new TileGrid(column.box);
    down->addWidget(column.title);
    down->addWidget(column.grid, 1);
    connect(column.grid, &TileGrid::pointed, this, [this] { update(); });
    return column;
}

std::vector<TileGrid*> OpenedLayerPage::grids() const {
    std::vector<TileGrid*> all{m_kernel.grid, m_parts.grid, m_output.grid};
    for (const Column& input : m_inputs)
        all.push_back(input.grid);
    return all;
}

void OpenedLayerPage::setLayer(const LensLayer& layer, bool inputIsPicture, bool outputIsPicture) {
    const bool asBefore = layer.channel == m_layer.channel && layer.inputs.size() == m_layer.inputs.size() &&
                          layer.parts.shape == m_layer.parts.shape &&
                          layer.output.numbers.shape == m_layer.output.numbers.shape;
    m_layer = layer;
    while (m_inputs.size() > layer.inputs.size()) {
        delete m_inputs.back().box;
        m_inputs.pop_back();
    }
    while (m_inputs.size() < layer.inputs.size()) {
        m_inputs.push_back(makeColumn());
        m_inputBox->layout()->addWidget(m_inputs.back().box);
        TileGrid* const grid = m_inputs.back().grid;
        grid->setAccessibleName(tr("What comes in"));
        connect(grid, &TileGrid::pointed, this, [this](int channel, int, int) {
            m_pointedInput = channel;
            update();
        });
    }
    for (std::size_t port = 0; port < layer.inputs.size(); ++port) {
        m_inputs[port].grid->setArray(layer.inputs[port].numbers, inputIsPicture);
        m_inputs[port].title->setText(
            named(layer.inputs[port].name, tr("comes in (%1)"), m_inputs[port].grid->tiles().channels()));
    }
    m_output.grid->setArray(layer.output.numbers, outputIsPicture);
    m_output.title->setText(named(layer.output.name, tr("goes out (%1)"), m_output.grid->tiles().channels()));
    m_output.grid->setFollowed(static_cast<int>(layer.channel));
    const bool kernel = !layer.weights.empty() && layer.channel >= 0;
    m_kernel.box->setVisible(kernel);
    if (kernel) {
        m_kernel.grid->setArray(layer.weights.front().numbers);
        m_kernel.title->setText(tr("<b>Weights</b> &nbsp; learned for it (number %1)").arg(layer.channel));
    }
    m_parts.box->setVisible(!layer.parts.values.empty());
    if (!layer.parts.values.empty()) {
        m_parts.grid->setArray(layer.parts);
        m_parts.title->setText(tr("<b>Parts</b> &nbsp; what each map adds"));
    }
    m_bias->setText(biasText());
    m_bias->setVisible(!biasText().isEmpty());
    m_middle->setVisible(kernel || !layer.parts.values.empty());
    fitRange();
    // Lines to parts are where they were, whatever the numbers are.
    if (!asBefore || layer.parts.values.empty())
        update();
}

QString OpenedLayerPage::biasText() const {
    const auto bias = std::ranges::find_if(m_layer.weights, [](const LensArray& one) {
        return one.name == "bias" && one.numbers.values.size() == 1;
    });
    return bias == m_layer.weights.end()
               ? QString()
               : tr("All of it added up, and the bias %1.").arg(shortValue(bias->numbers.values.front()));
}

void OpenedLayerPage::setScale(ColourScale scale) {
    m_scale = scale;
    for (TileGrid* const grid : grids())
        grid->setScale(scale);
}

void OpenedLayerPage::setBoosted(bool on) {
    for (TileGrid* const grid : grids())
        grid->setBoosted(on);
}

/// All that the page shows, in one scale.
void OpenedLayerPage::fitRange() {
    ArrayTiles::Extent all;
    for (const TileGrid* const grid : grids()) {
        const ArrayTiles::Extent one = grid->tiles().extent();
        all.low = std::min(all.low, one.low);
        all.high = std::max(all.high, one.high);
    }
    for (TileGrid* const grid : grids())
        grid->setRange(ValueRange::around(0, all.low, all.high));
}

void OpenedLayerPage::follow(int channel) {
    if (m_output.grid->followed() == channel)
        return;
    m_output.grid->setFollowed(channel);
    update();
    emit followed(channel);
}

QPointF OpenedLayerPage::edge(const Column& column, int channel, bool right) const {
    const QRectF tile = column.grid->tileRect(channel);
    const QPointF inGrid(right ? tile.right() : tile.left(), tile.center().y());
    return QPointF(column.grid->mapTo(this, QPoint(0, 0))) + inGrid;
}

/// Lines lead to where the columns are once they are laid out.
bool OpenedLayerPage::event(QEvent* event) {
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize ||
        event->type() == QEvent::Show)
        QTimer::singleShot(0, this, qOverload<>(&QWidget::update));
    if (event->type() == QEvent::Resize) {
        const bool low = height() < kLowLines * fontMetrics().height();
        m_hint->setVisible(!low);
        m_strongest->setCramped(low);
    }
    return QWidget::event(event);
}

void OpenedLayerPage::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintLines(painter);
}

void OpenedLayerPage::paintLines(QPainter& painter) const {
    const int channel = m_output.grid->followed();
    if (channel < 0 || m_inputs.empty())
        return;
    const ValueColours colours(palette());
    const auto line = [&painter](const QPointF& from, const QPointF& to, const QColor& colour, double width) {
        QPainterPath path(from);
        const double half = (to.x() - from.x()) / 2;
        path.cubicTo(from + QPointF(half, 0), to - QPointF(half, 0), to);
        painter.setPen(QPen(colour, width));
        painter.drawPath(path);
    };
    const QPointF end = edge(m_output, channel, false);
    const Column& input = m_inputs.front();
    const int inputs = input.grid->tiles().channels();
    if (m_parts.box->isVisible()) {
        for (int i = 0; i < inputs; ++i) {
            if (inputs > kMostChannelsWithLines && i != m_pointedInput)
                continue;
            const QColor colour = palette().color(QPalette::Highlight);
            line(edge(input, i, true), edge(m_parts, i, false), colour, 1.5);
            line(edge(m_parts, i, true), end, colour, 1.5);
        }
        return;
    }
    if (m_layer.weights.empty() || input.grid->tiles().rows() * input.grid->tiles().columns() != 1) {
        // One map of its own: pooling, activation, normalisation.
        if (channel < inputs)
            line(edge(input, channel, true), end, palette().color(QPalette::Highlight), 2);
        return;
    }
    // A neuron: the products that count most.
    const std::vector<float>& weights = m_layer.weights.front().numbers.values;
    std::vector<std::pair<float, int>> products;
    for (int i = 0; i < inputs && static_cast<std::size_t>(i) < weights.size(); ++i)
        products.emplace_back(weights[static_cast<std::size_t>(i)] * input.grid->tiles().value(i, 0, 0), i);
    std::ranges::stable_sort(products, std::ranges::greater(),
                             [](const auto& one) { return std::abs(one.first); });
    if (products.size() > kMostLines)
        products.resize(kMostLines);
    const float most = products.empty() ? 1.0f : std::max(std::abs(products.front().first), 1e-12f);
    for (auto product = products.rbegin(); product != products.rend(); ++product)
        line(edge(input, product->second, true), end, colours.line(product->first / most),
             0.5 + 3 * static_cast<double>(std::abs(product->first) / most));
}

} // namespace protomind
