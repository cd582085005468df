// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/lessons/filter/pixel_view.h"
#include "desktop/lessons/line_fit/gesture.h"
#include "studio/course/filter_visit.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QToolButton;

namespace protomind {

class FilterControls;
class WorkedPlace;

/// What of the scene can be seen and used.
struct FilterSceneOptions {
    bool pictures = true; ///< others can be chosen, opened or drawn
    bool kernel = true;   ///< its numbers can be changed
    bool known = false;   ///< kernels that have a name, at a click
    bool layer = false;   ///< border, stride and dilation can be changed
    bool guess = false;   ///< an output is hidden until it was guessed
    bool trail = false;   ///< an output is hidden until the window was there
    bool zeroIsGrey = false;
};

/// A picture, a kernel that is slid over it, and the picture that comes out; below, the arithmetic of the
/// place where the window is. It owns nothing of what it shows: it asks for changes by signals, and is told
/// by showFilter() what has become of them.
class FilterScene : public QWidget {
    Q_OBJECT
public:
    explicit FilterScene(QWidget* parent = nullptr);

    void setOptions(const FilterSceneOptions& options);
    /// filter: none where there are no weights yet.
    void showFilter(const std::optional<PictureFilter>& filter, const FilterVisit& visit);
    /// Nothing of what comes out is seen, while the lesson asks what it will be.
    void setVeiled(bool on);
    [[nodiscard]] PixelView& input() const { return *m_input; }
    [[nodiscard]] PixelView& output() const { return *m_output; }
    [[nodiscard]] WorkedPlace& working() const { return *m_working; }

signals:
    void kernelEdited(const std::vector<double>& numbers, protomind::SceneGesture gesture);
    void moved(qint64 row, qint64 column);
    void guessed(double number);
    void pictureChosen(const QString& name);
    /// The learner's paper, after each stroke.
    void pictureDrawn(const protomind::GreyPicture& picture);
    void fileWanted();
    void fileDropped(const QString& file);
    /// Of the layer: one of the two sizes for both directions.
    void sizeChosen(const QString& field, qint64 size);
    void paddingChosen(bool same);

private:
    QWidget* makePicture(PixelView* view, QLabel* title);
    void pointInto(int row, int column);
    void step(int rows, int columns);
    void draw(int row, int column, bool white);
    void showOutput();
    void showFrames();

    FilterSceneOptions m_options;
    bool m_veiled = false;
    FilterControls* m_controls;
    QLabel* m_inputTitle;
    PixelView* m_input;
    QLabel* m_outputTitle;
    PixelView* m_output;
    QLabel* m_legend;
    WorkedPlace* m_working;
    std::optional<PictureFilter> m_filter;
    FilterVisit m_visit;
};

} // namespace protomind
