// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/data/document_data.h"
#include "desktop/document/commands/experiment_commands.h"
#include "desktop/document/document.h"
#include "desktop/waiting.h"

#include <gtest/gtest.h>

#include <utility>
#include <vector>

namespace protomind {
namespace {

using Source = std::pair<std::string, std::uint64_t>;

class DocumentDataTest : public testing::Test {
protected:
    DocumentDataTest() {
        QObject::connect(&m_document, &Document::changed, &m_data, &DocumentData::follow);
        QObject::connect(&m_data, &DocumentData::loaded, &m_data, [this] { ++m_told; });
        QObject::connect(&m_data, &DocumentData::failed, &m_data, [this] { ++m_failed; });
    }
    void setText(const std::string& text) { m_document.undoStack().push(new SetDataText(m_document, text)); }
    bool untilTold(int times) {
        return until([&] { return m_told == times; });
    }

    Document m_document;
    std::vector<Source> m_opened; ///< written on the loader's thread, read after it has told
    int m_told = 0;
    int m_failed = 0;
    DocumentData m_data{m_document, [this](const std::string& text, std::uint64_t seed) {
                            m_opened.emplace_back(text, seed);
                            return loadData(text, seed);
                        }};
};

TEST_F(DocumentDataTest, IsOpenedAnewWhereTextOrSeedIsAnother) {
    setText("line");
    ASSERT_TRUE(untilTold(1));
    TrainingSettings settings = m_document.experiment().training;
    const std::uint64_t first = settings.seed;
    // Nothing that the data depends on.
    settings.learningRate *= 2;
    m_document.undoStack().push(new SetTraining(m_document, "learning_rate", settings));
    settings.seed = first + 1;
    m_document.undoStack().push(new SetTraining(m_document, "seed", settings));
    ASSERT_TRUE(untilTold(2));
    setText("xor");
    ASSERT_TRUE(untilTold(3));
    EXPECT_EQ(m_opened, (std::vector<Source>{{"line", first}, {"line", first + 1}, {"xor", first + 1}}));
    ASSERT_TRUE(m_data.data());
    EXPECT_EQ(m_data.data()->description.name, "xor");
}

TEST_F(DocumentDataTest, AnotherProjectHasNoneUntilItsOwnIsOpen) {
    setText("line");
    ASSERT_TRUE(untilTold(1));
    setText("xor"); // on its way, for a project that is gone by then
    m_document.replace({});
    EXPECT_FALSE(m_data.data());
    ProjectContent content;
    content.experiment.data = "moons";
    m_document.replace(std::move(content));
    EXPECT_FALSE(m_data.data());
    ASSERT_TRUE(untilTold(2));
    ASSERT_TRUE(m_data.data());
    EXPECT_EQ(m_data.data()->description.name, "moons");
}

TEST_F(DocumentDataTest, TellsWhatCannotBeOpened) {
    setText("no such data");
    EXPECT_TRUE(until([&] { return m_failed == 1; }));
    EXPECT_FALSE(m_data.data());
    EXPECT_EQ(m_told, 0);
}

} // namespace
} // namespace protomind
