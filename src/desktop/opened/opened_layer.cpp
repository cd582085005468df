// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/opened/opened_layer.h"

#include "desktop/style/elided_label.h"
#include "desktop/style/laboratory_style.h"
#include "desktop/words/worded.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLinearGradient>
#include <QPainter>
#include <QPropertyAnimation>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace protomind {

namespace {

constexpr int kGrowMilliseconds = 200;
/// What stays to be seen of the network around it.
constexpr int kEdge = 26;
/// As many lines of text as its pages need.
constexpr int kLeastLines = 22;

/// From below zero over zero to above.
QPixmap legendPixmap(const QPalette& palette, double ratio) {
    const ValueColours colours(palette);
    QPixmap pixmap(QSize(90, 10) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    QPainter painter(&pixmap);
    for (int x = 0; x < 90; ++x)
        painter.fillRect(x, 0, 1, 10, QColor::fromRgb(colours.at(static_cast<float>(x) / 44.5f - 1.0f)));
    return pixmap;
}

} // namespace

OpenedLayer::OpenedLayer(QWidget* parent, std::vector<QWidget*> over)
    : QWidget(parent)
    , m_over(std::move(over))
    , m_frame(new QFrame(this))
    , m_content(new QWidget(m_frame))
    , m_back(new QToolButton(m_content))
    , m_title(new QLabel(m_content))
    , m_scale(new QComboBox(m_content))
    , m_boost(new QCheckBox(tr("Small numbers too"), m_content))
    , m_legend(new QLabel(m_content))
    , m_pages(new QStackedWidget(m_content))
    , m_page(new OpenedLayerPage(m_pages))
    , m_working(new WorkingPage(m_pages))
    , m_sentence(new QLabel(m_pages))
    , m_sample(new ElidedLabel(m_content))
    , m_firstSample(new QToolButton(m_content))
    , m_training(new QCheckBox(tr("As in training"), m_content))
    , m_growth(new QPropertyAnimation(m_frame, "geometry", this)) {
    setFocusPolicy(Qt::StrongFocus);
    m_frame->setFrameShape(QFrame::StyledPanel);
    m_frame->setAutoFillBackground(true);
    m_frame->setCursor(Qt::ArrowCursor);
    auto* const whole = new QVBoxLayout(m_frame);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_content);
    auto* const down = new QVBoxLayout(m_content);
    down->setContentsMargins(0, 0, 0, 0);
    makeHead();
    down->addWidget(m_pages, 1);
    makeFoot();
    m_pages->addWidget(m_page);
    m_pages->addWidget(m_working);
    m_pages->addWidget(m_sentence);
    m_sentence->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignCenter);
    m_growth->setDuration(kGrowMilliseconds);
    m_growth->setEasingCurve(QEasingCurve::OutCubic);
    connect(m_growth, &QPropertyAnimation::finished, m_content, &QWidget::show);
    connect(m_page, &OpenedLayerPage::followed, this, &OpenedLayer::followed);
    connect(m_page, &OpenedLayerPage::chosen, this, [this](const std::vector<std::int64_t>& at) {
        m_trail.clear();
        setDepth(Depth::Number);
        emit wanted(0, at);
    });
    connect(m_working, &WorkingPage::wanted, this, &OpenedLayer::openNumber);
    connect(m_working, &WorkingPage::inputWanted, this, &OpenedLayer::openInput);
    for (QWidget* const one : m_over)
        one->installEventFilter(this);
    window()->installEventFilter(this);
    hide();
}

void OpenedLayer::makeHead() {
    auto* const head = new QHBoxLayout;
    head->setContentsMargins(8, 6, 12, 0);
    head->setSpacing(10);
    m_back->setAutoRaise(true);
    m_back->setArrowType(Qt::LeftArrow);
    m_back->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_back->setToolTip(tr("Back (Esc)"));
    m_back->setAccessibleName(tr("Back"));
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_scale->addItem(tr("Colours over the layer"), int(ColourScale::Array));
    m_scale->addItem(tr("Colours over each map"), int(ColourScale::Tile));
    m_scale->addItem(tr("Colours over the page"), int(ColourScale::Given));
    m_scale->setToolTip(tr("The strongest colour stands for the largest number of this."));
    m_scale->setAccessibleName(tr("What the colours reach over"));
    m_boost->setAccessibleName(tr("Show small numbers too"));
    m_boost->setToolTip(tr("Makes numbers near zero easier to see."));
    m_legend->setToolTip(tr("Blue: below zero. Orange: above zero."));
    head->addWidget(m_back);
    head->addWidget(m_title, 1);
    head->addWidget(m_legend);
    head->addWidget(m_scale);
    head->addWidget(m_boost);
    m_content->layout()->addItem(head);
    connect(m_back, &QToolButton::clicked, this, &OpenedLayer::back);
    connect(m_scale, &QComboBox::currentIndexChanged, this,
            [this] { m_page->setScale(static_cast<ColourScale>(m_scale->currentData().toInt())); });
    connect(m_boost, &QCheckBox::toggled, this, [this](bool on) {
        m_page->setBoosted(on);
        m_working->setBoosted(on);
    });
}

