// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/live/weight_lines.h"

#include <QFrame>

class QLabel;
class QLineEdit;

namespace protomind {

/// What is known of one weight, at one moment.
struct WeightFacts {
    QString from; ///< "neuron 2 of Dense"
    QString to;
    double weight = 0;
    std::optional<double> gradient;        ///< of the loss
    std::optional<double> penaltyGradient; ///< of what is added to it; none without a penalty
    std::optional<double> update;          ///< what the last step added
    std::int64_t gradientStep = 0;

    [[nodiscard]] static WeightFacts of(const LayerWeights& weights, const WeightPlace& place);
};

/// A card beside the pointer with the numbers of one weight, kept up to date while it trains; and the box to
/// type a new one.
class WeightCard final : public QFrame {
    Q_OBJECT
public:
    explicit WeightCard(QWidget* parent);

    /// Shows the card beside a point of the parent. byKey: the arrow keys lead from weight to weight.
    void show(const QPoint& beside, const WeightFacts& facts, bool byKey = false);
    /// New numbers for what is shown.
    void refresh(const WeightFacts& facts);
    /// Opens the box, with what was already typed or with the value; the card stays until a value is given or
    /// it is left.
    void edit(const QString& begun = {});
    [[nodiscard]] bool isEditing() const;
    void leave();

signals:
    void typed(double value);
    void left();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void accept();
    void place(const QPoint& beside);

    QLabel* m_text = nullptr;
    QLineEdit* m_box = nullptr;
    QLabel* m_hint = nullptr;
    QPoint m_beside;
};

} // namespace protomind
