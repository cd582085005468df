// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/charts/curve_history.h"
#include "desktop/charts/curve_view.h"
#include "desktop/charts/picture_file.h"

#include <QColor>
#include <QString>
#include <QTimer>
#include <QWidget>

#include <functional>
#include <memory>
#include <vector>

class QAction;
class QToolButton;

namespace protomind {

/// What a chart of learning curves is about.
struct CurveChartText {
    QString title;  ///< "Loss"
    QString xTitle; ///< "epoch"
    QString empty;  ///< what to do so that there is something to see
};

/// One chart of some curves over a shared x: legend, values under the mouse, marks, and a context menu that
/// copies or saves it. The whole history is kept beside the picture, which follows it at screen rate at most.
class CurveChart : public QWidget {
    Q_OBJECT
public:
    explicit CurveChart(CurveChartText text, QWidget* parent = nullptr);
    ~CurveChart() override;

    /// Returns the curve's number for append().
    int addCurve(const QString& name, const QColor& colour, bool withPoints);
    /// Takes away those that were added after so many.
    void keepCurves(std::size_t count);
    /// A curve that a run can't have is not shown, nor named. All are shown to begin with.
    void showCurve(int curve, bool shown);
    /// What to do so that there is something to see.
    void setEmptyText(const QString& text);
    void append(int curve, double x, double y);
    /// Takes away what all curves have beyond an x.
    void cutAfter(double x);
    /// A dashed line with a word at the top: something was changed here.
    void addMark(double x, const QString& label);
    void clearMarks();
    /// A ring around the best point of a curve, with its value.
    void markBest(int curve, BestIs best);
    void clear();

    void setTitle(const QString& title);
    [[nodiscard]] const QString& title() const { return m_text.title; }
    void setLogarithmic(bool logarithmic);
    [[nodiscard]] bool isLogarithmic() const { return m_logarithmic; }
    /// Keeps y within [0, 1] and labels in per cent: for accuracies.
    void setPercent(bool percent);
    void setAskForFile(AskForFile ask) { m_askForFile = std::move(ask); }

    [[nodiscard]] const CurveHistory& history(int curve) const;
    /// "curve,epoch,Loss" and a line a point.
    [[nodiscard]] QString csv() const;
    bool savePng(const QString& path);
    bool saveSvg(const QString& path);
    bool saveCsv(const QString& path);
    void copy();

signals:
    void saveFailed(const QString& sentence);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void makeActions();
    void showTitle();
    void refreshSoon();
    void refresh();
    void askAndSave(const QString& suffix, const QString& filter, bool (CurveChart::*save)(const QString&));

    CurveChartText m_text;
    CurveView* m_view = nullptr;
    std::vector<CurveHistory> m_histories;
    QTimer m_refreshTimer;
    QAction* m_logarithmicAction = nullptr;
    QToolButton* m_menuButton = nullptr;
    AskForFile m_askForFile;
    bool m_logarithmic = false;
    bool m_percent = false;
};

} // namespace protomind