/// Which sample is looked at, and the way to others.
void OpenedLayer::makeFoot() {
    auto* const foot = new QHBoxLayout;
    foot->setContentsMargins(12, 0, 12, 6);
    const auto add = [&](QToolButton* button, const QString& text, const QString& help) {
        button->setText(text);
        button->setToolTip(help);
        button->setAccessibleName(help);
        button->setAutoRaise(true);
        foot->addWidget(button);
        return button;
    };
    m_sample->setObjectName(QStringLiteral("openedSample"));
    m_sample->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    foot->addWidget(m_sample, 1);
    m_training->setObjectName(QStringLiteral("openedTraining"));
    m_training->setAccessibleName(tr("Numbers as in training"));
    m_training->setToolTip(
        tr("A sample of the next batch: dropout drops numbers, and normalisation goes by the batch."));
    foot->addWidget(m_training);
    connect(m_training, &QCheckBox::toggled, this, &OpenedLayer::trainingWanted);
    add(m_firstSample, tr("First sample"), tr("Show the first sample kept aside again"));
    auto* const before = add(new QToolButton(m_content), QStringLiteral("‹"), tr("The sample before"));
    auto* const next = add(new QToolButton(m_content), QStringLiteral("›"), tr("The next sample"));
    before->setObjectName(QStringLiteral("sampleBefore"));
    next->setObjectName(QStringLiteral("sampleNext"));
    connect(m_firstSample, &QToolButton::clicked, this, &OpenedLayer::firstSampleWanted);
    connect(before, &QToolButton::clicked, this, [this] { emit sampleStepWanted(-1); });
    connect(next, &QToolButton::clicked, this, [this] { emit sampleStepWanted(1); });
    m_content->layout()->addItem(foot);
    setSample({});
}

void OpenedLayer::setSample(const QString& words) {
    m_firstSample->setVisible(!words.isEmpty());
    m_sample->setText(
        words.isEmpty() ? tr("The first sample kept aside. Click another one under Predictions, or draw one.")
                        : words);
    m_sample->setBriefText(words.isEmpty() ? tr("The first sample kept aside") : words);
}

QRect OpenedLayer::room() const {
    const int edge = std::min({kEdge, width() / 16, height() / 16});
    return rect().adjusted(edge, edge, -edge, -edge);
}

/// As wide as all of them, as high as the last one: what is said above that is still read.
QRect OpenedLayer::covered() const {
    QRect all;
    QRect last;
    for (const QWidget* const one : m_over)
        if (one->isVisible()) {
            last = QRect(one->mapTo(parentWidget(), QPoint(0, 0)), one->size());
            all |= last;
        }
    // Where that is too low to be read it lies over what is below as well.
    const int least = std::min(kLeastLines * fontMetrics().height(), parentWidget()->height() - last.top());
    return {all.left(), last.top(), all.width(), std::max(last.height(), least)};
}

void OpenedLayer::fit() {
    m_growth->stop();
    m_content->show();
    setGeometry(covered());
    m_frame->setGeometry(room());
}

void OpenedLayer::open(const QString& name, const QRect& from) {
    m_name = name;
    m_trail.clear();
    if (m_depth == Depth::Closed)
        m_former = QApplication::focusWidget();
    setGeometry(covered());
    m_legend->setPixmap(legendPixmap(palette(), devicePixelRatioF()));
    show();
    raise();
    setFocus();
    m_pages->setCurrentWidget(m_sentence);
    m_sentence->setText(tr("Looking inside…"));
    m_growth->stop();
    if (motionWanted()) {
        m_content->hide();
        m_growth->setStartValue(from.translated(-pos()));
        m_growth->setEndValue(room());
        m_growth->start();
    } else {
        m_frame->setGeometry(room());
    }
    setDepth(Depth::Layer);
}

