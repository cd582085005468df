// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/document/weights_and_steps.h"

namespace protomind {
namespace {

/// What a learner might do, at random but repeatably.
class RandomScripts : public WeightsAndStepsTest, public testing::WithParamInterface<int> {
protected:
    /// Whether the step has to do with the weights.
    bool edit(RandomStream& random) {
        switch (random.below(13)) {
        case 0:
            setUnits(1 + random.below(2), std::int64_t(2 + random.below(6)));
            return true;
        case 1:
        case 2:
            setActivation(std::array{"relu", "tanh", "sigmoid"}[random.below(3)]);
            return true;
        case 3:
            push(new AddLayerAfter(m_document, random.below(2) == 0 ? "dense" : "dropout", layer(1).id, {}));
            return true;
        case 4:
            push(new RenameLayer(m_document, layer(1 + random.below(2)).id,
                                 m_document.network().freeName("name")));
            return false;
        case 5:
            push(new MoveLayers(m_document, {{layer(1).id, Position{double(random.below(500)), 0}}},
                                newGesture()));
            return false;
        case 6:
            set("learning_rate",
                [&](TrainingSettings& settings) { settings.learningRate = 0.01 * double(random.below(9)); });
            return true;
        case 7:
            set("batch_size",
                [&](TrainingSettings& settings) { settings.batchSize = std::int64_t(5 + random.below(20)); });
            return true;
        case 8:
            set("optimizer", [&](TrainingSettings& settings) {
                settings.optimizer = std::array{"adam", "sgd", "momentum"}[random.below(3)];
            });
            return true;
        case 9:
            set("seed", [&](TrainingSettings& settings) { settings.seed = 1 + random.below(3); });
            return true;
        case 10:
            push(new ResetWeights(m_document));
            return true;
        case 11:
            push(new LoadTemplate(m_document, *findTemplate("playground")));
            return true;
        default:
            setWeight(random);
            return true;
        }
    }
    void setWeight(RandomStream& random) {
        if (!m_run.isTrained())
            return; // As long as nobody knows what it was before.
        const auto index = std::int64_t(random.below(4));
        const double before =
            double(m_document.checkpoint()->variables.at(layer(1).name + "/kernel").values.at(index));
        push(new SetWeight(m_document, layer(1).id, "kernel", index, before, double(random.below(7))));
    }
};

TEST_P(RandomScripts, EveryMomentComesBackAsItWasLeft) {
    RandomStream random(static_cast<std::uint64_t>(GetParam()));
    QUndoStack& history = m_document.undoStack();
    std::vector<Sight> left{{}}; // of each place in the history, as it was left last
    std::vector<bool> ofWeights; // of each step
    const auto here = [&] { return static_cast<std::size_t>(history.index()); };
    const auto expectBack = [&](bool weights, const Sight& before) {
        const Sight now = sight();
        // A step that has nothing to do with weights leaves them as they are.
        EXPECT_EQ(now.answers, weights ? left[here()].answers : before.answers);
        EXPECT_EQ(now.curve, weights ? left[here()].curve : before.curve);
        if (weights) {
            EXPECT_EQ(now.stored, left[here()].stored);
        }
    };
    for (int action = 0; action < 30 && !HasFailure(); ++action) {
        SCOPED_TRACE(action);
        const std::uint64_t choice = random.below(10);
        if (choice < 3) {
            trainBatch();
            continue;
        }
        const Sight before = sight();
        left[here()] = before;
        const bool isUndo = choice < 6 && history.canUndo();
        const bool isRedo = choice < 8 && !isUndo && history.canRedo();
        const std::string name = (isUndo ? history.undoText() : history.redoText()).toStdString();
        if (isUndo) {
            SCOPED_TRACE("undo " + name);
            undo();
            expectBack(ofWeights[here()], before);
        } else if (isRedo) {
            SCOPED_TRACE("redo " + name);
            redo();
            expectBack(ofWeights[here() - 1], before);
        } else {
            const std::size_t place = here();
            const bool weights = edit(random);
            if (here() == place)
                continue; // It set what was there already.
            ofWeights.resize(place);
            ofWeights.push_back(weights);
            left.resize(place + 1);
            left.emplace_back();
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomScripts, testing::Range(0, 16));

} // namespace
} // namespace protomind
