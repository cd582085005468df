// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/lens/lens_result.h"

#include <QFont>
#include <QImage>
#include <QWidget>

#include <vector>

namespace protomind {

/// The pictures of a lens, those of a group in rows under its name. One alone is shown large; of many the
/// chosen one is, above the others. Read with the mouse (a pixel's number) or chosen with the arrow keys.
class LensPicturesView final : public QWidget {
    Q_OBJECT
public:
    explicit LensPicturesView(QWidget* parent = nullptr);

    /// Keeps the chosen place where there are as many pictures as before.
    void setPictures(std::vector<LensPicture> pictures, bool sideBySide = false);
    [[nodiscard]] const std::vector<LensPicture>& pictures() const { return m_pictures; }
    /// The picture that is large; -1: there is none.
    [[nodiscard]] int chosen() const { return m_chosen; }
    void choose(int picture);
    /// Where a picture is in this widget, without its title.
    [[nodiscard]] QRectF place(int picture) const;

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    /// A place was pressed, or dragged to, on a picture that has settings for that: from 0 (left, top) to 1.
    void placePicked(int picture, QPointF place);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    /// Where all is, at a width.
    struct Layout {
        QRectF large; ///< with title above and legend below
        std::vector<QRectF> tiles;
        std::vector<std::pair<QRectF, QString>> headings;
        int columns = 1;
        int height = 0;
    };
    [[nodiscard]] Layout layoutAt(int width) const;
    /// Each picture in the same size, as many in a row as there is room for, their titles below.
    [[nodiscard]] Layout sideBySideAt(int width) const;
    void paintSideBySide(QPainter& painter) const;
    void paintPath(QPainter& painter, const QRectF& area, const LensPicture& picture) const;
    [[nodiscard]] QRectF fitted(int picture, const QRectF& box) const;
    [[nodiscard]] QFont smallFont() const;
    [[nodiscard]] int tileAt(QPointF position) const;
    /// A picture with settings for a place, where the position is on it; -1: there is none.
    [[nodiscard]] int pickableAt(QPointF position) const;
    void pick(QPointF position);
    [[nodiscard]] QString textAt(QPointF position) const;
    void renew();

    std::vector<LensPicture> m_pictures;
    std::vector<QImage> m_images;
    int m_chosen = -1;
    int m_dragged = -1; ///< the picture on which a place is dragged; -1: none
    bool m_sideBySide = false;
    Layout m_layout;
};

} // namespace protomind
