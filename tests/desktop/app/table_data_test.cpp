// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A table of a person's own: chosen, looked at, told what it is for, and learned from.
#include "desktop/app/data/data_gallery.h"
#include "desktop/app/data/table_columns_view.h"
#include "desktop/app/data/table_preview_view.h"
#include "desktop/app/laboratory.h"
#include "desktop/document/commands/structure_commands.h"

#include <QComboBox>
#include <QDialog>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QTabWidget>
#include <QToolButton>
#include <QUrl>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace protomind {
namespace {

using testing::EndsWith;
using testing::HasSubstr;

class TableDataTest : public testing::Test {
protected:
    TableDataTest()
        : m_lab(m_folder.path()) {
        QByteArray text("Länge;Breite;Höhe;Ort;Art\r\n");
        for (int i = 0; i < 60; ++i) {
            const bool tall = i % 2 == 0;
            const auto number = [](double value) {
                return QByteArray::number(value, 'f', 2).replace('.', ',');
            };
            text += number(tall ? 5 + std::sin(i) : 2 + std::cos(i)) + ';' + number(std::sin(3 * i)) + ';' +
                    (i == 7 ? QByteArray() : number(0.1 * i)) + (i % 3 == 0 ? ";Köln;" : ";Bonn;") +
                    (tall ? "groß" : "klein") + "\r\n";
        }
        write("blumen.csv", text);
    }