void OpenedLayer::showLayer(const LensLayer& layer, bool inputIsPicture, bool outputIsPicture) {
    if (m_depth != Depth::Layer)
        return;
    m_page->setLayer(layer, inputIsPicture, outputIsPicture);
    if (m_pages->currentWidget() != m_page) {
        m_pages->setCurrentWidget(m_page);
        m_page->output().setFocus();
    }
}

/// A cell of the output begins anew; a number on the way can be gone back from.
void OpenedLayer::openNumber(int stage, const std::vector<std::int64_t>& at) {
    if (stage == 0)
        m_trail.clear();
    else
        remember();
    emit wanted(stage, at);
}

void OpenedLayer::remember() {
    const LensWorking& now = m_working->working();
    m_trail.push_back({m_name, static_cast<int>(now.which), now.at, worded(now.name)});
}

/// On to where the number was made.
void OpenedLayer::openInput(std::size_t port, const std::vector<std::int64_t>& at) {
    if (port >= m_inputs.size())
        return;
    remember();
    m_name = m_inputs[port];
    emit layerWanted(m_name, 0, at);
}

void OpenedLayer::showWorking(const LensWorking& working, const LensLayer& layer, bool inputIsPicture,
                              const HostArray& sample, bool inputIsMade) {
    if (m_depth != Depth::Number)
        return;
    m_inputs.clear();
    for (const LensArray& input : layer.inputs)
        m_inputs.push_back(QString::fromStdString(input.name.text()));
    m_working->setWorking(working, layer, inputIsPicture, inputIsMade);
    m_working->setSample(sample);
    if (m_pages->currentWidget() != m_working) {
        m_pages->setCurrentWidget(m_working);
        m_working->output().setFocus(); // Escape and the arrows go on
    }
    showHead();
}

void OpenedLayer::showSentence(const QString& sentence) {
    m_sentence->setText(sentence);
    m_pages->setCurrentWidget(m_sentence);
}

QString OpenedLayer::sentence() const {
    return m_pages->currentWidget() == m_sentence ? m_sentence->text() : QString();
}

void OpenedLayer::back() {
    if (m_depth == Depth::Number && !m_trail.empty()) {
        const Number before = m_trail.back();
        m_trail.pop_back();
        const bool same = before.layer == m_name;
        m_name = before.layer;
        if (same)
            emit wanted(before.stage, before.at);
        else
            emit layerWanted(before.layer, before.stage, before.at);
        return;
    }
    if (m_depth == Depth::Number) {
        m_pages->setCurrentWidget(m_page);
        setDepth(Depth::Layer);
        m_page->output().setFocus();
        return;
    }
    close();
}

void OpenedLayer::close() {
    if (m_depth == Depth::Closed)
        return;
    m_growth->stop();
    hide();
    if (m_former)
        m_former->setFocus();
    setDepth(Depth::Closed);
}

void OpenedLayer::setDepth(Depth depth) {
    if (std::exchange(m_depth, depth) == depth)
        return;
    showHead();
    emit depthChanged(depth);
}

void OpenedLayer::showHead() {
    const bool number = m_depth == Depth::Number;
    m_back->setText(!number ? tr("Network") : m_trail.empty() ? m_name : m_trail.back().name);
    m_title->setText(number ? QString() : m_name);
    m_scale->setVisible(!number);
}

void OpenedLayer::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        m_legend->setPixmap(legendPixmap(palette(), devicePixelRatioF()));
}

bool OpenedLayer::eventFilter(QObject* watched, QEvent* event) {
    // What nobody else wanted, wherever the keyboard is.
    if (watched == window() && event->type() == QEvent::KeyPress && m_depth != Depth::Closed &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        back();
        return true;
    }
    if (m_depth != Depth::Closed &&
        (event->type() == QEvent::Resize || event->type() == QEvent::Move || event->type() == QEvent::Show))
        fit();
    // Another page of the window is shown.
    if (watched == m_over.back() && event->type() == QEvent::Hide)
        close();
    return QWidget::eventFilter(watched, event);
}

void OpenedLayer::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        back();
    else
        QWidget::keyPressEvent(event);
}

/// Beside the frame lies the network.
void OpenedLayer::mousePressEvent(QMouseEvent* event) {
    if (!m_frame->geometry().contains(event->position().toPoint()))
        close();
}

void OpenedLayer::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    QColor veil = palette().color(QPalette::Window);
    veil.setAlpha(190);
    painter.fillRect(rect(), veil);
}

} // namespace protomind
