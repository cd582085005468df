// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/lessons/line_fit/gesture.h"
#include "desktop/lessons/line_fit/line_fit.h"
#include "desktop/lessons/line_fit/points_editor.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QToolButton;

namespace protomind {

class LandscapeView;
class LineControls;
class PointsView;

/// What of the scene is seen.
struct LineFitOptions {
    bool squares = true;
    bool landscape = true;
    bool path = true;
    bool arrow = false;  ///< downhill, in the landscape
    bool handles = true; ///< of the line among the points
    bool operator==(const LineFitOptions&) const = default;
};

/// A line fitted to a splatter of points: points, line and squares on one side, the landscape of the loss on
/// the other, exact numbers below. What is moved in one view moves the other in the same frame. Whoever owns
/// the truth hears of every edit by a signal and may set points and weights at any time; while a drag is
/// going on, what it drags is not set from outside.
class LineFitScene : public QWidget {
    Q_OBJECT
public:
    explicit LineFitScene(QWidget* parent = nullptr);

    [[nodiscard]] const LineFit& fit() const { return m_fit; }
    [[nodiscard]] const LineFitOptions& options() const { return m_options; }
    /// How the "Points..." editor reads; without it there is no such button.
    void setParsePoints(ParsePoints parse);
    /// The editor, while it is open.
    [[nodiscard]] PointsEditor* editor() const { return m_editor; }
    [[nodiscard]] PointsView& pointsView() { return *m_points; }
    [[nodiscard]] LandscapeView& landscapeView() { return *m_landscape; }

public slots:
    void setPoints(const std::vector<protomind::FitPoint>& points);
    void setWeights(double m, double b, bool addToPath);
    void clearPath();
    void setOptions(const protomind::LineFitOptions& options);
    /// Why nothing can be changed; empty: everything can.
    void setReadOnly(const QString& reason);
    /// The same for points and for the line apart.
    void setLocks(const QString& points, const QString& line);
    void openPointsEditor();

signals:
    void pointsEdited(const std::vector<protomind::FitPoint>& points, protomind::SceneGesture gesture);
    void weightsEdited(double m, double b, protomind::SceneGesture gesture);
    /// A drag has ended: what comes next is a step of its own.
    void gestureEnded(protomind::SceneGesture gesture);
    void optionsChanged(const protomind::LineFitOptions& options);
    /// Someone tried what is locked: why it is.
    void refused(const QString& reason);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makePointsSide();
    QWidget* makeLandscapeSide();
    void connectViews();
    void editPoints(const std::vector<FitPoint>& points, SceneGesture gesture);
    void editWeights(double m, double b, SceneGesture gesture);
    void chooseOptions(const LineFitOptions& options);
    void showAll();
    void arrange();

    LineFit m_fit;
    LineFitOptions m_options;
    ParsePoints m_parse;
    QString m_pointsLock;
    PointsView* m_points;
    LandscapeView* m_landscape;
    LineControls* m_controls;
    PointsEditor* m_editor = nullptr;
    QBoxLayout* m_views = nullptr;
    QWidget* m_pointsSide = nullptr;
    QWidget* m_landscapeSide = nullptr;
    QToolButton* m_add = nullptr;
    QToolButton* m_edit = nullptr;
};

} // namespace protomind
