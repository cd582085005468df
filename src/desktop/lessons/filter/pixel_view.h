// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QWidget>

#include <optional>
#include <vector>

namespace protomind {

/// How numbers become greys.
enum class GreyScale {
    Clipped,   ///< 0 is black, 255 white; what lies beyond is as black or white as these
    ZeroIsGrey ///< -255 is black, 0 the grey in the middle, 255 white
};
[[nodiscard]] int greyOf(double number, GreyScale scale);

/// Numbers as a picture, a square a number, each written into its square where there is room. One of the
/// squares or several can be framed; the mouse and the arrow keys point at others.
class PixelView final : public QWidget {
    Q_OBJECT
public:
    explicit PixelView(QWidget* parent = nullptr);

    /// numbers: row by row; NaN: not known yet.
    void setNumbers(std::vector<double> numbers, int height, int width);
    void setScale(GreyScale scale);
    /// How wide a border of zeros is around the picture: before (above, left) and after it.
    void setBorder(int before, int after);
    /// The squares that are framed, column and row; those of the border have negative ones, or too large.
    void setFramed(std::vector<QPoint> squares);
    /// Whether the mouse draws: with the left button in white, with the right one in black.
    void setDrawing(bool on);

    [[nodiscard]] QPointF middleOf(int row, int column) const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void pointed(int row, int column);
    /// By the arrow keys: down and to the right.
    void stepped(int rows, int columns);
    void drawn(int row, int column, bool white);
    void dropped(const QString& file);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    /// Of a square, the border's included.
    [[nodiscard]] double side() const;
    /// The upper left corner of the picture, without its border.
    [[nodiscard]] QPointF origin() const;
    [[nodiscard]] QRectF squareAt(int row, int column) const;
    void pointAt(QMouseEvent* event);
    void paintBorder(QPainter& painter) const;
    void paintNumbers(QPainter& painter) const;
    void paintFrames(QPainter& painter) const;

    std::vector<double> m_numbers;
    int m_height = 0;
    int m_width = 0;
    int m_before = 0;
    int m_after = 0;
    GreyScale m_scale = GreyScale::Clipped;
    QImage m_image;
    std::vector<QPoint> m_framed;
    bool m_draws = false;
};

} // namespace protomind
