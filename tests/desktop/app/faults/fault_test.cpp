// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is thrown where nobody expects it: the program says so once, keeps the work, and goes on.
#include "desktop/app/expected_faults.h"
#include "desktop/app/laboratory.h"
#include "desktop/app/messages/fault_notice.h"
#include "desktop/app/work/work_thread.h"
#include "desktop/document/commands/experiment_commands.h"
#include "desktop/style/paint_guard.h"
#include "studio/network/template.h"

#include <QGraphicsItem>
#include <QPainter>
#include <QPushButton>
#include <QTimer>

#include <gtest/gtest.h>

#include <new>
#include <stdexcept>

namespace protomind {
namespace {

class FaultTest : public testing::Test {
protected:
    /// Presses a button of the window whose slot does this.
    static void press(Laboratory& lab, const std::function<void()>& slot) {
        QPushButton button(&lab.window);
        button.resize(50, 30);
        button.show();
        QObject::connect(&button, &QPushButton::clicked, &button, slot);
        QTest::mouseClick(&button, Qt::LeftButton);
    }
    static void setEpochs(Laboratory& lab, std::int64_t epochs) {
        TrainingSettings settings = lab.document.experiment().training;
        settings.epochs = epochs;
        lab.document.undoStack().push(new SetTraining(lab.document, "epochs", settings));
    }
    static bool says(Laboratory& lab, const char* words) {
        return lab.window.messages().text().contains(QLatin1String(words));
    }

