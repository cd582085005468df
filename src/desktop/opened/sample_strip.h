// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/lens/lens_result.h"

#include <QImage>
#include <QWidget>

#include <vector>

namespace protomind {

/// A few samples in a row, under a line of words, each with what it is in its tool tip. A click chooses one.
class SampleStrip final : public QWidget {
    Q_OBJECT
public:
    explicit SampleStrip(QWidget* parent = nullptr);

    /// None: hidden.
    void setSamples(std::vector<LensPicture> samples, const QString& words);
    /// There is no room for it.
    void setCramped(bool cramped);
    [[nodiscard]] const std::vector<LensPicture>& samples() const { return m_samples; }
    [[nodiscard]] QString words() const { return m_words; }
    /// Where a sample is painted.
    [[nodiscard]] QRectF place(int index) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void chosen(int index);

protected:
    bool event(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] int at(const QPointF& point) const;

    std::vector<LensPicture> m_samples;
    std::vector<QImage> m_images;
    QString m_words;
    bool m_isCramped = false;
};

} // namespace protomind
