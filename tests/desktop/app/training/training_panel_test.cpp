// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/laboratory.h"
#include "desktop/editor/field_editor.h"

#include <QDoubleSpinBox>
#include <QSpinBox>

#include <gtest/gtest.h>

namespace protomind {
namespace {

class TrainingPanelTest : public testing::Test {
protected:
    void SetUp() override {
        ASSERT_TRUE(m_folder.isValid());
        ASSERT_TRUE(m_lab.startWith("playground"));
    }
    /// As a file has it.
    void open(const std::string& name, const FieldValue& value) {
        ProjectContent content = m_lab.document.content();
        setTrainingField(content.experiment.training, name, value);
        m_lab.document.replace(std::move(content));
    }
    FieldEditor* editor(const std::string& name) {
        return m_lab.find<FieldEditor>(("training-" + name).c_str());
    }
    [[nodiscard]] FieldValue set(const std::string& name) const {
        return trainingField(m_lab.document.experiment().training, name);
    }

    QTemporaryDir m_folder;
    Laboratory m_lab{m_folder.path()};
};

TEST_F(TrainingPanelTest, HasAControlOfTheTablesRangeForEverySetting) {
    for (const TrainingSetting& setting : trainingTable()) {
        const Field& field = setting.field;
        SCOPED_TRACE(field.name);
        if (field.name == "seed") {
            const auto* box = m_lab.find<QDoubleSpinBox>("seedBox");
            EXPECT_EQ(box->minimum(), field.minimum);
            EXPECT_EQ(box->maximum(), field.maximum);
            continue;
        }
        FieldEditor* shown = editor(field.name);
        if (isOfAugmentation(setting)) {
            EXPECT_EQ(shown, nullptr) << "beside the data";
            continue;
        }
        ASSERT_NE(shown, nullptr);
        EXPECT_EQ(shown->field().minimum, field.minimum);
        EXPECT_EQ(shown->field().maximum, field.maximum);
        EXPECT_EQ(shown->field().choices, field.choices);
        if (const auto* box = shown->findChild<QDoubleSpinBox*>()) {
            EXPECT_EQ(box->minimum(), field.minimum);
            EXPECT_EQ(box->maximum(), field.maximum);
        } else if (const auto* whole = shown->findChild<QSpinBox*>()) {
            EXPECT_EQ(whole->minimum(), field.minimum);
            EXPECT_EQ(whole->maximum(), field.maximum);
        }
    }
    for (const char* name : {"validation", "batch_size"}) {
        const Field& field = *findTrainingField(name);
        const auto* box = m_lab.find<QDoubleSpinBox>((std::string("option.") + name).c_str());
        ASSERT_NE(box, nullptr) << name << ": beside the data";
        const double scale = field.type == FieldType::Real ? 100 : 1;
        EXPECT_EQ(box->minimum(), scale * field.minimum);
        EXPECT_EQ(box->maximum(), scale * field.maximum);
    }
}

TEST_F(TrainingPanelTest, ShowsWhatAFileHoldsAndSaysThatItCannotBe) {
    const std::vector<std::pair<const char*, FieldValue>> cases = {{"validation", 0.95},
                                                                   {"l2", 2000.0},
                                                                   {"batch_size", std::int64_t{100'000}},
                                                                   {"epochs", std::int64_t{0}}};
    for (const auto& [name, value] : cases) {
        SCOPED_TRACE(name);
        open(name, value);
        auto* box = editor(name)->findChild<QAbstractSpinBox*>();
        const auto* real = qobject_cast<QDoubleSpinBox*>(box);
        const double shown = real ? real->value() : qobject_cast<QSpinBox*>(box)->value();
        const auto* whole = std::get_if<std::int64_t>(&value);
        EXPECT_EQ(shown, whole ? double(*whole) : std::get<double>(value));
        EXPECT_EQ(set(name), value) << "looking at it changes nothing";
        const Field& field = *findTrainingField(name);
        EXPECT_EQ(box->toolTip().toStdString(), checkField(field, value).error().sentence);
        const auto& problems = m_lab.document.analysis().problems;
        const auto told =
            std::ranges::find(problems, NetworkProblemKind::SettingOutOfRange, &NetworkProblem::kind);
        ASSERT_NE(told, problems.end());
        EXPECT_TRUE(trainingAfter(m_lab.document.experiment().training, told->fixes.front()));

        // A step of the box leads back into what can be.
        box->stepBy(shown > field.maximum ? -1 : 1);
        EXPECT_TRUE(checkField(field, set(name)));
        EXPECT_EQ(box->toolTip().toStdString(), field.help);
    }
}

TEST_F(TrainingPanelTest, ShowsASeedOfAnyFile) {
    const std::int64_t large = 9'007'199'254'740'991;
    open("seed", large);
    auto* box = m_lab.find<QDoubleSpinBox>("seedBox");
    EXPECT_EQ(box->value(), static_cast<double>(large));
    EXPECT_EQ(box->text(), QStringLiteral("9007199254740991"));
    EXPECT_EQ(set("seed"), FieldValue(large));
}

} // namespace
} // namespace protomind
