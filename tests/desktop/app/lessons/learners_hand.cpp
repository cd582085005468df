// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/lessons/learners_hand.h"

#include "desktop/app/lenses/lens_panel.h"
#include "desktop/app/lessons/filter_page.h"
#include "desktop/app/lessons/lesson_guide.h"
#include "desktop/app/lessons/line_fit_page.h"
#include "desktop/app/lessons/live_state_source.h"
#include "desktop/document/training_obstacle.h"
#include "desktop/editor/field_editor.h"
#include "desktop/editor/layer_item.h"
#include "desktop/editor/live/activation_overlay.h"
#include "desktop/editor/live/weights_item.h"
#include "desktop/editor/network_scene.h"
#include "desktop/lessons/filter/worked_place.h"
#include "desktop/lessons/line_fit/points_editor.h"
#include "desktop/lessons/line_fit/points_view.h"
#include "desktop/live/weight_card.h"
#include "engine/nn/layer_type.h"
#include "studio/course/lesson_look.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QMouseEvent>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace protomind {

namespace {

void move(QWidget& widget, QPoint to, Qt::MouseButtons buttons = Qt::NoButton) {
    QMouseEvent event(QEvent::MouseMove, to, widget.mapToGlobal(QPointF(to)), Qt::NoButton, buttons,
                      Qt::NoModifier);
    QApplication::sendEvent(&widget, &event);
}

void drag(QWidget& widget, QPoint from, QPoint to) {
    constexpr int kMoves = 8;
    QTest::mousePress(&widget, Qt::LeftButton, Qt::NoModifier, from);
    for (int i = 1; i <= kMoves; ++i)
        move(widget, from + (to - from) * i / kMoves, Qt::LeftButton);
    QTest::mouseRelease(&widget, Qt::LeftButton, Qt::NoModifier, to);
}

/// x, y; x, y; ...
std::vector<QPointF> pointsOf(const std::string& text) {
    std::vector<QPointF> points;
    const QString data = QString::fromStdString(text.substr(text.find('=') + 1));
    for (const QString& pair : data.split(QLatin1Char(';')))
        points.emplace_back(pair.section(QLatin1Char(','), 0, 0).toDouble(),
                            pair.section(QLatin1Char(','), 1, 1).toDouble());
    return points;
}

} // namespace

void LearnersHand::operator()(const LessonAction& action) {
    std::visit([this](const auto& one) { act(one); }, action);
}

void LearnersHand::bringIntoSight(QWidget* control) {
    for (QWidget* one = control; one && one->parentWidget(); one = one->parentWidget()) {
        QWidget* parent = one->parentWidget();
        auto* tabs = qobject_cast<QTabWidget*>(parent->parentWidget());
        if (const int index = tabs ? tabs->indexOf(one) : -1; index >= 0 && tabs->currentIndex() != index) {
            ASSERT_TRUE(tabs->isTabVisible(index)) << control->objectName().toStdString();
            clickAt(tabs->tabBar(), tabs->tabBar()->tabRect(index).center());
        }
    }
    QApplication::processEvents();
    for (QWidget* one = control; one && one->parentWidget(); one = one->parentWidget())
        if (auto* area = qobject_cast<QScrollArea*>(one->parentWidget()->parentWidget());
            area && area->widget() == one)
            area->ensureWidgetVisible(control);
}

void LearnersHand::clickAt(QWidget* control, QPoint place) {
    ASSERT_NE(control, nullptr);
    const std::string name = control->objectName().toStdString();
    ASSERT_TRUE(Laboratory::until([&] { return control->isVisible(); })) << name << " is not shown";
    ASSERT_TRUE(control->isEnabled()) << name << ": " << control->toolTip().toStdString();
    QWidget* window = control->window();
    ASSERT_TRUE(window->rect().contains(control->mapTo(window, place))) << name << " is out of sight";
    const QWidget* hit = window->childAt(control->mapTo(window, place));
    ASSERT_TRUE(hit == control || control->isAncestorOf(hit) || hit == nullptr)
        << name << " is behind " << hit->objectName().toStdString() << " " << hit->metaObject()->className();
    QTest::mouseClick(control, Qt::LeftButton, Qt::NoModifier, place);
}

