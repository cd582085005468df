// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lessons/text/box_formulas.h"
#include "desktop/lessons/text/markdown_label.h"
#include "desktop/shown_window.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QToolTip>
#include <QVBoxLayout>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace protomind {
namespace {

using testing::Eq;

QPalette paletteOf(QColor base, QColor text) {
    QPalette palette;
    palette.setColor(QPalette::Base, base);
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::Link, QColor(0, 0, 200));
    return palette;
}

QFont fontOf(int points) {
    QFont font = QGuiApplication::font();
    font.setPointSize(points);
    return font;
}

class MarkdownLabelTest : public testing::Test {
protected:
    MarkdownLabelTest() {
        label.setPalette(paletteOf(Qt::white, Qt::black));
        label.setFont(fontOf(10));
    }
    void show(const char* markdown) { label.showMarkdown(QString::fromUtf8(markdown)); }

    BoxFormulas boxes;
    FormulaPictures formulas{QStringList{boxes.folder()}};
    MarkdownLabel label{formulas};
};

// Formulas -----------------------------------------------------------------------------------------------

TEST_F(MarkdownLabelTest, FormulasAreAsLargeAsTheLettersAreAndGrowWithThem) {
    show("$box$");
    for (const int points : {9, 10, 14, 18, 24}) {
        label.setFont(fontOf(points));
        const QRect place = placeOf(pictureOf(label, 400), Qt::black);
        const double size = QFontInfo(label.font()).pixelSize();
        EXPECT_NEAR(place.width(), 2.0 * size * 1.15, 2) << points;
        EXPECT_NEAR(place.height(), 0.8 * size * 1.15, 2) << points;
    }
}

TEST_F(MarkdownLabelTest, FormulasStandOnTheLine) {
    for (const int points : {9, 12, 24}) {
        label.setFont(fontOf(points));
        show("$box$ [H](action:train)"); // H ends at the line of writing
        const QImage flat = pictureOf(label, 400);
        // The link's letter is blue; so is the line below it, which is cut off here.
        const QFontMetricsF metrics(label.font());
        const QTextLine line = label.document()->begin().layout()->lineAt(0);
        const double base = line.y() + line.ascent() + label.document()->begin().layout()->position().y();
        EXPECT_NEAR(placeOf(flat, Qt::black).bottom() + 1, base, 1.5) << points;

        show("$deep$ H");
        const QTextLine second = label.document()->begin().layout()->lineAt(0);
        const double secondBase =
            second.y() + second.ascent() + label.document()->begin().layout()->position().y();
        const QImage deep = pictureOf(label, 400);
        const double scale = QFontInfo(label.font()).pixelSize() / 10.0 * 1.15;
        const QRect box = placeOf(deep.copy(0, 0, int(20 * scale), deep.height()), Qt::black);
        EXPECT_NEAR(box.bottom() + 1, secondBase + 12 * scale, 2) << points;
        EXPECT_NEAR(box.top(), secondBase - 14 * scale, 2) << points;
    }
}

TEST_F(MarkdownLabelTest, FormulasDoNotRunIntoTheLinesAroundThem) {
    show("above $deep$ below");
    const QImage image = pictureOf(label, 60);
    const QTextLayout& layout = *label.document()->begin().layout();
    ASSERT_EQ(layout.lineCount(), 3);
    const double top = layout.position().y();
    const int width = int(QFontInfo(label.font()).pixelSize() * 2);
    const QTextLine middle = layout.lineAt(1);
    const QRect box =
        placeOf(image.copy(0, int(top + middle.y()) - 1, width, int(middle.height()) + 2), Qt::black);
    EXPECT_GT(box.top(), 0);
    EXPECT_NEAR(box.height(), 2.6 * 1.15 * QFontInfo(label.font()).pixelSize(), 3);
}

TEST_F(MarkdownLabelTest, FormulasHaveTheColourOfTheText) {
    show("$box$");
    label.setPalette(paletteOf(Qt::black, QColor(250, 200, 0)));
    EXPECT_FALSE(placeOf(pictureOf(label, 400), QColor(250, 200, 0)).isEmpty());
    label.setPalette(paletteOf(Qt::white, QColor(120, 0, 0)));
    EXPECT_FALSE(placeOf(pictureOf(label, 400), QColor(120, 0, 0)).isEmpty());
    show("[$box$](action:train)");
    EXPECT_GT(placeOf(pictureOf(label, 400), QColor(0, 0, 200)).width(), 10);
}

