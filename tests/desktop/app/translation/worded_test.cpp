// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the engine and the studio say reaches the window in the window's language, wherever it is shown.
#include "desktop/app/laboratory.h"
#include "desktop/app/translation/broken_networks.h"
#include "desktop/app/translation/english_left.h"
#include "desktop/app/translation/translation.h"
#include "desktop/document/commands/experiment_commands.h"
#include "desktop/document/commands/layer_commands.h"
#include "desktop/document/commands/load_template.h"
#include "desktop/document/commands/structure_commands.h"
#include "desktop/editor/card_content.h"
#include "desktop/editor/layer_item.h"
#include "desktop/editor/network_scene.h"
#include "desktop/editor/palette/layer_search.h"
#include "desktop/editor/table/settings_words.h"
#include "desktop/words/phrases.h"
#include "desktop/words/worded.h"
#include "engine/data/built_in.h"
#include "engine/nn/loss.h"
#include "engine/nn/optimizer.h"
#include "engine/nn/schedule.h"
#include "studio/network/template.h"

#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QTabWidget>
#include <QTableView>

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <set>

namespace protomind {
namespace {

class WordedWindowTest : public testing::Test {
protected:
    /// Titles of layers are their first names: with others, no name is taken for a word of the engine.
    void renameLayers() {
        int number = 0;
        std::vector<LayerId> layers;
        for (const Layer& layer : m_lab.document.network().layers())
            layers.push_back(layer.id);
        for (const LayerId layer : layers)
            m_lab.document.undoStack().push(
                new RenameLayer(m_lab.document, layer, "n" + std::to_string(++number), newGesture()));
        QApplication::processEvents();
    }
    void inspect(const std::string& where) {
        QApplication::processEvents();
        QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // what was shown before
        for (const QString& line : englishLeftIn(m_lab.window))
            ADD_FAILURE() << where << ": " << line.toStdString();
        for (const auto& [layer, item] : m_lab.window.canvas().networkScene().layerItems())
            inspectCard(item->content(), where);
        const QUndoStack& steps = m_lab.document.undoStack();
        for (int step = 0; step < steps.count(); ++step)
            expectWorded(steps.text(step), where + ", step");
    }
    static void inspectCard(const CardContent& content, const std::string& where) {
        QStringList texts = {content.title, content.subtitle, content.output, content.problem, content.fix};
        for (const CardContent::Row& row : content.rows)
            texts << row.label << row.value;
        for (const QString& text : texts)
            expectWorded(text, where + ", card");
    }
    static void expectWorded(const QString& text, const std::string& where) {
        EXPECT_FALSE(isLeftEnglish(text)) << where << ": " << text.toStdString();
    }

