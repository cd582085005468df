// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/app/predictions/prediction_view.h"
#include "engine/nn/model.h"

class QLabel;
class QScrollArea;
class QStackedLayout;

namespace protomind {

class LensPicturesView;
class LensPlaneView;

/// What a generator makes of latents that stay the same: points among real ones, or pictures. The question is
/// latents, the answer samples.
class GeneratedView final : public PredictionView {
    Q_OBJECT
public:
    explicit GeneratedView(QWidget* parent = nullptr);

    /// null: there is none.
    void setGenerator(const std::shared_ptr<const Model>& generator);
    [[nodiscard]] HostArray question() const override { return m_latents; }
    [[nodiscard]] QString describe() const override;

protected:
    void refresh() override;

private:
    [[nodiscard]] bool makesPoints() const;
    [[nodiscard]] bool makesPictures() const;
    void showPoints();
    void showPictures();

    HostArray m_latents;
    Shape m_made; ///< of one sample
    QStackedLayout* m_stack = nullptr;
    LensPlaneView* m_plane = nullptr;
    LensPicturesView* m_pictures = nullptr;
    QScrollArea* m_pictureArea = nullptr; ///< m_pictures may be higher than the panel
    QLabel* m_other = nullptr;
};

} // namespace protomind
