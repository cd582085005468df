// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/devices/device_choice.h"

#include "desktop/app/devices/device_catalogue.h"
#include "desktop/app/devices/device_words.h"
#include "desktop/app/devices/document_device.h"
#include "desktop/document/commands/experiment_commands.h"
#include "desktop/document/document.h"

#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <algorithm>

namespace protomind {

namespace {

constexpr int kLeastLetters = 8;

} // namespace

DeviceChoice::DeviceChoice(Document& document, DeviceCatalogue& catalogue, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_catalogue(catalogue)
    , m_list(new QComboBox(this))
    , m_note(new QLabel(this))
    , m_compare(new QPushButton(tr("Compare devices…"), this))
    , m_gesture(newGesture()) {
    m_list->setObjectName(QStringLiteral("deviceList"));
    m_list->setAccessibleName(tr("Device"));
    m_list->setToolTip(tr("What computes: the processor, or a graphics card."));
    m_list->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_list->setMinimumContentsLength(kLeastLetters);
    m_list->installEventFilter(this);
    m_note->setObjectName(QStringLiteral("deviceNote"));
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);
    m_compare->setObjectName(QStringLiteral("deviceCompare"));
    m_compare->setToolTip(tr("What this computer can compute on, and how fast each of them is"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_list);
    layout->addWidget(m_note);
    layout->addWidget(m_compare);
    connect(m_list, &QComboBox::currentIndexChanged, this, &DeviceChoice::choose);
    connect(m_compare, &QPushButton::clicked, this, &DeviceChoice::compareWanted);
    connect(&m_catalogue, &DeviceCatalogue::changed, this, &DeviceChoice::refresh);
    connect(&m_document, &Document::changed, this, [this](const ChangeEvent& event) {
        if (std::holds_alternative<TrainingChanged>(event) || std::holds_alternative<DocumentReplaced>(event))
            refresh();
    });
    refresh();
}

void DeviceChoice::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    m_catalogue.list();
}

/// Choices of one visit are one step of the history.
bool DeviceChoice::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::FocusIn)
        m_gesture = newGesture();
    return QWidget::eventFilter(watched, event);
}

std::vector<DeviceChoice::Item> DeviceChoice::items() const {
    std::vector<Item> items{{QStringLiteral("auto"), tr("Automatic"), {}},
                            {QStringLiteral("cpu"), tr("Processor"), {}}};
    for (const KnownDevice& device : m_catalogue.devices()) {
        if (!device.isProcessor())
            items.push_back({device.id, DeviceWords::title(device, m_catalogue.devices()),
                             device.isOff() ? device.trouble : QString()});
    }
    const QString chosen = knownIdOf(QString::fromStdString(m_document.experiment().device));
    if (std::ranges::find(items, chosen, &Item::device) == items.end()) {
        const QString title = DeviceWords::unknownTitle(chosen);
        const bool missing = DocumentDevice::isMissing(m_catalogue, chosen);
        items.push_back({chosen, missing ? tr("%1 – not on this machine").arg(title) : title, {}});
    }
    return items;
}

void DeviceChoice::fill(const std::vector<Item>& items) {
    if (items == m_items)
        return;
    m_items = items;
    m_list->clear();
    auto* model = qobject_cast<QStandardItemModel*>(m_list->model());
    for (const Item& item : items) {
        m_list->addItem(item.title, item.device);
        QStandardItem* shown = model->item(m_list->count() - 1);
        shown->setEnabled(item.obstacle.isEmpty());
        shown->setToolTip(item.obstacle.isEmpty() ? item.title : item.obstacle);
    }
}

void DeviceChoice::refresh() {
    const QSignalBlocker quiet(m_list);
    fill(items());
    m_list->setCurrentIndex(
        m_list->findData(knownIdOf(QString::fromStdString(m_document.experiment().device))));
    m_note->setText(note());
    m_note->setVisible(!m_note->text().isEmpty());
}

QString DeviceChoice::note() const {
    const QString chosen = QString::fromStdString(m_document.experiment().device);
    if (chosen == QLatin1String("auto"))
        return tr("Whichever trains this network fastest: it is tried out before the first step.");
    if (DocumentDevice::isMissing(m_catalogue, chosen))
        return tr("This project was made for a device that this machine does not have. Choose another one.");
    const KnownDevice* device = m_catalogue.find(chosen);
    if (device == nullptr || device->isProcessor())
        return {};
    switch (device->state) {
    case KnownDevice::State::Waiting:
    case KnownDevice::State::Testing:
        return tr("It is being tested…");
    case KnownDevice::State::Failed:
        return tr("%1 Choose another one.").arg(device->trouble);
    case KnownDevice::State::Passed:
    case KnownDevice::State::Untested:
        break;
    }
    return {};
}

void DeviceChoice::choose(int index) {
    if (index < 0 || static_cast<std::size_t>(index) >= m_items.size())
        return;
    const std::string device = m_items[static_cast<std::size_t>(index)].device.toStdString();
    if (knownIdOf(QString::fromStdString(m_document.experiment().device)).toStdString() != device)
        m_document.undoStack().push(new SetDevice(m_document, device, m_gesture));
}

} // namespace protomind
