// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lessons/question_view.h"

#include "desktop/lessons/answer_button.h"
#include "desktop/lessons/text/markdown_label.h"
#include "desktop/style/quantity_colours.h"
#include "desktop/words/shown_number.h"
#include "desktop/words/worded.h"
#include "engine/base/typed_number.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace protomind {

namespace {

/// 0.55 is within 0.05 of 0.5, whatever binary fractions say.
constexpr double kRounding = 1e-9;

} // namespace

QuestionView::QuestionView(const Question& question, const LessonWords& words, QWidget* parent)
    : QWidget(parent)
    , m_question(question)
    , m_words(words) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    addText(*layout, QString::fromStdString(m_question.question));
    if (std::holds_alternative<ChoiceAnswer>(m_question.answer))
        makeChoice(*layout);
    else if (std::holds_alternative<NumberAnswer>(m_question.answer))
        makeNumber(*layout);
    else if (std::holds_alternative<OrderAnswer>(m_question.answer))
        makeOrder(*layout);
    else
        makeLayer(*layout);
    m_verdictWord = new QLabel(this);
    m_verdictWord->hide();
    layout->addWidget(m_verdictWord);
    m_verdict = addText(*layout, {});
    m_verdict->hide();
}

MarkdownLabel* QuestionView::addText(QVBoxLayout& layout, const QString& markdown) {
    MarkdownLabel* label = m_words.label(markdown, this);
    connect(label, &MarkdownLabel::linkPressed, this, &QuestionView::linkPressed);
    layout.addWidget(label);
    return label;
}

bool QuestionView::wantsLayer() const {
    return !m_answered && std::holds_alternative<LayerAnswer>(m_question.answer);
}

void QuestionView::makeChoice(QVBoxLayout& layout) {
    for (std::size_t i = 0; i < m_question.options.size(); ++i) {
        auto* button = new AnswerButton(QString::fromStdString(m_question.options[i].text), m_words, this);
        button->setObjectName(QStringLiteral("answer-") + QString::fromStdString(m_question.options[i].id));
        button->setAutoExclusive(true);
        connect(button, &QAbstractButton::clicked, this, &QuestionView::showChoice);
        connect(button, &AnswerButton::linkPressed, this, &QuestionView::linkPressed);
        layout.addWidget(button);
        m_options.push_back(button);
    }
    addAnswerButton(layout, tr("Choose an answer first."));
}

/// Answers that were given have their explanations: they are not given once more.
void QuestionView::showChoice() {
    const auto chosen = std::ranges::find_if(m_options, &QAbstractButton::isChecked);
    setChosen(chosen != m_options.end() && (*chosen)->verdict() == AnswerButton::Verdict::None,
              tr("Choose an answer first."));
}

void QuestionView::checkChoice(std::size_t option) {
    AnswerButton& button = *m_options[option];
    if (m_answered || button.verdict() != AnswerButton::Verdict::None)
        return;
    const LessonOption& chosen = m_question.options[option];
    const bool right = chosen.id == std::get<ChoiceAnswer>(m_question.answer).option;
    button.setVerdict(right ? AnswerButton::Verdict::Right : AnswerButton::Verdict::Wrong,
                      QString::fromStdString(chosen.explanation));
    m_answered = right;
    for (AnswerButton* other : m_options)
        if (right && other->verdict() == AnswerButton::Verdict::None)
            other->setEnabled(false);
    showChoice();
    m_answer->setVisible(!m_answered);
    emit answered(QString::fromStdString(chosen.id), right);
}

void QuestionView::makeNumber(QVBoxLayout& layout) {
    auto* row = new QHBoxLayout;
    m_number = new QLineEdit(this);
    m_number->setObjectName(QStringLiteral("numberAnswer"));
    m_number->setAccessibleName(tr("Your answer"));
    m_number->setPlaceholderText(tr("A number"));
    m_number->setMaximumWidth(m_number->fontMetrics().averageCharWidth() * 22);
    row->addWidget(m_number);
    addAnswerButton(*row);
    m_answer->setObjectName(QStringLiteral("numberCheck"));
    row->addStretch(1);
    layout.addLayout(row);
    m_controls = {m_number, m_answer};
}

void QuestionView::checkNumber() {
    const auto& wanted = std::get<NumberAnswer>(m_question.answer);
    const auto isRight = [&wanted](double answer) {
        return std::abs(answer - wanted.value) <= wanted.tolerance + kRounding * (1 + std::abs(wanted.value));
    };
    QString joined = m_number->text();
    joined.remove(QLatin1Char(',')).remove(QLatin1Char('.'));
    // Who writes thousands apart, as in 62,730, means them where they are right.
    if (couldBeThousands(m_number->text().toStdString()) && isRight(joined.toDouble())) {
        judge(joined, true);
        return;
    }
    const auto value = typedNumber(m_number->text());
    if (!value) {
        m_verdictWord->hide();
        const bool unclear = !value.error().remedy.empty();
        m_verdict->showMarkdown(unclear ? wordedWithoutPlace(value.error())
                                        : tr("Type a number, such as %1.").arg(shownNumber(0.5)));
        m_verdict->show();
        return;
    }
    judge(QString::number(*value, 'g', 12), isRight(*value));
}

