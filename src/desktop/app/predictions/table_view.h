// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/app/predictions/prediction_view.h"

namespace protomind {

/// Anything else: numbers in, what should come out, and what does.
class TableView final : public PredictionView {
    Q_OBJECT
public:
    using PredictionView::PredictionView;
    [[nodiscard]] HostArray question() const override;
    [[nodiscard]] QString describe() const override;

protected:
    [[nodiscard]] bool asksAboutTried() const override { return true; }
    [[nodiscard]] std::int64_t choices() const override;
    [[nodiscard]] std::int64_t sampleAt(const QPointF& point) const override;
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] double lineHeight() const;
};

} // namespace protomind