    QTemporaryDir m_folder;
    ExpectedFaults m_expected;
};

TEST_F(FaultTest, ASlotWithoutMemoryIsToldAndTheWindowGoesOn) {
    Laboratory lab(m_folder.path());
    ASSERT_TRUE(lab.startWith("playground"));
    press(lab, [] { throw std::bad_alloc(); });
    EXPECT_TRUE(says(lab, "not enough memory")) << lab.window.messages().text().toStdString();
    EXPECT_TRUE(says(lab, "Your work is kept"));
    lab.action("actionTrain")->trigger();
    EXPECT_TRUE(lab.untilEpochs(1));
    lab.run.pause();
}

TEST_F(FaultTest, AMistakeOfOurOwnIsToldWithWhatItWas) {
    Laboratory lab(m_folder.path());
    ASSERT_TRUE(lab.startWith("playground"));
    press(lab, [] { throw std::runtime_error("a layer without a name"); });
    EXPECT_TRUE(says(lab, "a layer without a name")) << lab.window.messages().text().toStdString();
    EXPECT_TRUE(says(lab, "report it"));
    press(lab, [] { throw 7; }); // NOLINT: whatever it is
    EXPECT_TRUE(says(lab, "nobody knows which"));
    EXPECT_TRUE(lab.window.isVisible());
}

TEST_F(FaultTest, WhatWasChangedBeforeAFaultOutlivesACrashAfterIt) {
    {
        Laboratory lab(m_folder.path());
        ASSERT_TRUE(lab.startWith("playground"));
        lab.find<QTimer>("keepTimer")->setInterval(std::chrono::hours(1)); // It would keep it by itself.
        setEpochs(lab, 77);
        press(lab, [] { throw std::bad_alloc(); });
    } // and the program ends without closing
    Laboratory again(m_folder.path());
    again.dialogs.nextRecovery.recover = 0;
    again.window.start();
    ASSERT_EQ(again.dialogs.offered.size(), 1u);
    ASSERT_TRUE(again.until([&] { return again.document.experiment().training.epochs == 77; }));
}

TEST_F(FaultTest, AnUntouchedProjectLeavesNothingToRecover) {
    {
        Laboratory lab(m_folder.path());
        ASSERT_TRUE(lab.startWith("playground"));
        press(lab, [] { throw std::bad_alloc(); });
    }
    EXPECT_TRUE(leftovers(m_folder.filePath(QStringLiteral("state")).toStdString()).empty());
}

TEST_F(FaultTest, ClosingThatFailsLeavesTheWindowOpen) {
    class ThrowingDialogs final : public ScriptedDialogs {
        SaveAnswer askToSave(QWidget*, const QString&, const QString&) override { throw std::bad_alloc(); }
    } dialogs;
    Laboratory lab(m_folder.path(), &dialogs);
    ASSERT_TRUE(lab.startWith("playground"));
    setEpochs(lab, 5);
    lab.window.close();
    EXPECT_TRUE(lab.window.isVisible());
    EXPECT_TRUE(says(lab, "not enough memory"));
}

/// Can't be painted.
class Unpaintable final : public QWidget {
public:
    using QWidget::QWidget;
    int paintings = 0;

protected:
    void paintEvent(QPaintEvent*) override {
        ++paintings;
        const QPainter painter(this);
        throw std::bad_alloc();
    }
};

TEST_F(FaultTest, WhatFailsWithEveryPaintingIsToldOnce) {
    Laboratory lab(m_folder.path());
    ASSERT_TRUE(lab.startWith("playground"));
    int told = 0;
    QObject::connect(qobject_cast<GuardedApplication*>(qApp), &GuardedApplication::faulted, &lab.window,
                     [&told] { ++told; });
    auto* unpaintable = new Unpaintable(&lab.window);
    unpaintable->resize(40, 40);
    unpaintable->show();
    const auto paintTwentyTimes = [&] {
        const int from = unpaintable->paintings;
        return lab.until([&] {
            unpaintable->update();
            return unpaintable->paintings >= from + 20 && told >= from + 20;
        });
    };
    ASSERT_TRUE(paintTwentyTimes());
    EXPECT_TRUE(says(lab, "could not be drawn: There is not enough memory"))
        << lab.window.messages().text().toStdString();
    // Once closed it does not come back with the next painting.
    QTest::mouseClick(lab.find<QWidget>("messageClose"), Qt::LeftButton);
    ASSERT_TRUE(paintTwentyTimes());
    EXPECT_TRUE(lab.window.messages().text().isEmpty()) << lab.window.messages().text().toStdString();
    EXPECT_EQ(QApplication::activeModalWidget(), nullptr);
}

/// An item of the canvas that can't be painted, as ours are painted.
class UnpaintableItem final : public QGraphicsItem {
public:
    int paintings = 0;
    [[nodiscard]] QRectF boundingRect() const override { return {0, 0, 400, 400}; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) override {
        ++paintings;
        paintGuarded([painter] {
            painter->save();
            throw std::runtime_error("no such colour");
        });
    }
};

TEST_F(FaultTest, AnItemThatFailsLeavesTheRestOfTheCanvasPainted) {
    Laboratory lab(m_folder.path());
    ASSERT_TRUE(lab.startWith("playground"));
    auto* item = new UnpaintableItem; // The scene owns it.
    lab.window.canvas().scene()->addItem(item);
    item->setPos(lab.window.canvas().scene()->itemsBoundingRect().center());
    ASSERT_TRUE(lab.until([&] {
        item->update();
        return item->paintings >= 5 && says(lab, "no such colour");
    }));
    EXPECT_TRUE(says(lab, "could not be drawn"));
    const int before = item->paintings;
    lab.window.canvas().grab();
    EXPECT_GT(item->paintings, before) << "the view paints as ever";
}

/// Answers no event at all.
class Unable final : public QObject {
public:
    bool event(QEvent*) override { throw std::bad_alloc(); }
};

TEST_F(FaultTest, OnlyWhatAPersonDoesOnceCountsAsTheirs) {
    std::vector<Fault::Source> heard;
    QObject context;
    QObject::connect(qobject_cast<GuardedApplication*>(qApp), &GuardedApplication::faulted, &context,
                     [&heard](const Fault& fault) { heard.push_back(fault.source); });
    Unable unable;
    const auto sourceOf = [&](QEvent::Type type) {
        QEvent event(type);
        heard.clear();
        QCoreApplication::sendEvent(&unable, &event);
        return heard.size() == 1 ? std::optional(heard.front()) : std::nullopt;
    };
    for (const auto type : {QEvent::MouseButtonPress, QEvent::MouseButtonRelease, QEvent::MouseButtonDblClick,
                            QEvent::KeyPress, QEvent::Shortcut, QEvent::Drop, QEvent::Close})
        EXPECT_EQ(sourceOf(type), Fault::Source::Person) << type;
    for (const auto type :
         {QEvent::MetaCall, QEvent::Timer, QEvent::MouseMove, QEvent::HoverMove, QEvent::Enter, QEvent::Wheel,
          QEvent::Resize, QEvent::LayoutRequest, QEvent::DragMove, QEvent::SockAct})
        EXPECT_EQ(sourceOf(type), Fault::Source::Clockwork) << type;
}

// In the background -------------------------------------------------------------------------------------

TEST(WorkThreadTest, AJobThatThrowsFailsAloneAndInItsTurn) {
    QObject owner;
    std::vector<std::string> heard;
    {
        WorkThread thread(&owner);
        const auto fail = [&](const Problem& problem) { heard.push_back(problem.sentence); };
        thread.run([&] { heard.emplace_back("first"); }, fail);
        thread.run([] { throw std::bad_alloc(); }, fail);
        thread.run([] { require(false, "a wire has two ends"); }, fail);
        thread.run([] { throw 7; }, fail);
        thread.run([&] { heard.emplace_back("last"); }, fail);
        thread.waitForDone();
    }
    ASSERT_EQ(heard.size(), 5u);
    EXPECT_EQ(heard[0], "first");
    EXPECT_EQ(heard[1], "There is not enough memory for this.");
    EXPECT_NE(heard[2].find("a wire has two ends"), std::string::npos);
    EXPECT_EQ(heard[4], "last");
}

TEST(WorkThreadTest, TellingMayThrowToo) {
    QObject owner;
    WorkThread thread(&owner);
    bool went = false;
    thread.run([] { throw std::bad_alloc(); }, [](const Problem&) { throw std::bad_alloc(); });
    thread.run([&] { went = true; }, [](const Problem&) {});
    thread.waitForDone();
    EXPECT_TRUE(went);
}

TEST_F(FaultTest, DataThatMemoryRunsOutForIsToldAsDataThatCanNotBeRead) {
    bool scarce = false;
    const auto load = [&scarce](const std::string& text, std::uint64_t seed) -> Result<LoadedData> {
        if (scarce)
            throw std::bad_alloc();
        return loadData(text, seed);
    };
    Laboratory lab(m_folder.path(), nullptr, load);
    ASSERT_TRUE(lab.startWith("playground"));
    scarce = true; // Nothing is being read now.
    lab.document.undoStack().push(new SetDataText(lab.document, "moons"));
    ASSERT_TRUE(lab.until([&] { return says(lab, "not enough memory"); }));
    auto* loader = lab.window.findChild<DataLoader*>();
    EXPECT_FALSE(loader->isLoading()) << "nobody waits for it any more";
    scarce = false;
    lab.document.undoStack().undo();
    const NetworkTemplate* source = findTemplate("playground");
    ASSERT_TRUE(lab.until([&] { return lab.window.data() && lab.window.data()->text == source->data; }));
}

// The notice --------------------------------------------------------------------------------------------

class FaultNoticeTest : public testing::Test {
protected:
    [[nodiscard]] Fault fault(Fault::Source source) const {
        return {problemOf(std::make_exception_ptr(std::bad_alloc())), source};
    }

