// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lessons/task_view.h"

#include "desktop/lessons/text/markdown_label.h"
#include "desktop/style/quantity_colours.h"
#include "desktop/words/worded.h"
#include "studio/course/task_check.h"

#include <QHBoxLayout>
#include <QHash>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace protomind {

namespace {

/// How a learner calls what a check looks at.
const QHash<QString, QString>& stateTitles() {
    static const QHash<QString, QString> kTitles{
        {QStringLiteral("line.loss"), TaskView::tr("loss")},
        {QStringLiteral("line.best_loss"), TaskView::tr("smallest possible loss")},
        {QStringLiteral("line.m"), QStringLiteral("m")},
        {QStringLiteral("line.b"), QStringLiteral("b")},
        {QStringLiteral("line.points"), TaskView::tr("points")},
        {QStringLiteral("run.steps"), TaskView::tr("steps")},
        {QStringLiteral("run.epochs"), TaskView::tr("epochs")},
        {QStringLiteral("run.diverged"), TaskView::tr("training left the picture")},
        {QStringLiteral("run.trained"), TaskView::tr("trained")},
        {QStringLiteral("train.loss"), TaskView::tr("loss in training")},
        {QStringLiteral("train.accuracy"), TaskView::tr("accuracy in training")},
        {QStringLiteral("validation.loss"), TaskView::tr("loss in validation")},
        {QStringLiteral("validation.accuracy"), TaskView::tr("accuracy in validation")},
        {QStringLiteral("test.loss"), TaskView::tr("loss in the test")},
        {QStringLiteral("test.accuracy"), TaskView::tr("accuracy in the test")},
        {QStringLiteral("network.parameters"), TaskView::tr("parameters")},
        {QStringLiteral("training.batch_size"), TaskView::tr("batch size")},
        {QStringLiteral("training.learning_rate"), TaskView::tr("learning rate")},
        {QStringLiteral("steps.by_hand"), TaskView::tr("moves by hand")},
    };
    return kTitles;
}

/// Three figures will do.
QString shortened(const QString& value) {
    bool isNumber = false;
    const double number = value.toDouble(&isNumber);
    return isNumber ? QLocale().toString(number, 'g', 3) : value;
}

QString titleOf(const QString& name) {
    return stateTitles().value(name, name);
}

/// The part of a check with names that a learner knows.
QString spoken(QString text) {
    // abs(a - 2) < 0.1 says: about 2.
    static const QRegularExpression kAbout(QStringLiteral("abs\\((.+?) - ([0-9.]+)\\) < [0-9.]+"));
    static const QRegularExpression kWeight(QStringLiteral("weight\\(\"[^\"]*\", (\\d+)\\)"));
    for (auto found = kWeight.match(text); found.hasMatch(); found = kWeight.match(text))
        text.replace(found.capturedStart(), found.capturedLength(),
                     TaskView::tr("weight %1").arg(found.captured(1).toInt() + 1));
    text.replace(kAbout, QStringLiteral("\\1 ≈ \\2"));
    for (auto title = stateTitles().cbegin(); title != stateTitles().cend(); ++title)
        text.replace(title.key(), title.value());
    for (const auto& [sign, shown] :
         {std::pair{">=", "≥"}, std::pair{"<=", "≤"}, std::pair{"==", "="}, std::pair{"!=", "≠"}})
        text.replace(QLatin1String(sign), QString::fromUtf8(shown));
    return text.replace(QLatin1String(" and "), TaskView::tr(" and "))
        .replace(QLatin1String(" or "), TaskView::tr(" or "));
}

} // namespace

QString missingText(const std::vector<MissingPart>& parts) {
    QStringList lines;
    for (const MissingPart& part : parts) {
        QStringList values;
        for (const auto& [name, value] : part.values)
            values << (part.values.size() == 1
                           ? shortened(worded(value))
                           : TaskView::tr("%1 is %2")
                                 .arg(titleOf(QString::fromStdString(name)), shortened(worded(value))));
        const QString text = spoken(QString::fromStdString(part.text));
        lines << (values.isEmpty() ? text
                                   : TaskView::tr("%1 – now %2").arg(text, values.join(TaskView::tr(", "))));
    }
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
    if (!m_step.task || m_done || m_demonstration != Demonstration::Offered)
        return;
    const std::vector<MissingPart> missing = missingFor(m_step.task->check, state);
    if (missing.empty()) {
        setDone();
        emit done();
        return;
    }
    if (missing.front().holdsSinceAnEpoch) {
        showStatus(tr("Nearly: one epoch may be luck. It counts if the next one is as good."), false);
        return;
    }
    showStatus(tr("Still missing: %1").arg(missingText(missing)), false);
}

void TaskView::setDone() {
    m_done = true;
    if (m_status)
        showStatus(tr("✓ Done"), true);
    m_hintButton->hide();
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