TEST_F(MarkdownLabelTest, FormulasAreCrispAtAnyScale) {
    show("$box$");
    const QRect once = placeOf(pictureOf(label, 400), Qt::black);
    const QImage image = pictureOf(label, 400, 3);
    const QRect thrice = placeOf(image, Qt::black);
    EXPECT_NEAR(thrice.width(), 3 * once.width(), 4);
    // A crisp edge is not wider than a pixel.
    const int y = thrice.center().y();
    EXPECT_LT(image.pixelColor(thrice.left() + 1, y).lightness(), 20);
    EXPECT_GT(image.pixelColor(thrice.left() - 2, y).lightness(), 235);
}

TEST_F(MarkdownLabelTest, DisplayedFormulasStandInTheMiddleAndFit) {
    show("Text before $$box$$ and after");
    ASSERT_EQ(label.document()->blockCount(), 3);
    EXPECT_EQ(label.document()->findBlockByNumber(0).text(), QStringLiteral("Text before"));
    EXPECT_EQ(label.document()->findBlockByNumber(2).text(), QStringLiteral("and after"));
    show("$$box$$");
    EXPECT_NEAR(placeOf(pictureOf(label, 400), Qt::black).center().x(), 200, 2);
    show("$$wide$$");
    for (const int width : {200, 400}) {
        const QRect place = placeOf(pictureOf(label, width), Qt::black);
        EXPECT_LE(place.right(), width);
        EXPECT_GT(place.width(), width - 20);
        EXPECT_NEAR(place.height(), place.width() / 100.0, 2);
    }
}

TEST_F(MarkdownLabelTest, AFormulaWithoutAPictureIsReadable) {
    show(R"(Take $m \leftarrow m - \eta \cdot g^2$ now)");
    EXPECT_EQ(label.toPlainText(), QStringLiteral("Take m ← m − η · g² now"));
    QTextCursor cursor(label.document());
    cursor.setPosition(7);
    EXPECT_TRUE(cursor.charFormat().fontItalic());
    cursor.setPosition(2);
    EXPECT_FALSE(cursor.charFormat().fontItalic());
    EXPECT_EQ(label.plainText(), QStringLiteral("Take $m \\leftarrow m - \\eta \\cdot g^2$ now"));
}

TEST_F(MarkdownLabelTest, NewPicturesShowAfterARefresh) {
    show("$new$");
    const std::string key = formulaKey("new", FormulaMode::Inline);
    boxes.write(
        QStringLiteral("index.json"),
        "{\"" + QByteArray(key.c_str()) +
            "\": {\"tex\": \"new\", \"mode\": \"inline\", \"width\": 20, \"height\": 8, \"depth\": 0}}");
    formulas.reload();
    label.refresh();
    EXPECT_EQ(label.toPlainText(), QString(QChar::ObjectReplacementCharacter));
}

TEST_F(MarkdownLabelTest, TheProgramHasItsOwnPictures) {
    EXPECT_TRUE(QFile::exists(FormulaPictures::builtIn() + QStringLiteral("/index.json")));
}

// Words --------------------------------------------------------------------------------------------------

TEST_F(MarkdownLabelTest, CopiesFormulasAsTex) {
    show("# Slope\n\nThe *line* $box$ and\n\n$$wide$$\n\n1. `code`");
    const QString all = QStringLiteral("Slope\nThe line $box$ and\n$$wide$$\ncode");
    EXPECT_EQ(label.plainText(), all);
    label.selectAll();
    label.copy();
    EXPECT_EQ(QGuiApplication::clipboard()->text(), all);
    EXPECT_FALSE(label.toPlainText().contains(QLatin1Char('$')));
}

TEST_F(MarkdownLabelTest, TellsScreenReadersWordsAndLinks) {
    label.setParent(nullptr);
    show("Now [Train $box$](action:train) or [stop](action:pause).");
    QAccessibleInterface* access = QAccessible::queryAccessibleInterface(&label);
    ASSERT_NE(access, nullptr);
    EXPECT_EQ(access->text(QAccessible::Name), QStringLiteral("Now Train $box$ or stop."));
    ASSERT_EQ(access->childCount(), 2);
    QAccessibleInterface* link = access->child(0);
    EXPECT_EQ(link->role(), QAccessible::Link);
    EXPECT_EQ(link->text(QAccessible::Name), QStringLiteral("Train $box$"));
    EXPECT_EQ(link->parent(), access);
    QSignalSpy pressed(&label, &MarkdownLabel::linkPressed);
    access->child(1)->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    ASSERT_EQ(pressed.size(), 1);
    EXPECT_EQ(pressed[0][0].toUrl(), QUrl(QStringLiteral("action:pause")));
    show("no links");
    EXPECT_EQ(access->childCount(), 0);
    EXPECT_FALSE(link->isValid());
}