void LearnersHand::click(QWidget* control) {
    ASSERT_NE(control, nullptr);
    bringIntoSight(control);
    clickAt(control, control->rect().center());
}

bool LearnersHand::untilStill() {
    return Laboratory::until([this] { return !m_lab.run.isTraining() && !m_lab.run.isPreparing(); });
}

LineFitPage* LearnersHand::scene() {
    auto* page = find<LineFitPage>("lessonScene");
    return page && page->isVisible() ? page : nullptr;
}

FilterPage* LearnersHand::filterScene() {
    auto* page = find<FilterPage>("lessonScene");
    return page && page->isVisible() ? page : nullptr;
}

void LearnersHand::act(const TrainAction& action) {
    // A learner sees that the page's data are still being read.
    ASSERT_TRUE(Laboratory::until([&] { return !trainingObstacle(m_lab.document); }));
    // Not by the number of steps: another run, as on another device, begins at none and may do fewer.
    const QSignalSpy progressed(&m_lab.run, &RunController::progressed);
    const QSignalSpy epochs(&m_lab.run, &RunController::epochDone);
    click(find(action.steps == 1 ? "stepButton" : "trainButton"));
    ASSERT_TRUE(Laboratory::until([&] { return !progressed.empty() || !epochs.empty(); }));
    ASSERT_TRUE(untilStill());
}

void LearnersHand::act(const ResetAction&) {
    click(find("resetButton"));
    ASSERT_TRUE(Laboratory::until([&] { return m_lab.run.stepsDone() == 0 && !m_lab.run.isPreparing(); }));
}

void LearnersHand::act(const EvaluateAction&) {
    click(find("evaluateButton"));
    ASSERT_TRUE(
        Laboratory::until([&] { return m_lab.window.lessons().source().state().test.loss.has_value(); }));
}

void LearnersHand::act(const SetTrainingAction& action) {
    if (action.field.starts_with("augment_")) {
        setAugmentation(action);
        return;
    }
    setField(find(("training-" + action.field).c_str()), action.value);
}

void LearnersHand::act(const SetLayerAction& action) {
    if (FilterPage* page = filterScene()) {
        setInFilter(*page, action);
        return;
    }
    chooseCard(action.layer);
    auto* inspector = find("inspector");
    ASSERT_NE(inspector, nullptr);
    QWidget* editor = nullptr;
    const QString name = QStringLiteral("field.") + QString::fromStdString(action.field);
    ASSERT_TRUE(Laboratory::until([&] {
        for (auto* one : inspector->findChildren<FieldEditor*>(name))
            editor = one->isVisible() ? one : editor;
        return editor != nullptr;
    })) << action.field
        << " is not shown";
    setField(editor, action.value);
    const Layer* layer = m_lab.document.network().layerNamed(action.layer);
    EXPECT_EQ(valueOf(findLayerType(layer->type)->fields, layer->settings, action.field), action.value);
    ASSERT_TRUE(untilStill());
}

void LearnersHand::setInFilter(FilterPage& page, const SetLayerAction& action) {
    const Layer* layer = m_lab.document.network().layerNamed(action.layer);
    if (action.field == "padding") {
        auto* list = page.findChild<QComboBox*>(QStringLiteral("filterPadding"));
        chooseEntry(list, list->findData(std::get<std::string>(action.value) == "same"));
    } else {
        const char* name = action.field == "stride" ? "filterStride" : "filterDilation";
        const auto& sizes = std::get<std::vector<std::int64_t>>(action.value);
        type(page.findChild<QWidget*>(QLatin1String(name))->findChild<QLineEdit*>(),
             QString::number(sizes.front()));
    }
    EXPECT_EQ(valueOf(findLayerType(layer->type)->fields, layer->settings, action.field), action.value);
    ASSERT_TRUE(Laboratory::until(
        [&] { return !m_lab.run.isPreparing() && m_lab.window.lessons().source().presentFilter(); }));
}

void LearnersHand::chooseEntry(QComboBox* list, int index) {
    click(list);
    QAbstractItemView* view = list->view();
    ASSERT_TRUE(Laboratory::until([&] { return view->isVisible(); }));
    QTest::keyClick(view, Qt::Key_Home);
    for (int at = 0; at < index; ++at)
        QTest::keyClick(view, Qt::Key_Down);
    QTest::keyClick(view, Qt::Key_Return);
    ASSERT_TRUE(Laboratory::until([&] { return !view->isVisible(); }));
}

