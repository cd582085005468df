// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/lessons/line_fit/line_loss.h"

#include <QDialog>
#include <QString>

#include <expected>
#include <functional>
#include <span>
#include <vector>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace protomind {

/// What is wrong in a text of points.
struct PointsProblem {
    int line = 0; ///< counted from 1; 0 where it is about no line of its own
    QString sentence;
};

/// Points, and the line that was passed over as it names the columns; 0 where none does.
struct ReadPoints {
    std::vector<FitPoint> points;
    int headingsLine = 0;
};

/// Reads points from rows of x and y.
using ParsePoints = std::function<std::expected<ReadPoints, std::vector<PointsProblem>>(const QString& text)>;

/// Points as rows of text, to type or to paste. What is wrong is said while one types, line by line; points
/// that can't be read can't be taken.
class PointsEditor : public QDialog {
    Q_OBJECT
public:
    PointsEditor(std::span<const FitPoint> points, ParsePoints parse, QWidget* parent = nullptr);

    /// Of the text as it was read last; empty where it can't be read.
    [[nodiscard]] const std::vector<FitPoint>& points() const { return m_points; }

signals:
    void taken(const std::vector<protomind::FitPoint>& points);

private:
    void read();
    void markLines(std::span<const PointsProblem> problems);

    ParsePoints m_parse;
    std::vector<FitPoint> m_points;
    QPlainTextEdit* m_text;
    QLabel* m_says;
    QPushButton* m_take;
};

/// "0.5, 0.25" and a line break a point.
[[nodiscard]] QString textOfPoints(std::span<const FitPoint> points);

} // namespace protomind
