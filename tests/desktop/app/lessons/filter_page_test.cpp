// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The scene of a filter: its kernel is the network's, and checks see the same in the window and without one.
#include "desktop/app/lessons/filter_page.h"
#include "desktop/app/lessons/learners_hand.h"
#include "desktop/app/lessons/lesson_window.h"
#include "desktop/lessons/filter/worked_place.h"
#include "studio/course/lesson_run.h"

#include <QSignalSpy>
#include <QToolButton>
#include <QUndoStack>

namespace protomind {
namespace {

class FilterPageTest : public LessonWindow {
protected:
    void SetUp() override {
        LessonWindow::SetUp();
        begin("filters-you-know");
    }
    FilterPage& scene() { return *m_lab->find<FilterPage>("lessonScene"); }
    const FilterVisit& visit() { return guide().source().filter(); }
    bool isKernel(const std::vector<double>& wanted) {
        return Laboratory::until([&] {
            const auto present = guide().source().presentFilter();
            return present && present->kernel == wanted;
        });
    }
};

TEST_F(FilterPageTest, ADragOfANumberIsAStepOfTheHistoryThatCanBeUndone) {
    turnTo("blur");
    guess();
    ASSERT_TRUE(scene().isVisible());
    ASSERT_TRUE(isKernel({0, 1, 0, 1, 1, 1, 0, 1, 0}));
    QUndoStack& history = m_lab->document.undoStack();
    const int steps = history.index();
    KernelCell* cell = scene().working().kernel().cells()[4];
    for (const double value : {2.0, 3.0, 4.0})
        cell->setValue(value);
    EXPECT_TRUE(isKernel({0, 1, 0, 1, 4, 1, 0, 1, 0}));
    EXPECT_EQ(history.index(), steps + 1) << "one gesture";
    history.undo();
    EXPECT_TRUE(isKernel({0, 1, 0, 1, 1, 1, 0, 1, 0}));
    EXPECT_TRUE(Laboratory::until([&] { return cell->value() == 1; }));
}

TEST_F(FilterPageTest, BeforeTheGuessNothingOfTheAnswerIsSeen) {
    turnTo("blur");
    ASSERT_TRUE(pane().awaitsGuess());
    EXPECT_EQ(scene().working().sumText(), QStringLiteral("Sum: ?"));
    guess();
    EXPECT_NE(scene().working().sumText(), QStringLiteral("Sum: ?"));
}

TEST_F(FilterPageTest, ALearnersPictureIsMadeGreyAndSmall) {
    QImage picture(600, 300, QImage::Format_RGB32);
    picture.fill(QColor(200, 200, 200));
    const QString file = m_folder.filePath(QStringLiteral("wall.png"));
    ASSERT_TRUE(picture.save(file));
    m_lab->dialogs.nextFile = file;
    QTest::mouseClick(scene().findChild<QToolButton*>(QStringLiteral("openFilterPicture")), Qt::LeftButton);
    ASSERT_TRUE(Laboratory::until([&] { return visit().pictureName() == kOwnPicture; }));
    EXPECT_EQ(visit().picture()->width, kMaxFilterPictureSide);
    EXPECT_EQ(visit().picture()->height, kMaxFilterPictureSide / 2);
    EXPECT_EQ(visit().picture()->at(0, 0), 200);

    QSignalSpy refused(&scene(), &FilterPage::refused);
    scene().open(m_folder.filePath(QStringLiteral("nothing.png")));
    EXPECT_TRUE(Laboratory::until([&] { return refused.count() == 1; }));
    EXPECT_EQ(visit().pictureName(), kOwnPicture) << "the last one stays";
}

TEST_F(FilterPageTest, APageWithoutTheSceneHasNoPicture) {
    EXPECT_EQ(visit().pictureName(), "camera");
    turnTo("layer");
    EXPECT_EQ(visit().picture(), nullptr);
    EXPECT_EQ(guide().source().state().value("filter.picture"), StateValue());
}

TEST_F(FilterPageTest, ChecksSeeTheSameAsWithoutAWindow) {
    for (const char* page : {"sum", "guess", "blur", "dot", "stride"}) {
        SCOPED_TRACE(page);
        turnTo(page);
        guess();
        LessonRun alone;
        ASSERT_TRUE(alone.enter(step()));
        LearnersHand hand(*m_lab);
        for (const LessonAction& action : step().task->solution) {
            hand(action);
            ASSERT_TRUE(alone.carryOut({action}));
            const auto wanted = alone.state();
            ASSERT_TRUE(wanted);
            for (const StateName& name : stateNames()) {
                if (!std::string_view(name.name).starts_with("filter."))
                    continue;
                const auto here = [&] { return guide().source().state().value(name.name); };
                EXPECT_TRUE(Laboratory::until([&] { return here() == wanted->value(name.name); }))
                    << name.name << ": " << stateText(here()) << " in the window, "
                    << stateText(wanted->value(name.name)) << " without one";
            }
        }
    }
}

} // namespace
} // namespace protomind
