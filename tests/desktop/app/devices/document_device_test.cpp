// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/devices/device_bench.h"
#include "desktop/app/devices/document_device.h"
#include "desktop/document/training_obstacle.h"
#include "studio/network/training_fit.h"

#include <gmock/gmock.h>

namespace protomind {
namespace {

using testing::HasSubstr;

class DocumentDeviceTest : public DeviceBench {
protected:
    [[nodiscard]] std::string obstacle() const {
        const auto found = trainingObstacle(m_document);
        return found ? found->sentence : std::string();
    }
    [[nodiscard]] bool isTooLarge() const {
        return std::ranges::any_of(m_document.analysis().problems, [](const NetworkProblem& problem) {
            return problem.kind == NetworkProblemKind::TooMuchMemory;
        });
    }

    DocumentDevice m_device{m_document, m_run, m_catalogue};
};

TEST_F(DocumentDeviceTest, AsksNobodyForTheProcessor) {
    EXPECT_EQ(m_catalogue.listing(), DeviceCatalogue::Listing::NotAsked);
    EXPECT_EQ(obstacle(), "");
}

TEST_F(DocumentDeviceTest, ADeviceThatIsInOrderIsNoObstacle) {
    choose("opencl:0");
    EXPECT_EQ(obstacle(), "") << "as long as nothing is known against it";
    ASSERT_TRUE(untilTested());
    EXPECT_EQ(m_fake.timesAsked("--device opencl:0"), 1);
    EXPECT_EQ(m_fake.timesAsked("--device cpu"), 0);
    EXPECT_EQ(obstacle(), "");
}

TEST_F(DocumentDeviceTest, SaysWhatToDoWhereTheMachineLacksTheDevice) {
    for (const char* device : {"opencl:3", "abacus"}) {
        open(device);
        ASSERT_TRUE(untilTested());
        EXPECT_EQ(chosen(), device) << "the project keeps it";
        EXPECT_THAT(obstacle(), HasSubstr("Training tab"));
        EXPECT_THAT(obstacle(), HasSubstr(device));
        choose("cpu");
        EXPECT_EQ(obstacle(), "");
        m_document.undoStack().undo();
        EXPECT_NE(obstacle(), "");
    }
}

TEST_F(DocumentDeviceTest, ADeviceThatFailsItsTestIsSwitchedOff) {
    m_fake.answer("--device opencl:0",
                  FakeProgram::verdict("opencl:0", false, 0) + QLatin1String(FakeProgram::kResult));
    open("opencl");
    ASSERT_TRUE(untilTested());
    EXPECT_THAT(obstacle(), HasSubstr("Its numbers are wrong."));
    EXPECT_THAT(obstacle(), HasSubstr("Fancy Card"));
    m_fake.answer("--device opencl:0",
                  FakeProgram::verdict("opencl:0", true, 5) + QLatin1String(FakeProgram::kResult));
    m_catalogue.testAgain(QStringLiteral("opencl:0"));
    ASSERT_TRUE(untilTested());
    EXPECT_EQ(obstacle(), "");
}

TEST_F(DocumentDeviceTest, AutomaticallyAllAreTestedForTheFastest) {
    m_fake.answer("--device opencl:0", QLatin1String(FakeProgram::kCrash));
    open("auto");
    ASSERT_TRUE(untilTested());
    EXPECT_EQ(m_fake.timesAsked("--device opencl:0"), 1);
    EXPECT_EQ(m_fake.timesAsked("--device cpu"), 1);
    EXPECT_EQ(obstacle(), "");
}

TEST_F(DocumentDeviceTest, TrainingHasToFitIntoTheDevicesMemory) {
    const std::int64_t needed = trainingMemory(m_document.network(), m_document.analysis(),
                                               m_document.experiment().training.batchSize);
    m_fake.answer("--list", FakeProgram::found("Small Card", needed) + QLatin1String(FakeProgram::kResult));
    EXPECT_FALSE(isTooLarge());
    choose("opencl:0");
    ASSERT_TRUE(untilTested());
    ASSERT_TRUE(isTooLarge()) << "a fifth is left to others";
    EXPECT_THAT(obstacle(), HasSubstr("of memory, but only"));
    const NetworkProblem& problem = m_document.analysis().problems.front();
    ASSERT_FALSE(problem.fixes.empty());
    EXPECT_THAT(problem.fixes.front().label.text(), HasSubstr("batch size"));
    choose("cpu");
    EXPECT_FALSE(isTooLarge());
}

} // namespace
} // namespace protomind
