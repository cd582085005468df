// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/opened/working_page.h"

#include "desktop/opened/worked_text.h"
#include "desktop/words/formula_text.h"
#include "desktop/words/shown_number.h"
#include "desktop/words/worded.h"
#include "engine/nn/activation.h"
#include "studio/lens/working_text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace protomind {

namespace {

constexpr int kSlideMilliseconds = 250;
constexpr int kLinesBeforeSteps = 2; ///< the number's name and the formula

QString bracketed(double value) {
    return value < 0 ? QStringLiteral("(%1)").arg(workedText(value)) : workedText(value);
}

/// Where what it is made of comes in: the window is one of the first port's.
std::size_t portOf(const LensWorking& working) {
    if (working.window.empty())
        for (const LensStep& step : working.steps)
            for (const LensTerm& term : step.terms)
                for (const LensFactor& factor : term.factors)
                    if (factor.place.kind == NumberPlace::Kind::Input)
                        return factor.place.which;
    return 0;
}

} // namespace

WorkingPage::WorkingPage(QWidget* parent)
    : QWidget(parent)
    , m_inputTitle(new QLabel(this))
    , m_input(new TileGrid(this))
    , m_sampleTitle(new QLabel(tr("What it can see of the picture"), this))
    , m_sample(new TileGrid(this))
    , m_outputTitle(new QLabel(this))
    , m_output(new TileGrid(this))
    , m_slide(new QToolButton(this))
    , m_title(new QLabel(this))
    , m_formula(new QLabel(this))
    , m_agrees(new QLabel(this))
    , m_hint(new QLabel(this))
    , m_scroll(new QScrollArea(this))
    , m_weightBox(new WeightBox(this)) {
    auto* const across = new QHBoxLayout(this);
    across->setContentsMargins(12, 4, 12, 12);
    across->setSpacing(20);
    auto* const pictures = new QVBoxLayout;
    auto* const outputHead = new QHBoxLayout;
    outputHead->addWidget(m_outputTitle, 1);
    outputHead->addWidget(m_slide);
    pictures->addWidget(m_sampleTitle);
    pictures->addWidget(m_sample, 1);
    pictures->addWidget(m_inputTitle);
    pictures->addWidget(m_input, 1);
    pictures->addLayout(outputHead);
    pictures->addWidget(m_output, 1);
    auto* const numbers = new QVBoxLayout;
    QFont large = m_title->font();
    large.setPointSizeF(large.pointSizeF() * 1.25);
    large.setBold(true);
    m_title->setFont(large);
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_title->setWordWrap(true);
    m_agrees->setWordWrap(true);
    m_formula->setTextFormat(Qt::RichText);
    m_formula->setWordWrap(true);
    m_hint->setWordWrap(true);
    m_hint->setEnabled(false);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    numbers->addWidget(m_scroll, 1);
    numbers->addWidget(m_weightBox);
    across->addLayout(pictures, 2);
    across->addLayout(numbers, 3);
    m_slide->setText(tr("Slide"));
    m_slide->setCheckable(true);
    m_slide->setAccessibleName(tr("Slide over all numbers"));
    m_sampleTitle->setWordWrap(true);
    m_sampleTitle->hide();
    m_sample->hide();
    m_sample->setAccessibleName(tr("The picture that goes into the network"));
    m_sample->setFocusPolicy(Qt::NoFocus);
    auto* const steps = new QWidget;
    m_list = new QVBoxLayout(steps);
    m_list->setContentsMargins(0, 0, 8, 0);
    // All of it scrolls together, so that a low page cuts nothing off.
    for (QLabel* const line : {m_title, m_formula, m_agrees, m_hint})
        m_list->addWidget(line);
    m_list->addStretch(1);
    m_scroll->setWidget(steps);
    m_input->setAccessibleName(tr("What comes in"));
    m_output->setAccessibleName(tr("What goes out"));
    m_slide->setToolTip(tr("Goes on from number to number by itself. Point at a cell to stop there."));
    connect(m_slide, &QToolButton::clicked, this, &WorkingPage::setSliding);
    m_timer.setInterval(kSlideMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &WorkingPage::slide);
    const auto jump = [this](int channel, int row, int column) {
        if (channel < 0)
            return;
        setSliding(false);
        emit wanted(0, m_output->tiles().coordinates(channel, row, column));
    };
    connect(m_output, &TileGrid::pointed, this, jump);
    connect(m_output, &TileGrid::chosen, this, jump);
    connect(m_input, &TileGrid::pointed, this, &WorkingPage::pointAtInput);
}

