// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/onnx/onnx_probe.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

namespace protomind {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

TrainedNetwork classifier() {
    TrainedNetwork network = chainOf({28, 20, 3}, {{"convolution", "Eyes", {{"filters", std::int64_t{4}}}},
                                                   {"noise", "Haze"},
                                                   {"flatten", "Flat"},
                                                   {"dense", "Verdict", {{"units", std::int64_t{2}}}}});
    network.title = "Cats & <dogs>\n\"yes\"";
    network.trained = true;
    network.data = DataDescription{.name = "pets",
                                   .sampleShape = {28, 20, 3},
                                   .targetKind = TargetKind::Class,
                                   .targetShape = {},
                                   .classNames = {"cat, \"tabby\"", "dog\xff"},
                                   .featureNames = {}};
    auto checkpoint = std::make_shared<Checkpoint>(*network.checkpoint);
    checkpoint->step = 120;
    checkpoint->history = {{.step = 120, .epoch = 2, .loss = 0.125, .validationAccuracy = 0.75}};
    network.checkpoint = std::move(checkpoint);
    return network;
}

TEST(OnnxCard, TellsProgramsWhatTheyNeed) {
    const OnnxProbe probe(classifier());
    EXPECT_EQ(probe.metadata("title"), "Cats & <dogs> \"yes\"");
    EXPECT_EQ(nlohmann::json::parse(probe.metadata("labels")), nlohmann::json({"cat, \"tabby\"", "dog "}));
    EXPECT_THAT(probe.metadata("preprocessing"), HasSubstr("255"));
    EXPECT_DOUBLE_EQ(std::stod(probe.metadata("input_scale")), 1.0 / 255);
    EXPECT_EQ(probe.metadata("input_layout"), "N × 3 × 28 × 20 (samples × channels × height × width)");
    EXPECT_THAT(probe.metadata("layers"),
                AllOf(HasSubstr("Eyes: Convolution, Filters = 4"), HasSubstr("Verdict: Dense")));
    const std::int64_t count = 3 * 3 * 3 * 4 + 4 + 28 * 20 * 4 * 2 + 2;
    EXPECT_EQ(probe.metadata("parameters"), std::to_string(count));
    EXPECT_EQ(probe.metadata("trained"), "yes");
    EXPECT_THAT(probe.metadata("training"), AllOf(HasSubstr("Optimiser: adam"), HasSubstr("Steps done: 120"),
                                                  HasSubstr("0.125"), HasSubstr("0.75")));
    EXPECT_EQ(probe.metadata("data"), "pets");
    EXPECT_THAT(probe.model().doc_string(),
                AllOf(HasSubstr("Protomind 1.2.3"), HasSubstr("N × 3 × 28 × 20"), HasSubstr("It is trained"),
                      HasSubstr("Eyes: Convolution")));
}

TEST(OnnxCard, IsSilentAboutWhatThereIsNot) {
    const OnnxProbe probe(chainOf({4, 3}, {{"rnn", "R"}}));
    EXPECT_EQ(probe.metadata("trained"), "no");
    EXPECT_EQ(probe.metadata("input_layout"), "N × 4 × 3 (samples × steps × features)");
    EXPECT_EQ(probe.metadata("input_scale"), "1");
    for (const char* absent : {"labels", "training", "data"})
        EXPECT_THROW(static_cast<void>(probe.metadata(absent)), std::out_of_range) << absent;
}

TEST(OnnxNotes, StandInTheFileTooWhereSomethingIsLost) {
    const TrainedNetwork network = classifier();
    const OnnxProbe probe(network);
    int lost = 0;
    for (const FormatNote& note : onnxNotes(network)) {
        EXPECT_FALSE(note.what.empty());
        if (note.fate == Fate::Kept)
            continue;
        EXPECT_FALSE(note.how.empty()) << note.what;
        if (note.fate == Fate::Lost) {
            ++lost;
            EXPECT_THAT(probe.metadata("lost"), HasSubstr(note.what.text() + ": " + note.how.text()));
        } else {
            EXPECT_THAT(probe.metadata("lost"), Not(HasSubstr(note.what.text() + ": ")));
        }
    }
    EXPECT_GE(lost, 4);
}

TEST(OnnxNotes, PromiseOnlyWhatIsInTheFile) {
    TrainedNetwork network = classifier();
    for (const bool trained : {true, false}) {
        network.trained = trained;
        for (const FormatNote& note : onnxNotes(network)) {
            if (note.what.text() == "How to train it") {
                EXPECT_EQ(note.how.text().contains("in the metadata"), trained);
            }
        }
    }
    network.data.reset();
    network.experiment.data = "idx:/home/anna/pets";
    EXPECT_EQ(OnnxProbe(network).metadata("data"), "pets");
}

TEST(OnnxNotes, TellOfLayersThatAreThere) {
    const auto about = [](Fate fate, const char* what) {
        return Contains(AllOf(testing::Field(&FormatNote::fate, fate),
                              testing::Field(&FormatNote::what, Sentence(what))));
    };
    const auto notes = onnxNotes(classifier());
    EXPECT_THAT(notes, about(Fate::Changed, "Images"));
    EXPECT_THAT(notes, about(Fate::Lost, "Noise"));
    EXPECT_THAT(notes, about(Fate::Kept, "Names of the classes"));
    EXPECT_THAT(notes, Not(about(Fate::Kept, "Dropout")));
    const auto others =
        onnxNotes(chainOf({8}, {{"dropout", "Rest"}, {"dense", "D", {{"activation", std::string("gelu")}}}}));
    EXPECT_THAT(others, about(Fate::Kept, "Dropout"));
    EXPECT_THAT(others, about(Fate::Changed, "GELU"));
    EXPECT_THAT(others, Not(about(Fate::Changed, "Images")));
    EXPECT_THAT(others, Not(about(Fate::Lost, "Noise")));
    EXPECT_THAT(others, Not(about(Fate::Kept, "Names of the classes")));
}

} // namespace
} // namespace protomind
