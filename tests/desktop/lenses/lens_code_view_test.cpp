// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lenses/code_highlighter.h"
#include "desktop/lenses/layer_strip.h"
#include "desktop/lenses/lens_code_view.h"
#include "desktop/lenses/lens_result_view.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLayout>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>

#include <gtest/gtest.h>

#include <cmath>

namespace protomind {
namespace {

std::vector<LensCode> codes() {
    return {{.title = "Step 0",
             .name = "hidden: MatMul",
             .layers = {"hidden"},
             .note = "This small program runs 12 times at once.",
             .text = "// hidden: MatMul\n__kernel void step_0(const int n)\n{\n    int x = 17;\n}\n\n",
             .language = "OpenCL C"},
            {.title = "Step 1",
             .name = "hidden, loss: Exp",
             .layers = {"hidden", "last"},
             .note = "By a library."},
            {.title = "Step 2",
             .name = "loss: Add",
             .note = "Another.",
             .text = "int y;",
             .language = "OpenCL C"}};
}

TEST(LensCodeView, ShowsTheChosenPieceToBeReadAndCopied) {
    LensCodeView view;
    view.setCodes(codes());
    view.resize(400, 600);
    view.show();
    ASSERT_EQ(view.list()->count(), 3);
    EXPECT_EQ(view.chosen(), 0);
    EXPECT_TRUE(view.text()->isReadOnly());
    EXPECT_TRUE(view.text()->isVisible());
    EXPECT_TRUE(view.text()->toPlainText().startsWith(QStringLiteral("// hidden: MatMul\n__kernel")));
    QTest::keyClick(view.text(), Qt::Key_X);
    QTest::keyClick(view.text(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(view.text(), Qt::Key_C, Qt::ControlModifier);
    EXPECT_EQ(QGuiApplication::clipboard()->text(), QString::fromStdString(codes()[0].text).trimmed());
    QTest::keyClick(view.list(), Qt::Key_Down);
    EXPECT_EQ(view.chosen(), 1);
    EXPECT_FALSE(view.text()->isVisible()) << "there is none";
    EXPECT_EQ(view.note(), QStringLiteral("By a library."));
}

TEST(LensCodeView, KeepsTheChosenPieceWhereTheNextResultHasIt) {
    LensCodeView view;
    view.setCodes(codes());
    view.list()->setCurrentRow(2);
    std::vector<LensCode> fewer = codes();
    fewer.erase(fewer.begin());
    fewer[1].note = "Newer.";
    view.setCodes(fewer);
    EXPECT_EQ(view.chosen(), 1);
    EXPECT_EQ(view.note(), QStringLiteral("Newer."));
    view.setCodes({codes()[0]});
    EXPECT_EQ(view.chosen(), 0);
    view.setCodes({});
    EXPECT_EQ(view.chosen(), -1);
}

TEST(LensCodeView, HasTheColoursOfTheLayers) {
    LensCodeView view;
    view.setLayerColour(
        [](const std::string& layer) { return layer == "hidden" ? QColor(Qt::blue) : QColor(Qt::red); });
    view.setCodes(codes());
    const LayerStrip& strip = *view.findChild<LayerStrip*>();
    EXPECT_EQ(strip.colours(), std::vector<QColor>{Qt::blue});
    const auto colourAt = [&view](int row, double share) {
        const QImage icon = view.list()->item(row)->icon().pixmap(view.list()->iconSize()).toImage();
        return icon.pixelColor(icon.width() / 2, static_cast<int>(share * icon.height()));
    };
    EXPECT_EQ(colourAt(0, 0.5), QColor(Qt::blue));
    EXPECT_EQ(colourAt(1, 0.2), QColor(Qt::blue));
    EXPECT_EQ(colourAt(1, 0.8), QColor(Qt::red));
    view.list()->setCurrentRow(1);
    EXPECT_EQ(strip.colours(), (std::vector<QColor>{Qt::blue, Qt::red}));
    view.list()->setCurrentRow(2);
    EXPECT_TRUE(strip.colours().empty()) << "it came from no layer";
}

TEST(LensCodeView, PutsTheListBesideTheCodeWhereThereIsRoom) {
    LensCodeView view;
    view.setCodes(codes());
    view.resize(300, 700);
    view.show();
    const auto settle = [&view] {
        QCoreApplication::sendPostedEvents();
        view.layout()->activate();
    };
    settle();
    EXPECT_GE(view.text()->mapTo(&view, QPoint()).y(), view.list()->geometry().bottom());
    EXPECT_GE(view.text()->width(), 280);
    view.resize(1200, 700);
    settle();
    EXPECT_GE(view.text()->mapTo(&view, QPoint()).x(), view.list()->geometry().right());
    EXPECT_GE(view.text()->width(), 700);
}

double luminance(const QColor& colour) {
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}

TEST(CodeHighlighter, ColoursReadWellOnBothGrounds) {
    for (const QColor& ground : {QColor(0xff, 0xff, 0xff), QColor(0x1e, 0x21, 0x26)}) {
        const bool dark = ground.lightness() < 128;
        QPalette palette;
        palette.setColor(QPalette::Base, ground);
        palette.setColor(QPalette::Window, dark ? ground : QColor(0xf4, 0xf4, 0xf4));
        palette.setColor(QPalette::WindowText, dark ? QColor(0xe6, 0xe6, 0xe6) : QColor(0x20, 0x20, 0x20));
        const CodeColours colours = CodeColours::of(palette);
        for (const QColor& colour : {colours.keyword, colours.number, colours.comment}) {
            const double light = std::max(luminance(colour), luminance(ground));
            const double less = std::min(luminance(colour), luminance(ground));
            EXPECT_GE((light + 0.05) / (less + 0.05), 4.5) << colour.name().toStdString();
        }
    }
}

TEST(CodeHighlighter, TellsWordsNumbersAndCommentsApart) {
    QPalette palette;
    palette.setColor(QPalette::Window, QColor(0xf4, 0xf4, 0xf4));
    palette.setColor(QPalette::WindowText, QColor(0x20, 0x20, 0x20));
    const CodeColours colours = CodeColours::of(palette);
    QTextDocument document(QStringLiteral("const float r12 = 1.5f + 0x1p-24f; // for 3 of const"));
    CodeHighlighter highlighter(&document, palette);
    highlighter.rehighlight();
    const QString line = document.firstBlock().text();
    const auto colourOf = [&](const char* part) {
        const qsizetype at = line.indexOf(QLatin1String(part));
        for (const QTextLayout::FormatRange& range : document.firstBlock().layout()->formats()) {
            if (range.start <= at && at < range.start + range.length)
                return range.format.foreground().color();
        }
        return QColor();
    };
    EXPECT_EQ(colourOf("const"), colours.keyword);
    EXPECT_EQ(colourOf("float"), colours.keyword);
    EXPECT_FALSE(colourOf("r12").isValid());
    EXPECT_FALSE(colourOf("12").isValid()) << "part of a name";
    EXPECT_EQ(colourOf("1.5f"), colours.number);
    EXPECT_EQ(colourOf("0x1p"), colours.number);
    EXPECT_EQ(colourOf("// for"), colours.comment);
    EXPECT_EQ(colourOf("3 of"), colours.comment);
}

TEST(LensResultView, ShowsCodeWhereThereIsAny) {
    LensResultView view;
    view.setResult({.codes = codes()});
    view.show();
    EXPECT_TRUE(view.codes()->isVisible());
    EXPECT_EQ(view.codes()->codes(), codes());
    view.setResult({.sentences = {"Nothing."}});
    EXPECT_FALSE(view.codes()->isVisible());
}

} // namespace
} // namespace protomind
