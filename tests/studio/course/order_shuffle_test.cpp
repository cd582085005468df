// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/course/order_shuffle.h"

#include <gmock/gmock.h>

#include <set>

namespace protomind {
namespace {

using testing::ElementsAre;
using testing::UnorderedElementsAreArray;

Question asked(std::vector<std::string> right) {
    Question question{.id = "loop", .question = "In which order?", .answer = OrderAnswer{right}};
    for (const std::string& id : right)
        question.options.push_back({id, id + ".", {}});
    return question;
}

std::vector<std::string> idsOf(const std::vector<LessonOption>& options) {
    std::vector<std::string> ids;
    for (const LessonOption& one : options)
        ids.push_back(one.id);
    return ids;
}

TEST(OrderShuffle, AQuestionNeverComesInTheRightOrder) {
    const std::vector<std::vector<std::string>> rights{
        {"a", "b"}, {"a", "b", "c"}, {"answer", "loss", "gradient", "update"}};
    for (const std::vector<std::string>& right : rights) {
        std::set<std::vector<std::string>> seen;
        for (std::int64_t visit = 0; visit < 200; ++visit)
            for (const char* learner : {"Ada", "Zoë", ""}) {
                const auto ids = idsOf(shuffledOptions(asked(right), shuffleSeed(learner, visit)));
                EXPECT_NE(ids, right) << learner << visit;
                EXPECT_THAT(ids, UnorderedElementsAreArray(right));
                seen.insert(ids);
            }
        // All orders but the right one come up.
        const std::size_t orders = right.size() == 2 ? 2 : right.size() == 3 ? 6 : 24;
        EXPECT_EQ(seen.size(), orders - 1);
    }
}

TEST(OrderShuffle, AVisitHasOneOrderHoweverTheListIsWritten) {
    Question question = asked({"a", "b", "c", "d"});
    const auto first = idsOf(shuffledOptions(question, shuffleSeed("Ada", 3)));
    EXPECT_EQ(idsOf(shuffledOptions(question, shuffleSeed("Ada", 3))), first);
    std::swap(question.options[0], question.options[3]);
    EXPECT_EQ(idsOf(shuffledOptions(question, shuffleSeed("Ada", 3))), first);
    EXPECT_THAT(idsOf(orderedOptions(question)), ElementsAre("a", "b", "c", "d"));
}

} // namespace
} // namespace protomind