void LearnersHand::chooseCard(const std::string& layer) {
    NetworkView& canvas = m_lab.window.canvas();
    const Layer* wanted = m_lab.document.network().layerNamed(layer);
    ASSERT_NE(wanted, nullptr) << layer;
    const LayerItem* card = canvas.networkScene().layerItem(wanted->id);
    ASSERT_NE(card, nullptr);
    // Its name, at the top: in the middle there are pictures.
    const QRectF place = card->sceneBoundingRect();
    const QPoint top = canvas.mapFromScene(QPointF(place.center().x(), place.top() + 0.2 * place.height()));
    clickAt(canvas.viewport(), top);
}

void LearnersHand::type(QWidget* box, const QString& text) {
    click(box);
    QTest::keyClick(box, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(box, text);
    QTest::keyClick(box, Qt::Key_Return);
}

void LearnersHand::setField(QWidget* editor, const FieldValue& value) {
    ASSERT_NE(editor, nullptr);
    if (const auto* sizes = std::get_if<std::vector<std::int64_t>>(&value)) {
        setSizes(editor, *sizes);
    } else if (auto* list = editor->findChild<QComboBox*>()) {
        const auto& choices = static_cast<FieldEditor*>(editor)->field().choices;
        const auto wanted = std::ranges::find(choices, std::get<std::string>(value));
        ASSERT_NE(wanted, choices.end());
        chooseEntry(list, static_cast<int>(wanted - choices.begin()));
    } else if (auto* switched = editor->findChild<QCheckBox*>()) {
        if (switched->isChecked() != std::get<bool>(value)) {
            bringIntoSight(switched);
            clickAt(switched, {switched->height() / 2, switched->height() / 2});
        }
    } else if (auto* box = editor->findChild<QAbstractSpinBox*>()) {
        const auto* whole = std::get_if<std::int64_t>(&value);
        type(box->findChild<QLineEdit*>(),
             whole ? QString::number(*whole) : QString::number(std::get<double>(value)));
    } else {
        FAIL() << "no control for " << editor->objectName().toStdString();
    }
}

bool LearnersHand::untilWeight(const SetWeightAction& wanted) {
    return Laboratory::until([&] {
        const auto& weights = m_lab.window.lessons().source().weights();
        const auto found = weights.find(wanted.weight);
        return found != weights.end() &&
               std::abs(found->second[static_cast<std::size_t>(wanted.index)] - wanted.value) < 1e-4;
    });
}

void LearnersHand::act(const SetWeightAction& action) {
    const QString number = QString::number(action.value);
    const bool isBias = action.weight.ends_with("/bias");
    if (FilterPage* page = filterScene()) {
        KernelCell* cell = page->working().kernel().cells()[static_cast<std::size_t>(action.index)];
        type(cell->findChild<QLineEdit*>(), number);
        ASSERT_TRUE(untilWeight(action));
        return;
    }
    if (scene()) {
        type(scene()
                 ->findChild<QWidget*>(isBias ? QStringLiteral("interceptBox") : QStringLiteral("slopeBox"))
                 ->findChild<QLineEdit*>(),
             number);
        ASSERT_TRUE(untilWeight(action));
        return;
    }
    ASSERT_FALSE(isBias) << "no stroke on the canvas is a bias";
    NetworkView& canvas = m_lab.window.canvas();
    const std::string layer = action.weight.substr(0, action.weight.rfind('/'));
    const WeightsItem* strokes = nullptr;
    ASSERT_TRUE(Laboratory::until([&] {
        for (const auto& [wire, item] : canvas.live().weights()) {
            const Wire* of = m_lab.document.network().wire(wire);
            if (of && m_lab.document.network().layer(of->to)->name == layer)
                strokes = item;
        }
        return strokes && !strokes->lines().isEmpty();
    }));
    const std::int64_t outputs = strokes->weights().values.shape[1];
    const WeightPlace place{static_cast<int>(action.index / outputs),
                            static_cast<int>(action.index % outputs)};
    const QPoint point = canvas.mapFromScene(strokes->mapToScene(strokes->lines().middle(place)));
    move(*canvas.viewport(), point);
    ASSERT_TRUE(canvas.live().weightCard().isVisible()) << "no stroke is at its middle";
    QTest::mouseClick(canvas.viewport(), Qt::LeftButton, Qt::NoModifier, point);
    auto* box = canvas.live().weightCard().findChild<QLineEdit*>(QStringLiteral("weightBox"));
    ASSERT_TRUE(box && box->isVisible());
    QTest::keyClick(box, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(box, number);
    QTest::keyClick(box, Qt::Key_Return);
    ASSERT_TRUE(untilWeight(action)) << action.weight << " " << action.index;
}

/// Points one after the other: what lies elsewhere is dragged there, what is missing is put with a double
/// click.
void LearnersHand::act(const SetDataAction& action) {
    if (scene() == nullptr) {
        chooseOptions(action.data);
        return;
    }
    PointsView& view = scene()->pointsView();
    const std::vector<QPointF> wanted = pointsOf(action.data);
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const std::size_t before = scene()->fit().points().size();
        const QPoint to = view.places().axes().place(wanted[i]).toPoint();
        if (!view.places().axes().area().contains(to)) {
            typePoints(wanted);
            return;
        }
        if (i >= before) {
            clickAt(&view, to);
            // The second press of a double click: the first was let go, and this one is as well.
            QTest::mouseDClick(&view, Qt::LeftButton, Qt::NoModifier, to);
            QTest::mouseRelease(&view, Qt::LeftButton, Qt::NoModifier, to);
            ASSERT_TRUE(Laboratory::until([&] { return scene()->fit().points().size() == before + 1; }));
        } else if (const QPoint from = view.places().point(i).toPoint(); (from - to).manhattanLength() > 3) {
            drag(view, from, to);
        }
        ASSERT_TRUE(untilStill());
    }
}

void LearnersHand::typePoints(const std::vector<QPointF>& points) {
    click(scene()->findChild<QWidget*>(QStringLiteral("editPoints")));
    ASSERT_TRUE(Laboratory::until([this] { return scene()->editor() && scene()->editor()->isVisible(); }));
    auto* text = scene()->editor()->findChild<QPlainTextEdit*>(QStringLiteral("pointsText"));
    QTest::keyClick(text, Qt::Key_A, Qt::ControlModifier);
    for (const QPointF& point : points) {
        QTest::keyClicks(text, QStringLiteral("%1, %2").arg(point.x()).arg(point.y()));
        QTest::keyClick(text, Qt::Key_Return);
    }
    clickAt(scene()->editor()->findChild<QPushButton*>(QStringLiteral("takePoints")), {5, 5});
    ASSERT_TRUE(Laboratory::until([&] { return scene()->fit().points().size() == points.size(); }));
    ASSERT_TRUE(untilStill());
}

void LearnersHand::act(const ExportAction& action) {
    QTest::keyClick(&m_lab.window, Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    auto* dialog = find("exportDialog");
    ASSERT_NE(dialog, nullptr);
    auto* list = dialog->findChild<QListWidget*>(QStringLiteral("exportFormats"));
    for (int row = 0; row < list->count(); ++row) {
        if (list->item(row)->data(Qt::UserRole).toString().toStdString() != action.format)
            continue;
        list->scrollToItem(list->item(row));
        clickAt(list->viewport(), list->visualItemRect(list->item(row)).center());
    }
    auto* write = dialog->findChild<QPushButton*>(QStringLiteral("exportButton"));
    ASSERT_TRUE(Laboratory::until([&] { return write->isEnabled(); }));
    m_lab.dialogs.nextFolder = m_folder.path();
    m_lab.dialogs.nextFile = m_folder.filePath(QStringLiteral("network"));
    clickAt(write, write->rect().center());
    ASSERT_TRUE(Laboratory::until(
        [&] { return dialog->findChild<QWidget*>(QStringLiteral("exportResult"))->isVisible(); }));
    auto* close = dialog->findChild<QPushButton*>(QStringLiteral("exportClose"));
    clickAt(close, close->rect().center());
}

void LearnersHand::act(const SetDeviceAction& action) {
    // Shipped lessons begin with it, and say it in words only.
    ASSERT_EQ(m_lab.document.experiment().device, action.device);
}

void LearnersHand::act(const SetThreadsAction& action) {
    setField(find("training-threads"), std::int64_t{action.threads});
    EXPECT_EQ(m_lab.document.experiment().threads, action.threads);
}

void LearnersHand::act(const SetPictureAction& action) {
    ASSERT_NE(filterScene(), nullptr);
    auto* list = filterScene()->findChild<QComboBox*>(QStringLiteral("filterPicture"));
    chooseEntry(list, list->findData(QString::fromStdString(action.picture)));
    EXPECT_EQ(m_lab.window.lessons().source().filter().pictureName(), action.picture);
}

/// On what comes out: there each place has a pixel of its own.
void LearnersHand::act(const MoveWindowAction& action) {
    FilterPage* page = filterScene();
    ASSERT_NE(page, nullptr);
    PixelView& output = page->output();
    clickAt(&output,
            output.middleOf(static_cast<int>(action.row), static_cast<int>(action.column)).toPoint());
    const LiveStateSource& source = m_lab.window.lessons().source();
    EXPECT_EQ(source.filter().place(*source.presentFilter()), (FilterPlace{action.row, action.column}));
}

void LearnersHand::act(const GuessOutputAction& action) {
    FilterPage* page = filterScene();
    ASSERT_NE(page, nullptr);
    const std::size_t before = m_lab.window.lessons().source().filter().guesses().size();
    auto* box = page->findChild<QLineEdit*>(QStringLiteral("outputGuess"));
    click(box);
    QTest::keyClick(box, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(box, QString::number(action.value));
    click(page->findChild<QPushButton*>(QStringLiteral("giveGuess")));
    EXPECT_EQ(m_lab.window.lessons().source().filter().guesses().size(), before + 1);
}

/// In the tab "Inside": settings that are not asked for stay as they are.
void LearnersHand::act(const LookAction& action) {
    ASSERT_TRUE(Laboratory::until([&] { return !trainingObstacle(m_lab.document); }));
    if (!action.layer.empty())
        chooseCard(action.layer);
    auto* panel = find<LensPanel>("lensPanel");
    bringIntoSight(panel);
    const QSignalSpy looked(panel, &LensPanel::looked);
    auto* lenses = find<QComboBox>("lensChoice");
    const int lens = lenses->findData(QString::fromStdString(action.lens));
    ASSERT_GE(lens, 0) << action.lens;
    if (lens != lenses->currentIndex())
        chooseEntry(lenses, lens);
    ASSERT_EQ(panel->lens().name, action.lens);
    ASSERT_TRUE(untilStill());
    if (action.split) {
        auto* splits = find<QComboBox>("lensSplit");
        const int split = splits->findData(static_cast<int>(*action.split));
        if (split != splits->currentIndex())
            chooseEntry(splits, split);
    }
    for (const auto& [name, value] : action.settings) {
        QWidget* editor = find(("lens-" + name).c_str());
        ASSERT_NE(editor, nullptr) << name;
        if (auto* more = find<QToolButton>("moreLensSettings"); !editor->isVisible() && !more->isChecked())
            click(more);
        setField(editor, value);
    }
    if (action.sample) {
        ASSERT_TRUE(
            Laboratory::until([&] { return find<QSpinBox>("lensSample")->maximum() >= *action.sample; }));
        type(find<QSpinBox>("lensSample")->findChild<QLineEdit*>(), QString::number(*action.sample));
    }
    click(find("lookAgain"));
    const LensRequest wanted = requestOf(action);
    const auto isThere = [&] {
        return std::ranges::any_of(looked, [&](const QList<QVariant>& one) {
            const auto answer = one.at(0).value<LensAnswered>();
            const auto set = [&](const auto& setting) {
                return valueOf(panel->lens().fields, answer.request.settings, setting.first) ==
                       setting.second;
            };
            return answer.request.lens == action.lens &&
                   answer.request.sample.index == action.sample.value_or(answer.request.sample.index) &&
                   std::ranges::all_of(wanted.settings, set);
        });
    };
    ASSERT_TRUE(Laboratory::until(isThere)) << action.lens;
}

template<class Other>
void LearnersHand::act(const Other&) {
    FAIL() << "The hand has not learned that yet.";
}

} // namespace protomind
