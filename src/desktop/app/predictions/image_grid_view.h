// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/app/predictions/prediction_view.h"

#include <utility>
#include <vector>

class QScrollBar;

namespace protomind {

/// The samples of a batch in the order in which they are worth a look: those that the network is most surely
/// wrong about first, then the right ones as they come, then those without an answer. answers: [n, outputs].
[[nodiscard]] std::vector<int> wrongFirst(const SampleBatch& batch, const HostArray& answers,
                                          const OutputReading& reading);

/// Images: the samples tried with what the network takes them for, the wrong ones first and marked.
class ImageGridView final : public PredictionView {
    Q_OBJECT
public:
    explicit ImageGridView(QWidget* parent = nullptr);
    [[nodiscard]] HostArray question() const override;
    [[nodiscard]] QString describe() const override;
    [[nodiscard]] int wrongAnswers() const;
    /// How many samples have an answer.
    [[nodiscard]] int answered() const;
    [[nodiscard]] const std::vector<int>& order() const { return m_order; }
    /// What a test sample is and what it is taken for, with the figures.
    [[nodiscard]] QString explain(std::int64_t index) const;

protected:
    [[nodiscard]] bool asksAboutTried() const override { return true; }
    [[nodiscard]] std::int64_t choices() const override { return std::ssize(m_order); }
    [[nodiscard]] std::int64_t choiceAt(std::int64_t place) const override;
    [[nodiscard]] std::int64_t placeOf(std::int64_t index) const override;
    [[nodiscard]] int rowLength() const override { return places().columns; }
    [[nodiscard]] std::int64_t sampleAt(const QPointF& point) const override;
    void bringIntoSight(std::int64_t index) override;
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void refresh() override;

private:
    struct Places {
        int columns = 1;
        int rows = 1;
        double side = 32;
        double cellWidth = 40;
        double cellHeight = 50;
    };
    [[nodiscard]] Places places() const;
    /// What a name beside a mark, and another in brackets, take at most.
    [[nodiscard]] double labelWidth() const;
    /// Of the sample at a place of the order.
    [[nodiscard]] QRectF cell(const Places& places, std::int64_t place) const;
    /// The places of the order that are seen: from the first to before the last.
    [[nodiscard]] std::pair<std::int64_t, std::int64_t> shown(const Places& places) const;
    [[nodiscard]] QString legendText() const;
    [[nodiscard]] double legendHeight() const;
    void paintLegend(QPainter& painter) const;
    void paintSample(QPainter& painter, const Places& places, std::int64_t place) const;
    void fitScrollBar();

    std::vector<int> m_order;
    QString m_legend; ///< what stands below the samples
    QScrollBar* m_scroll = nullptr;
};

} // namespace protomind
