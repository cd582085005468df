// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/slow_motion/slow_motion_view.h"

#include "desktop/opened/worked_text.h"
#include "desktop/style/elided_label.h"
#include "desktop/words/formula_text.h"
#include "desktop/words/shown_number.h"
#include "desktop/words/worded.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollArea>
#include <QSlider>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <span>

namespace protomind {

namespace {

constexpr int kUsual = 1200;

/// "conv1/kernel[1, 4]"
QString placeText(const LensFollowedWeight& weight) {
    QStringList at;
    for (const std::int64_t one : weight.at)
        at << QString::number(one);
    return QStringLiteral("%1[%2]").arg(QString::fromStdString(weight.variable),
                                        at.join(QStringLiteral(", ")));
}

QLabel* wrapped(QWidget* parent) {
    auto* const label = new QLabel(parent);
    label->setWordWrap(true);
    return label;
}

} // namespace

SlowMotionView::SlowMotionView(QWidget* parent)
    : QWidget(parent)
    , m_head(wrapped(this))
    , m_text(wrapped(this))
    , m_weight(wrapped(this))
    , m_hint(wrapped(this))
    , m_pictures(new QWidget(this)) {
    setAccessibleName(tr("A step of training in slow motion"));
    setFocusPolicy(Qt::StrongFocus);
    auto* const down = new QVBoxLayout(this);
    down->setContentsMargins(8, 4, 8, 6);
    auto* const controls = new QHBoxLayout;
    makeControls(*controls);
    down->addLayout(controls);
    auto* const across = new QHBoxLayout;
    across->setSpacing(14);
    auto* const scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setAccessibleName(tr("What happens in this phase"));
    auto* const words = new QWidget;
    auto* const lines = new QVBoxLayout(words);
    lines->setContentsMargins(0, 0, 6, 0);
    QFont bold = m_head->font();
    bold.setBold(true);
    bold.setPointSizeF(bold.pointSizeF() * 1.15);
    m_head->setFont(bold);
    m_head->setObjectName(QStringLiteral("phaseHead"));
    m_weight->setTextFormat(Qt::RichText);
    m_hint->setEnabled(false);
    for (QLabel* const line : {m_head, m_text, m_weight, m_hint})
        lines->addWidget(line);
    lines->addStretch(1);
    scroll->setWidget(words);
    auto* const pictures = new QHBoxLayout(m_pictures);
    pictures->setContentsMargins(0, 0, 0, 0);
    pictures->setSpacing(12);
    across->addWidget(scroll, 2);
    across->addWidget(m_pictures, 3);
    down->addLayout(across, 1);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &SlowMotionView::next);
    setDuration(kUsual);
}

QToolButton* SlowMotionView::button(QHBoxLayout& row, const QString& text, const QString& help) {
    auto* const made = new QToolButton(this);
    made->setText(text);
    made->setToolTip(help);
    made->setAccessibleName(help);
    made->setAutoRaise(true);
    made->setFocusPolicy(Qt::TabFocus);
    row.addWidget(made);
    return made;
}

void SlowMotionView::makeControls(QHBoxLayout& row) {
    auto* const title = new ElidedLabel(this);
    title->setText(tr("Slow motion"));
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    row.addWidget(title);
    auto* const before = button(row, QStringLiteral("‹"), tr("The phase before (Left)"));
    m_play = button(row, tr("Pause"), tr("Go on by itself, or stop here (Space)"));
    m_play->setObjectName(QStringLiteral("slowPlay"));
    m_play->setCheckable(true);
    auto* const next = button(row, QStringLiteral("›"), tr("The next phase (Right)"));
    next->setObjectName(QStringLiteral("slowNext"));
    m_count = new QLabel(this);
    row.addWidget(m_count);
    row.addStretch(1);
    m_sample = button(row, tr("Next sample"), tr("Follow another sample of the batch"));
    m_sample->setObjectName(QStringLiteral("slowSample"));
    m_speed = new QSlider(Qt::Horizontal, this);
    m_speed->setRange(kShortest, kLongest);
    m_speed->setSingleStep(100);
    m_speed->setPageStep(500);
    m_speed->setFixedWidth(90);
    m_speed->setFocusPolicy(Qt::TabFocus);
    m_speed->setToolTip(tr("How long a phase lasts"));
    m_speed->setAccessibleName(tr("How long a phase lasts, in milliseconds"));
    m_speedText = new QLabel(this);
    auto* const lasts = new ElidedLabel(this);
    lasts->setText(tr("A phase lasts"));
    row.addWidget(lasts);
    row.addWidget(m_speed);
    row.addWidget(m_speedText);
    auto* const close = button(row, QStringLiteral("✕"), tr("Back to the curves (Esc)"));
    close->setObjectName(QStringLiteral("slowClose"));
    connect(before, &QToolButton::clicked, this, [this] {
        setPlaying(false);
        setPhase(m_phase - 1);
    });
    connect(next, &QToolButton::clicked, this, [this] {
        setPlaying(false);
        this->next();
    });
    connect(m_play, &QToolButton::toggled, this, &SlowMotionView::setPlaying);
    connect(m_speed, &QSlider::valueChanged, this, &SlowMotionView::setDuration);
    connect(m_sample, &QToolButton::clicked, this, [this] {
        if (!m_step.batch.empty())
            emit placeChosen((m_step.place + 1) % m_step.batch.size());
    });
    connect(close, &QToolButton::clicked, this, &SlowMotionView::closeWanted);
    setPlaying(false);
}

