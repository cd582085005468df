// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

namespace protomind {

/// Numbers in squares to be read: the pixels under a window in their greys, or what each becomes in the
/// colours of its sign.
class NumberGrid final : public QWidget {
    Q_OBJECT
public:
    enum class Ground { Grey, Sign };
    explicit NumberGrid(Ground ground, QWidget* parent = nullptr);

    /// outside: those that are no pixels, but zeros around the picture; may be empty. NaN: not to be seen.
    void setNumbers(std::vector<double> numbers, int columns, std::vector<bool> outside = {});
    void setCellSize(QSize size);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Ground m_ground;
    std::vector<double> m_numbers;
    std::vector<bool> m_outside;
    int m_columns = 1;
    QSize m_cellSize{52, 30};
};

/// With a minus sign that reads well, and no more than three figures after the point: "−0.111".
[[nodiscard]] QString filterNumber(double number);

} // namespace protomind
