// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/lessons/filter/kernel_grid.h"
#include "desktop/lessons/filter/number_grid.h"
#include "desktop/lessons/filter/pixel_view.h"
#include "studio/course/filter_visit.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace protomind {

/// The arithmetic of one place, from left to right: the pixels under the window, times the numbers of the
/// kernel, which can be changed here; what each becomes; and the sum, which can be hidden until it was
/// guessed.
class WorkedPlace final : public QWidget {
    Q_OBJECT
public:
    explicit WorkedPlace(QWidget* parent = nullptr);

    enum class Sum {
        Shown,
        AskedFor, ///< until it was guessed here
        Veiled    ///< until the lesson's own question is answered
    };
    /// The window fits the picture.
    void showPlace(const PictureFilter& filter, const FilterVisit& visit, Sum sum, GreyScale scale);
    /// The window does not fit, or there is no filter: why.
    void showProblem(const QString& sentence);
    [[nodiscard]] KernelGrid& kernel() const { return *m_kernel; }
    /// The sum as it stands there; "?" while it is to be guessed.
    [[nodiscard]] QString sumText() const;
    /// With the smallest squares: those that are seen grow and shrink with the room.
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void guessed(double number);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void layOut();
    void guess();
    void showSum(double answer, const FilterGuess* given, Sum sum, GreyScale scale);

    NumberGrid* m_pixels;
    KernelGrid* m_kernel;
    NumberGrid* m_products;
    QLabel* m_pixelsTitle;
    QLabel* m_kernelTitle;
    QLabel* m_sum;
    QLabel* m_shown;
    QWidget* m_guessing;
    QLineEdit* m_guess;
    QPushButton* m_give;
    int m_columns = 3;
    int m_rows = 3;
    FilterPlace m_place{-1, -1};
};

} // namespace protomind