void SlowMotionView::setStep(const LensTrainingStep& step, bool sameStep) {
    m_step = step;
    m_phases = phasesOf(step);
    m_sample->setVisible(step.batch.size() > 1);
    const int last = static_cast<int>(m_phases.size()) - 1;
    m_phase = sameStep && m_phase >= 0 ? std::min(m_phase, last) : 0;
    showPhase();
}

void SlowMotionView::showSentence(const QString& sentence) {
    m_timer.stop();
    m_phases.clear();
    m_phase = -1;
    m_head->clear();
    m_text->setText(sentence);
    m_weight->clear();
    m_hint->clear();
    m_count->clear();
    m_pictures->hide();
    emit phaseChanged(-1);
}

QString SlowMotionView::sentence() const {
    return m_phase < 0 ? m_text->text() : QString();
}

void SlowMotionView::setPhase(int phase) {
    if (m_phases.empty())
        return;
    m_phase = std::clamp(phase, 0, static_cast<int>(m_phases.size()) - 1);
    showPhase();
}

void SlowMotionView::next() {
    if (m_phase < 0)
        return;
    if (m_phase + 1 < static_cast<int>(m_phases.size()))
        setPhase(m_phase + 1);
    else
        emit stepWanted();
}

void SlowMotionView::setPlaying(bool on) {
    m_play->setChecked(on);
    m_play->setText(on ? tr("Pause") : tr("Play"));
    if (on && m_phase >= 0)
        m_timer.start(duration());
    else
        m_timer.stop();
}

bool SlowMotionView::isPlaying() const {
    return m_play->isChecked();
}

void SlowMotionView::setDuration(int milliseconds) {
    m_speed->setValue(milliseconds);
    m_speedText->setText(tr("%1 s").arg(shownNumber(duration() / 1000.0, 'f', 1)));
    if (m_timer.isActive())
        m_timer.start(duration());
}

int SlowMotionView::duration() const {
    return m_speed->value();
}

SlowMotionView::Column& SlowMotionView::column(std::size_t index) {
    while (m_columns.size() <= index) {
        Column made;
        made.box = new QWidget(m_pictures);
        made.title = wrapped(made.box);
        made.grid = new TileGrid(made.box);
        auto* const down = new QVBoxLayout(made.box);
        down->setContentsMargins(0, 0, 0, 0);
        down->addWidget(made.title);
        down->addWidget(made.grid, 1);
        m_pictures->layout()->addWidget(made.box);
        const std::size_t own = m_columns.size();
        connect(made.grid, &TileGrid::chosen, this,
                [this, own](int channel, int row, int cellColumn) { choose(own, channel, row, cellColumn); });
        m_columns.push_back(made);
    }
    return m_columns[index];
}

void SlowMotionView::showPhase() {
    const StepPhase& phase = m_phases[static_cast<std::size_t>(m_phase)];
    m_head->setText(phase.head);
    m_text->setText(phase.text);
    m_count->setText(tr("%1 of %2").arg(m_phase + 1).arg(m_phases.size()));
    bool weights = false;
    for (std::size_t index = 0; index < phase.arrays.size(); ++index) {
        Column& shown = column(index);
        const PhaseArray& array = phase.arrays[index];
        shown.title->setText(array.title);
        shown.grid->setAccessibleName(array.title);
        shown.grid->setArray(array.numbers, array.isPicture);
        shown.grid->setFollowed(-1);
        shown.grid->setBoosted(phase.kind ==
                               PhaseKind::Backward); // a few gradients are far larger than all others
        shown.grid->setMark(std::nullopt);
        if (const auto cell = followedCell(array, m_step.weight)) {
            shown.grid->setFollowed(cell->channel);
            shown.grid->setMark(QRect(cell->column, cell->row, 1, 1));
        }
        shown.box->show();
        weights = weights || !array.variable.empty();
    }
    for (std::size_t index = phase.arrays.size(); index < m_columns.size(); ++index)
        m_columns[index].box->hide();
    m_pictures->setVisible(!phase.arrays.empty());
    m_hint->setText(
        weights ? tr("Click a number of a weight to follow it.")
        : phase.kind == PhaseKind::Forward
            ? tr("In training dropout drops numbers and normalisation goes by the batch, so that a card "
                 "may show others.")
            : QString());
    showWeight();
    if (isPlaying())
        m_timer.start(duration());
    emit phaseChanged(m_phase);
}