// Links --------------------------------------------------------------------------------------------------

TEST_F(MarkdownLabelTest, LinksAreReachedWithKeys) {
    QWidget window;
    auto* layout = new QVBoxLayout(&window);
    auto* first = new MarkdownLabel(formulas);
    auto* wordless = new MarkdownLabel(formulas);
    auto* last = new MarkdownLabel(formulas);
    first->showMarkdown(QStringLiteral("[a](action:train) and [b](open:layer/hidden)"));
    wordless->showMarkdown(QStringLiteral("no links"));
    last->showMarkdown(QStringLiteral("[c](highlight:data)"));
    for (MarkdownLabel* one : {first, wordless, last})
        layout->addWidget(one);
    window.show();
    window.activateWindow();
    ASSERT_TRUE(untilActive(window));
    QStringList pressed;
    for (MarkdownLabel* one : {first, wordless, last})
        QObject::connect(one, &MarkdownLabel::linkPressed,
                         [&pressed](const QUrl& url) { pressed.push_back(url.toString()); });
    const auto press = [](Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); };
    window.setFocus();
    first->setFocus(Qt::TabFocusReason);
    press(Qt::Key_Return);
    press(Qt::Key_Tab);
    press(Qt::Key_Return);
    press(Qt::Key_Tab);
    EXPECT_TRUE(last->hasFocus());
    press(Qt::Key_Enter);
    press(Qt::Key_Backtab);
    EXPECT_TRUE(first->hasFocus());
    press(Qt::Key_Return);
    EXPECT_THAT(pressed,
                Eq(QStringList{QStringLiteral("action:train"), QStringLiteral("open:layer/hidden"),
                               QStringLiteral("highlight:data"), QStringLiteral("open:layer/hidden")}));
}

TEST_F(MarkdownLabelTest, FocusOfALinkIsSeen) {
    show("Go and [Train](action:train)");
    label.resize(400, label.heightForWidth(400));
    label.show();
    label.activateWindow();
    ASSERT_TRUE(untilActive(label));
    label.clearFocus();
    const QImage before = label.grab().toImage();
    label.setFocus(Qt::TabFocusReason);
    EXPECT_NE(label.grab().toImage(), before);
}

TEST_F(MarkdownLabelTest, LinksFollowThePointerAndSayWhatTheyDo) {
    show("[Train](action:train)");
    label.resize(400, label.heightForWidth(400));
    label.show();
    QSignalSpy pressed(&label, &MarkdownLabel::linkPressed);
    const QPoint place = label.linkRect(label.links()[0]).center();
    QTest::mouseClick(label.viewport(), Qt::LeftButton, {}, place);
    EXPECT_EQ(pressed.size(), 1);
    QUrl asked;
    label.setLinkWords([&asked](const QUrl& url) {
        asked = url;
        return QStringLiteral("Trains");
    });
    QHelpEvent help(QEvent::ToolTip, place, label.mapToGlobal(place));
    QApplication::sendEvent(label.viewport(), &help);
    EXPECT_EQ(asked, QUrl(QStringLiteral("action:train")));
    EXPECT_EQ(QToolTip::text(), QStringLiteral("Trains"));
}

// Size ---------------------------------------------------------------------------------------------------

TEST_F(MarkdownLabelTest, IsAsHighAsItsWordsNeed) {
    show("A sentence that is long enough to need several lines where there is little room for it.");
    EXPECT_GT(label.heightForWidth(120), 3 * label.fontMetrics().height());
    EXPECT_LT(label.heightForWidth(2000), 2 * label.fontMetrics().height());
    const int before = label.heightForWidth(300);
    label.setFont(fontOf(20));
    EXPECT_GT(label.heightForWidth(300), 2 * before);

    QScrollArea area;
    auto* pane = new QWidget;
    auto* layout = new QVBoxLayout(pane);
    auto* inside = new MarkdownLabel(formulas);
    inside->showMarkdown(label.shownMarkdown());
    layout->addWidget(inside);
    layout->addStretch();
    area.setWidgetResizable(true);
    area.setWidget(pane);
    area.resize(200, 100);
    area.show();
    for (const int width : {200, 300, 160}) {
        area.resize(width, 100);
        QCoreApplication::processEvents();
        EXPECT_EQ(inside->height(), inside->heightForWidth(inside->width()));
        EXPECT_EQ(inside->document()->textWidth(), inside->width());
    }
}

} // namespace
} // namespace protomind
