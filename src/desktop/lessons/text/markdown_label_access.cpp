// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lessons/text/markdown_label_access.h"

#include "desktop/lessons/text/markdown_label.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QPointer>

namespace protomind {

namespace {

/// One link of a label, by its number: it is gone when the label has other words.
class LinkAccess final : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    LinkAccess(MarkdownLabel* label, std::size_t number)
        : m_label(label)
        , m_number(number) {}

    bool isValid() const override { return m_label && m_number < m_label->links().size(); }
    QObject* object() const override { return nullptr; }
    QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(m_label); }
    QAccessibleInterface* child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    QAccessible::Role role() const override { return QAccessible::Link; }
    void setText(QAccessible::Text, const QString&) override {}

    QString text(QAccessible::Text kind) const override {
        return isValid() && kind == QAccessible::Name ? link().text : QString();
    }
    QRect rect() const override {
        if (!isValid())
            return {};
        const QRect rect = m_label->linkRect(link());
        return {m_label->mapToGlobal(rect.topLeft()), rect.size()};
    }
    QAccessible::State state() const override {
        QAccessible::State state;
        state.invalid = !isValid();
        state.linked = true;
        state.focusable = true;
        if (isValid()) {
            const QTextCursor cursor = m_label->textCursor();
            state.focused = m_label->hasFocus() && cursor.hasSelection() &&
                            cursor.selectionStart() >= link().begin && cursor.selectionEnd() <= link().end;
            state.invisible = !m_label->isVisible();
        }
        return state;
    }

    void* interface_cast(QAccessible::InterfaceType type) override {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this)
                                                    : nullptr;
    }
    QStringList actionNames() const override { return {pressAction()}; }
    void doAction(const QString& name) override {
        if (isValid() && name == pressAction())
            m_label->press(link());
    }
    QStringList keyBindingsForAction(const QString&) const override { return {}; }

private:
    const MarkdownLabel::Link& link() const { return m_label->links().at(m_number); }

    QPointer<MarkdownLabel> m_label;
    std::size_t m_number;
};

class LabelAccess final : public QAccessibleWidget {
public:
    explicit LabelAccess(MarkdownLabel* label)
        : QAccessibleWidget(label, QAccessible::StaticText) {}
    ~LabelAccess() override {
        for (const QAccessible::Id id : m_links)
            QAccessible::deleteAccessibleInterface(id);
    }

    QString text(QAccessible::Text kind) const override {
        const QString given = QAccessibleWidget::text(kind);
        return kind == QAccessible::Name && given.isEmpty() ? label().plainText() : given;
    }
    int childCount() const override { return int(label().links().size()); }
    QAccessibleInterface* child(int index) const override {
        if (index < 0 || index >= childCount())
            return nullptr;
        while (m_links.size() <= std::size_t(index))
            m_links.push_back(
                QAccessible::registerAccessibleInterface(new LinkAccess(&label(), m_links.size())));
        return QAccessible::accessibleInterface(m_links[std::size_t(index)]);
    }
    int indexOfChild(const QAccessibleInterface* wanted) const override {
        for (int i = 0; i < childCount(); ++i)
            if (child(i) == wanted)
                return i;
        return -1;
    }
    QAccessibleInterface* childAt(int x, int y) const override {
        for (int i = 0; i < childCount(); ++i)
            if (QAccessibleInterface* one = child(i); one->rect().contains(x, y))
                return one;
        return nullptr;
    }
    QAccessibleInterface* focusChild() const override {
        for (int i = 0; i < childCount(); ++i)
            if (child(i)->state().focused)
                return child(i);
        return nullptr;
    }

private:
    MarkdownLabel& label() const { return *static_cast<MarkdownLabel*>(widget()); }

    mutable std::vector<QAccessible::Id> m_links;
};

QAccessibleInterface* makeAccess(const QString&, QObject* object) {
    auto* label = qobject_cast<MarkdownLabel*>(object);
    return label ? new LabelAccess(label) : nullptr;
}

} // namespace

void installMarkdownLabelAccess() {
    static const bool kDone = (QAccessible::installFactory(makeAccess), true);
    static_cast<void>(kDone);
}

} // namespace protomind
