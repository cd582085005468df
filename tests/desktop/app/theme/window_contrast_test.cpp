// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The contrast of words as they are drawn, in every theme: WCAG 2.1 AA, 4.5 to 1.
#include "desktop/app/laboratory.h"
#include "desktop/app/theme/contrast.h"
#include "desktop/app/welcome/start_card.h"

#include <QAbstractButton>
#include <QDialog>
#include <QDir>
#include <QImage>
#include <QLabel>
#include <QTabWidget>
#include <QToolButton>

#include <gtest/gtest.h>

namespace protomind {
namespace {

struct WindowLook {
    const char* name;
    ThemeKind kind;
    bool projector;
};

void PrintTo(const WindowLook& look, std::ostream* out) {
    *out << look.name;
}

class WindowContrastTest : public testing::TestWithParam<WindowLook> {
protected:
    /// Three times as large: strokes are wide enough to have their full colour somewhere.
    static constexpr int kEnlarged = 3;

    WindowContrastTest()
        : m_lab(m_folder.path()) {
        m_lab.theme.apply(GetParam().kind);
        m_lab.theme.setProjector(GetParam().projector);
    }
    ~WindowContrastTest() override {
        m_lab.theme.setProjector(false);
        m_lab.theme.apply(ThemeKind::Light);
    }

    static bool showsWords(const QWidget& widget) {
        if (!widget.isEnabled() || widget.size().isEmpty())
            return false;
        if (const auto* label = qobject_cast<const QLabel*>(&widget))
            return !label->text().trimmed().isEmpty();
        if (const auto* tool = qobject_cast<const QToolButton*>(&widget))
            return !tool->text().isEmpty() || !tool->icon().isNull();
        if (const auto* button = qobject_cast<const QAbstractButton*>(&widget))
            return !button->text().isEmpty();
        return false;
    }
    /// The commonest colour is the ground; the words are what differs most from it.
    static double contrastOf(const QImage& picture) {
        QHash<QRgb, int> counts;
        for (int y = 0; y < picture.height(); ++y)
            for (int x = 0; x < picture.width(); ++x)
                ++counts[picture.pixel(x, y)];
        QRgb ground = 0;
        int most = 0;
        for (auto at = counts.cbegin(); at != counts.cend(); ++at) {
            if (at.value() > most) {
                most = at.value();
                ground = at.key();
            }
        }
        double best = 1;
        for (const QRgb colour : counts.keys())
            best = std::max(best, contrast(QColor::fromRgb(colour), QColor::fromRgb(ground)));
        return best;
    }
    void inspect(QWidget& window, const char* where) {
        ASSERT_TRUE(untilSettled(window));
        QImage picture(window.size() * kEnlarged, QImage::Format_RGB32);
        picture.setDevicePixelRatio(kEnlarged);
        window.render(&picture);
        if (const QString folder = qEnvironmentVariable("PROTOMIND_SCREENSHOT_DIR"); !folder.isEmpty()) {
            QDir().mkpath(folder);
            window.grab().save(QStringLiteral("%1/%2-%3.png")
                                   .arg(folder, QLatin1String(GetParam().name), QLatin1String(where)));
        }
        int looked = 0;
        for (const QWidget* widget : window.findChildren<QWidget*>()) {
            if (!widget->isVisibleTo(&window) || widget->window() != &window || !showsWords(*widget))
                continue;
            const QRect seen = widget->visibleRegion().boundingRect();
            if (seen.isEmpty())
                continue;
            const QPoint corner = widget->mapTo(&window, seen.topLeft());
            EXPECT_GE(contrastOf(picture.copy(QRect(corner * kEnlarged, seen.size() * kEnlarged))), 4.5)
                << where << ": " << widget->metaObject()->className() << ' '
                << widget->objectName().toStdString() << ' ' << widget->accessibleName().toStdString();
            ++looked;
        }
        EXPECT_GT(looked, 1) << where;
    }

    QTemporaryDir m_folder;
    Laboratory m_lab;
};

TEST_P(WindowContrastTest, WordsCanBeRead) {
    ASSERT_TRUE(m_lab.startWith("spiral-mlp"));
    auto* tabs = m_lab.find<QTabWidget>("sideTabs");
    for (int tab = 0; tab < tabs->count(); ++tab) {
        tabs->setCurrentIndex(tab);
        inspect(m_lab.window, ("tab" + std::to_string(tab)).c_str());
    }
    m_lab.action("actionNewEmpty")->trigger();
    m_lab.action("actionTrain")->trigger();
    inspect(m_lab.window, "obstacle");
    m_lab.action("actionWelcome")->trigger();
    inspect(m_lab.window, "welcome");
    m_lab.action("actionShortcuts")->trigger();
    auto* dialog = m_lab.find<QDialog>("shortcutsDialog");
    ASSERT_NE(dialog, nullptr);
    inspect(*dialog, "shortcuts");
    dialog->reject();
}

INSTANTIATE_TEST_SUITE_P(Looks, WindowContrastTest,
                         testing::Values(WindowLook{"Light", ThemeKind::Light, false},
                                         WindowLook{"Dark", ThemeKind::Dark, false},
                                         WindowLook{"HighContrast", ThemeKind::HighContrast, false},
                                         WindowLook{"Projector", ThemeKind::Light, true},
                                         WindowLook{"ProjectorInTheDark", ThemeKind::Dark, true}),
                         [](const auto& test) { return test.param.name; });

} // namespace
} // namespace protomind
