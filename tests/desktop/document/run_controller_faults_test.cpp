// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a run that fails, weights that are no longer kept and training that is no longer wanted leave behind.
#include "desktop/document/weights_and_steps.h"

namespace protomind {
namespace {

/// With no room for weights that only the history has.
class NoUndoMemoryTest : public WeightsAndStepsTest {
protected:
    NoUndoMemoryTest()
        : WeightsAndStepsTest(0) {}
};

TEST_F(NoUndoMemoryTest, AWeightThatIsSetBackByHandTakesNoOtherWeightsWithIt) {
    trainEpochs();
    const Sight trained = sight();
    const double before = double(trained.stored.at(layer(1).name + "/kernel").values[0]);
    push(new SetWeight(m_document, layer(1).id, "kernel", 0, before, 4));
    store(); // Now only the history has those of before.
    undo();
    EXPECT_TRUE(m_document.checkpoint());
    EXPECT_EQ(weights(), trained.stored);
    setActivation("relu");
    answers();
    EXPECT_EQ(weights(), trained.stored);
}

} // namespace
} // namespace protomind
