// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/document/edit_script.h"
#include "desktop/editor/field_editor.h"
#include "desktop/editor/inspector.h"
#include "desktop/editor/selection.h"
#include "desktop/fields/number_spin_box.h"
#include "desktop/words/formula_text.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

#include <gtest/gtest.h>

namespace protomind {
namespace {

struct InspectorWindow {
    Document document;
    Selection selection{document};
    Inspector inspector{document, selection};

    InspectorWindow() {
        inspector.resize(300, 800);
        inspector.show();
        inspector.activateWindow();
        QApplication::processEvents();
    }

    LayerId add(const char* type) {
        document.undoStack().push(new AddLayer(document, type, {}));
        return document.network().layers().back().id;
    }

    /// The page that is shown: old ones are deleted only when control returns to the event loop.
    template<class T>
    T* find(const char* name) {
        return inspector.widget()->findChild<T*>(QLatin1String(name));
    }
    template<class T>
    T* control(const char* field) {
        auto* editor = find<FieldEditor>((std::string("field.") + field).c_str());
        return editor == nullptr ? nullptr : editor->findChild<T*>();
    }
    const Settings& settings(LayerId layer) { return document.network().layer(layer)->settings; }
};

void expectNames(QWidget& root) {
    for (QWidget* widget : root.findChildren<QWidget*>()) {
        const bool control = qobject_cast<QAbstractButton*>(widget) != nullptr ||
                             qobject_cast<QAbstractSpinBox*>(widget) != nullptr ||
                             qobject_cast<QComboBox*>(widget) != nullptr ||
                             (qobject_cast<QLineEdit*>(widget) != nullptr &&
                              qobject_cast<QAbstractSpinBox*>(widget->parentWidget()) == nullptr);
        if (!control || qobject_cast<QComboBox*>(widget->parentWidget()) != nullptr)
            continue;
        EXPECT_FALSE(widget->accessibleName().isEmpty()) << widget->metaObject()->className();
        EXPECT_FALSE(widget->toolTip().isEmpty()) << widget->accessibleName().toStdString();
    }
}

TEST(Inspector, EveryControlOfEveryLayerHasANameAndHelp) {
    InspectorWindow window;
    for (const LayerType& type : layerTypes()) {
        const LayerId layer = window.add(type.name.c_str());
        window.selection.select(layer);
        expectNames(*window.inspector.widget());
        EXPECT_EQ(window.inspector.widget()->findChildren<FieldEditor*>().size(),
                  qsizetype(type.fields.size()));
    }
    window.selection.clear();
    expectNames(*window.inspector.widget());
}

TEST(Inspector, TypingANumberIsOneStep) {
    InspectorWindow window;
    const LayerId dense = window.add("dense");
    window.selection.select(dense);
    auto* box = window.control<QSpinBox>("units");
    ASSERT_NE(box, nullptr);
    const int steps = window.document.undoStack().count();
    box->setFocus();
    box->selectAll();
    QTest::keyClicks(box, QStringLiteral("128"));
    EXPECT_EQ(window.settings(dense).at("units"), FieldValue(std::int64_t{128}));
    EXPECT_EQ(window.document.undoStack().count(), steps + 1);
    EXPECT_EQ(window.document.undoStack().undoText(), QStringLiteral("Set neurons of Dense"));
    window.document.undoStack().undo();
    EXPECT_EQ(box->value(), 16) << "the control follows";
    window.document.undoStack().redo();
    EXPECT_EQ(box->value(), 128);
}

TEST(Inspector, ChoicesChecksSizesAndNamesAreEdited) {
    InspectorWindow window;
    const LayerId layer = window.add("convolution");
    window.selection.select(layer);
    auto* list = window.control<QComboBox>("activation");
    list->setCurrentIndex(list->findText(QStringLiteral("ReLU")));
    EXPECT_EQ(window.settings(layer).at("activation"), FieldValue(std::string("relu")));
    window.control<QCheckBox>("use_bias")->click();
    EXPECT_EQ(window.settings(layer).at("use_bias"), FieldValue(false));
    window.control<QSpinBox>("kernel")->setValue(5);
    EXPECT_EQ(window.settings(layer).at("kernel"), FieldValue(std::vector<std::int64_t>{5, 3}));
    const int steps = window.document.undoStack().count();
    auto* name = window.find<QLineEdit>("layerName");
    name->setFocus();
    name->selectAll();
    QTest::keyClicks(name, QStringLiteral("Edges"));
    EXPECT_EQ(window.document.network().layer(layer)->name, "Edges");
    EXPECT_EQ(window.document.undoStack().count(), steps + 1);
}

TEST(Inspector, ANameThatIsTakenIsRefusedInWords) {
    InspectorWindow window;
    window.add("dense");
    const LayerId second = window.add("dense");
    window.selection.select(second);
    const int steps = window.document.undoStack().count();
    auto* name = window.find<QLineEdit>("layerName");
    name->setFocus();
    name->selectAll();
    QTest::keyClicks(name, QStringLiteral("Dense"));
    EXPECT_TRUE(window.find<QLabel>("nameComplaint")->isVisible());
    QTest::keyClick(name, Qt::Key_Return);
    EXPECT_EQ(window.document.network().layer(second)->name, name->text().toStdString());
    EXPECT_FALSE(window.find<QLabel>("nameComplaint")->isVisible());
    name->selectAll();
    QTest::keyClick(name, Qt::Key_Delete);
    EXPECT_TRUE(window.find<QLabel>("nameComplaint")->isVisible());
    EXPECT_FALSE(window.document.network().layer(second)->name.empty());
    EXPECT_LE(window.document.undoStack().count(), steps + 1);
}

TEST(Inspector, ShapesAreTypedAsPeopleWriteThem) {
    InspectorWindow window;
    const LayerId input = window.add("input");
    window.selection.select(input);
    auto* line = window.control<QLineEdit>("shape");
    ASSERT_NE(line, nullptr);
    for (const char* text : {"28 x 28 x 1", "28,28,1", "28 28 1", "28 × 28 × 1"}) {
        line->setFocus();
        line->clear();
        QTest::keyClicks(line, QString::fromUtf8(text));
        EXPECT_EQ(window.settings(input).at("shape"), FieldValue(std::vector<std::int64_t>{28, 28, 1}))
            << text;
    }
    QTest::keyClick(line, Qt::Key_Return);
    EXPECT_EQ(line->text(), QStringLiteral("28 × 28 × 1"));
    line->clear();
    QTest::keyClicks(line, QStringLiteral("0"));
    EXPECT_EQ(window.settings(input).at("shape"), FieldValue(std::vector<std::int64_t>{28, 28, 1}));
}

TEST(Inspector, ASizeThatCouldBeTwoIsRefusedAndNothingIsChanged) {
    InspectorWindow window;
    const LayerId input = window.add("input");
    window.selection.select(input);
    auto* line = window.control<QLineEdit>("shape");
    ASSERT_NE(line, nullptr);
    const FieldValue shape(std::vector<std::int64_t>{28, 28, 1});
    line->clear();
    QTest::keyClicks(line, QStringLiteral("28,28,1"));
    QTest::keyClick(line, Qt::Key_Return);
    for (const char* text : {"1,234", "28,128", "1.5 x 3", "-3", "28;28", "half"}) {
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, QLatin1String(text));
        QTest::keyClick(line, Qt::Key_Return);
        EXPECT_EQ(window.settings(input).at("shape"), shape) << text;
        EXPECT_EQ(line->text(), QStringLiteral("28 × 28 × 1")) << text;
    }
}

TEST(Inspector, ARealNumberMayBeTypedWithAPointOrAComma) {
    for (const QLocale::Language language : {QLocale::German, QLocale::English}) {
        QLocale::setDefault(language);
        InspectorWindow window;
        const LayerId dropout = window.add("dropout");
        window.selection.select(dropout);
        auto* rate = window.control<QDoubleSpinBox>("rate");
        ASSERT_NE(rate, nullptr);
        const auto type = [&](const char* text) {
            rate->setFocus();
            rate->selectAll();
            QTest::keyClicks(rate, QLatin1String(text));
            QTest::keyClick(rate, Qt::Key_Return);
        };
        for (const char* text : {"0,25", "0.25"}) {
            type("0.75");
            EXPECT_EQ(rate->text(), QStringLiteral("0.75"));
            type(text);
            EXPECT_EQ(window.settings(dropout).at("rate"), FieldValue(0.25)) << text;
            type("1,234");
            EXPECT_EQ(window.settings(dropout).at("rate"), FieldValue(0.25)) << "could be 1234";
        }
    }
    QLocale::setDefault(QLocale::system());
}

TEST(Inspector, AFixButtonSolvesTheProblemAsOneStep) {
    InspectorWindow window;
    const LayerId input = window.add("input");
    window.document.undoStack().push(
        new SetField(window.document, input, "shape", std::vector<std::int64_t>{8, 8, 1}));
    window.document.undoStack().push(new AddLayerAfter(window.document, "dense", input, {264, 0}));
    EXPECT_FALSE(window.document.analysis().runnable());
    window.selection.select(LayerId{2});
    auto* fix = window.find<QPushButton>("fix");
    ASSERT_NE(fix, nullptr);
    const int steps = window.document.undoStack().count();
    QTest::mouseClick(fix, Qt::LeftButton);
    EXPECT_EQ(window.document.undoStack().count(), steps + 1);
    EXPECT_TRUE(window.document.analysis().runnable());
    QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    EXPECT_EQ(window.find<QPushButton>("fix"), nullptr);
}

TEST(Inspector, AProblemOfTheNetworkLeadsToItsLayer) {
    InspectorWindow window;
    window.add("input");
    window.add("dense");
    QSignalSpy wanted(&window.inspector, &Inspector::layerWanted);
    auto* link = window.find<QPushButton>("showLayer");
    ASSERT_NE(link, nullptr);
    QTest::mouseClick(link, Qt::LeftButton);
    EXPECT_EQ(wanted.count(), 1);
    EXPECT_TRUE(window.selection.singleLayer().has_value());
}

TEST(Inspector, FollowsRandomEditsWhateverIsSelected) {
    for (std::uint64_t seed = 0; seed < 12; ++seed) {
        InspectorWindow window;
        EditScript script(window.document, seed);
        RandomStream random(seed, 9);
        for (int step = 0; step < 40; ++step) {
            script.step();
            const auto& layers = window.document.network().layers();
            if (random.below(3) == 0 && !layers.empty())
                window.selection.select(layers[random.below(layers.size())].id);
            const std::optional<LayerId> shown = window.selection.singleLayer();
            if (!shown)
                continue;
            const Layer& layer = *window.document.network().layer(*shown);
            ASSERT_EQ(window.find<QLineEdit>("layerName")->text().toStdString(), layer.name);
            const LayerType* type = findLayerType(layer.type);
            if (auto* box = window.control<QSpinBox>("units"); box != nullptr && layer.type == "dense") {
                ASSERT_EQ(box->value(), integer(type->fields, layer.settings, "units"));
            }
        }
    }
}

TEST(FieldEditor, SettingAValueIsNotAnEdit) {
    for (const LayerType& type : layerTypes()) {
        for (const Field& field : type.fields) {
            const std::unique_ptr<FieldEditor> editor(makeFieldEditor(field, nullptr));
            QSignalSpy edited(editor.get(), &FieldEditor::edited);
            editor->setValue(field.defaultValue);
            EXPECT_EQ(edited.count(), 0) << field.name;
        }
    }
}

TEST(NumberSpinBox, ShowsWhatMattersAndStepsInFactors) {
    NumberSpinBox box(0, 10, true);
    box.setValue(0.001);
    EXPECT_EQ(box.text(), QStringLiteral("0.001"));
    box.stepBy(1);
    EXPECT_NEAR(box.value(), 0.002, 1e-9);
    box.stepBy(2);
    EXPECT_NEAR(box.value(), 0.01, 1e-9);
    box.stepBy(-1);
    EXPECT_NEAR(box.value(), 0.005, 1e-9);
    box.setValue(1e-7);
    EXPECT_EQ(box.text(), QStringLiteral("1e-07"));
    box.stepBy(-1);
    EXPECT_EQ(box.value(), 0);
    box.stepBy(1);
    EXPECT_GT(box.value(), 0);
}

TEST(FormulaText, LeavesNoTeXOfAnyLayer) {
    const QRegularExpression kWord(QStringLiteral("[A-Za-z]{2,}"));
    const QStringList kKnown = QStringLiteral("max log exp tanh softmax").split(u' ');
    for (const LayerType& type : layerTypes()) {
        const QString text = formulaText(type.formula);
        EXPECT_EQ(text.isEmpty(), type.formula.empty()) << type.name;
        for (const char16_t c : {u'\\', u'{', u'}', u'_', u'^'})
            EXPECT_FALSE(text.contains(QChar(c))) << type.name << ": " << text.toStdString();
        EXPECT_EQ(text.count(QLatin1Char('(')), text.count(QLatin1Char(')'))) << text.toStdString();
        // Variables are letters in italics; whole words are functions, or English.
        const QString words = QString(text).remove(QRegularExpression(QStringLiteral("<i>.</i>|</?su[bp]>")));
        for (auto word = kWord.globalMatch(words); word.hasNext();)
            EXPECT_TRUE(kKnown.contains(word.next().captured())) << type.name << ": " << text.toStdString();
    }
}

} // namespace
} // namespace protomind
