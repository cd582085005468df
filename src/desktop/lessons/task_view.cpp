// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lessons/task_view.h"

#include "desktop/lessons/text/markdown_label.h"
#include "desktop/style/quantity_colours.h"
#include "desktop/words/choice_title.h"
#include "desktop/words/shown_number.h"
#include "desktop/words/worded.h"
#include "studio/course/missing_sentence.h"
#include "studio/course/task_check.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <cmath>

namespace protomind {

namespace {

constexpr double kExactWholes = 1e15;
/// From here on, three figures are a whole number.
constexpr double kWholeFigures = 100;

/// A word of a setting for a person: "relu" -> "ReLU".
QString settingWord(const std::string& word) {
    const QString known = knownChoiceTitle(word);
    return known.isEmpty() ? worded(QString::fromStdString(word).replace(QLatin1Char('_'), QLatin1Char(' ')))
                           : known;
}

/// Three figures will do.
std::string writtenValue(const StateValue& value, bool percent) {
    if (const auto* number = std::get_if<double>(&value)) {
        const double shown = percent ? shownPercent(*number) : *number;
        const double size = std::abs(shown);
        const bool whole = (shown == std::round(shown) || size >= kWholeFigures) && size < kExactWholes;
        const QString figures = whole ? shownNumber(shown, 'f', 0) : shownNumber(shown, 'g', 3);
        return (percent ? TaskView::tr("%1 %").arg(figures) : figures).toStdString();
    }
    if (const auto* word = std::get_if<std::string>(&value))
        return settingWord(*word).toStdString();
    return worded(stateText(value)).toStdString();
}

} // namespace

QString missingText(const Task& task, const LiveState& state) {
    QStringList lines;
    for (const MissingPart& part : task.check.missing(state))
        if (part.index < task.missing.size())
            lines << QString::fromStdString(task.missing[part.index].text(state, writtenValue));
    // Several parts may wait for the same.
    lines.removeDuplicates();
    return lines.join(QLatin1Char('\n'));
}

QString doneText(const Task& task, const LiveState& state) {
    QStringList lines;
    for (const MissingSentence& sentence : task.done)
        if (sentence.canBeSaid(state))
            lines << QString::fromStdString(sentence.text(state, writtenValue));
    return lines.join(QLatin1Char('\n'));
}

TaskView::TaskView(const LessonStep& step, const LessonWords& words, QWidget* parent)
    : QWidget(parent)
    , m_step(step)
    , m_words(words) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    if (m_step.task) {
        addText(*layout, QString::fromStdString(m_step.task->words));
        m_status = new QLabel(this);
        m_status->setObjectName(QStringLiteral("taskStatus"));
        m_status->setTextFormat(Qt::PlainText);
        m_status->setWordWrap(true);
        m_status->setAccessibleName(tr("How far the task is"));
        layout->addWidget(m_status);
        if (!m_step.task->done.empty()) {
            m_outcome = new QLabel(this);
            m_outcome->setObjectName(QStringLiteral("taskOutcome"));
            m_outcome->setTextFormat(Qt::PlainText);
            m_outcome->setWordWrap(true);
            m_outcome->setAccessibleName(tr("What came out"));
            m_outcome->hide();
            layout->addWidget(m_outcome);
        }
    }
    makeHelp(*layout);
}

MarkdownLabel* TaskView::addText(QVBoxLayout& layout, const QString& markdown) {
    MarkdownLabel* label = m_words.label(markdown, this);
    connect(label, &MarkdownLabel::linkPressed, this, &TaskView::linkPressed);
    layout.addWidget(label);
    return label;
}

void TaskView::makeHelp(QVBoxLayout& layout) {
    m_hints = new QVBoxLayout;
    m_hints->setSpacing(6);
    layout.addLayout(m_hints);
    auto* row = new QHBoxLayout;
    m_hintButton = new QPushButton(tr("A hint"), this);
    m_hintButton->setObjectName(QStringLiteral("lessonHint"));
    m_hintButton->setVisible(!m_step.hints.empty());
    connect(m_hintButton, &QPushButton::clicked, this, &TaskView::showHint);
    m_showButton = new QPushButton(this);
    m_showButton->setObjectName(QStringLiteral("lessonShow"));
    m_showButton->setVisible(!m_step.demonstration().empty());
    connect(m_showButton, &QPushButton::clicked, this, &TaskView::pressShow);
    row->addWidget(m_hintButton);
    row->addWidget(m_showButton);
    row->addStretch(1);
    layout.addLayout(row);
    setDemonstration(Demonstration::Offered);
}

void TaskView::showHint() {
    if (m_hintsShown >= static_cast<int>(m_step.hints.size()))
        return;
    addText(*m_hints, QStringLiteral("> ") +
                          QString::fromStdString(m_step.hints[static_cast<std::size_t>(m_hintsShown)])
                              .trimmed()
                              .replace(QLatin1Char('\n'), QStringLiteral("\n> ")));
    ++m_hintsShown;
    const bool more = m_hintsShown < static_cast<int>(m_step.hints.size());
    m_hintButton->setText(tr("Another hint"));
    m_hintButton->setVisible(more);
    emit hintTaken(m_hintsShown);
}

void TaskView::setDemonstration(Demonstration state) {
    m_demonstration = state;
    switch (state) {
    case Demonstration::Offered:
        m_showButton->setText(tr("Show me"));
        m_showButton->setToolTip(tr("Do it before my eyes, slowly"));
        break;
    case Demonstration::Running:
        m_showButton->setText(tr("Stop showing"));
        m_showButton->setToolTip(tr("Stop here, and take back what was shown"));
        break;
    case Demonstration::Shown:
        m_showButton->setText(tr("Let me try"));
        m_showButton->setToolTip(tr("Take back what was shown"));
        break;
    }
}

void TaskView::pressShow() {
    switch (m_demonstration) {
    case Demonstration::Offered:
        emit showPressed();
        break;
    case Demonstration::Running:
        emit stopPressed();
        break;
    case Demonstration::Shown:
        emit takeBackPressed();
        break;
    }
}

void TaskView::follow(const LiveState& state) {
    if (m_step.task && m_done)
        showOutcome(state);
    if (!m_step.task || m_done || m_demonstration != Demonstration::Offered)
        return;
    const std::vector<MissingPart> missing = missingFor(m_step.task->check, state);
    if (missing.empty()) {
        setDone();
        showOutcome(state);
        emit done();
        return;
    }
    if (missing.front().holdsSinceAnEpoch) {
        showStatus(tr("Nearly: one epoch may be luck. It counts if the next one is as good."), false);
        return;
    }
    const QString said = missingText(*m_step.task, state);
    showStatus(said.isEmpty() ? tr("Not done yet.") : said, false);
}

void TaskView::setDone() {
    m_done = true;
    if (m_status)
        showStatus(tr("✓ Done"), true);
    m_hintButton->hide();
}

void TaskView::showOutcome(const LiveState& state) {
    if (m_outcome == nullptr)
        return;
    const QString said = doneText(*m_step.task, state);
    if (m_outcome->text() != said)
        m_outcome->setText(said);
    m_outcome->setVisible(!said.isEmpty());
}

void TaskView::showStatus(const QString& text, bool done) {
    if (m_status->text() == text)
        return;
    QPalette colours = palette();
    if (done)
        colours.setColor(QPalette::WindowText, rightColour(palette()));
    m_status->setPalette(colours);
    m_status->setText(text);
}

} // namespace protomind
