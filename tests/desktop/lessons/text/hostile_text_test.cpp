// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lessons/text/box_formulas.h"

#include <QDir>
#include <QScrollBar>
#include <QTextBlock>

#include <gtest/gtest.h>

namespace protomind {
namespace {

const QColor kSecret(0, 255, 255);
const QColor kOpen(255, 0, 255);

QByteArray drawingIn(const char* colour, const QByteArray& more = {}) {
    return "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' width='80' "
           "height='40' viewBox='0 0 80 40'>" +
           more + "<rect width='80' height='40' fill='" + colour + "'/></svg>";
}

/// A lesson's folder with pictures, and others beside it that no lesson may show.
class HostileTextTest : public testing::Test {
protected:
    HostileTextTest() {
        QDir(m_root.path()).mkpath(QStringLiteral("lesson/inner"));
        write("lesson/good.svg", drawingIn("#ff00ff"));
        write("lesson/inner/good.svg", drawingIn("#ff00ff"));
        write("secret.svg", drawingIn("#00ffff"));
        QImage secret(80, 40, QImage::Format_RGB32);
        secret.fill(kSecret);
        secret.save(m_root.filePath(QStringLiteral("secret.png")));
        secret.fill(kOpen);
        secret.save(m_root.filePath(QStringLiteral("lesson/good.png")));
        QFile::link(m_root.filePath(QStringLiteral("secret.svg")),
                    m_root.filePath(QStringLiteral("lesson/link.svg")));
        QFile::link(m_root.path(), m_root.filePath(QStringLiteral("lesson/up")));
        label.setPalette(QPalette(Qt::white));
    }

