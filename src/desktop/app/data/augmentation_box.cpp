// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/data/augmentation_box.h"

#include "desktop/app/data/augmentation_preview.h"
#include "desktop/app/data/option_control.h"
#include "desktop/app/theme/icons.h"
#include "desktop/document/commands/experiment_commands.h"
#include "desktop/document/document.h"
#include "desktop/words/worded.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace protomind {

namespace {

/// Less than it is nothing: off is for the check box to say.
constexpr double kLeastShare = 0.01;
constexpr double kLeastDegrees = 1;

OptionControl::Unit unitOf(const AugmentationKind& kind) {
    switch (kind.unit) {
    case AugmentationKind::Unit::Share:
        return OptionControl::Unit::Percent;
    case AugmentationKind::Unit::Degrees:
        return OptionControl::Unit::Degrees;
    case AugmentationKind::Unit::None:
        break;
    }
    return OptionControl::Unit::Plain;
}

/// 0: off. A yes is 1.
double amountOf(const AugmentationKind& kind, const Augmentation& augmentation) {
    const auto read = [&](auto member) { return static_cast<double>(augmentation.*member); };
    return std::visit(read, kind.member);
}

QLabel* wrapped(QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

AugmentationBox::AugmentationBox(Document& document, QWidget* parent)
    : QWidget(parent)
    , m_document(document) {
    setObjectName(QStringLiteral("augmentationBox"));
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    m_group = new QGroupBox(tr("Augmentation"), this);
    m_group->setAccessibleName(tr("Augmentation of training pictures"));
    whole->addWidget(m_group);
    auto* layout = new QVBoxLayout(m_group);
    m_explanation = wrapped(m_group);
    m_explanation->setObjectName(QStringLiteral("augmentationExplanation"));
    layout->addWidget(m_explanation);
    auto* grid = new QGridLayout;
    grid->setColumnStretch(1, 1);
    layout->addLayout(grid);
    for (const AugmentationKind& kind : augmentationTable())
        addRow(*grid, kind);
    auto* pictures = new QHBoxLayout;
    layout->addLayout(pictures);
    m_preview = new AugmentationPreview(m_group);
    pictures->addWidget(m_preview, 1);
    m_again = new QToolButton(m_group);
    m_again->setObjectName(QStringLiteral("augmentationAgain"));
    m_again->setIcon(themedIcon(QStringLiteral("die")));
    m_again->setAccessibleName(tr("Another picture, changed at random"));
    m_again->setToolTip(tr("Another picture, and how chance changes it"));
    pictures->addWidget(m_again);
    connect(m_again, &QToolButton::clicked, m_preview, &AugmentationPreview::drawAgain);
    showSettings();
}

void AugmentationBox::addRow(QGridLayout& grid, const AugmentationKind& kind) {
    Row& row = *m_rows.emplace_back(std::make_unique<Row>());
    row.kind = &kind;
    row.last = kind.suggested;
    const Field& field = augmentationField(kind);
    const QString help = worded(kind.help);
    row.on = new QCheckBox(worded(kind.label), m_group);
    row.on->setObjectName(QStringLiteral("augment-") + QString::fromStdString(kind.name));
    row.on->setToolTip(help);
    row.on->setAccessibleDescription(help);
    const int line = grid.rowCount();
    grid.addWidget(row.on, line, 0);
    connect(row.on, &QCheckBox::clicked, this, [this, &row](bool on) { switchTo(row, on); });
    if (std::holds_alternative<bool Augmentation::*>(kind.member)) {
        row.warning = wrapped(m_group);
        row.warning->setObjectName(row.on->objectName() + QStringLiteral("-warning"));
        row.warning->setText(help);
        grid.addWidget(row.warning, line + 1, 0, 1, 2);
        return;
    }
    const double least = kind.unit == AugmentationKind::Unit::Degrees ? kLeastDegrees : kLeastShare;
    row.amount = new OptionControl(DataOption{field.name, kind.label, kind.suggested, least, kind.maximum},
                                   m_group, unitOf(kind));
    row.amount->keepBoxNarrow();
    row.amount->setToolTip(help);
    for (QWidget* part : row.amount->findChildren<QWidget*>())
        part->setToolTip(help);
    grid.addWidget(row.amount, line, 1);
    connect(row.amount, &OptionControl::edited, this,
            [this, &row](double amount) { set(row, amount, row.amount->gesture()); });
}

void AugmentationBox::switchTo(Row& row, bool on) {
    const double before = amountOf(*row.kind, m_document.experiment().training.augmentation);
    if (!on && before > 0)
        row.last = before;
    set(row, !on ? 0 : row.amount ? row.last : 1, newGesture());
}

void AugmentationBox::set(const Row& row, double amount, Gesture gesture) {
    TrainingSettings settings = m_document.experiment().training;
    const auto write = [&]<class T>(T Augmentation::*member) {
        settings.augmentation.*member = static_cast<T>(amount);
    };
    std::visit(write, row.kind->member);
    if (settings != m_document.experiment().training)
        m_document.undoStack().push(
            new SetTraining(m_document, augmentationField(*row.kind).name, settings, gesture));
}

void AugmentationBox::setData(const LoadedDataPtr& loaded) {
    m_data = loaded;
    showSettings();
}

QString AugmentationBox::explanation() const {
    if (!m_data || !canBeAugmented(m_data->description.sampleShape))
        return tr("These samples are no pictures: nothing of them is changed at random.");
    if (!canBeAugmented(m_data->description))
        return tr("What should come out of these pictures are pictures, too. They would have to be moved and "
                  "turned along with them, so nothing is changed at random here, whatever is chosen.");
    QString text = tr("Each time a training picture comes, it is changed a little at random. Pictures to "
                      "validate and to test with stay as they are.");
    if (m_data->description.targetKind != TargetKind::Class)
        text += tr(" Only the picture is changed: the values that should come out stay the same, also where "
                   "they say where something is in it.");
    return text;
}

void AugmentationBox::showSettings() {
    const Augmentation& augmentation = m_document.experiment().training.augmentation;
    const bool pictures = m_data && canBeAugmented(m_data->description);
    m_group->setVisible(pictures || (m_data && isOn(augmentation)));
    m_explanation->setText(explanation());
    for (const auto& row : m_rows) {
        const double amount = amountOf(*row->kind, augmentation);
        row->on->setChecked(amount > 0);
        if (row->warning)
            row->warning->setVisible(amount > 0);
        if (!row->amount)
            continue;
        row->amount->setEnabled(amount > 0);
        row->amount->setValue(amount > 0 ? amount : row->last);
    }
    const bool drawn = pictures && m_data->kind == DataPictureKind::Images;
    m_preview->setVisible(drawn);
    m_again->setVisible(drawn);
    m_preview->setData(drawn ? m_data : nullptr, augmentation);
}

} // namespace protomind
