// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/charts/curve_history.h"

#include <QChartView>
#include <QColor>
#include <QString>

#include <optional>
#include <vector>

QT_BEGIN_NAMESPACE
class QCategoryAxis;
class QLineSeries;
class QValueAxis;
QT_END_NAMESPACE

namespace protomind {

/// Which of a curve's points is the best one, and so is marked.
enum class BestIs { Unmarked, Lowest, Highest };

/// The picture of a CurveChart: series and axes of Qt Charts, and over them what Qt Charts has not: marks,
/// the values under the mouse, and a sentence where there is nothing yet.
class CurveView : public QChartView {
    Q_OBJECT
public:
    /// The histories live in the chart, one a curve.
    CurveView(const QString& title, const QString& xTitle, const QString& empty,
              const std::vector<CurveHistory>& histories, QWidget* parent);

    void addCurve(const QString& name, const QColor& colour, bool withPoints);
    void keepCurves(std::size_t count);
    /// One that is not shown is not named either.
    void showCurve(std::size_t curve, bool shown);
    void setEmptyText(const QString& text);
    [[nodiscard]] const QString& curveName(std::size_t curve) const { return m_curves.at(curve).name; }
    void addMark(double x, const QString& label);
    void clearMarks() { m_marks.clear(); }
    void markBest(std::size_t curve, BestIs best) { m_curves.at(curve).best = best; }
    /// What is read at the chosen place: a line for x, one a curve, and one a mark there.
    [[nodiscard]] QStringList readout() const;
    void setScale(bool logarithmic, bool percent);
    /// Draws the histories anew, thinned to the width of the plot.
    void refresh();
    /// How long painting took the last time.
    [[nodiscard]] double paintMilliseconds() const { return m_paintMilliseconds; }

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    struct Curve {
        QLineSeries* series;
        QString name;
        QColor colour;
        bool withPoints;
        BestIs best = BestIs::Unmarked;
    };
    struct Mark {
        double x;
        QString label;
    };
    [[nodiscard]] QString valueText(double value) const;
    [[nodiscard]] const CurvePoint* bestOf(std::size_t curve) const;
    [[nodiscard]] QPointF place(const CurvePoint& point) const;
    [[nodiscard]] bool isMarkAt(const Mark& mark, double x) const;
    void drawBest(QPainter& painter, const QRectF& plot) const;
    void readAt(double x);
    void readNothing();
    void restyle();
    /// Leaves out what a low chart has no room for.
    void fitParts();
    [[nodiscard]] int yTicks() const;
    [[nodiscard]] double toAxis(double y) const;
    void fitAxes(double right, double low, double high);
    void drawMarks(QPainter& painter, const QRectF& plot) const;
    void drawReadout(QPainter& painter, const QRectF& plot) const;

    QString m_xTitle;
    QString m_empty;
    QCategoryAxis* m_yAxis;
    QValueAxis* m_xAxis;
    std::vector<Curve> m_curves;
    std::vector<Mark> m_marks;
    const std::vector<CurveHistory>& m_histories;
    bool m_logarithmic = false;
    bool m_percent = false;
    double m_right = 1;
    std::vector<double> m_ticks; ///< of the y axis, as they are
    bool m_ticksPercent = false;
    int m_ticksWanted = 0; ///< as many as the height has room for
    double m_paintMilliseconds = 0;
    std::optional<double> m_readX; ///< where values are read
};

} // namespace protomind
