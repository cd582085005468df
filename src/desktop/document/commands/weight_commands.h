// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/document/commands/document_command.h"

#include <QCoreApplication>

#include <vector>

namespace protomind {

/// Begins again with the first weights of the seed.
class ResetWeights final : public DocumentCommand {
    Q_DECLARE_TR_FUNCTIONS(protomind::ResetWeights)
public:
    explicit ResetWeights(Document& document);

private:
    void apply() override {}
    void revert() override {}
};

/// Sets one weight by hand; undo sets it to what it was before. Weights belong to the run and not to the
/// experiment: whoever has the run hears of it as WeightSet, and where there was training since brings back
/// all weights of that moment instead.
class SetWeight final : public DocumentCommand {
    Q_DECLARE_TR_FUNCTIONS(protomind::SetWeight)
public:
    /// weight: the variable's name without that of its layer, "kernel"; index counts row-major.
    SetWeight(Document& document, LayerId layer, std::string weight, std::int64_t index, double before,
              double after);

private:
    void apply() override { set(m_after); }
    void revert() override { set(m_before); }
    void set(double value);

    LayerId m_layer;
    std::string m_weight;
    std::int64_t m_index;
    double m_before;
    double m_after;
};

/// Sets several weights of a layer at once, as they are dragged in a picture of them; a drag is one gesture.
class MoveWeights final : public DocumentCommand {
    Q_DECLARE_TR_FUNCTIONS(protomind::MoveWeights)
public:
    struct Move {
        std::string weight; ///< without the layer's name
        std::int64_t index = 0;
        double before = 0;
        double after = 0;
    };
    MoveWeights(Document& document, LayerId layer, std::vector<Move> moves, Gesture gesture = 0);
    int id() const override { return int(CommandId::MoveWeights); }
    bool mergeWith(const QUndoCommand* other) override;

private:
    void apply() override;
    void revert() override;
    bool continues(const DocumentCommand& last) const override;

    LayerId m_layer;
    std::vector<Move> m_updateCount;
    Gesture m_gesture;
};

} // namespace protomind