    QTemporaryDir m_folder;
    Translation m_translation{QStringLiteral("pseudo")};
    Laboratory m_lab{m_folder.path()};
};

TEST_F(WordedWindowTest, LayersAndTheirSettings) {
    m_lab.window.start();
    for (const NetworkTemplate& source : networkTemplates()) {
        ASSERT_TRUE(m_lab.beginTemplate(source.name));
        renameLayers();
        inspect(source.name);
        m_lab.find<QTabWidget>("sideTabs")->setCurrentIndex(0);
        for (const Layer& layer : m_lab.document.network().layers()) {
            m_lab.window.canvas().reveal(layer.id);
            inspect(source.name + ", " + layer.type);
        }
    }
    // And each kind that there is.
    m_lab.action("actionNewEmpty")->trigger();
    for (const LayerType& type : layerTypes()) {
        m_lab.document.undoStack().push(new AddLayer(m_lab.document, type.name, {}));
        renameLayers();
        m_lab.window.canvas().reveal(m_lab.document.network().layers().back().id);
        inspect(type.name);
    }
}

TEST_F(WordedWindowTest, TheTable) {
    ASSERT_TRUE(m_lab.startWith("digits-branched"));
    renameLayers();
    auto* table = m_lab.find<QTableView>("networkTableView");
    ASSERT_GT(table->model()->rowCount(), 3);
    inspect("table");
}

TEST_F(WordedWindowTest, Finders) {
    ASSERT_TRUE(m_lab.startWith("playground"));
    renameLayers();
    m_lab.window.canvas().findLayer(QStringLiteral("pool"));
    ASSERT_GT(m_lab.find<QListWidget>("layerFinderList")->count(), 2);
    inspect("finder");
    m_lab.find<QLineEdit>("layerSearch")->setText(QStringLiteral("pool"));
    inspect("palette");
}

TEST_F(WordedWindowTest, TrainingSettings) {
    ASSERT_TRUE(m_lab.startWith("playground"));
    renameLayers();
    const auto choose = [&](const std::string& field, const std::string& name) {
        TrainingSettings settings = m_lab.document.experiment().training;
        setTrainingField(settings, field, name);
        m_lab.document.undoStack().push(new SetTraining(m_lab.document, field, settings));
        inspect(field + " " + name);
    };
    for (const OptimizerType& type : optimizerTypes())
        choose("optimizer", type.name);
    for (const ScheduleType& type : scheduleTypes())
        choose("schedule", type.name);
    for (const LossType& type : lossTypes())
        choose("loss", type.name);
}

TEST_F(WordedWindowTest, Data) {
    ASSERT_TRUE(m_lab.startWith("playground"));
    renameLayers();
    for (const BuiltInData& set : builtInData()) {
        m_lab.document.undoStack().push(new SetDataText(m_lab.document, set.name));
        ASSERT_TRUE(m_lab.until([&] { return m_lab.window.data() && m_lab.window.data()->text == set.name; }))
            << set.name;
        inspect(set.name);
    }
    for (const char* broken : {"idx:/nowhere", "spiral?noise=9", "nothing", "points?data=x"}) {
        m_lab.document.undoStack().push(new SetDataText(m_lab.document, broken));
        auto* problem = m_lab.find<QLabel>("dataProblem");
        const QString before = problem->text();
        ASSERT_TRUE(m_lab.until([&] { return !problem->isHidden() && problem->text() != before; })) << broken;
        inspect(broken);
    }
}

TEST_F(WordedWindowTest, Problems) {
    m_lab.window.start();
    for (const BrokenNetwork& broken : brokenNetworks()) {
        m_lab.document.undoStack().push(new LoadTemplate(
            m_lab.document,
            NetworkTemplate{.name = "n", .title = "Adam", .data = {}, .training = broken.training},
            broken.network));
        m_lab.document.setMemory(broken.memory);
        m_lab.document.setDataShapes(broken.data);
        inspect("problems");
        m_lab.action("actionTrain")->trigger();
        inspect("obstacle");
        for (const NetworkProblem& problem : std::vector(m_lab.document.analysis().problems))
            for (const Fix& fix : problem.fixes) {
                QUndoStack& steps = m_lab.document.undoStack();
                const int before = steps.index();
                steps.push(new ApplyFix(m_lab.document, fix));
                if (steps.index() == before)
                    continue; // it changes nothing
                expectWorded(steps.undoText(), "fix");
                steps.undo();
            }
    }
}

TEST_F(WordedWindowTest, AFileThatCannotBeOpened) {
    ASSERT_TRUE(m_lab.startWith("playground"));
    renameLayers();
    m_lab.document.markSaved();
    const QString path = m_folder.filePath(QStringLiteral("broken.protomind"));
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("This is no project.");
    file.close();
    m_lab.window.files().openPath(path);
    ASSERT_TRUE(m_lab.until([&] { return !m_lab.window.messages().text().isEmpty(); }));
    inspect("broken file");
}

class WordedProblemsTest : public testing::Test {
protected:
    static Analysis analysisOf(const BrokenNetwork& broken) {
        return analyse(broken.network, Surroundings{broken.data, broken.training, broken.memory});
    }
};

TEST_F(WordedProblemsTest, EveryKindOfProblemIsAmongThem) {
    std::set<NetworkProblemKind> kinds;
    for (const BrokenNetwork& broken : brokenNetworks())
        for (const NetworkProblem& problem : analysisOf(broken).problems)
            kinds.insert(problem.kind);
    for (int kind = 0; kind <= int(NetworkProblemKind::MadeShape); ++kind)
        EXPECT_TRUE(kinds.contains(NetworkProblemKind(kind))) << kind;
}

/// With names of one letter and a figure, what is left of three letters is a word that stayed English, or a
/// word of the file's.
TEST_F(WordedProblemsTest, NoWordOfThemStaysEnglish) {
    const Translation pseudo(QStringLiteral("pseudo"));
    static const QRegularExpression word(
        QStringLiteral(
            R"((?<!\w)(?!relu|softmax|sigmoid|linear|tanh|same|valid|mystery|colour)[A-Za-z]{3,}(?!\w))"),
        QRegularExpression::UseUnicodePropertiesOption);
    const auto check = [](const Sentence& sentence) {
        EXPECT_FALSE(word.match(worded(sentence)).hasMatch())
            << sentence << "\n    " << worded(sentence).toStdString();
    };
    for (const BrokenNetwork& broken : brokenNetworks())
        for (const NetworkProblem& problem : analysisOf(broken).problems) {
            check(problem.sentence);
            for (const Fix& fix : problem.fixes)
                check(fix.label);
        }
}

/// Of all that a sentence is made of: the formats and fixed texts with words in them.
void collectTexts(const Sentence& sentence, std::set<std::string>& texts) {
    const bool hasWords =
        std::ranges::count_if(sentence.format(), [](unsigned char c) { return std::isalpha(c); }) > 1;
    if (sentence.kind() == Sentence::Kind::Format && hasWords)
        texts.insert(sentence.format());
    for (const Sentence& argument : sentence.arguments())
        collectTexts(argument, texts);
    if (sentence.kind() == Sentence::Kind::Phrase && sentence.text().ends_with('.'))
        texts.insert(sentence.text());
}

TEST_F(WordedProblemsTest, EverySentenceOfThemIsListed) {
    std::set<std::string> texts;
    for (const BrokenNetwork& broken : brokenNetworks())
        for (const NetworkProblem& problem : analysisOf(broken).problems) {
            collectTexts(problem.sentence, texts);
            for (const Fix& fix : problem.fixes)
                collectTexts(fix.label, texts);
        }
    EXPECT_GT(texts.size(), 50u);
    const std::vector<const char*> listed = enginePhrases();
    for (std::string text : texts) {
        const bool asItIs = std::ranges::find(listed, std::string_view(text)) != listed.end();
        text[0] = char(std::toupper(static_cast<unsigned char>(text[0]))); // within another sentence
        EXPECT_TRUE(asItIs || std::ranges::find(listed, std::string_view(text)) != listed.end()) << text;
    }
}

class GermanTest : public testing::Test {
protected:
    static QString german(const Sentence& sentence) { return worded(sentence); }

