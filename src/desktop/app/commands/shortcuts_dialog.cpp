// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/commands/shortcuts_dialog.h"

#include "desktop/actions/usable.h"
#include "desktop/app/commands/action_registry.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace protomind {

namespace {

constexpr int kNameColumn = 0;
constexpr int kKeysColumn = 1;

QString written(const QList<QKeySequence>& keys) {
    return QKeySequence::listToString(keys, QKeySequence::NativeText);
}

} // namespace

ShortcutsDialog::ShortcutsDialog(ActionRegistry& registry, QWidget* parent)
    : QDialog(parent)
    , m_registry(registry)
    , m_search(new QLineEdit(this))
    , m_tree(new QTreeWidget(this))
    , m_name(new QLabel(this))
    , m_keys(new QKeySequenceEdit(this))
    , m_give(new QPushButton(tr("&Use these"), this))
    , m_none(new QPushButton(tr("&No keys"), this))
    , m_usual(new QPushButton(tr("Usual &keys"), this))
    , m_verdict(new QLabel(this)) {
    setObjectName(QStringLiteral("shortcutsDialog"));
    setWindowTitle(tr("Keyboard shortcuts"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_search->setObjectName(QStringLiteral("shortcutSearch"));
    m_search->setPlaceholderText(tr("Search for a command or for keys"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    m_tree->setObjectName(QStringLiteral("shortcutTree"));
    m_tree->setAccessibleName(tr("Commands and their keys"));
    m_tree->setHeaderLabels({tr("Command"), tr("Keys")});
    m_tree->setAlternatingRowColors(true);
    m_tree->header()->setSectionResizeMode(kNameColumn, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(kKeysColumn, QHeaderView::ResizeToContents);
    m_tree->header()->setStretchLastSection(false);
    m_name->setTextFormat(Qt::PlainText);
    m_name->setAccessibleName(tr("Chosen command"));
    m_keys->setObjectName(QStringLiteral("shortcutKeys"));
    m_keys->setAccessibleName(tr("New keys"));
    if (auto* line = m_keys->findChild<QLineEdit*>())
        line->setAccessibleName(m_keys->accessibleName());
    m_give->setObjectName(QStringLiteral("shortcutGive"));
    m_none->setObjectName(QStringLiteral("shortcutNone"));
    m_usual->setObjectName(QStringLiteral("shortcutUsual"));
    m_verdict->setObjectName(QStringLiteral("shortcutVerdict"));
    m_verdict->setAccessibleName(tr("What is said to the new keys"));
    m_verdict->setTextFormat(Qt::PlainText);
    m_verdict->setWordWrap(true);
    m_verdict->setMinimumHeight(2 * fontMetrics().lineSpacing() + 4);
    m_verdict->setAlignment(Qt::AlignTop);

    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_search);
    layout->addWidget(m_tree, 1);
    layout->addWidget(m_name);
    auto* row = new QGridLayout;
    row->addWidget(m_keys, 0, 0);
    row->addWidget(m_give, 0, 1);
    row->addWidget(m_none, 0, 2);
    row->addWidget(m_usual, 0, 3);
    row->setColumnStretch(0, 1);
    layout->addLayout(row);
    layout->addWidget(m_verdict);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto* all = buttons->addButton(tr("&All as they came"), QDialogButtonBox::ResetRole);
    all->setObjectName(QStringLiteral("shortcutAllUsual"));
    layout->addWidget(buttons);

    connect(m_search, &QLineEdit::textChanged, this, &ShortcutsDialog::filter);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &ShortcutsDialog::showChosen);
    connect(m_keys, &QKeySequenceEdit::keySequenceChanged, this, &ShortcutsDialog::judge);
    connect(m_give, &QPushButton::clicked, this, [this] { give({m_keys->keySequence()}); });
    connect(m_none, &QPushButton::clicked, this, [this] { give({}); });
    connect(m_usual, &QPushButton::clicked, this, [this] { give(m_registry.usualKeys(*chosen())); });
    connect(all, &QPushButton::clicked, this, [this] {
        for (QAction* action : m_registry.actions())
            m_registry.restoreUsualKeys(*action);
        showChosen();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&m_registry, &ActionRegistry::keysChanged, this, &ShortcutsDialog::showAllKeys);
    fill();
    showChosen();
    m_search->setFocus();
    resize(fontMetrics().averageCharWidth() * 90, fontMetrics().lineSpacing() * 34);
}

void ShortcutsDialog::fill() {
    m_registry.collect();
    QHash<QString, QTreeWidgetItem*> groups;
    for (QAction* action : m_registry.actions()) {
        if (!action->isVisible())
            continue;
        const QString group = m_registry.group(*action);
        QTreeWidgetItem*& parent = groups[group];
        if (parent == nullptr) {
            parent = new QTreeWidgetItem(m_tree, {group.isEmpty() ? tr("More") : group});
            parent->setFlags(Qt::ItemIsEnabled);
            parent->setFirstColumnSpanned(true);
            parent->setData(kKeysColumn, Qt::AccessibleTextRole, parent->text(kNameColumn));
            parent->setExpanded(true);
        }
        auto* item = new QTreeWidgetItem(parent, {spokenText(*action)});
        item->setToolTip(kNameColumn, help(*action));
        item->setData(kNameColumn, Qt::UserRole, QVariant::fromValue(action));
        showKeys(*item);
    }
}

void ShortcutsDialog::filter(const QString& text) {
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        QTreeWidgetItem* group = m_tree->topLevelItem(i);
        bool any = false;
        for (int j = 0; j < group->childCount(); ++j) {
            QTreeWidgetItem* item = group->child(j);
            const bool fits = item->text(kNameColumn).contains(text, Qt::CaseInsensitive) ||
                              item->text(kKeysColumn).contains(text, Qt::CaseInsensitive);
            item->setHidden(!fits);
            any = any || fits;
        }
        group->setHidden(!any);
    }
}

QAction* ShortcutsDialog::chosen() const {
    const QTreeWidgetItem* item = m_tree->currentItem();
    return item == nullptr ? nullptr : item->data(kNameColumn, Qt::UserRole).value<QAction*>();
}

void ShortcutsDialog::showKeys(QTreeWidgetItem& item) {
    const auto* action = item.data(kNameColumn, Qt::UserRole).value<QAction*>();
    item.setText(kKeysColumn, written(action->shortcuts()));
    if (action->shortcuts().isEmpty())
        item.setData(kKeysColumn, Qt::AccessibleTextRole, tr("no keys"));
    else
        item.setData(kKeysColumn, Qt::AccessibleTextRole, item.text(kKeysColumn));
    QFont font = m_tree->font();
    // Those that a person changed stand out.
    font.setBold(action->shortcuts() != m_registry.usualKeys(*action));
    item.setFont(kKeysColumn, font);
}

void ShortcutsDialog::showAllKeys() {
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i)
        for (int j = 0; j < m_tree->topLevelItem(i)->childCount(); ++j)
            showKeys(*m_tree->topLevelItem(i)->child(j));
}

void ShortcutsDialog::showChosen() {
    const QAction* action = chosen();
    for (QWidget* widget : std::initializer_list<QWidget*>{m_keys, m_none, m_usual})
        widget->setEnabled(action != nullptr);
    const QString first = action == nullptr ? tr("Choose a command above first.") : QString();
    for (QWidget* widget : std::initializer_list<QWidget*>{m_keys, m_none, m_usual})
        widget->setToolTip(first);
    m_keys->clear();
    m_name->setText(action == nullptr
                        ? tr("Choose a command above to give it other keys.")
                        : tr("New keys for “%1”: click below and press them").arg(spokenText(*action)));
    judge();
}

void ShortcutsDialog::judge() {
    const QAction* action = chosen();
    const QKeySequence keys = m_keys->keySequence();
    m_give->setText(tr("&Use these"));
    if (action == nullptr || keys.isEmpty()) {
        m_give->setEnabled(false);
        m_give->setToolTip(tr("Press the keys first."));
        m_verdict->clear();
        return;
    }
    const QString refusal = ActionRegistry::refusal(keys);
    m_give->setEnabled(refusal.isEmpty());
    m_give->setToolTip(refusal);
    if (!refusal.isEmpty()) {
        m_verdict->setText(refusal);
        return;
    }
    QStringList others;
    for (const QAction* other : m_registry.conflicts(*action, keys))
        others << spokenText(*other);
    if (others.isEmpty()) {
        m_verdict->setText(tr("These keys are free."));
        return;
    }
    m_give->setText(tr("&Take over"));
    m_verdict->setText(
        tr("%1 is taken: it belongs to “%2”, which will have no such keys any more if you take them over.")
            .arg(keys.toString(QKeySequence::NativeText), others.join(tr("” and “"))));
}

void ShortcutsDialog::give(const QList<QKeySequence>& keys) {
    QAction* action = chosen();
    QStringList losers;
    for (const QKeySequence& sequence : keys) {
        for (QAction* other : m_registry.conflicts(*action, sequence)) {
            QList<QKeySequence> left = other->shortcuts();
            left.removeIf(
                [&sequence](const QKeySequence& one) { return ActionRegistry::collide(one, sequence); });
            m_registry.setKeys(*other, left);
            losers << spokenText(*other);
        }
    }
    m_registry.setKeys(*action, keys);
    showChosen();
    QString sentence = keys.isEmpty() ? tr("“%1” has no keys now.").arg(spokenText(*action))
                                      : tr("“%1” has %2 now.").arg(spokenText(*action), written(keys));
    if (!losers.isEmpty())
        sentence += QLatin1Char(' ') + tr("“%1” lost them.").arg(losers.join(tr("” and “")));
    m_verdict->setText(sentence);
}

} // namespace protomind
