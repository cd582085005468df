// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/predictions/prediction_view.h"

#include "desktop/words/shown_number.h"

#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>

namespace protomind {

QString PredictionView::shortNumber(float value) {
    return shownNumber(static_cast<double>(value), 'g', 3);
}

QString PredictionView::forPart(const QString& training, const QString& keptAside,
                                const QString& test) const {
    switch (m_data ? m_data->part : SamplePart::Test) {
    case SamplePart::Training:
        return training;
    case SamplePart::KeptAside:
        return keptAside;
    case SamplePart::Test:
        break;
    }
    return test;
}

void PredictionView::setData(LoadedDataPtr loaded) {
    m_data = std::move(loaded);
    m_answer = {};
    m_chosen = -1;
    m_chosenValues = {};
    refresh();
    update();
}

void PredictionView::setAnswer(HostArray answer, const OutputReading& reading) {
    m_answer = std::move(answer);
    m_reading = reading;
    refresh();
    setAccessibleDescription(describe());
    update();
}

std::span<const float> PredictionView::answerFor(std::int64_t index) const {
    if (m_answer.shape.rank() == 0 || index >= m_answer.shape[0])
        return {};
    const std::size_t width = m_answer.values.size() / static_cast<std::size_t>(m_answer.shape[0]);
    return std::span(m_answer.values).subspan(static_cast<std::size_t>(index) * width, width);
}

// What is shown on the cards ----------------------------------------------------------------------------

PredictionView::PredictionView(QWidget* parent)
    : QWidget(parent) {
    setFocusPolicy(Qt::StrongFocus);
}

QString PredictionView::nameOf(std::int64_t index) const {
    const QString name =
        forPart(tr("Training sample %1"), tr("Sample kept aside %1"), tr("Test sample %1")).arg(index + 1);
    if (m_data->description.targetKind != TargetKind::Class)
        return name;
    return tr("%1: is %2").arg(name, m_data->className(static_cast<int>(m_data->tried.target(index)[0])));
}

void PredictionView::takeChosen(HostArray values, std::int64_t index, const QString& words) {
    m_chosen = index;
    m_chosenValues = std::move(values);
    update();
    emit sampleChosen(m_chosenValues, words);
}

void PredictionView::choose(std::int64_t index) {
    const auto values = m_data->tried.sample(index);
    takeChosen(HostArray(m_data->description.sampleShape, std::vector<float>(values.begin(), values.end())),
               index, nameOf(index));
    bringIntoSight(index);
}

void PredictionView::chooseValues(HostArray values, const QString& words) {
    takeChosen(std::move(values), -1, words);
}

void PredictionView::chooseNext(int by) {
    if (choices() == 0)
        return;
    const std::int64_t from = m_chosen >= 0 ? placeOf(m_chosen) + by : 0;
    choose(choiceAt(std::clamp<std::int64_t>(from, 0, choices() - 1)));
}

void PredictionView::forgetChosen() {
    m_chosen = -1;
    m_chosenValues = {};
    update();
}

void PredictionView::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !m_data)
        return QWidget::mousePressEvent(event);
    if (const std::int64_t index = sampleAt(event->position()); index >= 0) {
        choose(index);
    } else if (HostArray values = valuesAt(event->position()); !values.values.empty()) {
        QStringList numbers;
        for (const float value : values.values)
            numbers << shortNumber(value);
        chooseValues(std::move(values), tr("The point (%1)").arg(numbers.join(QStringLiteral("; "))));
    }
}

/// Home is a key of the canvas, elsewhere.
bool PredictionView::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride && choices() > 0 &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Home) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void PredictionView::keyPressEvent(QKeyEvent* event) {
    if (choices() == 0)
        return QWidget::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Left:
        return chooseNext(-1);
    case Qt::Key_Right:
        return chooseNext(1);
    case Qt::Key_Up:
        return chooseNext(-rowLength());
    case Qt::Key_Down:
        return chooseNext(rowLength());
    case Qt::Key_Home:
        return chooseNext(static_cast<int>(-choices()));
    case Qt::Key_End:
        return chooseNext(static_cast<int>(choices()));
    default:
        QWidget::keyPressEvent(event);
    }
}

/// What an output is, and of which class: a single one speaks for the second of two.
QString PredictionView::outputHead(std::size_t output, std::size_t outputs) const {
    if (m_reading.meaning == OutputMeaning::Values)
        return QStringLiteral("output %1").arg(output + 1);
    const QString name = m_data->className(static_cast<int>(outputs == 1 ? 1 : output));
    QString head = (m_reading.meaning == OutputMeaning::Probabilities ? QStringLiteral("probability ")
                                                                      : QStringLiteral("score ")) +
                   name;
    if (head.contains(QLatin1Char(',')) || head.contains(QLatin1Char('"')))
        head = QLatin1Char('"') + head.replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"');
    return head;
}

QString PredictionView::csv() const {
    if (!m_data || m_answer.shape.rank() == 0)
        return {};
    constexpr std::int64_t kFewNumbers = 8;
    const HostArray asked = question();
    const std::int64_t inputs = m_data->description.sampleShape.elementCount();
    const bool known = asksAboutTried();
    QStringList head;
    if (inputs <= kFewNumbers)
        for (std::int64_t input = 0; input < inputs; ++input)
            head << QStringLiteral("input %1").arg(input + 1);
    else
        head << QStringLiteral("sample");
    if (known)
        head << QStringLiteral("target");
    const std::size_t outputs = answerFor(0).size();
    for (std::size_t output = 0; output < outputs; ++output)
        head << outputHead(output, outputs);
    QString text = head.join(QLatin1Char(',')) + QLatin1Char('\n');
    for (std::int64_t row = 0; row < std::min(asked.shape[0], m_answer.shape[0]); ++row) {
        QStringList line;
        if (inputs <= kFewNumbers)
            for (std::int64_t input = 0; input < inputs; ++input)
                line << QString::number(asked.values[static_cast<std::size_t>(row * inputs + input)], 'g', 9);
        else
            line << QString::number(row + 1);
        if (known)
            line << QString::number(m_data->tried.target(row)[0], 'g', 9);
        for (const float output : answerFor(row))
            line << QString::number(output, 'g', 9);
        text += line.join(QLatin1Char(',')) + QLatin1Char('\n');
    }
    return text;
}

} // namespace protomind
