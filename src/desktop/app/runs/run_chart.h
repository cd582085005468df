// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/charts/plot_axes.h"
#include "studio/runs/run_list.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace protomind {

/// How good the runs of one ground are, over how large their networks are: a point a run, and a line through
/// the best of each size. A click on a point chooses its run.
class RunChart : public QWidget {
    Q_OBJECT
public:
    explicit RunChart(QWidget* parent = nullptr);

    void setRuns(std::vector<RunRecordPtr> runs, std::optional<std::int64_t> mostParameters);
    void setPresent(RunRecordPtr run);
    void setChosen(RunRecordPtr run);
    /// Where its point is; none where it is not shown.
    [[nodiscard]] std::optional<QPointF> placeOf(const RunRecordPtr& run) const;
    /// The run whose point is near a place; null: none is.
    [[nodiscard]] RunRecordPtr runAt(QPointF place) const;

    [[nodiscard]] QSize sizeHint() const override { return {280, 180}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {120, 80}; }

signals:
    void runChosen(const protomind::RunRecordPtr& run);
    /// It is to be done with it what is usually done.
    void runActivated(const protomind::RunRecordPtr& run);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    [[nodiscard]] PlotAxes axes() const;
    [[nodiscard]] bool isOfValues() const { return !m_runs.empty() && m_runs.front()->accuracy < 0; }
    [[nodiscard]] double resultOf(const RunRecord& run) const;
    [[nodiscard]] QPointF valueOf(const RunRecord& run) const;
    [[nodiscard]] bool counts(const RunRecord& run) const;
    void fitRange();
    void paintAxes(QPainter& painter, const PlotAxes& axes) const;
    void paintBestOfEachSize(QPainter& painter, const PlotAxes& axes) const;
    void paintPoints(QPainter& painter, const PlotAxes& axes) const;

    std::vector<RunRecordPtr> m_runs;
    std::optional<std::int64_t> m_mostParameters;
    RunRecordPtr m_present;
    RunRecordPtr m_chosen;
    PlotRange m_range; ///< x: the logarithm to base 10 of the number of parameters
};

} // namespace protomind