    Translation m_translation{QStringLiteral("de")};
};

TEST_F(GermanTest, SaysWhatTheEngineSays) {
    EXPECT_EQ(german("Convolution"), QStringLiteral("Faltung"));
    EXPECT_EQ(german(sentence("Nothing is wired into {:s} yet.", "Dense 2")),
              QStringLiteral("In Dense 2 führt noch keine Verbindung."));
    EXPECT_EQ(german(sentence("Set {} of {:s} to {}", "Neurons", "Dense 2", 10)),
              QStringLiteral("Neuronen von Dense 2 auf 10 setzen"));
    EXPECT_EQ(
        german(sentence("{}, but {:s} gives {}.", sentence("{} has {}", "spiral", sentence("{} classes", 2)),
                        "Dense 3", sentence("{} numbers", 5))),
        QStringLiteral("spiral hat 2 Klassen, aber Dense 3 gibt 5 Zahlen."));
    EXPECT_EQ(
        german(sentence("{:s} needs a flat list of numbers, but {:s} gives {}.", "Dense", "Convolution",
                        "28 × 28 × 16")),
        QStringLiteral("Dense braucht eine flache Liste von Zahlen, aber Convolution gibt 28 × 28 × 16."));
}

/// Every sentence that the engine and the studio make, with a mark in each of its places.
TEST_F(GermanTest, EverySentenceKeepsWhatFillsItsPlaces) {
    for (const char* format : enginePhrases()) {
        const std::string text = format;
        std::vector<Sentence> marks;
        for (const FormatPiece& piece : piecesOf(text))
            if (piece.argument >= 0)
                marks.push_back(Sentence::name("<" + std::to_string(marks.size()) + ">"));
        if (marks.empty() || text.contains("{a}") || text.contains("{\"") || text.contains("{#by"))
            continue; // braces of their own
        const Sentence made = Sentence::fromParts(Sentence::Kind::Format, text, marks);
        const QString said = worded(made);
        const auto letters = std::ranges::count_if(text, [](unsigned char c) { return std::isalpha(c); });
        EXPECT_TRUE(letters <= 8 || said.toStdString() != made.text()) << text;
        for (std::size_t i = 0; i < marks.size(); ++i) {
            std::size_t other = 0; // one value in two places may be said once
            while (other < i && piecesOf(text)[other].argument != piecesOf(text)[i].argument)
                ++other;
            EXPECT_TRUE(other < i || said.contains(QString::fromStdString(marks[i]))) << text << "\n"
                                                                                      << said.toStdString();
        }
    }
}

TEST_F(GermanTest, SaysSeveralSentencesInARow) {
    EXPECT_EQ(
        german(Sentence::row(
            {sentence("At step {} the numbers grew beyond what can be computed with.", 12),
             sentence("Lower the learning rate (it was {:g}), or scale large values in the data. The last "
                      "finite state, after step {}, is restored.",
                      1000.0, 11)})),
        QStringLiteral("Bei Schritt 12 wurden die Zahlen so groß, dass man nicht mehr mit ihnen rechnen "
                       "kann. Senke die Lernrate (sie war 1000), oder verkleinere große Werte in den "
                       "Daten. Der letzte endliche Stand, nach Schritt 11, ist wiederhergestellt."));
}

/// A card that is called Input says so, and so do the sentences about it.
TEST_F(GermanTest, NamesStayAsTheyAre) {
    EXPECT_EQ(german(sentence("Nothing is wired into {:s} yet.", "Input")),
              QStringLiteral("In Input führt noch keine Verbindung."));
    EXPECT_EQ(german(sentence("Remove the wire from {:s} to {:s}", "Input", "Convolution")),
              QStringLiteral("Verbindung von Input zu Convolution entfernen"));
    EXPECT_EQ(german(sentence("{} form a circle, so each waits for the other.",
                              sentence("{:s} and {:s}", "Input", "Convolution"))),
              QStringLiteral("Input und Convolution bilden einen Kreis, also wartet jede auf die andere."));
    EXPECT_EQ(worded(Problem{ProblemKind::Input, "There is no such file.", "Input", {}}),
              QStringLiteral("Input: Die Datei gibt es nicht."));
}

TEST_F(GermanTest, LabelsWithinASentenceKeepTheirCapital) {
    EXPECT_EQ(wordedInside("Learning rate"), QStringLiteral("Lernrate"));
    Document document;
    TrainingSettings settings = document.experiment().training;
    settings.learningRate = 0.5;
    EXPECT_EQ(SetTraining(document, "learning_rate", settings).text(), QStringLiteral("Lernrate ändern"));
}

TEST_F(GermanTest, LayersAreFoundByEitherName) {
    for (const char* text : {"Faltung", "falt", "Convolution", "conv"}) {
        const auto found = layersMatching(QString::fromUtf8(text));
        ASSERT_FALSE(found.empty()) << text;
        EXPECT_EQ(found.front()->name, "convolution") << text;
    }
}

TEST_F(GermanTest, ANewLayerIsNamedAsInEveryLanguage) {
    Document document;
    document.undoStack().push(new AddLayer(document, "convolution", {}));
    EXPECT_EQ(document.network().layers().front().name, "Convolution");
    EXPECT_EQ(document.undoStack().undoText(), QStringLiteral("Schicht Faltung hinzufügen"));
    const CardContent card = CardContent::of(document.network().layers().front(), document.analysis());
    EXPECT_EQ(card.title, QStringLiteral("Convolution"));
    EXPECT_EQ(card.subtitle, QStringLiteral("Faltung"));
}

TEST_F(GermanTest, SettingsInALineAreReadInGermanAndInEnglish) {
    const LayerType& type = *findLayerType("convolution");
    const Settings settings = {{"filters", std::int64_t{8}}, {"use_bias", false}};
    const QString text = settingsWords(type, settings);
    EXPECT_TRUE(text.contains(QStringLiteral("Filter = 8"))) << text.toStdString();
    EXPECT_TRUE(text.contains(QStringLiteral("Bias = nein"))) << text.toStdString();
    for (const QString& line :
         {text, QStringLiteral("Filters = 8, Bias = no"), QStringLiteral("Filter 8, Bias nein"),
          QStringLiteral("filters 8, use_bias no")}) {
        const auto read = settingsFromWords(type, line, {});
        ASSERT_TRUE(read) << line.toStdString() << ": " << read.error().sentence;
        EXPECT_EQ(read->at("filters"), FieldValue(std::int64_t{8})) << line.toStdString();
        EXPECT_EQ(read->at("use_bias"), FieldValue(false)) << line.toStdString();
    }
    const auto refused = settingsFromWords(type, QStringLiteral("Filter = viele"), {});
    ASSERT_FALSE(refused);
    EXPECT_EQ(worded(refused.error().sentence),
              QStringLiteral("Filter erwartet eine ganze Zahl, nicht „viele“."));
}

} // namespace
} // namespace protomind
