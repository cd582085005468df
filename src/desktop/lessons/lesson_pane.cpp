// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lessons/lesson_pane.h"

#include "desktop/lessons/guess_view.h"
#include "desktop/lessons/question_view.h"
#include "desktop/lessons/task_view.h"
#include "desktop/lessons/text/markdown_label.h"
#include "studio/course/order_shuffle.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace protomind {

namespace {

constexpr int kMargin = 12;
constexpr double kTitleScale = 1.35;
constexpr int kNarrowest = 36; ///< in letters

} // namespace

LessonPane::LessonPane(const FormulaPictures& formulas, QWidget* parent)
    : QWidget(parent)
    , m_words{.formulas = &formulas, .folder = {}} {
    setObjectName(QStringLiteral("lessonPane"));
    setAccessibleName(tr("Lesson"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);

    auto* head = new QHBoxLayout;
    head->setContentsMargins(kMargin, 6, 6, 4);
    m_place = new QLabel(this);
    m_place->setTextFormat(Qt::PlainText);
    m_place->setWordWrap(true);
    head->addWidget(m_place, 1);
    auto* more = new QToolButton(this);
    more->setObjectName(QStringLiteral("lessonMenu"));
    more->setText(QStringLiteral("⋯"));
    more->setAutoRaise(true);
    more->setPopupMode(QToolButton::InstantPopup);
    more->setAccessibleName(tr("More about this lesson"));
    more->setToolTip(tr("More about this lesson"));
    auto* menu = new QMenu(more);
    menu->addAction(tr("Start fresh"), this, &LessonPane::startFreshPressed)
        ->setToolTip(tr("Forget what you did in this lesson, and begin with its first page"));
    menu->addAction(tr("Leave the lesson"), this, &LessonPane::closePressed);
    menu->setToolTipsVisible(true);
    more->setMenu(menu);
    head->addWidget(more);
    auto* close = new QToolButton(this);
    close->setObjectName(QStringLiteral("lessonClose"));
    close->setText(QStringLiteral("✕"));
    close->setAutoRaise(true);
    close->setAccessibleName(tr("Leave the lesson"));
    close->setToolTip(tr("Leave the lesson. What was open before comes back, and you can go on here later."));
    connect(close, &QToolButton::clicked, this, &LessonPane::closePressed);
    head->addWidget(close);
    layout->addLayout(head);
    m_progress = new QProgressBar(this);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(4);
    m_progress->setAccessibleName(tr("How far you are in the lesson"));
    layout->addWidget(m_progress);

    m_scroll = new QScrollArea(this);
    m_scroll->setObjectName(QStringLiteral("lessonText"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setAccessibleName(tr("Text of the lesson"));
    layout->addWidget(m_scroll, 1);

    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(kMargin, 6, kMargin, 8);
    m_back = new QPushButton(tr("Back"), this);
    m_back->setObjectName(QStringLiteral("lessonBack"));
    connect(m_back, &QPushButton::clicked, this, &LessonPane::backPressed);
    m_next = new QPushButton(this);
    m_next->setObjectName(QStringLiteral("lessonNext"));
    connect(m_next, &QPushButton::clicked, this, &LessonPane::nextPressed);
    foot->addWidget(m_back);
    foot->addStretch(1);
    foot->addWidget(m_next);
    layout->addLayout(foot);
    restyle();
}

void LessonPane::clear() {
    m_task = nullptr;
    m_prediction = nullptr;
    m_questions.clear();
    m_headings.clear();
    // Taken down later: it may be in the middle of its own click.
    if (QWidget* old = m_scroll->takeWidget()) {
        old->hide();
        old->deleteLater();
    }
    auto* page = new QWidget;
    m_page = new QVBoxLayout(page);
    m_page->setContentsMargins(kMargin, 8, kMargin, kMargin);
    m_page->setSpacing(10);
    m_scroll->setWidget(page);
}

void LessonPane::addHeading(const QString& text) {
    auto* label = new QLabel(text, m_scroll->widget());
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    m_page->addWidget(label);
    m_headings.push_back(label);
}

MarkdownLabel* LessonPane::addText(const QString& markdown) {
    MarkdownLabel* label = m_words.label(markdown, m_scroll->widget());
    connect(label, &MarkdownLabel::linkPressed, this, &LessonPane::linkPressed);
    m_page->addWidget(label);
    return label;
}

void LessonPane::showStep(const Lesson& lesson, std::size_t index, const LearnerMarks& record) {
    const LessonStep& step = lesson.steps.at(index);
    m_words.folder = QString::fromStdString(lesson.folder);
    m_isFirst = index == 0;
    m_isLast = index + 1 == lesson.steps.size();
    clear();
    m_place->setText(tr("%1 · page %2 of %3")
                         .arg(QString::fromStdString(lesson.title))
                         .arg(index + 1)
                         .arg(lesson.steps.size()));
    m_progress->setRange(0, static_cast<int>(lesson.steps.size()));
    m_progress->setValue(static_cast<int>(index) + 1);
    makePage(lesson, step, record, m_isLast);
    m_page->addStretch(1);
    restyle();
    showWay();
    m_scroll->verticalScrollBar()->setValue(0);
}

void LessonPane::makePage(const Lesson& lesson, const LessonStep& step, const LearnerMarks& record,
                          bool last) {
    addHeading(QString::fromStdString(step.title));
    if (step.untranslated)
        addText(tr("*Parts of this page are not translated yet, and stand here in English.*"))
            ->setObjectName(QStringLiteral("lessonUntranslated"));
    addText(QString::fromStdString(step.text));
    if (step.prediction) {
        addHeading(tr("Your guess"));
        m_prediction = new GuessView(*step.prediction, m_words, m_scroll->widget());
        m_page->addWidget(m_prediction);
        // Where there is nothing to do, nothing else would tell.
        const bool tellsAtOnce = !step.task && step.prediction->kind != Prediction::Kind::Curve;
        if (const auto kept = record.guesses.find(step.prediction->id); kept != record.guesses.end()) {
            m_prediction->setGuess(QString::fromStdString(kept->second));
            if (tellsAtOnce)
                m_prediction->reveal({});
        }
        connect(m_prediction, &GuessView::linkPressed, this, &LessonPane::linkPressed);
        connect(m_prediction, &GuessView::guessed, this, [this, tellsAtOnce](const QString& guess) {
            emit guessed(QString::fromStdString(m_prediction->prediction().id), guess);
            if (tellsAtOnce)
                m_prediction->reveal({});
        });
    }
    if (step.task || !step.hints.empty() || !step.demonstration().empty()) {
        if (step.task)
            addHeading(tr("Your task"));
        m_task = new TaskView(step, m_words, m_scroll->widget());
        m_page->addWidget(m_task);
        if (record.tasks.contains(step.id))
            m_task->setDone();
        connect(m_task, &TaskView::done, this, [this] {
            showWay();
            emit taskDone();
        });
        connect(m_task, &TaskView::hintTaken, this, &LessonPane::hintTaken);
        connect(m_task, &TaskView::showPressed, this, &LessonPane::showPressed);
        connect(m_task, &TaskView::stopPressed, this, &LessonPane::stopPressed);
        connect(m_task, &TaskView::takeBackPressed, this, &LessonPane::takeBackPressed);
        connect(m_task, &TaskView::linkPressed, this, &LessonPane::linkPressed);
    }
    if (!step.quiz.empty())
        addHeading(step.quiz.size() == 1 ? tr("A question") : tr("Questions"));
    for (const Question& question : step.quiz)
        addQuestion(question, record, false);
    if (!last)
        return;
    // What went wrong at first is asked once more at the end.
    bool headed = false;
    for (const LessonStep& other : lesson.steps)
        for (const Question& question : other.quiz)
            if (&other != &step && record.missed.contains(question.id)) {
                if (!headed)
                    addHeading(tr("Once more"));
                headed = true;
                addQuestion(question, record, true);
            }
}

void LessonPane::addQuestion(const Question& question, const LearnerMarks& record, bool again) {
    const bool isAnswered = !again && record.right.contains(question.id);
    Question shown = question;
    if (std::holds_alternative<OrderAnswer>(question.answer))
        shown.options = isAnswered ? orderedOptions(question) : shuffledOptions(question, record.shuffle);
    auto* view = new QuestionView(shown, m_words, m_scroll->widget());
    view->setObjectName(QStringLiteral("question-") + QString::fromStdString(question.id));
    m_page->addWidget(view);
    m_questions.push_back(view);
    if (isAnswered)
        view->showAnswered();
    connect(view, &QuestionView::linkPressed, this, &LessonPane::linkPressed);
    connect(view, &QuestionView::answered, this, [this, view](const QString& answer, bool right) {
        emit answered(QString::fromStdString(view->question().id), answer, right);
    });
}

void LessonPane::showProblem(const QString& title, const QString& sentence) {
    clear();
    m_isFirst = m_isLast = true;
    m_place->setText(title);
    m_progress->setRange(0, 1);
    m_progress->setValue(0);
    auto* label = new QLabel(sentence, m_scroll->widget());
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_page->addWidget(label);
    m_page->addStretch(1);
    showWay();
}

void LessonPane::showWay() {
    m_back->setEnabled(!m_isFirst);
    m_back->setToolTip(m_isFirst ? tr("This is the first page.") : tr("To the page before"));
    const bool open = m_task && !m_task->isDone() && m_task->findChild<QLabel*>(QStringLiteral("taskStatus"));
    m_next->setText(m_isLast ? tr("Finish") : open ? tr("Skip") : tr("Next"));
    m_next->setToolTip(m_isLast ? tr("End the lesson; what was open before comes back")
                       : open   ? tr("Go on without having done the task; you can come back")
                                : tr("To the next page"));
    m_next->setDefault(!open);
    QPalette colours = palette();
    if (!open) {
        colours.setBrush(QPalette::Button, colours.highlight());
        colours.setBrush(QPalette::ButtonText, colours.highlightedText());
    }
    m_next->setPalette(colours);
}

void LessonPane::follow(const LiveState& state) {
    if (m_task)
        m_task->follow(state);
}

void LessonPane::reveal(std::span<const HistoryPoint> run) {
    if (m_prediction)
        m_prediction->reveal(run);
}

void LessonPane::offerLayer(const std::string& name) {
    for (QuestionView* question : m_questions)
        question->offerLayer(name);
}

bool LessonPane::awaitsGuess() const {
    return m_prediction && !m_prediction->isGuessed();
}

void LessonPane::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        restyle();
}

void LessonPane::restyle() {
    if (!m_next)
        return;
    setMinimumWidth(fontMetrics().averageCharWidth() * kNarrowest);
    QFont bold = font();
    bold.setBold(true);
    for (QLabel* heading : m_headings)
        heading->setFont(bold);
    if (!m_headings.empty()) {
        QFont title = bold;
        title.setPointSizeF(title.pointSizeF() * kTitleScale);
        m_headings.front()->setFont(title);
    }
    showWay();
}

} // namespace protomind