    double m_now = 0;
    int m_kept = 0;
    MessageStrip m_strip;
    FaultNotice m_notice{m_strip,
                         [this](FaultNotice::Kept kept) {
                             ++m_kept;
                             kept(true);
                         },
                         [this] { return m_now; }};
};

TEST_F(FaultNoticeTest, WhatComesByItselfIsToldAgainAfterAMinute) {
    const auto told = [&](Fault::Source source) {
        m_strip.withdraw(MessageStrip::Topic::Fault);
        m_notice.tell(fault(source));
        return !m_strip.text().isEmpty();
    };
    EXPECT_TRUE(told(Fault::Source::Clockwork));
    EXPECT_FALSE(told(Fault::Source::Clockwork));
    EXPECT_TRUE(told(Fault::Source::Painting)) << "another sentence";
    m_now = 59;
    EXPECT_FALSE(told(Fault::Source::Clockwork));
    m_now = 61;
    EXPECT_TRUE(told(Fault::Source::Clockwork));
    EXPECT_TRUE(told(Fault::Source::Person)) << "A person who tries again gets an answer.";
    EXPECT_TRUE(told(Fault::Source::Person));
    EXPECT_EQ(m_kept, 5);
}

TEST_F(FaultNoticeTest, DoesNotPromiseWhatCouldNotBeKept) {
    FaultNotice notice(m_strip, [](const FaultNotice::Kept&) { throw std::bad_alloc(); });
    notice.tell(fault(Fault::Source::Person));
    EXPECT_FALSE(m_strip.text().contains(QLatin1String("is kept"))) << m_strip.text().toStdString();
    EXPECT_TRUE(m_strip.text().contains(QLatin1String("save the project")));
}

/// With a disk that answers when the test says so.
class SlowKeepingTest : public FaultNoticeTest {
protected:
    [[nodiscard]] bool says(const char* words) const { return m_strip.text().contains(QLatin1String(words)); }
    void answer(bool kept) {
        const FaultNotice::Kept first = m_asked.at(0);
        m_asked.erase(m_asked.begin());
        first(kept);
    }

