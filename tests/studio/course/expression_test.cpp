// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/course/expression.h"
#include "studio/course/limits.h"
#include "studio/course/random_expression.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "whole_run.h"

namespace protomind {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Pair;

Expression parsed(const std::string& text, StateType wanted = StateType::Truth) {
    const auto expression = Expression::parse(text, wanted);
    if (!expression)
        ADD_FAILURE() << text << ": " << expression.error().sentence;
    return expression.value_or(Expression());
}

ExpressionError errorOf(const std::string& text, StateType wanted = StateType::Truth) {
    const auto expression = Expression::parse(text, wanted);
    EXPECT_FALSE(expression) << text;
    return expression ? ExpressionError() : expression.error();
}

bool isTooLarge(const ExpressionError& error) {
    return error.sentence.contains("longer than") || error.sentence.contains("more than");
}

template<class T>
StateValue stateValue(const std::optional<T>& value) {
    return value ? StateValue(*value) : StateValue();
}

// Properties ------------------------------------------------------------------------------------------------

TEST(ExpressionProperties, WhatIsWrittenIsWhatIsRead) {
    const LiveState state = sampleState();
    RandomStream random(11);
    RandomExpression write(state, random);
    int read = 0;
    for (int round = 0; round < rounds(3000, 100000); ++round) {
        const Expected<bool> truth = write.truth();
        const Expected<double> number = write.number();
        const auto condition = Expression::parse(truth.text);
        const auto calculation = Expression::parse(number.text, StateType::Number);
        if (condition) {
            ++read;
            EXPECT_EQ(condition->evaluate(state), stateValue(truth.value)) << truth.text;
            EXPECT_EQ(condition->holds(state), truth.value == true) << truth.text;
            EXPECT_EQ(condition->text(), truth.text);
        } else {
            EXPECT_TRUE(isTooLarge(condition.error())) << truth.text << ": " << condition.error().sentence;
        }
        if (calculation) {
            EXPECT_EQ(calculation->evaluate(state), stateValue(number.value)) << number.text;
        } else {
            EXPECT_TRUE(isTooLarge(calculation.error())) << number.text << calculation.error().sentence;
        }
    }
    EXPECT_GT(read, 2000);
}

TEST(ExpressionProperties, NothingIsMissingWhereItHoldsAndSomethingWhereItDoesNot) {
    const LiveState state = sampleState();
    RandomStream random(12);
    RandomExpression write(state, random);
    int holding = 0;
    for (int round = 0; round < rounds(2000, 50000); ++round) {
        const std::string text = write.truth().text;
        const auto expression = Expression::parse(text);
        if (!expression)
            continue;
        const std::vector<MissingPart> missing = expression->missing(state);
        EXPECT_EQ(missing.empty(), expression->holds(state)) << text;
        holding += missing.empty() ? 1 : 0;
        for (const MissingPart& part : missing)
            EXPECT_FALSE(parsed(part.text).holds(state)) << part.text << " of " << text;
    }
    EXPECT_GT(holding, 100);
}

/// "line.best_loss" ends like "line.loss" and begins like "line.best": each is told as it is written.
TEST(ExpressionProperties, WhatIsMissingNamesWholeNames) {
    const LiveState state = sampleState();
    const auto neverHolds = [](const StateName& looked) {
        const std::string name = looked.name;
        return name + (looked.type == StateType::Number ? " < " : " != ") + name;
    };
    for (const StateName& first : stateNames())
        for (const StateName& second : stateNames()) {
            const std::vector<MissingPart> missing =
                parsed(neverHolds(first) + " and " + neverHolds(second)).missing(state);
            ASSERT_EQ(missing.size(), 2u) << first.name << ", " << second.name;
            EXPECT_EQ(missing[0].text, neverHolds(first));
            EXPECT_EQ(missing[1].text, neverHolds(second));
            EXPECT_THAT(missing[0].values, ElementsAre(Pair(first.name, testing::_)));
            EXPECT_THAT(missing[1].values, ElementsAre(Pair(second.name, testing::_)));
        }
}

TEST(ExpressionProperties, NoTextMakesItFall) {
    const LiveState state = sampleState();
    RandomStream random(13);
    constexpr std::array kWords = {
        "and",   "or",    "not",  "(",         ")",         "layers", "any(", "count(layers,",
        "all(",  "units", "1",    "0.5",       "test.loss", "==",     "<",    "-",
        "\"a\"", "'",     "type", "weight(\"", ",",         "=",      "&&",   "\xe2\x89\xa4",
        "+",     "/",     "true", "data.name", "min(",      "\xff",   " ",    "e"};
    for (int round = 0; round < rounds(20000, 1000000); ++round) {
        std::string text;
        if (round % 2 == 0) {
            text.resize(random.below(60));
            for (char& byte : text)
                byte = static_cast<char>(random.below(256));
        } else {
            for (std::uint64_t words = random.below(15); words > 0; --words)
                text += std::string(kWords[random.below(kWords.size())]) + (random.below(2) == 0 ? " " : "");
        }
        const auto expression = Expression::parse(text);
        if (expression) {
            EXPECT_EQ(expression->missing(state).empty(), expression->holds(state)) << text;
            continue;
        }
        EXPECT_FALSE(expression.error().sentence.empty());
        EXPECT_GE(expression.error().column, 1);
        EXPECT_LE(expression.error().column, static_cast<int>(text.size()) + 1) << text;
    }
}

TEST(ExpressionProperties, AMisspeltNameIsGuessed) {
    RandomStream random(14);
    for (const StateName& name : stateNames()) {
        std::string text = name.name;
        text.erase(random.below(text.size()), 1);
        if (findStateName(text) != nullptr)
            continue;
        const ExpressionError error = errorOf(text + " == 1");
        EXPECT_EQ(error.column, 1);
        EXPECT_FALSE(error.remedy.empty()) << text;
    }
}

// Values
// ------------------------------------------------------------------------------------------------------

TEST(Expression, ComparesWhatIsThere) {
    const LiveState state = sampleState();
    for (const char* text :
         {"run.steps == 12", "run.steps >= 12 and train.loss < 0.5", "not run.diverged",
          "run.state == \"paused\"", "training.learning_rate == 0.1", "data.name == 'spiral'", "abs(-2) == 2",
          "min(1, 2) + max(1, 2) == 3", "-2 * -3 == 6", "2 - 1 - 1 == 0", "8 / 2 / 2 == 2", "1 + 2 * 3 == 7",
          "(1 + 2) * 3 == 9", "1e-3 == .001", "1 / 0 > 1000", "run.trained == true",
          "not run.trained or true", "run.trained != run.diverged"})
        EXPECT_TRUE(parsed(text).holds(state)) << text;
    for (const char* text : {"run.steps > 12", "run.diverged", "run.state != \"paused\"", "0 / 0 == 0 / 0"})
        EXPECT_FALSE(parsed(text).holds(state)) << text;
}

TEST(Expression, DoesNotHoldOnWhatIsNotKnown) {
    LiveState state = sampleState();
    for (const char* text : {"test.loss < 0.1", "test.loss >= 0.1", "not test.loss < 0.1",
                             "test.loss == test.loss", "test.loss + 1 > 0", "run.trained and test.loss < 1"})
        EXPECT_FALSE(parsed(text).holds(state)) << text;
    EXPECT_TRUE(parsed("test.loss < 0.1 or run.trained").holds(state));
    EXPECT_EQ(parsed("run.diverged and test.loss < 0.1").evaluate(state), StateValue(false));
    EXPECT_EQ(parsed("run.trained and test.loss < 0.1").evaluate(state), StateValue());
    state.test.loss = 0.05;
    EXPECT_TRUE(parsed("test.loss < 0.1").holds(state));
}

TEST(Expression, LooksAtLayers) {
    LiveState state;
    Network& network = state.experiment.network;
    const auto put = [&](const char* type, const char* name, Settings settings) {
        network.add(
            Layer{.id = network.nextLayerId(), .type = type, .name = name, .settings = std::move(settings)});
    };
    put("input", "in", {{"shape", std::vector<std::int64_t>{4}}});
    put("dense", "a", {{"units", std::int64_t{8}}, {"activation", std::string("relu")}});
    put("dense", "b", {{"units", std::int64_t{3}}, {"use_bias", false}});
    put("from_the_future", "c", {{"units", std::int64_t{3}}});
    for (const char* text :
         {"count(layers, type == \"dense\") == 2", "any(layers, units > 7)", "not any(layers, units > 8)",
          "all(layers, type != \"dense\" or units >= 3)", "not all(layers, units >= 3)",
          "any(layers, name == 'b' and activation == 'linear')", "count(layers, use_bias) == 1",
          "count(layers, not use_bias) == 3", "any(layers, shape == \"4\")",
          "count(layers, true) == network.layers", "count(layers, units * 2 == 6) == 1",
          "not any(layers, use_bias == false and type == 'input')", "count(layers, units == units) == 2"})
        EXPECT_TRUE(parsed(text).holds(state)) << text;
    EXPECT_EQ(parsed("any(layers, units > test.loss)").evaluate(state), StateValue());
    EXPECT_EQ(parsed("count(layers, units > test.loss)", StateType::Number).evaluate(state), StateValue());
    EXPECT_EQ(parsed("all(layers, units > test.loss)").evaluate(state), StateValue(false))
        << "Input has no units";
    EXPECT_TRUE(parsed("all(layers, false)").holds(LiveState()));
}

TEST(Expression, LooksAtWeights) {
    LiveState state;
    state.weights["line/kernel"] = {0.1f, -2.0f};
    EXPECT_TRUE(parsed("weight(\"line/kernel\", 0) == 0.1").holds(state));
    EXPECT_TRUE(parsed("weight('line/kernel', 1) == -2").holds(state));
    for (const char* text : {"weight('line/kernel', 2) == 0", "weight('line/bias', 0) == 0"})
        EXPECT_EQ(parsed(text).evaluate(state), StateValue()) << text;
}

TEST(Expression, LooksAtPoints) {
    LiveState state;
    EXPECT_FALSE(parsed("any(points, true)").holds(state));
    state.pairs = {{0.1f, -2.0f}, {2.2f, 2.4f}};
    EXPECT_TRUE(parsed("any(points, x == 0.1 and y == -2)").holds(state));
    EXPECT_TRUE(parsed("any(points, abs(x - 2.2) < 0.1 and abs(y - 2.4) < 0.1)").holds(state));
    EXPECT_FALSE(parsed("any(points, x == 0.1 and y == 2.4)").holds(state));
    EXPECT_TRUE(
        parsed("count(points, x > 0) == 2 and all(points, y < 3) and not all(points, y > 0)").holds(state));
}

TEST(Expression, LooksAtTheSettingsOfOneLayer) {
    LiveState state;
    Layer hidden{.id = LayerId{1}, .type = "dense", .name = "hidden"};
    hidden.settings["units"] = std::int64_t{4};
    state.experiment.network.add(hidden);
    state.experiment.network.add(Layer{.id = LayerId{2}, .type = "relu", .name = "bend"});
    EXPECT_TRUE(parsed("setting('hidden', units) == 4").holds(state));
    EXPECT_TRUE(parsed("setting('hidden', type) == 'dense' and setting('hidden', use_bias)").holds(state));
    EXPECT_TRUE(parsed("any(layers, units == setting('hidden', units))").holds(state));
    EXPECT_FALSE(parsed("setting('hidden', units) == 5").holds(state));
    // No such layer, and a layer without this setting.
    for (const char* text : {"setting('gone', units) == 4", "setting('bend', units) == 4"})
        EXPECT_EQ(parsed(text).evaluate(state), StateValue(false)) << text;
    EXPECT_EQ(Expression::parseValue("setting('gone', units)")->evaluate(state), StateValue());
    EXPECT_THAT(parsed("setting('hidden', units) == 5").missing(state)[0].values,
                ElementsAre(Pair("setting('hidden', units)", "4")));
}

TEST(Expression, KnowsItsParts) {
    const auto parts =
        parsed("(run.steps > 100 and run.diverged) and any(layers, name == 'a' and use_bias) and "
               "setting('a', units) == 3 and any(points, x > 1)")
            .parts();
    ASSERT_EQ(parts.size(), 5u);
    EXPECT_EQ(parts[0].text, "run.steps > 100");
    EXPECT_TRUE(parts[0].hasValue);
    EXPECT_FALSE(parts[1].hasValue);
    EXPECT_FALSE(parts[2].hasValue);
    EXPECT_TRUE(parts[3].hasValue);
    EXPECT_TRUE(parts[4].hasValue);
    EXPECT_THAT(Expression().parts(), IsEmpty());
}

TEST(Expression, SaysWhatIsMissing) {
    const LiveState state = sampleState();
    const Expression expression = parsed("(run.steps > 100 and run.trained) and test.loss < 0.1 and "
                                         "(train.loss < 0.1 or run.steps > train.loss * 100) "
                                         "and count(layers, type == 'dense') > 9");
    const std::vector<MissingPart> missing = expression.missing(state);
    ASSERT_EQ(missing.size(), 4u);
    EXPECT_EQ(missing[0].text, "run.steps > 100");
    EXPECT_THAT(missing[0].values, ElementsAre(Pair("run.steps", "12")));
    EXPECT_EQ(missing[1].text, "test.loss < 0.1");
    EXPECT_THAT(missing[1].values, ElementsAre(Pair("test.loss", "not known yet")));
    EXPECT_EQ(missing[2].text, "train.loss < 0.1 or run.steps > train.loss * 100");
    EXPECT_THAT(missing[2].values, ElementsAre(Pair("train.loss", "0.25"), Pair("run.steps", "12")));
    EXPECT_THAT(missing[3].values, ElementsAre(Pair("count(layers, type == 'dense')", testing::_)));
    EXPECT_THAT(expression.names(), ElementsAre("run.steps", "run.trained", "test.loss", "train.loss"));
    EXPECT_TRUE(Expression().holds(state));
    EXPECT_THAT(Expression().missing(state), IsEmpty());
    EXPECT_THAT(Expression().names(), IsEmpty());
}

// Mistakes
// ----------------------------------------------------------------------------------------------------

struct ExpressionMistake {
    const char* text;
    int column;
    const char* sentence;
    const char* remedy;
};

TEST(Expression, SaysWhereAMistakeIsAndWhatToDo) {
    const ExpressionMistake mistakes[] = {
        {"", 1, "no condition", "test.loss"},
        {"  ", 3, "no condition", ""},
        {"test.los < 0.1", 1, "no state \"test.los\"", "Did you mean test.loss?"},
        {"run.trained and tets.loss < 1", 17, "tets.loss", "Did you mean test.loss?"},
        {"data.colour == 1", 1, "data.colour", "data."},
        {"data.name == spiral", 14, "spiral", "quotation marks"},
        {"units > 3", 1, "belongs to a layer", "any(layers"},
        {"any(layers, unit > 3)", 13, "\"unit\"", "Did you mean units?"},
        {"layers > 3", 1, "layers", "network.layers"},
        {"cuont(layers, true) > 1", 1, "no function", "count"},
        {"run.steps = 3", 11, "\"=\"", "=="},
        {"run.trained && run.diverged", 13, "&&", "and"},
        {"!run.trained", 1, "!", "not"},
        {"test.accuracy > 90 %", 20, "%", "0.05"},
        {"test.loss \u2264 1", 11, "\u2264", "<="},
        {"data.name == '\u00e4\u00f6\u00fc' and x", 24, "\"x\"", ""},
        {"1 < run.steps < 3", 15, "follow each other", "a < b and b < c"},
        {"run.steps", 1, "is a number, but a condition", "Compare"},
        {"data.name", 1, "is a text, but a condition", "Compare"},
        {"run.steps == \"a\"", 11, "is a number, but \"\"a\"\" is a text", ""},
        {"data.name < \"a\"", 11, "Only numbers", "=="},
        {"run.trained + 1 > 0", 1, "is a condition, but a number", ""},
        {"not 3", 5, "is a number", ""},
        {"min(run.trained, 1) > 0", 5, "is a condition", ""},
        {"min(1) > 0", 6, "\",\" is needed", "min(a, b)"},
        {"abs(1, 2) > 0", 6, "\")\" is needed", "abs(a)"},
        {"(run.trained", 13, "ends where", ")"},
        {"run.trained)", 12, "can't stand here", ""},
        {"run.trained run.diverged", 13, "can't stand here", "and"},
        {"run.trained and", 16, "ends too early", ""},
        {"and run.trained", 1, "can't stand here", "in front"},
        {"run.steps > 0,5", 14, "can't stand here", "0.5"},
        {"run.trained == not run.diverged", 16, "can't stand here", "parentheses"},
        {"data.name == \"spiral", 14, "does not end", "\""},
        {"run.steps > 5x", 13, "\"5x\" is not a number", "0.5"},
        {"run.steps > 1e999", 13, "not a number", ""},
        {"run.state == \"trainig\"", 14, "never \"trainig\"", "training"},
        {"any(layers, type == \"dence\")", 21, "never", "dense"},
        {"any(layers, activation == \"wobble\")", 27, "never", "relu"},
        {"any(type == \"dense\")", 5, "\"layers\" is needed", "any(layers"},
        {"any(layers, units)", 13, "is a number, but a condition", ""},
        {"any(layers, any(layers, true))", 13, "can't stand inside", ""},
        {"any(points, all(layers, true))", 13, "can't stand inside", ""},
        {"points > 3", 1, "points", "line.points"},
        {"runs > 3", 1, "runs", "runs.tested"},
        {"any(runs, units > 3)", 11, "belongs to a layer", ""},
        {"any(runs, acuracy > 0.5)", 11, "acuracy", "Did you mean accuracy?"},
        {"any(points, units > 3)", 13, "belongs to a layer", ""},
        {"any(points, z > 3)", 13, "\"z\"", ""},
        {"any(layers, x > 3)", 13, "\"x\"", ""},
        {"setting(hidden, units) > 3", 9, "name of a layer", "setting("},
        {"setting(\"hidden\", unit) > 3", 19, "a layer's setting", "Did you mean units?"},
        {"setting(\"hidden\", activation) == \"wobble\"", 34, "never", "relu"},
        {"weight(line, 0) > 1", 8, "name of a weight", "weight("},
        {"weight(\"a/kernel\", 0.5) > 1", 20, "whole number", "weight("},
        {"run.steps > #", 13, "\"#\"", "names, numbers"},
    };
    for (const ExpressionMistake& mistake : mistakes) {
        const ExpressionError error = errorOf(mistake.text);
        EXPECT_EQ(error.column, mistake.column) << mistake.text << ": " << error.sentence;
        EXPECT_THAT(error.sentence, HasSubstr(mistake.sentence)) << mistake.text;
        EXPECT_THAT(error.remedy, HasSubstr(mistake.remedy)) << mistake.text;
    }
    EXPECT_THAT(errorOf("true", StateType::Text).sentence, HasSubstr("a text is needed"));
}

TEST(Expression, HasLimits) {
    const std::string blanks(kMaxExpressionCharacters - 4, ' ');
    EXPECT_TRUE(Expression::parse("true" + blanks));
    EXPECT_THAT(errorOf("true " + blanks).sentence, HasSubstr("1000 characters"));
    EXPECT_THAT(errorOf(std::string(5000, '\x80')).sentence, HasSubstr("1000 characters"));

    const auto inParentheses = [](int depth) {
        return std::string(static_cast<std::size_t>(depth), '(') + "true" +
               std::string(static_cast<std::size_t>(depth), ')');
    };
    EXPECT_TRUE(Expression::parse(inParentheses(kMaxExpressionDepth)));
    EXPECT_THAT(errorOf(inParentheses(kMaxExpressionDepth + 1)).sentence, HasSubstr("inside each other"));
    EXPECT_THAT(errorOf(std::string(900, '-') + "1 > 0").sentence, HasSubstr("inside each other"));
    std::string nots;
    for (int i = 0; i < 200; ++i)
        nots += "not ";
    EXPECT_THAT(errorOf(nots + "true").sentence, HasSubstr("inside each other"));
    std::string calls;
    for (int i = 0; i < 200; ++i)
        calls += "abs(";
    EXPECT_THAT(errorOf(calls).sentence, HasSubstr("inside each other"));

    std::string ones = "1";
    for (std::size_t i = 0; i < kMaxExpressionNodes / 2 - 1; ++i)
        ones += "+1";
    EXPECT_TRUE(Expression::parse(ones, StateType::Number));
    EXPECT_THAT(errorOf(ones + "+1", StateType::Number).sentence, HasSubstr("200 parts"));
}

} // namespace
} // namespace protomind