void WorkingPage::setBoosted(bool on) {
    m_input->setBoosted(on);
    m_output->setBoosted(on);
}

void WorkingPage::setSliding(bool on) {
    m_slide->setChecked(on);
    on ? m_timer.start() : m_timer.stop();
}

void WorkingPage::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    setSliding(false);
}

void WorkingPage::setWorking(const LensWorking& working, const LensLayer& layer, bool inputIsPicture,
                             bool inputIsMade) {
    m_inputsOpen = inputIsMade;
    m_working = working;
    m_layer = layer;
    if (!layer.inputs.empty()) {
        const LensArray& input = layer.inputs[std::min(portOf(working), layer.inputs.size() - 1)];
        m_input->setArray(input.numbers, inputIsPicture);
        m_inputTitle->setText(tr("%1 comes in").arg(worded(input.name)));
    }
    m_output->setArray(layer.output.numbers);
    m_outputTitle->setText(tr("%1 goes out").arg(worded(layer.output.name)));
    const ArrayTiles& tiles = m_output->tiles();
    m_slide->setVisible(tiles.rows() * tiles.columns() * tiles.channels() > 1);
    showMarks();
    showSteps();
}

void WorkingPage::setSample(const HostArray& picture) {
    const bool seen = m_working.receptiveField.size() == 4 && picture.shape.rank() == 3 &&
                      !m_layer.inputs.empty() && m_layer.inputs.front().numbers != picture;
    m_sampleTitle->setVisible(seen);
    m_sample->setVisible(seen);
    if (!seen)
        return;
    m_sample->setArray(picture, true);
    const auto at = [this](std::size_t i) { return static_cast<int>(m_working.receptiveField[i]); };
    m_sample->setMark(QRect(QPoint(at(1), at(0)), QPoint(at(3), at(2))), true);
}

/// The cells that the number is made of, and the number itself.
void WorkingPage::showMarks() {
    const ArrayTiles::Cell own = m_output->tiles().cellAt(m_working.at);
    const bool isMap = m_output->tiles().rows() * m_output->tiles().columns() > 1;
    m_output->setSingle(isMap && m_working.which == 0 ? own.channel : -1);
    if (m_working.which == 0) {
        m_output->setFollowed(own.channel);
        m_output->setMark(QRect(own.column, own.row, 1, 1));
    } else {
        m_output->setFollowed(-1);
        m_output->setMark(std::nullopt);
    }
    if (m_working.window.empty()) {
        m_input->setFollowed(-1);
        m_input->setMark(std::nullopt);
        return;
    }
    std::vector<std::int64_t> first;
    std::vector<std::int64_t> last;
    for (std::size_t i = 0; i < m_working.window.size(); i += 2) {
        first.push_back(m_working.window[i]);
        last.push_back(m_working.window[i + 1]);
    }
    const ArrayTiles::Cell from = m_input->tiles().cellAt(first);
    const ArrayTiles::Cell to = m_input->tiles().cellAt(last);
    const bool several = from.channel != to.channel;
    m_input->setFollowed(several ? -1 : from.channel);
    m_input->setMark(QRect(QPoint(from.column, from.row), QPoint(to.column, to.row)), several);
}

QStringList WorkingPage::equations() const {
    return m_equations;
}

