// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A hand for the window of the real program: a plugin that Qt loads where QT_QPA_GENERIC_PLUGINS names it. It
// reads lines from the program's input and says "done" after each. What can't be done yet is tried again:
//   await WIDGET      until it is seen
//   click WIDGET
//   key WIDGET KEYS   "Ctrl+S"
//   title NAME saved|modified
//   rest TIMER        until it does not run any more
// The end of the input ends the program, so that none is left behind by a test that is gone.
#include <QApplication>
#include <QGenericPlugin>
#include <QKeySequence>
#include <QSocketNotifier>
#include <QTest>
#include <QTimer>
#include <QWidget>

#include <cstdlib>
#include <tuple>
#include <unistd.h>

namespace protomind {

class Hand final : public QObject {
public:
    Hand()
        : m_input(STDIN_FILENO, QSocketNotifier::Read) {
        m_again.setInterval(5);
        connect(&m_input, &QSocketNotifier::activated, this, &Hand::read);
        connect(&m_again, &QTimer::timeout, this, &Hand::tryAgain);
    }

private:
    void read() {
        char buffer[256];
        const ssize_t count = ::read(STDIN_FILENO, buffer, sizeof buffer);
        if (count <= 0)
            std::_Exit(EXIT_FAILURE);
        m_lines += QByteArray(buffer, static_cast<qsizetype>(count));
        m_again.start();
    }

    void tryAgain() {
        const qsizetype end = m_lines.indexOf('\n');
        if (end < 0) {
            m_again.stop();
            return;
        }
        if (!isDone(QString::fromUtf8(m_lines.left(end)).split(QLatin1Char(' '))))
            return;
        m_lines.remove(0, end + 1);
        std::ignore = ::write(STDOUT_FILENO, "done\n", 5);
    }

    static bool isDone(const QStringList& words) {
        if (words.value(0) == QLatin1String("title"))
            return isTitled(words.value(1), words.value(2) == QLatin1String("modified"));
        if (words.value(0) == QLatin1String("rest"))
            return isAtRest(words.value(1));
        QWidget* widget = seen(words.value(1));
        if (!widget)
            return false;
        if (words[0] == QLatin1String("click"))
            QTest::mouseClick(widget, Qt::LeftButton);
        if (words[0] == QLatin1String("key")) {
            if (!widget->isActiveWindow()) {
                widget->activateWindow(); // It becomes so a little later; until then no key means anything.
                return false;
            }
            widget->setFocus();
            QTest::keySequence(widget, QKeySequence(words.value(2)));
        }
        return true;
    }
    static bool isTitled(const QString& name, bool modified) {
        for (const QWidget* window : QApplication::topLevelWidgets())
            if (window->isVisible() && window->windowTitle().contains(name) &&
                window->isWindowModified() == modified)
                return true;
        return false;
    }
    static bool isAtRest(const QString& name) {
        for (const QWidget* window : QApplication::topLevelWidgets())
            if (const auto* timer = window->findChild<QTimer*>(name))
                return !timer->isActive();
        return false;
    }
    static QWidget* seen(const QString& name) {
        for (QWidget* widget : QApplication::allWidgets())
            if (widget->objectName() == name && widget->isVisible())
                return widget;
        return nullptr;
    }

    QSocketNotifier m_input;
    QTimer m_again;
    QByteArray m_lines;
};

class HandPlugin final : public QGenericPlugin {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID QGenericPluginFactoryInterface_iid FILE "hand.json")
public:
    QObject* create(const QString& name, const QString&) override {
        return name == QLatin1String("hand") ? new Hand : nullptr;
    }
};

} // namespace protomind

#include "hand_plugin.moc"
