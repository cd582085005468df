// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/app/data/loaded_data.h"
#include "engine/data/augmentation.h"

#include <QImage>
#include <QWidget>

namespace protomind {

/// A training picture, and some of what augmentation makes of it.
class AugmentationPreview : public QWidget {
    Q_OBJECT
public:
    static constexpr int kVariants = 6;

    explicit AugmentationPreview(QWidget* parent = nullptr);

    /// loaded: pictures, or null.
    void setData(const LoadedDataPtr& loaded, const Augmentation& augmentation);
    /// The next picture, and another draw.
    void drawAgain();
    [[nodiscard]] const QImage& original() const { return m_original; }
    [[nodiscard]] const std::vector<QImage>& variants() const { return m_variants; }
    [[nodiscard]] QSize sizeHint() const override { return {240, 48}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {160, 40}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void make();

    LoadedDataPtr m_data;
    Augmentation m_augmentation;
    std::uint64_t m_draw = 2; ///< also which picture it is: of digits, one that shows what a flip does
    QImage m_original;
    std::vector<QImage> m_variants;
};

} // namespace protomind
