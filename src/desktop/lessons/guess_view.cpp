// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lessons/guess_view.h"

#include "desktop/lessons/answer_button.h"
#include "desktop/lessons/guess/guess_pad.h"
#include "desktop/lessons/text/markdown_label.h"
#include "desktop/style/quantity_colours.h"
#include "studio/course/run_curve.h"

#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <cmath>

namespace protomind {

GuessView::GuessView(const Prediction& prediction, const LessonWords& words, QWidget* parent)
    : QWidget(parent)
    , m_prediction(prediction)
    , m_words(words) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    addText(*layout, QString::fromStdString(m_prediction.question));
    if (m_prediction.kind == Prediction::Kind::Choice)
        makeChoice(*layout);
    else
        makePicture(*layout);
    m_keep = new QPushButton(tr("That is my guess"), this);
    m_keep->setObjectName(QStringLiteral("keepGuess"));
    m_keep->setToolTip(tr("It is kept, and compared with what really happens"));
    m_keep->hide();
    connect(m_keep, &QPushButton::clicked, this, &GuessView::keep);
    layout->addWidget(m_keep, 0, Qt::AlignLeft);
    m_state = new QLabel(this);
    m_state->setObjectName(QStringLiteral("guessState"));
    m_state->setWordWrap(true);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setText(tr("Guess first: it makes you look closer. A wrong guess costs nothing."));
    layout->addWidget(m_state);
    m_afterwards = addText(*layout, QString::fromStdString(m_prediction.afterwards));
    m_afterwards->hide();
}

MarkdownLabel* GuessView::addText(QVBoxLayout& layout, const QString& markdown) {
    MarkdownLabel* label = m_words.label(markdown, this);
    connect(label, &MarkdownLabel::linkPressed, this, &GuessView::linkPressed);
    layout.addWidget(label);
    return label;
}

void GuessView::makeChoice(QVBoxLayout& layout) {
    for (const LessonOption& option : m_prediction.options) {
        auto* button = new AnswerButton(QString::fromStdString(option.text), m_words, this);
        button->setObjectName(QStringLiteral("guess-") + QString::fromStdString(option.id));
        button->setAutoExclusive(true);
        connect(button, &QAbstractButton::clicked, this, [this] { m_keep->setVisible(!m_guessed); });
        layout.addWidget(button);
        m_options.push_back(button);
    }
}

void GuessView::makePicture(QVBoxLayout& layout) {
    m_pad = new GuessPad(this);
    const auto& [x, y] = m_prediction.range;
    const bool isPoint = m_prediction.kind == Prediction::Kind::Point;
    m_pad->ask(isPoint ? GuessPad::Kind::Point : GuessPad::Kind::Curve,
               {.left = x[0], .right = x[1], .low = y[0], .high = y[1]}, isPoint ? tr("m") : tr("epoch"),
               isPoint             ? tr("b")
               : guessesAccuracy() ? tr("accuracy")
                                   : tr("loss"));
    const auto offer = [this] { m_keep->setVisible(!m_guessed); };
    connect(m_pad, &GuessPad::pointGuessed, this, offer);
    connect(m_pad, &GuessPad::curveGuessed, this, offer);
    layout.addWidget(m_pad);
}

bool GuessView::guessesAccuracy() const {
    const auto* curve = std::get_if<CurveAnswer>(&m_prediction.answer);
    return curve != nullptr && curve->curve.ends_with(".accuracy");
}

void GuessView::layOver(const std::vector<std::array<double, 2>>& curve) {
    QPolygonF truth;
    for (const auto& [epoch, figure] : curve)
        truth << QPointF(epoch, figure);
    if (m_pad && !truth.isEmpty())
        m_pad->showTruth(truth);
}

/// The guess as it stands; empty where there is none yet.
QString GuessView::present() const {
    for (std::size_t i = 0; i < m_options.size(); ++i)
        if (m_options[i]->isChecked())
            return QString::fromStdString(m_prediction.options[i].id);
    QStringList numbers;
    QPolygonF drawn;
    if (m_pad && m_pad->point())
        drawn << *m_pad->point();
    else if (m_pad)
        drawn = m_pad->curve();
    for (const QPointF& point : drawn)
        numbers << QString::number(point.x(), 'g', 6) << QString::number(point.y(), 'g', 6);
    return numbers.join(QLatin1Char(' '));
}

void GuessView::keyPressEvent(QKeyEvent* event) {
    if (!m_guessed && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        keep();
    else
        QWidget::keyPressEvent(event);
}

void GuessView::keep() {
    const QString guess = present();
    if (guess.isEmpty())
        return;
    setGuess(guess);
    emit guessed(guess);
}

void GuessView::setGuess(const QString& guess) {
    m_guess = guess;
    m_guessed = true;
    for (std::size_t i = 0; i < m_options.size(); ++i) {
        m_options[i]->setChecked(QString::fromStdString(m_prediction.options[i].id) == guess);
        m_options[i]->setEnabled(false);
    }
    if (m_pad) {
        const QStringList numbers = guess.split(QLatin1Char(' '), Qt::SkipEmptyParts);
        QPolygonF points;
        for (qsizetype i = 0; i + 1 < numbers.size(); i += 2)
            points << QPointF(numbers[i].toDouble(), numbers[i + 1].toDouble());
        if (m_prediction.kind == Prediction::Kind::Curve)
            m_pad->setCurve(points);
        else if (!points.isEmpty())
            m_pad->setPoint(points.front());
        m_pad->setReadOnly(tr("Your guess is kept as it is."));
    }
    m_keep->hide();
    m_state->setText(tr("Your guess is kept. Now see what happens."));
}

void GuessView::reveal(std::span<const HistoryPoint> run) {
    if (!m_guessed)
        return;
    if (const auto* curve = std::get_if<CurveAnswer>(&m_prediction.answer))
        layOver(runCurve(run, curve->curve));
    if (m_revealed)
        return;
    m_revealed = true;
    std::optional<bool> right;
    if (const auto* choice = std::get_if<ChoiceAnswer>(&m_prediction.answer)) {
        right = m_guess.toStdString() == choice->option;
        for (std::size_t i = 0; i < m_options.size(); ++i) {
            const bool isRight = m_prediction.options[i].id == choice->option;
            if (isRight || m_options[i]->isChecked())
                m_options[i]->setVerdict(
                    isRight ? AnswerButton::Verdict::Right : AnswerButton::Verdict::Wrong, {});
        }
    } else if (const auto* point = std::get_if<PointAnswer>(&m_prediction.answer)) {
        const QPointF truth(point->place[0], point->place[1]);
        if (const auto guess = m_pad->point())
            right = std::hypot(guess->x() - truth.x(), guess->y() - truth.y()) <= point->tolerance;
        m_pad->showTruth(truth, point->tolerance);
    }
    QPalette colours = palette();
    if (right)
        colours.setColor(QPalette::WindowText, *right ? rightColour(palette()) : wrongColour(palette()));
    m_state->setPalette(colours);
    m_state->setText(!right   ? tr("This is what really happened:")
                     : *right ? tr("✓ You saw it coming.")
                              : tr("✗ It went another way than you thought. That is how one learns."));
    m_afterwards->setVisible(!m_prediction.afterwards.empty());
}

} // namespace protomind