QString WorkingPage::htmlOf(const LensTerm& term, bool first) {
    QStringList factors;
    bool minus = false;
    for (const LensFactor& factor : term.factors) {
        if (factor.place.kind == NumberPlace::Kind::Constant && factor.value == -1) {
            minus = !minus;
            continue;
        }
        const QString number =
            first && factors.isEmpty() && !minus ? workedText(factor.value) : bracketed(factor.value);
        const QString name = worded(factor.name).toHtmlEscaped();
        if (factor.place.kind == NumberPlace::Kind::Inner) {
            QStringList at;
            for (const std::int64_t one : factor.at)
                at << QString::number(one);
            factors << QStringLiteral("<a href=\"%1:%2\" title=\"%3\">%4</a>")
                           .arg(factor.place.which + 1)
                           .arg(at.join(QLatin1Char(',')), name, number);
        } else if (factor.place.kind == NumberPlace::Kind::Input && m_inputsOpen) {
            QStringList at;
            for (const std::int64_t one : factor.at)
                at << QString::number(one);
            factors << QStringLiteral("<a href=\"input%1:%2\" title=\"%3\">%4</a>")
                           .arg(factor.place.which)
                           .arg(at.join(QLatin1Char(',')), name, number);
        } else if (factor.place.kind == NumberPlace::Kind::Variable) {
            factors << QStringLiteral("<a href=\"weight:%1\" title=\"%2\">%3</a>")
                           .arg(m_weights.size())
                           .arg(name, number);
            m_weights.push_back(factor);
        } else {
            factors << QStringLiteral("<span title=\"%1\">%2</span>").arg(name, number);
        }
    }
    if (factors.isEmpty())
        factors << QStringLiteral("1");
    return (minus ? QStringLiteral("−") : QString()) + factors.join(QStringLiteral(" × "));
}

QString WorkingPage::rowOf(const LensStep& step) {
    QString text;
    bool first = true;
    for (const LensTerm& term : step.terms) {
        const QString part = htmlOf(term, first);
        const bool list = step.kind == ArithmeticKind::Maximum;
        if (first)
            text = part;
        else if (list)
            text += QStringLiteral(", ") + part;
        else if (step.kind == ArithmeticKind::Quotient)
            text += QStringLiteral(" / ") + part;
        else
            text += part.startsWith(QChar(0x2212)) ? QStringLiteral(" − ") + part.mid(1)
                                                   : QStringLiteral(" + ") + part;
        first = false;
    }
    if (step.folded > 0)
        text += step.kind == ArithmeticKind::Maximum
                    ? tr(", … (%1 more)").arg(shownCount(step.folded))
                    : tr(" + … (%1 more: %2)").arg(shownCount(step.folded), workedText(step.foldedSum));
    switch (step.kind) {
    case ArithmeticKind::Mean:
        text = QStringLiteral("(%1) / %2")
                   .arg(text)
                   .arg(step.terms.size() + static_cast<std::size_t>(step.folded));
        break;
    case ArithmeticKind::Maximum:
        text = QStringLiteral("max(%1)").arg(text);
        break;
    case ArithmeticKind::Function:
        text = QStringLiteral("%1(%2)").arg(QString::fromStdString(step.function), text);
        break;
    case ArithmeticKind::Sum:
    case ArithmeticKind::Quotient:
        break;
    }
    QString row = QStringLiteral("<p style=\"line-height:140%\">%1 = %2 = <b>%3</b></p>")
                      .arg(formulaText(step.symbol), text, workedText(step.value));
    const Activation* const activation = findActivation(step.function);
    if (step.kind == ArithmeticKind::Function && activation != nullptr && !activation->formula.empty())
        row += QStringLiteral("<p style=\"margin-left:16px\"><small>%1: %2</small></p>")
                   .arg(QString::fromStdString(activation->name), formulaText(activation->formula));
    return row;
}

