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
    using QWidget::QWidget;

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
    [[nodiscard]] QSize sizeHint() const override { return {300, 220}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {140, 110}; }

signals:
    /// By the person: there is another question.
    void questionChanged();

protected:
    /// Whether the question is about the samples tried, in their order: then it is known what should come
    /// out.
    [[nodiscard]] virtual bool asksAboutTried() const { return false; }
    /// The phrase for the part of the data that is tried.
    [[nodiscard]] QString forPart(const QString& training, const QString& keptAside,
                                  const QString& test) const;
    [[nodiscard]] bool isBrief() const { return m_brief; }
    [[nodiscard]] const LoadedData* data() const { return m_data.get(); }
    [[nodiscard]] const HostArray& answer() const { return m_answer; }
    /// What the answers are.
    [[nodiscard]] const OutputReading& reading() const { return m_reading; }
    /// Answers for one sample of the question; empty where there are none.
    [[nodiscard]] std::span<const float> answerFor(std::int64_t index) const;
    /// Data or answers are new.
    virtual void refresh() {}

private:
    [[nodiscard]] QString outputHead(std::size_t output, std::size_t outputs) const;

    LoadedDataPtr m_data;
    HostArray m_answer;
    OutputReading m_reading;
    bool m_brief = false;
};

/// Two features and a class: the plane in the colours of the classes that the network decides for, the points
/// it is tried on on top.
class DecisionView final : public PredictionView {
    Q_OBJECT
public:
    using PredictionView::PredictionView;
    [[nodiscard]] HostArray question() const override;
    [[nodiscard]] QString describe() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void refresh() override;

private:
    void paintNames(QPainter& painter, const QRectF& square) const;
    void paintLegend(QPainter& painter, const QRectF& area) const;

    QImage m_map;
    std::vector<std::optional<QPointF>> m_centres; ///< of the classes' regions, in cells
};

/// A number in and a number out: the points and the curve that the network draws through them.
class FunctionView final : public PredictionView {
    Q_OBJECT
public:
    using PredictionView::PredictionView;
    [[nodiscard]] HostArray question() const override;
    [[nodiscard]] QString describe() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

/// Anything else: numbers in, what should come out, and what does.
class TableView final : public PredictionView {
    Q_OBJECT
public:
    using PredictionView::PredictionView;
    [[nodiscard]] HostArray question() const override;
    [[nodiscard]] QString describe() const override;

protected:
    [[nodiscard]] bool asksAboutTried() const override { return true; }
    void paintEvent(QPaintEvent* event) override;
};

} // namespace protomind
