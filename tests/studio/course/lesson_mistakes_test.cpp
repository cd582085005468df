// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/course/lesson_folder.h"
#include "studio/course/lesson_limits.h"
#include "studio/course/lesson_problem.h"
#include "studio/course/small_lesson.h"

#include <gmock/gmock.h>

#include <algorithm>

namespace protomind {
namespace {

using testing::HasSubstr;

/// One change of the small lesson, and what must be said of it.
struct Mistake {
    const char* name;
    const char* in; ///< the file that is changed
    const char* from;
    const char* to;
    const char* file; ///< where the problem is told ...
    const char* at;   ///< ... on the first line with this; empty: about the whole file
    const char* words;
    const char* remedy = "";
};

constexpr const char* kMistakenJson = "lesson.json";
constexpr const char* kText = "lesson.md";
constexpr const char* kGerman = "lesson.de.md";

const Mistake kMistakes[] = {
    // lesson.json as a text
    {"JsonComma", kMistakenJson, "\"minutes\": 10,", "\"minutes\": 10", kMistakenJson, "\"level\"",
     "not valid JSON", "comma"},
    {"JsonEnd", kMistakenJson, "  ]\n}\n", "  ]\n", kMistakenJson, "", "not valid JSON"},
    {"JsonKeyTwice", kMistakenJson, "\"minutes\": 10,", "\"minutes\": 10, \"minutes\": 10,", kMistakenJson,
     "\"minutes\"", "\"minutes\" comes twice"},
    {"JsonDeep", kMistakenJson, "\"minutes\": 10,", "\"minutes\": [[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]],",
     kMistakenJson, "\"minutes\"", "nested more than"},
    {"JsonUtf8", kMistakenJson, "A small lesson", "A sm\xffll lesson", kMistakenJson, "\"title\"",
     "not UTF-8"},
    // its head
    {"Format", kMistakenJson, "\"lesson\": 1", "\"lesson\": 2", kMistakenJson, "\"lesson\"",
     "format 2; this version reads 1"},
    {"TitleMissing", kMistakenJson, "  \"title\": \"A small lesson\",\n", "", kMistakenJson, "{",
     "has no \"title\""},
    {"TitleKind", kMistakenJson, "\"A small lesson\"", "7", kMistakenJson, "\"title\"",
     "\"title\" is a text in quotes, not 7"},
    {"TitleEmpty", kMistakenJson, "\"A small lesson\"", "\" \"", kMistakenJson, "\"title\"",
     "\"title\" is empty"},
    {"Minutes", kMistakenJson, "\"minutes\": 10", "\"minutes\": 1000", kMistakenJson, "\"minutes\"",
     "a whole number from 1 to 240, not 1000"},
    {"Level", kMistakenJson, "\"beginner\"", "\"begginer\"", kMistakenJson, "\"level\"",
     "no level \"begginer\"", "Did you mean \"beginner\"?"},
    {"UnknownKey", kMistakenJson, "\"minutes\": 10,", "\"minutes\": 10, \"sumary\": \"\",", kMistakenJson,
     "\"sumary\"", "no use for \"sumary\"", "Did you mean \"summary\"?"},
    {"Needs", kMistakenJson, "[\"before\"]", "[\"nowhere\"]", kMistakenJson, "\"needs\"",
     "no lesson \"nowhere\""},
    {"NeedsItself", kMistakenJson, "[\"before\"]", "[\"small-lesson\"]", kMistakenJson, "\"needs\"",
     "needs itself"},
    // steps
    {"StepTwice", kMistakenJson, "\"id\": \"second\"", "\"id\": \"first\"", kMistakenJson,
     "\"first\",\n      \"predict\"", "The step \"first\" comes twice"},
    {"StepId", kMistakenJson, "\"id\": \"third\"", "\"id\": \"Third Step\"", kMistakenJson, "Third Step",
     "\"Third Step\" can't be the id", "lower-case"},
    {"StepKey", kMistakenJson, "\"lock\": [", "\"locks\": [", kMistakenJson, "\"locks\"",
     "A step has no use for \"locks\"", "Did you mean \"lock\"?"},
    {"StepKind", kMistakenJson, "\"steps\": [", "\"steps\": [5,", kMistakenJson, "\"steps\"",
     "A step is an object in braces, not 5"},
    {"Template", kMistakenJson, "\"playground\"", "\"playgroud\"", kMistakenJson, "playgroud",
     "no template \"playgroud\"", "Did you mean \"playground\"?"},
    {"OpenBoth", kMistakenJson, "{\"template\": \"playground\"}",
     "{\"template\": \"playground\", \"network\": \"line.json\"}", kMistakenJson, "playground",
     "one of the two"},
    {"NetworkMissing", kMistakenJson, "\"line.json\"", "\"lines.json\"", kMistakenJson, "lines.json",
     "There is no file \"lines.json\""},
    {"NetworkAbove", kMistakenJson, "\"line.json\"", "\"../line.json\"", kMistakenJson, "../line.json",
     "leads out of the lesson's folder"},
    {"NetworkAbsolute", kMistakenJson, "\"line.json\"", "\"/etc/passwd\"", kMistakenJson, "/etc/passwd",
     "leads out of the lesson's folder"},
    {"NetworkJson", "line.json", "\"version\": 1,", "\"version\": 1", "line.json", "\"layers\"",
     "not valid JSON"},
    {"NetworkField", "line.json", "\"version\": 1,", "\"version\": 0,", "line.json", "\"version\"",
     "/version"},
    {"NetworkLayerField", "line.json", "\"name\": \"line\", ", "", "line.json", "\"id\": 2",
     "\"name\" is missing"},
    {"NetworkWire", "line.json", "\"to\": 2", "\"to\": 7", "line.json", "\"wires\"", "There is no layer 7"},
    {"NetworkSetting", "line.json", "{\"units\": 1}", "{\"units\": 1,\n    \"activaton\": \"relu\"}",
     "line.json", "activaton", "Dense has no setting \"activaton\"", "Did you mean \"activation\"?"},
    {"NetworkLayerKey", "line.json", "\"name\": \"line\", ", "\"name\": \"line\",\n    \"setting\": {}, ",
     "line.json", "\"setting\": {}", "A layer has no use for \"setting\"", "Did you mean \"settings\"?"},
    {"NetworkWireKey", "line.json", "\"to\": 2", "\"to\": 2, \"portt\": 0", "line.json", "portt",
     "A wire has no use for \"portt\"", "Did you mean \"port\"?"},
    {"NetworkKey", "line.json", "\"version\": 1,", "\"version\": 1,\n  \"wire\": [],", "line.json",
     "\"wire\":", "A network has no use for \"wire\"", "Did you mean \"wires\"?"},
    {"NetworkCantRun", "line.json", "\"wires\": [{\"id\": 1, \"from\": 1, \"to\": 2}]", "\"wires\": []",
     kMistakenJson, "\"open\"", "The network can't run here"},
    {"NetworkForOtherData", kMistakenJson, "line?samples=20", "spiral", kMistakenJson, "\"open\"",
     "The network can't run here"},
    {"Data", kMistakenJson, "line?samples=20", "lime?samples=20", kMistakenJson, "\"data\"",
     "no data named \"lime\"", "Did you mean \"line\"?"},
    {"DataOption", kMistakenJson, "line?samples=20", "line?sample=20", kMistakenJson, "\"data\"", "sample"},
    {"DataOfTheMachine", kMistakenJson, "line?samples=20", "idx:/home/me", kMistakenJson, "\"data\"",
     "files of one machine"},
    {"TrainingName", kMistakenJson, "\"learning_rate\": 0.1", "\"learning-rat\": 0.1", kMistakenJson,
     "learning-rat", "learning-rat", "Did you mean \"learning_rate\"?"},
    {"TrainingRange", kMistakenJson, "\"batch_size\": 5", "\"batch_size\": 0", kMistakenJson,
     "\"batch_size\"", "Batch size must be a whole number from 1"},
    {"TrainingWord", kMistakenJson, "\"sgd\"", "\"luck\"", kMistakenJson, "\"optimizer\"",
     "Optimiser must be one of"},
    {"WeightName", kMistakenJson, "\"line/kernel\": [0.5]", "\"line/kernels\": [0.5]", kMistakenJson,
     "line/kernels", "no weight \"line/kernels\"", "Did you mean \"line/kernel\"?"},
    {"WeightSize", kMistakenJson, "\"line/kernel\": [0.5]", "\"line/kernel\": [0.5, 1]", kMistakenJson,
     "line/kernel", "\"line/kernel\" has 2 numbers here, but 1 in the network"},
    {"WeightKind", kMistakenJson, "\"line/kernel\": [0.5]", "\"line/kernel\": [\"a\"]", kMistakenJson,
     "line/kernel", "A weight is a number"},
    {"Speed", kMistakenJson, "\"speed\": 20", "\"speed\": -1", kMistakenJson, "\"speed\"",
     "\"speed\" is a number from 0"},
    {"DeviceOfTheMachine", kMistakenJson, "{\"set\": \"learning_rate\", \"to\": 0.2}",
     "{\"device\": \"opencl:0\"}", kMistakenJson, "opencl:0", "device of one machine",
     "Every machine has \"cpu\""},
    {"Threads", kMistakenJson, "{\"set\": \"learning_rate\", \"to\": 0.2}", "{\"threads\": 5000}",
     kMistakenJson, "5000", "\"threads\" is a whole number from 0 to 1024"},
    {"DoneValue", kText, "- It has gone {run.steps} steps; it should be four.\n",
     "- It has gone {run.steps} steps; it should be four.\n\n#### Done\n- Its loss is {test.lost}.\n", kText,
     "test.lost", "In the sentence, column", "Did you mean"},
    {"DoneLink", kText, "- It has gone {run.steps} steps; it should be four.\n",
     "- It has gone {run.steps} steps; it should be four.\n\n#### Done\n- Press [Train](action:train).\n",
     kText, "Press [Train](action:train)", "What came out is said in plain words"},
    {"DoneTwice", kText, "- It has gone {run.steps} steps; it should be four.\n",
     "- It has gone {run.steps} steps; it should be four.\n\n#### Done\n- So.\n\n#### Done\n", kText, "",
     "\"Done\" comes twice in this task"},
    {"DoneUntranslated", kText, "- It has gone {run.steps} steps; it should be four.\n",
     "- It has gone {run.steps} steps; it should be four.\n\n#### Done\n- It has gone {run.steps} steps.\n",
     kGerman, "{#first}", "has 0 sentences below \"Done\" here, and 1 in lesson.md"},
    {"ExportFormat", kMistakenJson, "{\"set\": \"learning_rate\", \"to\": 0.2}", "{\"export\": \"onxn\"}",
     kMistakenJson, "onxn", "No format that is read back is named \"onxn\"", "Did you mean \"onnx\"?"},
    {"ExportThatNobodyReads", kMistakenJson, "{\"set\": \"learning_rate\", \"to\": 0.2}",
     "{\"export\": \"report\"}", kMistakenJson, "report", "No format that is read back is named"},
    {"SceneOptionText", kMistakenJson, "\"line-fit\", \"squares\": true", "\"filter\", \"picture\": \"dott\"",
     kMistakenJson, "dott", "can't be \"dott\"", "Did you mean \"dot\"?"},
    {"SceneOptionKind", kMistakenJson, "\"line-fit\", \"squares\": true", "\"filter\", \"picture\": true",
     kMistakenJson, "\"picture\": true", "is a text in quotes", ""},
    {"SceneKind", kMistakenJson, "\"line-fit\"", "\"line-fitt\"", kMistakenJson, "line-fitt",
     "no scene \"line-fitt\"", "Did you mean \"line-fit\"?"},
    {"SceneOption", kMistakenJson, "\"squares\": true", "\"sqares\": true", kMistakenJson, "sqares",
     "no option \"sqares\"", "Did you mean \"squares\"?"},
    {"Control", kMistakenJson, "[\"optimizer\"]", "[\"optimiser\"]", kMistakenJson, "optimiser", "no control",
     "Did you mean \"optimizer\"?"},
    {"ControlBoth", kMistakenJson, "[\"die\"]", "[\"optimizer\"]", kMistakenJson, "\"hide\"",
     "locked and hidden"},
    // looks through lenses
    {"LookLens", kMistakenJson, "\"playground\"},", "\"playground\"},\n \"look\": {\"lens\": \"adversry\"},",
     kMistakenJson, "adversry", "There is no lens \"adversry\"", "Did you mean \"adversary\"?"},
    {"LookWithoutLens", kMistakenJson, "\"playground\"},", "\"playground\"},\n \"look\": {\"sample\": 1},",
     kMistakenJson, "\"look\"", "has no \"lens\""},
    {"LookSetting", kMistakenJson, "\"playground\"},",
     "\"playground\"},\n \"look\": {\"lens\": \"adversary\", \"settings\": {\"epsilom\": 1}},", kMistakenJson,
     "epsilom", "The lens \"adversary\" has no setting \"epsilom\"", "Did you mean \"epsilon\"?"},
    {"LookRange", kMistakenJson, "\"playground\"},",
     "\"playground\"},\n \"look\": {\"lens\": \"adversary\", \"settings\": {\"epsilon\": -1}},",
     kMistakenJson, "epsilon", "Epsilon must be a number from 0"},
    {"LookSample", kMistakenJson, "\"playground\"},",
     "\"playground\"},\n \"look\": {\"lens\": \"adversary\", \"sample\": 1000000},", kMistakenJson, "1000000",
     "There is no sample 1000000 in this split", "They count from 0 to"},
    {"LookSampleOfAll", kMistakenJson, "\"playground\"},",
     "\"playground\"},\n \"look\": {\"lens\": \"confusion\", \"sample\": 1},", kMistakenJson, "confusion",
     "The lens \"confusion\" looks at no single sample", "Leave \"sample\" out"},
    {"LookSplit", kMistakenJson, "\"playground\"},",
     "\"playground\"},\n \"look\": {\"lens\": \"confusion\", \"split\": \"tests\"},", kMistakenJson, "tests",
     "There is no split \"tests\"", "Did you mean \"test\"?"},
    {"LookLayer", kMistakenJson, "\"playground\"},",
     "\"playground\"},\n \"look\": {\"lens\": \"weights\", \"layer\": \"nobody\"},", kMistakenJson, "nobody",
     "The network has no layer \"nobody\" here"},
    {"LookDoesNotSuit", kMistakenJson, "\"playground\"},",
     "\"playground\"},\n \"look\": {\"lens\": \"tolerance\"},", kMistakenJson, "{\"lens\": \"tolerance",
     "does not look at pictures"},
    {"LookAtWhatIsHidden", kMistakenJson, "\"playground\"},",
     "\"playground\"},\n \"hide\": [\"lenses\"], \"look\": {\"lens\": \"confusion\"},", kMistakenJson,
     "\"hide\": [\"lenses\"]", "This can't be looked at here: \"lenses\" is hidden",
     "Take \"lenses\" out of \"hide\""},
    {"ActionLook", kMistakenJson, "{\"evaluate\": true}", "{\"look\": \"confusions\"}", kMistakenJson,
     "confusions", "There is no lens \"confusions\"", "Did you mean \"confusion\"?"},
    {"ActionLookKey", kMistakenJson, "{\"evaluate\": true}", "{\"look\": \"weights\", \"set\": \"show\"}",
     kMistakenJson, "\"look\"", "An action has no use for \"set\""},
    // tasks
    {"CheckName", kMistakenJson, "run.steps >= 4", "test.lost < 1", kMistakenJson, "test.lost", "column 1",
     "Did you mean"},
    {"CheckSyntax", kMistakenJson, "run.steps >= 4", "run.steps >=", kMistakenJson, "run.steps",
     "In the check, column"},
    {"TaskWithoutSolution", kMistakenJson,
     "        \"solution\": [\n          {\"set\": \"learning_rate\", \"to\": 0.2},\n"
     "          {\"train\": {\"epochs\": 1}}\n        ],\n",
     "", kMistakenJson, "\"task\"", "The task has no solution"},
    {"ActionVerb", kMistakenJson, "{\"evaluate\": true}", "{\"evalute\": true}", kMistakenJson, "evalute",
     "does not say what to do", "Did you mean \"evaluate\"?"},
    {"ActionTwoVerbs", kMistakenJson, "{\"evaluate\": true}", "{\"evaluate\": true, \"reset\": true}",
     kMistakenJson, "evaluate", "says both"},
    {"ActionLength", kMistakenJson, "{\"train\": {\"steps\": 3}}", "{\"train\": {}}", kMistakenJson,
     "{\"train\": {}}", "in steps or in epochs"},
    {"ActionLayer", kMistakenJson, "\"after\": \"points\"", "\"after\": \"pints\"", kMistakenJson, "pints",
     "pints", "Did you mean \"points\"?"},
    {"ActionType", kMistakenJson, "\"add\": \"dense\"", "\"add\": \"dens\"", kMistakenJson, "\"dens\"",
     "dens", "Did you mean \"dense\"?"},
    {"ActionSetting", kMistakenJson, "\"settings\": {\"units\": 3}", "\"settings\": {\"unit\": 3}",
     kMistakenJson, "\"unit\"", "unit", "Did you mean \"units\"?"},
    {"ActionWeight", kMistakenJson, "\"index\": 0", "\"index\": 1", kMistakenJson, "\"index\"",
     "no number 1 in \"line/kernel\""},
    {"ActionField", kMistakenJson, "{\"set\": \"learning_rate\", \"to\": 0.2}",
     "{\"set\": \"rate\", \"to\": 0.2}", kMistakenJson, "\"set\": \"rate\"", "rate"},
    {"TaskNotTriedWithMistakes", kMistakenJson,
     ",\n        \"not\": [\n          [{\"train\": {\"steps\": 2}}],\n"
     "          [{\"layer\": \"line\", \"set\": \"units\", \"to\": 2}],\n"
     "          [{\"remove\": \"line\"}]\n        ]",
     "", kMistakenJson, "\"task\": {\n        \"check\": \"network", "tried with 0 plausible mistakes",
     "\"not\""},
    {"TaskTriedWithTwoMistakes", kMistakenJson, "          [{\"train\": {\"steps\": 2}}],\n", "",
     kMistakenJson, "\"not\": [\n          [{\"layer\"", "tried with 2 plausible mistakes; at least 3"},
    {"MistakeTwice", kMistakenJson, "[{\"remove\": \"line\"}]", "[{\"train\": {\"steps\": 2}}]",
     kMistakenJson, "[{\"train\": {\"steps\": 2}}]\n", "This mistake comes twice"},
    {"MistakeDoesNothing", kMistakenJson, "[{\"remove\": \"line\"}]", "[]", kMistakenJson, "          []\n",
     "This mistake does nothing"},
    {"MistakeLayer", kMistakenJson, "{\"remove\": \"line\"}", "{\"remove\": \"lime\"}", kMistakenJson, "lime",
     "lime", "Did you mean \"line\"?"},
    {"MistakeThatCantBeMade", kMistakenJson, "[\"die\"]", "[\"die\", \"speed\"]", kMistakenJson,
     "[{\"speed\": 5}]", "This can't be done here: \"speed\" is hidden", "Take \"speed\" out of \"hide\""},
    // questions in lesson.json
    {"PredictKind", kMistakenJson, "\"kind\": \"point\"", "\"kind\": \"pont\"", kMistakenJson, "\"pont\"",
     "no kind of question \"pont\"", "Did you mean \"point\"?"},
    {"PredictWithoutKind", kMistakenJson, "        \"kind\": \"point\",\n", "", kMistakenJson,
     "\"predict\": {\n", "A prediction has no \"kind\""},
    {"PredictOutside", kMistakenJson, "\"answer\": [0, 1]", "\"answer\": [0, 3]", kMistakenJson, "[0, 3]",
     "outside of the range"},
    {"PredictRange", kMistakenJson, "[[-1, 1], [0, 2]]", "[[1, -1], [0, 2]]", kMistakenJson, "[[1, -1]",
     "from less to more"},
    {"PredictHistory", kMistakenJson, "\"answer\": \"train.loss\"", "\"answer\": \"train.los\"",
     kMistakenJson, "train.los", "A run has no curve \"train.los\"", "Did you mean \"train.loss\"?"},
    {"CurveOfATest", kMistakenJson, "\"answer\": \"train.loss\"", "\"answer\": \"test.loss\"", kMistakenJson,
     "test.loss", "a test is made once", "Take \"validation.loss\""},
    {"CurveWithNothingKeptAside", kMistakenJson, "\"answer\": \"train.loss\"}",
     "\"answer\": \"validation.loss\"}, \"training\": {\"validation\": 0}", kMistakenJson, "validation.loss",
     "nothing is kept aside", "\"validation\": 0.2"},
    {"CurveOfNoClasses", kMistakenJson,
     "\"open\": {\"template\": \"playground\"},\n      \"predict\": {\"id\": \"curve\", \"kind\": \"curve\", "
     "\"range\": [[0, 5], [0, 1]], \"answer\": \"train.loss\"}",
     "\"predict\": {\"id\": \"curve\", \"kind\": \"curve\", \"range\": [[0, 5], [0, 1]], "
     "\"answer\": \"train.accuracy\"}",
     kMistakenJson, "train.accuracy", "asks for numbers, not for classes"},
    {"CurveMissing", kMistakenJson, ", \"answer\": \"train.loss\"}", "}", kMistakenJson,
     "\"kind\": \"curve\"", "has no \"answer\""},
    {"QuizAnswer", kMistakenJson, "\"answer\": \"m\"", "\"answer\": \"c\"", kMistakenJson, "\"slope\"",
     "The answer of \"slope\" is \"c\", which is none of its options"},
    {"PredictAnswer", kMistakenJson, "\"answer\": \"down\"", "\"answer\": \"dawn\"", kMistakenJson,
     "\"guess\"", "which is none of its options", "Did you mean \"down\"?"},
    {"QuizOrder", kMistakenJson, "[\"one\", \"two\"]", "[\"one\", \"one\"]", kMistakenJson, "\"row\"",
     "each of its options"},
    {"QuizLayer", kMistakenJson, "\"answer\": \"line\"", "\"answer\": \"lime\"", kMistakenJson, "\"which\"",
     "a layer \"lime\"", "Did you mean \"line\"?"},
    {"QuizTolerance", kMistakenJson, ", \"tolerance\": 0.1", "", kMistakenJson, "\"two\"",
     "has no \"tolerance\""},
    {"QuizTwice", kMistakenJson, "\"id\": \"two\"", "\"id\": \"slope\"", kMistakenJson, "\"number\"",
     "\"slope\" comes twice"},
    // lesson.md
    {"TextUtf8", kText, "More of it", "More \xc3 it", kText, "More", "not UTF-8"},
    {"SectionMissing", kText, "## The third step {#third}", "## The third step {#fourth}", kMistakenJson,
     "\"third\"", "\"third\" has no section in lesson.md"},
    {"SectionWithoutStep", kText, "## The third step {#third}", "## The third step {#thirt}", kText, "#thirt",
     "no step \"thirt\"", "Did you mean \"third\"?"},
    {"SectionWithoutId", kText, "## The third step {#third}", "## The third step", kText, "## The third",
     "has no id"},
    {"SectionTwice", kText, "## The third step {#third}", "## The third step {#first}", kText, "## The third",
     "\"first\" comes twice"},
    {"StepWithoutText", kText, "\nLook.\n", "", kText, "## The third", "has no text"},
    {"NoTitle", kText, "# A small lesson\n", "", kText, "<!--", "no title"},
    {"TaskWithoutWords", kText,
     "### Task\nAdd a layer.\n\n#### Missing\n- The network has {network.layers} layers; it should have "
     "three.\n- It is not trained yet.\n",
     "", kText, "## The second", "a task without words"},
    {"NothingSaidOfWhatIsMissing", kText,
     "\n#### Missing\n- The network has {network.layers} layers; it should have three.\n- It is not trained "
     "yet.\n",
     "", kText, "Add a layer.", "does not say what is missing",
     "for each of: network.layers == 3; run.trained."},
    {"OneSentenceForTwoParts", kText, "- It is not trained yet.\n", "", kText, "#### Missing\n- The network",
     "The check of \"second\" has 2 parts, but there are 1 sentences here"},
    {"SentenceWithoutValue", kText, "{network.layers}", "few", kText, "few layers",
     "does not say how far it is with: network.layers == 3", "between braces"},
    {"SentenceWithUnknownValue", kText, "{network.layers}", "{network.layer}", kText, "network.layer}",
     "In the sentence, column 18: There is no state \"network.layer\"", "Did you mean network.layers?"},
    {"SentenceWithOneBrace", kText, "{network.layers}", "{network.layers", kText, "{network.layers",
     "column 17: This brace is alone"},
    {"SentenceThatIsNoPercentage", kText, "{network.layers}", "{data.name %}", kText, "data.name",
     "\"data.name\" is a text, but a number is needed"},
    {"SentenceWithLink", kText, "- It is not trained yet.", "- [Train](action:train) it.", kText, "- [Train]",
     "said in plain words"},
    {"MissingTwice", kText, "- It is not trained yet.", "- It is not trained yet.\n#### Missing", kText,
     "#### Missing\n\n### Predict", "\"Missing\" comes twice"},
    {"LineOfNoSentence", kText, "- It is not trained yet.", "- It is not trained yet.\nNot at all.", kText,
     "Not at all", "belongs to no sentence"},
    {"WordsWithoutTask", kText, "Look.\n", "Look.\n### Task\nDo.\n", kText, "Do.", "no task in lesson.json"},
    {"HintWithoutTask", kText, "Look.\n", "Look.\n### Hint\nSo.\n", kText, "So.", "A hint needs a task"},
    {"TooManyHints", kText, "### Hint\nLook around.", "### Hint\na\n### Hint\nb\n### Hint\nLook around.",
     kText, "Press", "at most 3 are allowed"},
    {"UnknownSection", kText, "### Hint\nLook around.", "### Hnit\nLook around.", kText, "### Hnit",
     "no part of a step", "Did you mean \"Hint\"?"},
    {"PredictWords", kText, "### Predict {#place}", "### Predict {#plaice}", kText, "plaice",
     "no prediction \"plaice\"", "\"place\""},
    {"QuizWords", kText, "### Quiz {#two}", "### Quiz {#three}", kText, "#three", "no question \"three\""},
    {"QuizWithoutWords", kText, "### Quiz {#two}", "### Quiz {#three}", kText, "## The first",
     "question \"two\" of the step \"first\" has no words"},
    {"OptionWithoutExplanation", kText, "  No, that is where it starts.\n", "", kText, "- {b}",
     "The option \"b\" of \"slope\" has no explanation"},
    {"OptionWithoutId", kText, "- {b} That one.", "- That one.", kText, "- That one",
     "This option has no id"},
    {"OptionTwice", kText, "- {b} That one.", "- {m} That one.", kText, "- {m} That", "\"m\" comes twice"},
    {"OptionNotIndented", kText, "  No, that is where", "No, that is where", kText, "No, that",
     "belongs to no option"},
    {"OneOption", kText, "- {b} That one.\n  No, that is where it starts.\n", "", kText, "{#slope}",
     "has 1 options"},
    {"NoAfterwards", kText, "#### Afterwards\nThere it was.\n", "", kText, "{#place}",
     "does not say what happened"},
    {"NoRight", kText, "#### Right\nYes.\n#### Wrong\nNo, 2.", "#### Wrong\nNo, 2.", kText, "{#two}",
     "no explanation for who is right"},
    {"UnknownPart", kText, "#### Wrong\nNo, 2.", "#### Wrongg\nNo, 2.", kText, "Wrongg", "no part of a Quiz"},
    {"LinkAction", kText, "(action:train)", "(action:trian)", kText, "trian", "no action \"trian\"",
     "Did you mean \"train\"?"},
    // what is told, and can't be done
    {"HiddenSetting", kMistakenJson, "[\"die\"]", "[\"die\", \"training\"]", kMistakenJson,
     "\"set\": \"learning_rate\"", "\"learning-rate\" is hidden on this page",
     "Take \"training\" out of \"hide\""},
    {"LockedSetting", kMistakenJson, "[\"optimizer\"]", "[\"learning-rate\"]", kMistakenJson,
     "\"set\": \"learning_rate\"", "\"learning-rate\" is locked on this page", "Take it out of \"lock\""},
    {"HiddenTrain", kMistakenJson, "[\"die\"]",
     "[\"die\", \"train\", \"step\", \"step-epoch\", \"step-sample\"]", kMistakenJson,
     "{\"train\": {\"epochs\": 1}}", "can't be done here: \"train\" is hidden"},
    {"HiddenScene", kMistakenJson, "\"show\": [{\"weight\": \"line/kernel\"",
     "\"hide\": [\"canvas\"], \"show\": [{\"weight\": \"line/kernel\"", kMistakenJson, "\"add\": \"dense\"",
     "\"canvas\" is hidden", "Take \"canvas\" out"},
    {"HiddenInspector", kMistakenJson, "\"id\": \"second\",",
     "\"id\": \"second\", \"hide\": [\"inspector\"],", kMistakenJson, "\"add\": \"dense\"",
     "\"inspector\" is hidden", "Take \"inspector\" out of \"hide\""},
    {"LinkToHiddenControl", kMistakenJson, "[\"die\"]", "[\"learning-rate\"]", kText,
     "(highlight:learning-rate)", "does nothing here: \"learning-rate\" is hidden"},
    {"LinkToHiddenAction", kMistakenJson, "[\"die\"]", "[\"train\"]", kText, "(action:train)",
     "does nothing here: \"train\" is hidden", "Take \"train\" out of \"hide\""},
    {"LinkToLockedAction", kMistakenJson, "[\"optimizer\"]", "[\"step-epoch\"]", kText, "(action:step-epoch)",
     "\"step-epoch\" is locked"},
    {"LinkToNoScene", kText, "## The second step {#second}\n",
     "## The second step {#second}\n[There](highlight:scene).\n", kText, "highlight:scene",
     "There is no scene on this page"},
    {"LinkToClosedPlace", kText, "## The third step {#third}\n",
     "## The third step {#third}\n[It](action:show).\n", kText, "[It](action:show)", "nothing to show"},
    {"LinkControl", kText, "(highlight:learning-rate)", "(highlight:learning)", kText,
     "highlight:", "no control \"learning\""},
    {"LinkLayer", kText, "(open:layer/line)", "(open:layer/lime)", kText, "lime", "no layer \"lime\"",
     "Did you mean \"line\"?"},
    {"LinkInside", kText, "(open:layer/line)", "(open:inside/lime)", kText, "lime", "no layer \"lime\"",
     "Did you mean \"line\"?"},
    {"LinkLesson", kText, "(open:lesson/before)", "(open:lesson/after)", kText, "lesson/after",
     "no lesson \"after\""},
    {"LinkPlace", kText, "(open:lesson/before)", "(open:sesame)", kText, "sesame", "opens nothing"},
    {"LinkHttp", kText, "(action:train)", "(https://example.org)", kText, "example.org",
     "leads to the network"},
    {"LinkBare", kText, "More of it", "See http://example.org", kText, "example.org", "leads to the network"},
    {"LinkNowhere", kText, "(action:train)", "(train)", kText, "(train)", "leads nowhere"},
    {"PictureMissing", kText, "(line.svg)", "(lines.svg)", kText, "lines.svg",
     "There is no file \"lines.svg\""},
    {"PictureAbove", kText, "(line.svg)", "(../line.svg)", kText, "../line.svg", "leads out of"},
    {"PictureUnseen", kText, "![A steep line]", "![]", kText, "![]", "does not say what is seen"},
    {"PictureKind", kText, "(line.svg)", "(line.json)", kText, "(line.json)",
     "no picture that a lesson can show"},
    {"PictureHttp", kText, "(line.svg)", "(http://example.org/a.svg)", kText, "example.org",
     "leads to the network"},
    {"Html", kText, "More of it", "<img src=\"a\"> of it", kText, "<img", "is HTML"},
    {"Fence", kText, "formula$\n```\n", "formula$\n", kText, "", "A block of code is not ended"},
    // other languages
    {"GermanSaysNothingOfWhatIsMissing", kGerman,
     "#### Missing\n- It has gone {run.steps} steps; it should be four.\n", "", kGerman, "Train for [an",
     "does not say what is missing"},
    {"GermanStep", kGerman, "## The third step {#third}", "## Schritt {#dritter}", kGerman, "dritter",
     "no step \"dritter\""},
    {"GermanOption", kGerman, "- {up} Up.", "- {auf} Auf.", kGerman, "{auf}",
     "\"auf\" of \"guess\" is not in lesson.md"},
    {"GermanOptionLess", kGerman, "- {up} Up.\n", "- {x} Up.\n", kGerman, "{#guess}",
     "\"up\" of \"guess\" is in lesson.md"},
    {"GermanHints", kGerman, "### Hint\nLook around.\n", "", kGerman, "{#first}", "1 hints here, and 2"},
    {"GermanAnswer", kGerman, "- {m} This", "- {n} This", kMistakenJson, "\"slope\"",
     "none of its options in lesson.de.md"},
    {"GermanLink", kGerman, "(action:train)", "(action:lerne)", kGerman, "lerne", "no action \"lerne\""},
};

class Mistakes : public SmallLesson, public testing::WithParamInterface<Mistake> {};

TEST_P(Mistakes, AreToldWithFileAndLine) {
    const Mistake& mistake = GetParam();
    replace(mistake.in, mistake.from, mistake.to);
    const std::vector<LessonProblem> problems = checkLesson(folder());
    ASSERT_FALSE(problems.empty());
    std::string all;
    for (const LessonProblem& one : problems)
        all += one.text() + "\n";
    const auto found = std::ranges::find_if(problems, [&](const LessonProblem& one) {
        return one.file == mistake.file && one.sentence.find(mistake.words) != std::string::npos;
    });
    ASSERT_NE(found, problems.end()) << all;
    if (*mistake.at != '\0') {
        EXPECT_EQ(found->line, lineOf(mistake.file, mistake.at)) << all;
    }
    EXPECT_THAT(found->remedy, HasSubstr(mistake.remedy)) << all;
    EXPECT_EQ(found->severity, Severity::Error) << all;
}

INSTANTIATE_TEST_SUITE_P(All, Mistakes, testing::ValuesIn(kMistakes),
                         [](const auto& one) { return std::string(one.param.name); });

TEST(LessonProblems, TheLastOneThatIsToldStandsForAllThatAreNot) {
    LessonProblems problems;
    for (std::size_t i = 0; i < kMaxLessonProblems + 9; ++i)
        problems.add({"lesson.md", static_cast<int>(i + 1), "This is odd.", "", Severity::Error, false});
    problems.add({"lesson.json", 1, "This can't be read.", "", Severity::Error, true});
    const auto told = problems.sorted();
    EXPECT_EQ(told.size(), kMaxLessonProblems + 1);
    EXPECT_TRUE(std::ranges::any_of(told, &LessonProblem::locks)) << "it can't be used";
}

} // namespace
} // namespace protomind