/// Kept from look to look, so that nothing scrolls and a link stays under the pointer while numbers change.
QLabel* WorkingPage::row(std::size_t index) {
    while (m_rows.size() <= index) {
        auto* const made = new QLabel;
        made->setTextFormat(Qt::RichText);
        made->setWordWrap(true);
        made->setTextInteractionFlags(Qt::TextBrowserInteraction);
        connect(made, &QLabel::linkActivated, this, &WorkingPage::openLink);
        m_list->insertWidget(kLinesBeforeSteps + static_cast<int>(m_rows.size()), made);
        m_rows.push_back(made);
    }
    return m_rows[index];
}

/// "weight:3", a number that comes in at a port: "input0:0,4", or one on the way: "1:0,4", its stage and
/// coordinates.
void WorkingPage::openLink(const QString& link) {
    setSliding(false);
    const QString head = link.section(QLatin1Char(':'), 0, 0);
    const QString rest = link.section(QLatin1Char(':'), 1);
    if (head == QLatin1String("weight")) {
        m_weightBox->edit(m_weights.at(static_cast<std::size_t>(rest.toULongLong())));
        return;
    }
    std::vector<std::int64_t> at;
    for (const QString& one : rest.split(QLatin1Char(','), Qt::SkipEmptyParts))
        at.push_back(one.toLongLong());
    m_weightBox->leave();
    if (head.startsWith(QLatin1String("input")))
        emit inputWanted(static_cast<std::size_t>(head.mid(5).toULongLong()), at);
    else
        emit wanted(head.toInt(), at);
}

void WorkingPage::showSteps() {
    m_equations.clear();
    m_weights.clear();
    for (std::size_t index = 0; index < m_working.steps.size(); ++index) {
        const LensStep& step = m_working.steps[index];
        m_equations << worded(equationOf(step));
        const QString text = rowOf(step);
        if (row(index)->text() != text)
            row(index)->setText(text);
        row(index)->show();
    }
    for (std::size_t index = m_working.steps.size(); index < m_rows.size(); ++index)
        m_rows[index]->hide();
    for (const LensFactor& weight : m_weights)
        m_weightBox->refresh(weight);
    m_formula->setText(formulaText(m_working.formula));
    m_formula->setVisible(!m_working.formula.empty() && m_working.which == 0);
    m_hint->setText(
        m_weights.empty()
            ? tr("Point at a cell on the left to work another number out.")
            : tr("Point at a cell on the left to work another number out. Click a weight to change it."));
    m_title->setText(tr("%1 = %2").arg(worded(m_working.name), workedText(m_working.value)));
    m_agrees->setVisible(m_working.given.has_value());
    if (m_working.given)
        m_agrees->setText(tr("The network itself computed %1.").arg(workedText(*m_working.given)));
}

/// On to the next cell of the map, and from its end to its beginning.
void WorkingPage::slide() {
    const ArrayTiles& tiles = m_output->tiles();
    ArrayTiles::Cell cell = tiles.cellAt(m_working.at);
    const bool cells = tiles.rows() * tiles.columns() > 1;
    if (!cells) {
        cell.channel = (cell.channel + 1) % tiles.channels();
    } else if (++cell.column == tiles.columns()) {
        cell.column = 0;
        cell.row = (cell.row + 1) % tiles.rows();
    }
    emit wanted(0, tiles.coordinates(cell.channel, cell.row, cell.column));
}

/// The number of the output that lies where the pointer is in the input.
void WorkingPage::pointAtInput(int channel, int row, int column) {
    const ArrayTiles& from = m_input->tiles();
    const ArrayTiles& to = m_output->tiles();
    if (channel < 0 || from.rows() * from.columns() == 1 || to.rows() * to.columns() == 1)
        return;
    setSliding(false);
    const ArrayTiles::Cell own = to.cellAt(m_working.at);
    emit wanted(0, to.coordinates(own.channel, row * to.rows() / from.rows(),
                                  column * to.columns() / from.columns()));
}

} // namespace protomind
