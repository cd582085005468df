// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/translation/english_left.h"

#include "desktop/app/translation/phrase_book.h"
#include "desktop/words/phrases.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QGroupBox>
#include <QHash>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QTabBar>
#include <QTextEdit>

#include <algorithm>
#include <vector>

namespace protomind {

namespace {

/// Shorter ones are found by chance, in names of keys and files.
constexpr qsizetype kFewestLetters = 4;
constexpr qsizetype kPhrasesTogether = 100;

/// Phrases without holes, as words in a text; labels are written small within a sentence.
const std::vector<QRegularExpression>& wholePhrases() {
    static const std::vector<QRegularExpression> expressions = [] {
        QStringList all;
        for (const char* phrase : enginePhrases()) {
            QString text = QString::fromUtf8(phrase).trimmed();
            if (text.size() < kFewestLetters || text.contains(QLatin1Char('{')) || text == text.toUpper() ||
                !text[0].isUpper())
                continue;
            all << QRegularExpression::escape(text);
            if (text.contains(QLatin1Char(' '))) {
                text[0] = text[0].toLower();
                all << QRegularExpression::escape(text);
            }
        }
        // The longest first, so that a failure names the whole of it.
        std::ranges::stable_sort(all, std::greater(), &QString::size);
        // All of them together are longer than an expression may be.
        std::vector<QRegularExpression> parts;
        for (qsizetype at = 0; at < all.size(); at += kPhrasesTogether)
            parts.emplace_back(QStringLiteral(R"((?<!\w)(?:%1)(?!\w))")
                                   .arg(all.mid(at, kPhrasesTogether).join(QLatin1Char('|'))),
                               QRegularExpression::UseUnicodePropertiesOption);
        return parts;
    }();
    return expressions;
}

/// Knows the sentences with holes as well.
const PhraseBook& listener() {
    static const PhraseBook book(enginePhrases(), [](const char*) { return QStringLiteral("\uffff"); });
    return book;
}

class EnglishSearch {
public:
    explicit EnglishSearch(QWidget& window) {
        look(window);
        for (QWidget* widget : window.findChildren<QWidget*>())
            look(*widget);
        for (QAction* action : window.findChildren<QAction*>())
            for (const QString& text : {action->text(), action->toolTip(), action->statusTip()})
                check(*action, text);
        found.removeDuplicates();
    }
    QStringList found;

private:
    void check(const QObject& owner, const QString& text) {
        if (isLeftEnglish(text))
            found << QStringLiteral("%1 %2 “%3”")
                         .arg(QString::fromLatin1(owner.metaObject()->className()), owner.objectName(), text);
    }

    void look(QWidget& widget) {
        for (const QString& text :
             {widget.windowTitle(), widget.toolTip(), widget.statusTip(), widget.whatsThis(),
              widget.accessibleName(), widget.accessibleDescription()})
            check(widget, text);
        if (const auto* label = qobject_cast<QLabel*>(&widget))
            check(widget, label->text());
        else if (const auto* button = qobject_cast<QAbstractButton*>(&widget))
            check(widget, button->text());
        else if (const auto* group = qobject_cast<QGroupBox*>(&widget))
            check(widget, group->title());
        else if (const auto* edit = qobject_cast<QLineEdit*>(&widget)) {
            check(widget, edit->text());
            check(widget, edit->placeholderText());
        } else if (const auto* text = qobject_cast<QTextEdit*>(&widget))
            check(widget, text->toPlainText());
        else if (const auto* combo = qobject_cast<QComboBox*>(&widget))
            lookAt(widget, *combo->model());
        else if (const auto* view = qobject_cast<QAbstractItemView*>(&widget)) {
            if (view->model() != nullptr)
                lookAt(widget, *view->model());
        } else if (const auto* tabs = qobject_cast<QTabBar*>(&widget))
            for (int i = 0; i < tabs->count(); ++i)
                check(widget, tabs->tabText(i));
    }

    void lookAt(const QObject& owner, const QAbstractItemModel& model, const QModelIndex& parent = {}) {
        for (int row = 0; row < model.rowCount(parent); ++row) {
            for (int column = 0; column < model.columnCount(parent); ++column) {
                const QModelIndex index = model.index(row, column, parent);
                for (const int role : {Qt::DisplayRole, Qt::ToolTipRole, Qt::StatusTipRole,
                                       Qt::AccessibleTextRole, Qt::AccessibleDescriptionRole})
                    check(owner, index.data(role).toString());
                lookAt(owner, model, index);
            }
        }
    }
};

} // namespace

bool isLeftEnglish(const QString& text) {
    static QHash<QString, bool> known; // A window says the same again and again.
    const auto found = known.constFind(text);
    if (found != known.constEnd())
        return *found;
    const bool left =
        std::ranges::any_of(wholePhrases(),
                            [&](const QRegularExpression& some) { return some.match(text).hasMatch(); }) ||
        listener().translated(text) != text;
    known.insert(text, left);
    return left;
}

QStringList englishLeftIn(QWidget& window) {
    return EnglishSearch(window).found;
}

} // namespace protomind
