// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/app/predictions/prediction_view.h"

namespace protomind {

/// A number in and a number out: the points and the curve that the network draws through them.
class FunctionView final : public PredictionView {
    Q_OBJECT
public:
    using PredictionView::PredictionView;
    [[nodiscard]] HostArray question() const override;
    [[nodiscard]] QString describe() const override;

protected:
    [[nodiscard]] std::int64_t choices() const override { return triedCount(); }
    [[nodiscard]] HostArray valuesAt(const QPointF& point) const override;
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QRectF plot() const;
};

} // namespace protomind