void QuestionView::makeOrder(QVBoxLayout& layout) {
    m_order = new QListWidget(this);
    m_order->setObjectName(QStringLiteral("orderAnswer"));
    m_order->setAccessibleName(tr("Steps to bring into order"));
    m_order->setDragDropMode(QAbstractItemView::InternalMove);
    m_order->setWordWrap(true);
    m_order->setTextElideMode(Qt::ElideNone);
    for (const LessonOption& option : m_question.options) {
        auto* item = new QListWidgetItem(QString::fromStdString(option.text), m_order);
        item->setData(Qt::UserRole, QString::fromStdString(option.id));
    }
    m_order->setCurrentRow(0);
    m_order->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_order->setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents);
    layout.addWidget(m_order);
    auto* row = new QHBoxLayout;
    auto* up = new QPushButton(tr("Up"), this);
    auto* down = new QPushButton(tr("Down"), this);
    up->setObjectName(QStringLiteral("orderUp"));
    down->setObjectName(QStringLiteral("orderDown"));
    connect(up, &QPushButton::clicked, this, [this] { moveRow(-1); });
    connect(down, &QPushButton::clicked, this, [this] { moveRow(1); });
    for (QPushButton* button : {up, down})
        row->addWidget(button);
    row->addStretch(1);
    addAnswerButton(*row);
    m_answer->setObjectName(QStringLiteral("orderCheck"));
    layout.addLayout(row);
    m_controls = {m_order, up, down, m_answer};
}

void QuestionView::moveRow(int by) {
    const int row = m_order->currentRow();
    if (row < 0 || row + by < 0 || row + by >= m_order->count())
        return;
    m_order->insertItem(row + by, m_order->takeItem(row));
    m_order->setCurrentRow(row + by);
}

void QuestionView::checkOrder() {
    QStringList given;
    for (int row = 0; row < m_order->count(); ++row)
        given << m_order->item(row)->data(Qt::UserRole).toString();
    QStringList wanted;
    for (const std::string& id : std::get<OrderAnswer>(m_question.answer).options)
        wanted << QString::fromStdString(id);
    judge(given.join(QLatin1Char(' ')), given == wanted);
}

void QuestionView::makeLayer(QVBoxLayout& layout) {
    m_chosenLayer = new QLabel(tr("Click the layer on the canvas."), this);
    m_chosenLayer->setObjectName(QStringLiteral("chosenLayer"));
    m_chosenLayer->setTextFormat(Qt::PlainText);
    m_chosenLayer->setWordWrap(true);
    layout.addWidget(m_chosenLayer);
    addAnswerButton(layout, tr("Click a layer on the canvas first."));
    m_controls = {m_answer};
}

void QuestionView::offerLayer(const std::string& name) {
    if (!wantsLayer())
        return;
    m_layer = name;
    m_chosenLayer->setText(tr("You chose: %1").arg(QString::fromStdString(name)));
    m_verdictWord->hide();
    m_verdict->hide();
    setChosen(true);
}

void QuestionView::checkLayer() {
    judge(QString::fromStdString(m_layer), m_layer == std::get<LayerAnswer>(m_question.answer).layer);
    setChosen(false, tr("Click another layer on the canvas first."));
}

/// obstacle: why it can't be pressed yet, where something is to be chosen first.
void QuestionView::addAnswerButton(QBoxLayout& layout, const QString& obstacle) {
    m_answer = new QPushButton(tr("Answer"), this);
    m_answer->setObjectName(QStringLiteral("giveAnswer"));
    connect(m_answer, &QPushButton::clicked, this, &QuestionView::answer);
    layout.addWidget(m_answer, 0, Qt::AlignLeft);
    if (!obstacle.isEmpty())
        setChosen(false, obstacle);
}

void QuestionView::setChosen(bool chosen, const QString& obstacle) {
    m_answer->setEnabled(chosen);
    m_answer->setToolTip(chosen ? QString() : obstacle);
}

void QuestionView::answer() {
    if (m_answered || !m_answer->isEnabled())
        return;
    if (m_number) {
        checkNumber();
    } else if (m_order) {
        checkOrder();
    } else if (m_chosenLayer) {
        checkLayer();
    } else {
        const auto chosen = std::ranges::find_if(m_options, &QAbstractButton::isChecked);
        if (chosen != m_options.end())
            checkChoice(static_cast<std::size_t>(chosen - m_options.begin()));
    }
}

void QuestionView::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        answer();
    else
        QWidget::keyPressEvent(event);
}

void QuestionView::judge(const QString& answer, bool right) {
    m_answered = right;
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, right ? rightColour(palette()) : wrongColour(palette()));
    m_verdictWord->setPalette(colours);
    m_verdictWord->setText(right ? tr("✓ Right") : tr("✗ Not yet"));
    m_verdictWord->show();
    m_verdict->showMarkdown(QString::fromStdString(right ? m_question.whenRight : m_question.whenWrong),
                            m_words.folder);
    m_verdict->show();
    for (QWidget* control : m_controls)
        control->setEnabled(!right);
    m_answer->setVisible(!right);
    emit answered(answer, right);
}

void QuestionView::showAnswered() {
    if (m_answered)
        return;
    const QSignalBlocker quiet(this);
    if (const auto* choice = std::get_if<ChoiceAnswer>(&m_question.answer)) {
        for (std::size_t i = 0; i < m_question.options.size(); ++i)
            if (m_question.options[i].id == choice->option) {
                m_options[i]->setChecked(true);
                checkChoice(i);
            }
        return;
    }
    if (const auto* number = std::get_if<NumberAnswer>(&m_question.answer))
        m_number->setText(shownNumber(number->value));
    if (const auto* layer = std::get_if<LayerAnswer>(&m_question.answer))
        offerLayer(layer->layer);
    judge({}, true);
}

} // namespace protomind