    void write(const char* name, const QByteArray& content) {
        QFile file(m_root.filePath(QString::fromUtf8(name)));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    [[nodiscard]] QString folder() const { return m_root.filePath(QStringLiteral("lesson")); }
    QImage picture(const QString& markdown) {
        label.showMarkdown(markdown, folder());
        return pictureOf(label, 300);
    }
    QImage picture(const char* markdown) { return picture(QString::fromUtf8(markdown)); }

    QTemporaryDir m_root;
    FormulaPictures formulas{QStringList()};
    MarkdownLabel label{formulas};
};

TEST_F(HostileTextTest, PicturesOfTheFolderAreShown) {
    for (const char* name : {"good.svg", "good.png", "inner/good.svg", "inner/../good.png"})
        EXPECT_GT(placeOf(picture(QStringLiteral("![x](%1)").arg(QString::fromUtf8(name))), kOpen).width(),
                  60)
            << name;
    EXPECT_EQ(label.plainText(), QStringLiteral("x"));
    EXPECT_GT(placeOf(picture("| a |\n|---|\n| ![x](good.svg) |"), kOpen).width(), 60);
}

TEST_F(HostileTextTest, PicturesAreScaledDownToFit) {
    label.setFont([] {
        QFont font;
        font.setPixelSize(13);
        return font;
    }());
    label.showMarkdown(QStringLiteral("![x](good.svg)"), folder());
    EXPECT_NEAR(placeOf(pictureOf(label, 300), kOpen).width(), 80, 2);
    const QRect small = placeOf(pictureOf(label, 60), kOpen);
    EXPECT_NEAR(small.width(), 55, 4);
    EXPECT_NEAR(small.height(), small.width() / 2.0, 2);
}

TEST_F(HostileTextTest, NothingOutsideTheFolderIsLoaded) {
    const QString secret = m_root.filePath(QStringLiteral("secret"));
    for (const QString& name :
         {QStringLiteral("../secret.svg"), QStringLiteral("../secret.png"),
          QStringLiteral("inner/../../secret.png"), QStringLiteral("up/secret.png"),
          QStringLiteral("link.svg"), QString(secret + QStringLiteral(".png")),
          QString(QStringLiteral("file://") + secret + QStringLiteral(".png")),
          QString(QStringLiteral("file:") + secret + QStringLiteral(".svg")),
          QStringLiteral("http://127.0.0.1:1/secret.png"), QStringLiteral("//127.0.0.1/secret.png"),
          QStringLiteral("qrc:/icons/train.svg"), QStringLiteral("..%2fsecret.png"),
          QStringLiteral("data:image/svg+xml;base64,") +
              QString::fromLatin1(drawingIn("#00ffff").toBase64())}) {
        const QImage image = picture(QStringLiteral("before ![what is seen](%1) after").arg(name));
        EXPECT_TRUE(placeOf(image, kSecret).isEmpty()) << name.toStdString();
        EXPECT_EQ(label.toPlainText(), QStringLiteral("before what is seen after")) << name.toStdString();
        picture(QStringLiteral("![](<%1>)").arg(name));
        EXPECT_FALSE(label.toPlainText().contains(QChar::ObjectReplacementCharacter)) << name.toStdString();
    }
    // Not with the program's own folder as the place to start from, either.
    label.showMarkdown(QStringLiteral("![x](lesson/good.svg)"));
    EXPECT_EQ(label.toPlainText(), QStringLiteral("x"));
}

TEST_F(HostileTextTest, DrawingsReachForNothing) {
    const QString secret = m_root.filePath(QStringLiteral("secret.png"));
    QByteArray copies = "<g id='a0'><rect width='1' height='1'/></g>";
    for (int i = 1; i < 40; ++i) {
        const QByteArray use = "<use xlink:href='#a" + QByteArray::number(i - 1) + "'/>";
        copies += "<g id='a" + QByteArray::number(i) + "'>" + use + use + "</g>";
    }
    for (const QByteArray& more :
         {QByteArray("<image xlink:href='" + secret.toUtf8() + "' width='80' height='40'/>"),
          QByteArray("<image href='../secret.png' width='80' height='40'/>"),
          QByteArray("<style>@import url('../secret.css');</style>"), copies,
          QByteArray("<g id='b'><use xlink:href='#b'/></g>"), QByteArray("<broken"),
          QByteArray(QByteArray("<g>").repeated(5000) + QByteArray("</g>").repeated(5000))}) {
        write("lesson/bad.svg", drawingIn("#ff00ff", more));
        const QImage image = picture("![seen](bad.svg)");
        EXPECT_EQ(label.toPlainText(), QStringLiteral("seen")) << more.left(80).toStdString();
        EXPECT_TRUE(placeOf(image, kSecret).isEmpty());
    }
    // A few copies are fine.
    write("lesson/fine.svg", drawingIn("#ff00ff", "<defs><path id='p' d='M0 0h1'/></defs><g id='l'><use "
                                                  "xlink:href='#p'/><use xlink:href='#p'/></g>"));
    EXPECT_FALSE(placeOf(picture("![seen](fine.svg)"), kOpen).isEmpty());
}

TEST_F(HostileTextTest, DrawingsInTheColourOfTextFollowIt) {
    write("lesson/line.svg", drawingIn("currentColor"));
    QPalette palette;
    palette.setColor(QPalette::Base, Qt::black);
    palette.setColor(QPalette::Text, QColor(250, 200, 0));
    label.setPalette(palette);
    EXPECT_GT(placeOf(picture("![x](line.svg)"), QColor(250, 200, 0)).width(), 60);
}

TEST_F(HostileTextTest, OnlyLinksThatActAreLinks) {
    picture(
        "[a](action:train) [b](http://example.org) [c](file:///etc/passwd) [d](javascript:x) [e](other.md) "
        "<http://example.org> https://example.org www.example.org [f](OPEN:data) [g](#there) "
        "[h](mailto:x@y.z)");
    ASSERT_EQ(label.links().size(), 2u);
    EXPECT_EQ(label.links()[0].text, QStringLiteral("a"));
    EXPECT_EQ(label.links()[1].text, QStringLiteral("f"));
    EXPECT_TRUE(label.toPlainText().contains(QStringLiteral("a b c d e")));
}

TEST_F(HostileTextTest, HtmlIsText) {
    const QImage image = picture("<img src='../secret.png'> <b>x</b>\n\n<script>a</script>\n\n<h1>t</h1>");
    EXPECT_TRUE(placeOf(image, kSecret).isEmpty());
    EXPECT_TRUE(label.toPlainText().contains(QStringLiteral("<script>a</script>")));
    EXPECT_EQ(label.document()->begin().blockFormat().headingLevel(), 0);
}

TEST_F(HostileTextTest, HugeAndDeepTextsAreShownAllTheSame) {
    const QStringList pieces = {QStringLiteral(">"),      QStringLiteral("- "),
                                QStringLiteral("1. "),    QStringLiteral("["),
                                QStringLiteral("!["),     QStringLiteral("*a_"),
                                QStringLiteral("`"),      QStringLiteral("$a$"),
                                QStringLiteral("$$a$$ "), QStringLiteral("\\"),
                                QStringLiteral("<a "),    QStringLiteral("word "),
                                QStringLiteral("| a"),    QStringLiteral("&#1;"),
                                QStringLiteral("\t"),     QStringLiteral("# a\n"),
                                QStringLiteral("```\n"),  QStringLiteral("***\n"),
                                QStringLiteral("- a\n"),  QStringLiteral("![x](good.svg)")};
    for (const QString& piece : pieces) {
        label.showMarkdown(piece.repeated(3000), folder());
        EXPECT_GT(label.heightForWidth(300), 0) << piece.toStdString();
    }
    QString table =
        QStringLiteral("|a").repeated(3000) + QStringLiteral("\n") + QStringLiteral("|-").repeated(3000);
    label.showMarkdown(table, folder());
    EXPECT_GT(label.heightForWidth(300), 0);
    QString nested;
    for (int i = 0; i < 200; ++i)
        nested += QStringLiteral("  ").repeated(i) + QStringLiteral("- a\n");
    label.showMarkdown(nested, folder());
    EXPECT_GT(label.heightForWidth(300), 0);
    label.showMarkdown(QStringLiteral("a").repeated(10'000'000), folder());
    EXPECT_GT(label.heightForWidth(300), 0);
    EXPECT_EQ(label.horizontalScrollBar()->isVisible(), false);
}

TEST_F(HostileTextTest, StrayMarksOfOurOwnAreHarmless) {
    picture("\uE000"
            "0\uE001 \uE000"
            "99\uE001 $a$");
    EXPECT_TRUE(label.plainText().endsWith(QStringLiteral("$a$")));
    EXPECT_EQ(label.plainText().count(QLatin1Char('$')), 2);
}

} // namespace
} // namespace protomind
