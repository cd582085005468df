// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/course/page_controls.h"

#include <gtest/gtest.h>

namespace protomind {
namespace {

LessonStep page(std::vector<std::string> hides, std::vector<std::string> locks = {}) {
    LessonStep step;
    step.hides = std::move(hides);
    step.locks = std::move(locks);
    return step;
}

bool canBeDone(const LessonStep& step, const LessonAction& action) {
    return !PageControls(step).notDoable(action);
}

TEST(PageControls, ASettingIsSetWhereverItHasAControl) {
    const SetTrainingAction batch{"batch_size", std::int64_t{4}};
    const SetTrainingAction rate{"learning_rate", 0.1};
    EXPECT_TRUE(canBeDone(page({}), batch));
    EXPECT_TRUE(canBeDone(page({"training"}), batch)) << "the data has a batch size beside it";
    EXPECT_FALSE(canBeDone(page({"training", "data"}), batch));
    EXPECT_FALSE(canBeDone(page({"batch-size"}), batch));
    EXPECT_FALSE(canBeDone(page({}, {"batch-size"}), batch));
    EXPECT_FALSE(canBeDone(page({"training"}), rate));
    EXPECT_TRUE(canBeDone(page({"data"}), rate));
}

TEST(PageControls, ALensIsLookedThroughInside) {
    const LookAction look{.lens = "weights"};
    const LookAction ofLayer{.lens = "weights", .layer = "hidden"};
    EXPECT_TRUE(canBeDone(page({}), look));
    EXPECT_FALSE(canBeDone(page({"lenses"}), look));
    EXPECT_FALSE(canBeDone(page({}, {"lenses"}), look));
    EXPECT_TRUE(canBeDone(page({"canvas"}), look));
    EXPECT_FALSE(canBeDone(page({"canvas"}), ofLayer)) << "that is where a layer is chosen";
}

TEST(PageControls, AugmentationIsSetBesideTheData) {
    const SetTrainingAction shift{"augment_shift", 0.1};
    EXPECT_TRUE(canBeDone(page({"training"}), shift));
    EXPECT_FALSE(canBeDone(page({"data"}), shift));
    EXPECT_FALSE(canBeDone(page({"augmentation"}), shift));
    EXPECT_FALSE(canBeDone(page({}, {"augmentation"}), shift));
}

TEST(PageControls, WhoComputesIsChosenAmongTheTrainingSettings) {
    EXPECT_TRUE(canBeDone(page({"data"}), SetThreadsAction{1}));
    EXPECT_TRUE(canBeDone(page({"threads"}), SetDeviceAction{"cpu"}));
    EXPECT_FALSE(canBeDone(page({"threads"}), SetThreadsAction{1}));
    EXPECT_FALSE(canBeDone(page({"training"}), SetThreadsAction{1}));
    EXPECT_FALSE(canBeDone(page({"training"}), SetDeviceAction{"cpu"}));
    EXPECT_TRUE(canBeDone(page({"training", "canvas", "inspector"}), ExportAction{"onnx"}));
}

TEST(PageControls, ARunNeedsOneOfItsButtons) {
    EXPECT_TRUE(canBeDone(page({"train", "step"}), TrainAction{.epochs = 3}));
    const LessonStep none = page({"train", "step", "step-epoch", "step-sample"});
    EXPECT_FALSE(canBeDone(none, TrainAction{.epochs = 3}));
    EXPECT_FALSE(canBeDone(none, ResetAction{})) << "the bar is gone with its last button";
    EXPECT_TRUE(PageControls(none).notSeen("speed"));
}

TEST(PageControls, ALayersSettingsAreInTheInspector) {
    const SetLayerAction bend{"neuron", "activation", std::string("relu")};
    EXPECT_TRUE(canBeDone(page({"palette", "curves"}), bend));
    EXPECT_FALSE(canBeDone(page({"inspector"}), bend));
    EXPECT_FALSE(canBeDone(page({"palette"}), AddLayerAction{.type = "dense", .after = "a"}));
}

TEST(PageControls, ASceneOfAFilterSaysWhatCanBeDoneInIt) {
    LessonStep step = page({"inspector", "train"});
    const SetWeightAction weight{"filter/kernel", 4, 1};
    const SetLayerAction stride{"filter", "stride", std::vector<std::int64_t>{2, 2}};
    EXPECT_FALSE(canBeDone(step, MoveWindowAction{1, 1})) << "there is no filter";
    EXPECT_FALSE(canBeDone(step, GuessOutputAction{1}));
    EXPECT_FALSE(canBeDone(step, SetPictureAction{"dot"}));
    step.scene = SceneWish{.kind = "filter"};
    EXPECT_TRUE(canBeDone(step, MoveWindowAction{1, 1}));
    EXPECT_TRUE(canBeDone(step, SetPictureAction{"dot"}));
    EXPECT_TRUE(canBeDone(step, weight));
    EXPECT_FALSE(canBeDone(step, GuessOutputAction{1})) << "nothing is hidden";
    EXPECT_FALSE(canBeDone(step, stride));
    step.scene->options = {{"guess", true}, {"layer", true}, {"kernel", false}, {"pictures", false}};
    EXPECT_TRUE(canBeDone(step, GuessOutputAction{1}));
    EXPECT_TRUE(canBeDone(step, stride)) << "though the inspector is hidden";
    EXPECT_FALSE(canBeDone(step, weight));
    EXPECT_FALSE(canBeDone(step, SetPictureAction{"dot"}));
    step.locks = {"scene"};
    EXPECT_FALSE(canBeDone(step, MoveWindowAction{1, 1}));
}

TEST(PageControls, ASceneIsInPlaceOfTheCanvas) {
    LessonStep step;
    step.scene = SceneWish{.kind = "line-fit"};
    EXPECT_TRUE(PageControls(step).notSeen("canvas"));
    EXPECT_FALSE(PageControls(step).notSeen("scene"));
    EXPECT_TRUE(canBeDone(step, SetWeightAction{"line/kernel", 0, 1}));
    EXPECT_FALSE(canBeDone(step, RemoveLayerAction{"line"}));
    EXPECT_TRUE(PageControls(LessonStep()).notSeen("scene"));
}

TEST(PageControls, ALinkNeedsNoButtonInSightButOneThatMayBePressed) {
    EXPECT_FALSE(PageControls(page({"predictions"})).deadLink("evaluate"));
    EXPECT_TRUE(PageControls(page({"predictions"})).notSeen("test"));
    EXPECT_TRUE(PageControls(page({"test"})).deadLink("evaluate"));
    EXPECT_TRUE(PageControls(page({}, {"train"})).deadLink("pause"));
    EXPECT_TRUE(PageControls(page({})).deadLink("show"));
    EXPECT_FALSE(PageControls(page({})).deadLink("next"));
    EXPECT_TRUE(PageControls(page({"data"})).closedPlace("data"));
    EXPECT_TRUE(PageControls(page({"inspector"})).closedPlace("network"));
    EXPECT_FALSE(PageControls(page({"inspector"})).closedPlace("layer/line"));
}

} // namespace
} // namespace protomind