/// What is known of the followed weight by now.
void SlowMotionView::showWeight() {
    const LensFollowedWeight& weight = m_step.weight;
    const StepPhase& phase = m_phases[static_cast<std::size_t>(m_phase)];
    if (weight.variable.empty() || weight.terms.empty()) {
        m_weight->clear();
        return;
    }
    const std::string own = weight.variable.substr(0, weight.variable.rfind('/'));
    const bool gradientKnown =
        phase.kind == PhaseKind::Update ||
        std::any_of(m_phases.begin(), m_phases.begin() + m_phase + 1, [&](const StepPhase& seen) {
            return seen.kind == PhaseKind::Backward && seen.layer == own;
        });
    QString text = tr("You follow %1. It is <b>%2</b>.")
                       .arg(placeText(weight).toHtmlEscaped(), workedText(weight.terms.back().before));
    if (phase.kind == PhaseKind::Update)
        text = termsHtml();
    else if (const auto gradient = followedGradient(); gradientKnown && gradient)
        text += tr(" Its gradient is <b>%1</b>.").arg(workedText(*gradient)) + shareHtml();
    m_weight->setText(text);
}

/// What of it comes from the followed sample: by the chain rule.
QString SlowMotionView::shareHtml() const {
    const LensStep& share = m_step.weight.share;
    if (share.terms.empty())
        return {};
    const QString equation = worded(equationOf(share)).section(QStringLiteral(" = "), 1);
    return QStringLiteral("<p>%1<br>%2</p>")
        .arg(m_step.batch.size() > 1
                 ? tr("This sample's part of it, of each number what arrives × how much it "
                      "changes with the weight:")
                 : tr("Of each number what arrives × how much it changes with the weight:"),
             equation.toHtmlEscaped());
}

std::optional<double> SlowMotionView::followedGradient() const {
    for (const LensLayerPass& layer : m_step.layers)
        for (const LensWeightPass& weight : layer.weights) {
            if (weight.variable != m_step.weight.variable || weight.gradient.values.empty())
                continue;
            std::int64_t index = 0;
            for (int axis = 0; axis < weight.gradient.shape.rank(); ++axis)
                index =
                    index * weight.gradient.shape[axis] + m_step.weight.at[static_cast<std::size_t>(axis)];
            return static_cast<double>(weight.gradient.values[static_cast<std::size_t>(index)]);
        }
    return std::nullopt;
}

/// The optimiser's own numbers, each with what becomes of it.
QString SlowMotionView::termsHtml() const {
    const LensFollowedWeight& weight = m_step.weight;
    QString html = QStringLiteral("<p>%1</p><table cellspacing=\"4\">").arg(formulaText(weight.formula));
    const auto addRow = [&html](const QString& name, const LensStepTerm& term) {
        QString value = workedText(term.before);
        if (term.after)
            value += QStringLiteral(" → <b>%1</b>").arg(workedText(*term.after));
        html += QStringLiteral("<tr><td>%1</td><td>%2</td><td>%3</td></tr>")
                    .arg(name.toHtmlEscaped(), formulaText(term.symbol), value);
    };
    // The weight itself, which it is all about, comes first.
    addRow(placeText(weight), weight.terms.back());
    for (const LensStepTerm& term : std::span(weight.terms).first(weight.terms.size() - 1))
        addRow(worded(term.name), term);
    return html + QStringLiteral("</table>");
}

void SlowMotionView::choose(std::size_t index, int channel, int row, int cellColumn) {
    if (m_phase < 0)
        return;
    const auto& arrays = m_phases[static_cast<std::size_t>(m_phase)].arrays;
    if (index >= arrays.size() || arrays[index].variable.empty())
        return;
    emit weightChosen(arrays[index].variable, weightPlace(arrays[index], channel, row, cellColumn));
}

std::vector<TileGrid*> SlowMotionView::shownGrids() const {
    std::vector<TileGrid*> grids;
    for (const Column& one : m_columns)
        if (one.box->isVisibleTo(this))
            grids.push_back(one.grid);
    return grids;
}

QString SlowMotionView::weightText() const {
    return m_weight->text();
}

void SlowMotionView::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    setPlaying(false);
}

void SlowMotionView::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Escape:
        emit closeWanted();
        return;
    case Qt::Key_Space:
        return setPlaying(!isPlaying());
    case Qt::Key_Left:
        setPlaying(false);
        return setPhase(m_phase - 1);
    case Qt::Key_Right:
        setPlaying(false);
        return next();
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace protomind