    void write(const char* name, const QByteArray& text) {
        QFile file(path(name));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    [[nodiscard]] QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    [[nodiscard]] const std::string& data() { return m_lab.document.experiment().data; }
    [[nodiscard]] TableColumnsView& columns() { return *m_lab.find<TableColumnsView>("tableColumns"); }
    /// What the panel says of a column.
    [[nodiscard]] QString says(int column, TableColumnsView::Column what) {
        const QTableWidgetItem* item = columns().item(column, what);
        return item ? item->text() : QString();
    }

    void chooseTable(const char* name) {
        m_lab.find<QTabWidget>("sideTabs")->setCurrentIndex(1);
        m_lab.dialogs.nextFile = path(name);
        auto* gallery = m_lab.find<DataGallery>("dataSet");
        for (int row = 0; row < gallery->count(); ++row)
            if (gallery->item(row)->data(Qt::UserRole).toString() == QStringLiteral("csv"))
                emit gallery->itemClicked(gallery->item(row));
    }
    bool untilLearnable() {
        return m_lab.until([&] { return says(0, TableColumnsView::UsedAs) == QStringLiteral("feature"); });
    }
    void chooseIn(const char* name, const QString& item) {
        auto* combo = m_lab.find<QComboBox>(name);
        const int index = combo->findText(item, Qt::MatchStartsWith);
        ASSERT_GE(index, 0) << item.toStdString();
        combo->setCurrentIndex(index);
        emit combo->activated(index);
    }

    QTemporaryDir m_folder;
    Laboratory m_lab;
};

TEST_F(TableDataTest, ShowsWhatWasFoundAndWhatItIsFor) {
    ASSERT_TRUE(m_lab.startWith("playground"));
    chooseTable("blumen.csv");
    EXPECT_EQ(data(), "csv:" + path("blumen.csv").toStdString());
    ASSERT_TRUE(untilLearnable());
    EXPECT_EQ(columns().verticalHeaderItem(0)->text(), QStringLiteral("Länge"));
    EXPECT_EQ(says(4, TableColumnsView::UsedAs), QStringLiteral("target, 2 classes"));
    EXPECT_EQ(says(3, TableColumnsView::Found), QStringLiteral("2 different texts"));
    EXPECT_EQ(says(2, TableColumnsView::Missing), QStringLiteral("1"));
    EXPECT_EQ(says(4, TableColumnsView::First), QStringLiteral("groß"));
    ASSERT_TRUE(
        m_lab.until([&] { return m_lab.find<QLabel>("dataNotes")->text().contains(u"decimal comma"); }));

    QTest::mouseClick(m_lab.find<QPushButton>("lookAtTable"), Qt::LeftButton);
    auto* rows = m_lab.find<TablePreviewView>("tablePreview");
    ASSERT_TRUE(rows);
    EXPECT_EQ(rows->rowCount(), 3 + static_cast<int>(kPreviewRows));
    EXPECT_EQ(rows->horizontalHeaderItem(3)->text(), QStringLiteral("Ort"));
    EXPECT_EQ(rows->item(0, 4)->text(), QStringLiteral("target, 2 classes"));
    EXPECT_EQ(rows->item(3, 3)->text(), QStringLiteral("Köln"));
    EXPECT_EQ(rows->verticalHeaderItem(3)->text(), QStringLiteral("2"));
    rows->window()->close();
    EXPECT_TRUE(m_lab.until([&] { return !m_lab.find<QDialog>("tableDialog"); }));

    m_lab.document.undoStack().undo();
    EXPECT_EQ(data().find("csv:"), std::string::npos);
}

TEST_F(TableDataTest, IsToldWhatItsColumnsAreFor) {
    ASSERT_TRUE(m_lab.startWith("playground"));
    chooseTable("blumen.csv");
    ASSERT_TRUE(untilLearnable());
    chooseIn("option.target", QStringLiteral("Höhe"));
    EXPECT_THAT(data(), EndsWith("?target=Höhe"));
    ASSERT_TRUE(
        m_lab.until([&] { return says(2, TableColumnsView::UsedAs) == QStringLiteral("target, values"); }));
    EXPECT_EQ(m_lab.find<QComboBox>("option.target")->currentText(), QStringLiteral("Höhe"));

    QMenu* menu = m_lab.find<QToolButton>("chooseColumns")->menu();
    emit menu->aboutToShow();
    menu->actions()[1]->trigger();
    EXPECT_THAT(data(), EndsWith("&without=Breite"));
    EXPECT_EQ(m_lab.find<QLineEdit>("option.without")->text(), QStringLiteral("Breite"));
    ASSERT_TRUE(
        m_lab.until([&] { return says(1, TableColumnsView::UsedAs) == QStringLiteral("left out by hand"); }));
    chooseIn("option.scale", QStringLiteral("From 0"));
    EXPECT_THAT(data(), HasSubstr("scale=minmax"));

    // Another table has other columns; how numbers are scaled stays.
    write("other.csv", "a,b\n1,0.5\n2,0.7\n");
    chooseTable("other.csv");
    EXPECT_EQ(data(), "csv:" + path("other.csv").toStdString() + "?scale=minmax");
    m_lab.document.undoStack().undo();
    EXPECT_THAT(data(), HasSubstr("target=Höhe"));
    ASSERT_TRUE(
        m_lab.until([&] { return says(2, TableColumnsView::UsedAs) == QStringLiteral("target, values"); }));
}

TEST_F(TableDataTest, IsLearnedFromOnceTheNetworkIsMadeToFit) {
    ASSERT_TRUE(m_lab.startWith("playground"));
    chooseTable("blumen.csv");
    ASSERT_TRUE(untilLearnable());
    // Until the table is read a network is not wrong for it.
    ASSERT_TRUE(m_lab.until([&] { return !m_lab.document.analysis().runnable(); }));
    // Inputs, outputs and perhaps the loss.
    for (int round = 0; round < 6; ++round) {
        const auto broken = [&] {
            for (const NetworkProblem& problem : m_lab.document.analysis().problems)
                if (!problem.fixes.empty())
                    return problem.fixes.front();
            return Fix();
        };
        if (!m_lab.until([&] { return m_lab.document.analysis().runnable() || !broken().label.empty(); }))
            break;
        if (const Fix fix = broken(); !fix.label.empty())
            m_lab.document.undoStack().push(new ApplyFix(m_lab.document, fix));
    }
    ASSERT_TRUE(m_lab.until([&] { return m_lab.document.analysis().runnable(); }));
    m_lab.action("actionTrain")->trigger();
    ASSERT_TRUE(m_lab.untilEpochs(3));
    m_lab.run.pause();
    EXPECT_TRUE(m_lab.until([&] { return m_lab.run.state() != RunState::Training; }));
}

TEST_F(TableDataTest, IsTakenWhereItIsDropped) {
    ASSERT_TRUE(m_lab.startWith("playground"));
    write("book.xlsx", "PK\x03\x04 xl/workbook.xml");
    const auto drop = [&](const QString& file) {
        QMimeData dropped;
        dropped.setUrls({QUrl::fromLocalFile(file)});
        QWidget* canvas = m_lab.window.canvas().viewport();
        QDragEnterEvent enter(canvas->rect().center(), Qt::CopyAction, &dropped, Qt::LeftButton,
                              Qt::NoModifier);
        QApplication::sendEvent(canvas, &enter);
        QDropEvent event(canvas->rect().center(), Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(canvas, &event);
    };
    drop(path("blumen.csv"));
    ASSERT_TRUE(m_lab.until([&] { return data() == "csv:" + path("blumen.csv").toStdString(); }));
    ASSERT_TRUE(untilLearnable());
    drop(path("book.xlsx"));
    ASSERT_TRUE(m_lab.until([&] {
        const auto* problem = m_lab.find<QLabel>("dataProblem");
        return problem->isVisible() && problem->text().contains(u"Excel workbook");
    }));
    EXPECT_EQ(columns().rowCount(), 0);
    m_lab.document.undoStack().undo();
    EXPECT_EQ(data(), "csv:" + path("blumen.csv").toStdString());
    EXPECT_TRUE(untilLearnable());
}

} // namespace
} // namespace protomind
