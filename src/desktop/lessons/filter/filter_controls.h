// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/course/filter_visit.h"

#include <QWidget>

#include <optional>
#include <vector>

class QCheckBox;
class QComboBox;
class QToolButton;

namespace protomind {

struct FilterSceneOptions;
class WholeSpinBox;

/// What can be chosen of a scene of a filter: the picture, kernels that have a name, how the window moves.
class FilterControls final : public QWidget {
    Q_OBJECT
public:
    explicit FilterControls(QWidget* parent = nullptr);

    void setOptions(const FilterSceneOptions& options);
    void showFilter(const std::optional<PictureFilter>& filter, const FilterVisit& visit);

signals:
    void pictureChosen(const QString& name);
    void fileWanted();
    void drawingChanged(bool on);
    void clearWanted();
    void kernelChosen(const std::vector<double>& numbers);
    void sizeChosen(const QString& field, qint64 size);
    void paddingChosen(bool same);
    void zeroIsGreyChanged(bool on);

private:
    QWidget* makePictures();
    QWidget* makeKnown();
    QWidget* makeLayer();
    WholeSpinBox* makeSize(QWidget* parent, const char* name, const QString& field, const QString& help);
    QToolButton* makeButton(QWidget* parent, const char* name, const QString& text, const QString& help);

    QWidget* m_pictures = nullptr;
    QComboBox* m_picture = nullptr;
    QToolButton* m_draw = nullptr;
    QToolButton* m_clear = nullptr;
    bool m_hasPaper = false;
    QWidget* m_known = nullptr;
    QWidget* m_layer = nullptr;
    QComboBox* m_padding = nullptr;
    WholeSpinBox* m_stride = nullptr;
    WholeSpinBox* m_dilation = nullptr;
    QCheckBox* m_zeroIsGrey = nullptr;
};

} // namespace protomind
