// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/app/data/loaded_data.h"

#include <QWidget>

namespace protomind {

/// Some samples of the data as a picture: points in the plane, images, or numbers.
class DataPreview : public QWidget {
    Q_OBJECT
public:
    explicit DataPreview(QWidget* parent = nullptr);

    void setData(LoadedDataPtr data);
    /// What to say in place of a picture.
    void setMessage(const QString& message);
    [[nodiscard]] QSize sizeHint() const override { return {240, 160}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {160, 120}; }
    /// Of the image at a point: its class, and what it was made with; empty where there is none.
    [[nodiscard]] QString textAt(QPointF position) const;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QRectF area() const;
    [[nodiscard]] QRectF square() const;
    void paintTable(QPainter& painter, const QRectF& area) const;

    LoadedDataPtr m_data;
    QString m_message;
};

} // namespace protomind
