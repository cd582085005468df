// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/app/data/loaded_data.h"
#include "engine/train/output_reading.h"

#include <QWidget>

namespace protomind {

/// A picture of what the network answers for one kind of data: which samples it asks about, and how the
/// answers look.
class PredictionView : public QWidget {
    Q_OBJECT
public:
    explicit PredictionView(QWidget* parent = nullptr);

    void setData(LoadedDataPtr data);
    /// What the network is asked: [N, sample shape].
    [[nodiscard]] virtual HostArray question() const = 0;
    /// Whether a quick answer is wanted, as while it trains: then a view may ask about fewer samples.
    void setBrief(bool brief) { m_brief = brief; }
    /// The answers to the question, [N, outputs]; empty before the first.
    void setAnswer(HostArray answer, const OutputReading& reading);

    /// What is shown, in a sentence, for a screen reader.
    [[nodiscard]] virtual QString describe() const = 0;
    /// The answers as a table: a line a sample with what is asked (where that is few numbers, else its
    /// number), what should come out (where that is known) and what does.
    [[nodiscard]] QString csv() const;

    /// Which of the samples tried is shown on the cards; -1: none of them.
    [[nodiscard]] std::int64_t chosen() const { return m_chosen; }
    /// What a person chose here, [sample shape]; empty: nothing.
    [[nodiscard]] const HostArray& chosenValues() const { return m_chosenValues; }
    /// Chooses the sample that stands so many places further, as a person would. Does nothing where these are
    /// not samples to choose from.
    void chooseNext(int by);
    /// Something else is shown.
    void forgetChosen();
    [[nodiscard]] QSize sizeHint() const override { return {300, 220}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {140, 110}; }

signals:
    /// By the person: there is another question.
    void questionChanged();
    /// By the person: this is to be shown on the cards. values: [sample shape]; words: what it is.
    void sampleChosen(const protomind::HostArray& values, const QString& words);

protected:
    static constexpr double kMargin = 6; ///< around what is shown
    /// Opacity of points that are learned from, beside those kept aside.
    static constexpr double kPale = 0.35;
    [[nodiscard]] static QString shortNumber(float value);

    /// Whether the question is about the samples tried, in their order: then it is known what should come
    /// out.
    [[nodiscard]] virtual bool asksAboutTried() const { return false; }
    /// The phrase for the part of the data that is tried.
    [[nodiscard]] QString forPart(const QString& training, const QString& keptAside,
                                  const QString& test) const;
    [[nodiscard]] bool isBrief() const { return m_brief; }
    [[nodiscard]] const LoadedData* data() const { return m_data.get(); }
    [[nodiscard]] const HostArray& answer() const { return m_answer; }
    [[nodiscard]] std::int64_t triedCount() const { return m_data ? m_data->tried.count() : 0; }
    /// What the answers are.
    [[nodiscard]] const OutputReading& reading() const { return m_reading; }
    /// Answers for one sample of the question; empty where there are none.
    [[nodiscard]] std::span<const float> answerFor(std::int64_t index) const;
    /// Data or answers are new.
    virtual void refresh() {}

    /// The samples tried that there are to choose from, in the order that they are shown in.
    [[nodiscard]] virtual std::int64_t choices() const { return 0; }
    [[nodiscard]] virtual std::int64_t choiceAt(std::int64_t place) const { return place; }
    [[nodiscard]] virtual std::int64_t placeOf(std::int64_t index) const { return index; }
    /// How many places the arrow keys up and down go.
    [[nodiscard]] virtual int rowLength() const { return 1; }
    /// Of the sample tried at a point of the view; -1: there is none.
    [[nodiscard]] virtual std::int64_t sampleAt(const QPointF&) const { return -1; }
    /// What is at a point where no sample is, as a sample; empty: nothing.
    [[nodiscard]] virtual HostArray valuesAt(const QPointF&) const { return {}; }
    /// Another one is chosen: it should be seen.
    virtual void bringIntoSight(std::int64_t) {}
    void choose(std::int64_t index);
    void chooseValues(HostArray values, const QString& words);
    /// "Test sample 12: is 7"
    [[nodiscard]] QString nameOf(std::int64_t index) const;

    bool event(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void takeChosen(HostArray values, std::int64_t index, const QString& words);
    [[nodiscard]] QString outputHead(std::size_t output, std::size_t outputs) const;

    LoadedDataPtr m_data;
    HostArray m_answer;
    OutputReading m_reading;
    bool m_brief = false;
    std::int64_t m_chosen = -1;
    HostArray m_chosenValues;
};

} // namespace protomind