    std::vector<FaultNotice::Kept> m_asked;
    FaultNotice m_slow{m_strip, [this](const FaultNotice::Kept& kept) { m_asked.push_back(kept); },
                       [this] { return m_now; }};
};

TEST_F(SlowKeepingTest, PromisesNothingBeforeTheDiskHasAnswered) {
    for (const bool kept : {true, false}) {
        m_slow.tell(fault(Fault::Source::Person));
        EXPECT_TRUE(says("not enough memory"));
        EXPECT_FALSE(says("kept")) << m_strip.text().toStdString();
        answer(kept);
        EXPECT_TRUE(says("not enough memory"));
        EXPECT_EQ(says("Your work is kept"), kept) << m_strip.text().toStdString();
        EXPECT_EQ(says("could not be kept"), !kept) << m_strip.text().toStdString();
    }
}

TEST_F(SlowKeepingTest, FaultsDuringAKeepAskForOneMore) {
    for (int times = 0; times < 5; ++times)
        m_slow.tell(fault(Fault::Source::Person));
    ASSERT_EQ(m_asked.size(), 1u);
    answer(true);
    EXPECT_FALSE(says("kept")) << "What was changed since may not be.";
    ASSERT_EQ(m_asked.size(), 1u);
    answer(false);
    EXPECT_TRUE(says("could not be kept")) << m_strip.text().toStdString();
    EXPECT_TRUE(m_asked.empty());
}

TEST_F(SlowKeepingTest, AnAnswerThatIsLostIsNotWaitedForForEver) {
    m_slow.tell(fault(Fault::Source::Person));
    m_now = 61;
    m_slow.tell(fault(Fault::Source::Person));
    ASSERT_EQ(m_asked.size(), 2u);
    answer(true);
    EXPECT_FALSE(says("kept")) << "It was about what there was a minute ago.";
    answer(true);
    EXPECT_TRUE(says("Your work is kept")) << m_strip.text().toStdString();
}

TEST_F(SlowKeepingTest, AnAnswerMayComeWhenTheWindowIsGone) {
    FaultNotice::Kept late;
    {
        FaultNotice notice(m_strip, [&late](const FaultNotice::Kept& kept) { late = kept; });
        notice.tell(fault(Fault::Source::Person));
    }
    late(true);
    EXPECT_FALSE(says("kept"));
}

} // namespace
} // namespace protomind
