// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lessons/line_fit/line_controls.h"

#include "desktop/fields/real_spin_box.h"
#include "desktop/live/value_colours.h"
#include "desktop/style/flow_layout.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace protomind {

namespace {

constexpr double kLargestNumber = 99999;
constexpr int kDecimals = 3;

} // namespace

LineControls::LineControls(QWidget* parent)
    : QWidget(parent)
    , m_m(makeBox("slopeBox", tr("m, the slope")))
    , m_b(makeBox("interceptBox", tr("b, the height at x = 0")))
    , m_loss(new QLabel(this)) {
    setObjectName(QStringLiteral("lineControls"));
    m_loss->setObjectName(QStringLiteral("lossLabel"));
    m_loss->setToolTip(tr("The mean of the squared errors: the smaller, the better the line fits."));
    auto* flow = new FlowLayout(this);
    flow->setContentsMargins(0, 0, 0, 0);
    flow->addWidget(makeNumbers());
    flow->addWidget(m_loss);
    flow->addWidget(
        pair(makeButton("lessSlope", tr("Less slope"), tr("m becomes a little smaller."), {-1, 0}),
             makeButton("moreSlope", tr("More slope"), tr("m becomes a little larger."), {1, 0})));
    flow->addWidget(pair(makeButton("lower", tr("Lower"), tr("b becomes a little smaller."), {0, -1}),
                         makeButton("higher", tr("Higher"), tr("b becomes a little larger."), {0, 1})));
    flow->addWidget(makeToggle("showSquares", tr("Squares"), tr("Shows the squared errors as squares."),
                               &LineFitOptions::squares));
    flow->addWidget(makeToggle("showLandscape", tr("Landscape"),
                               tr("Shows the loss for all m and b, beside the points."),
                               &LineFitOptions::landscape));
    flow->addWidget(makeToggle("showPath", tr("Path"), tr("Shows in the landscape where the line has been."),
                               &LineFitOptions::path));
    flow->addWidget(makeToggle("showArrow", tr("Downhill"),
                               tr("Shows in the landscape which way goes down most steeply."),
                               &LineFitOptions::arrow));
    showOptions({});
    explain();
}

QWidget* LineControls::pair(QWidget* less, QWidget* more) {
    auto* both = new QWidget(this);
    auto* row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(3);
    row->addWidget(less);
    row->addWidget(more);
    return both;
}

QWidget* LineControls::makeNumbers() {
    auto* numbers = new QWidget(this);
    auto* row = new QHBoxLayout(numbers);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(5);
    row->addWidget(new QLabel(QStringLiteral("y ="), numbers));
    row->addWidget(m_m);
    row->addWidget(new QLabel(QStringLiteral("x +"), numbers));
    row->addWidget(m_b);
    return numbers;
}

RealSpinBox* LineControls::makeBox(const char* name, const QString& spoken) {
    auto* box = new RealSpinBox(this);
    box->setObjectName(QLatin1String(name));
    box->setAccessibleName(spoken);
    box->setDecimals(kDecimals);
    box->setRange(-kLargestNumber, kLargestNumber);
    box->setSingleStep(m_step.m);
    // A number that is still being typed is no wish yet.
    box->setKeyboardTracking(false);
    box->setFixedWidth(box->fontMetrics().horizontalAdvance(QStringLiteral("−99.999")) +
                       3 * box->fontMetrics().height());
    connect(box, &RealSpinBox::valueChanged, this, &LineControls::editFromBoxes);
    connect(box, &RealSpinBox::editingFinished, this, [this] { m_gesture.reset(); });
    m_movers.push_back({box, spoken});
    return box;
}

QToolButton* LineControls::makeButton(const char* name, const QString& text, const QString& help,
                                      LineWeights direction) {
    auto* button = new QToolButton(this);
    button->setObjectName(QLatin1String(name));
    button->setText(text);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setAutoRepeat(true);
    m_movers.push_back({button, help});
    connect(button, &QToolButton::clicked, this, [this, button, direction] { stepBy(*button, direction); });
    return button;
}

QCheckBox* LineControls::makeToggle(const char* name, const QString& text, const QString& help,
                                    bool LineFitOptions::*member) {
    auto* box = new QCheckBox(text, this);
    box->setObjectName(QLatin1String(name));
    m_toggles.push_back({box, member, help});
    connect(box, &QCheckBox::toggled, this, [this, member](bool on) {
        m_options.*member = on;
        emit optionsChosen(m_options);
    });
    return box;
}

void LineControls::showFit(const LineFit& fit) {
    m_weights = fit.weights();
    for (const auto& [box, value] : {std::pair(m_m, m_weights.m), std::pair(m_b, m_weights.b)}) {
        const QSignalBlocker quiet(box);
        if (std::isfinite(value))
            box->setValue(value);
    }
    m_loss->setText(fit.points().empty() ? tr("loss –") : tr("loss %1").arg(shortValue(fit.loss())));
    // As wide as it ever was: the row must not jump while the number changes.
    m_loss->setMinimumWidth(std::max(m_loss->minimumWidth(), m_loss->sizeHint().width()));
}

void LineControls::showOptions(const LineFitOptions& options) {
    m_options = options;
    for (const Toggle& toggle : m_toggles) {
        const QSignalBlocker quiet(toggle.box);
        toggle.box->setChecked(options.*toggle.member);
        const bool needsLandscape =
            toggle.member == &LineFitOptions::path || toggle.member == &LineFitOptions::arrow;
        const bool usable = !needsLandscape || options.landscape;
        toggle.box->setEnabled(usable);
        toggle.box->setToolTip(usable ? toggle.help : tr("It is drawn in the landscape: show that first."));
    }
}

void LineControls::setStep(LineWeights step) {
    m_step = step;
    m_m->setSingleStep(step.m);
    m_b->setSingleStep(step.b);
}

void LineControls::setLock(const QString& lock) {
    m_lock = lock;
    explain();
}

void LineControls::explain() {
    for (const Explained& mover : m_movers) {
        mover.widget->setEnabled(m_lock.isEmpty());
        mover.widget->setToolTip(m_lock.isEmpty() ? mover.help : m_lock);
    }
}

void LineControls::editFromBoxes() {
    if (!m_gesture)
        m_gesture = newSceneGesture();
    // The box shows fewer figures than there may be: what was not touched stays as it is.
    const auto chosen = [](const RealSpinBox& box, double before) {
        const double unit = std::pow(10.0, box.decimals());
        return std::round(before * unit) == std::round(box.value() * unit) ? before : box.value();
    };
    emit weightsEdited(chosen(*m_m, m_weights.m), chosen(*m_b, m_weights.b), *m_gesture);
}

void LineControls::stepBy(const QToolButton& button, LineWeights direction) {
    if (!m_weights.isFinite())
        return;
    if (!m_gesture)
        m_gesture = newSceneGesture();
    const auto tidy = [](double value, double unit) { return std::round(value / unit * 1e3) * unit / 1e3; };
    const SceneGesture gesture = *m_gesture;
    // Held down, it clicks again and again: one gesture until it is let go.
    if (!button.isDown())
        m_gesture.reset();
    emit weightsEdited(tidy(m_weights.m + direction.m * m_step.m, m_step.m),
                       tidy(m_weights.b + direction.b * m_step.b, m_step.b), gesture);
}

} // namespace protomind
