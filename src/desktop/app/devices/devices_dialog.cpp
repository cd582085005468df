// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/devices/devices_dialog.h"

#include "desktop/app/devices/device_catalogue.h"
#include "desktop/app/devices/device_row.h"
#include "desktop/app/devices/tune_dialog.h"
#include "desktop/document/commands/experiment_commands.h"
#include "desktop/document/document.h"
#include "desktop/document/run_controller.h"
#include "desktop/style/scroll_column.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace protomind {

namespace {

/// In widths of a letter, and in lines.
constexpr int kLettersWide = 90;
constexpr int kLinesHigh = 32;
constexpr double kSmallPrint = 0.9;

QLabel* wordsOf(const QString& text, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

DevicesDialog::DevicesDialog(Document& document, RunController& run, DeviceCatalogue& catalogue,
                             QWidget* parent)
    : QDialog(parent)
    , m_document(document)
    , m_run(run)
    , m_catalogue(catalogue) {
    setObjectName(QStringLiteral("devicesDialog"));
    setWindowTitle(tr("Computing devices"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* layout = new QVBoxLayout(this);
    makeTop(*layout);
    auto* scroll = new ScrollColumn(this);
    scroll->setAccessibleName(tr("Devices of this computer"));
    auto* page = new QWidget;
    m_list = new QVBoxLayout(page);
    m_list->setContentsMargins(0, 0, 0, 0);
    m_list->addStretch(1);
    scroll->setWidget(page);
    layout->addWidget(scroll, 1);
    makeButtons(*layout);
    const QSize letter(fontMetrics().averageCharWidth(), fontMetrics().lineSpacing());
    const QSize wanted(letter.width() * kLettersWide, letter.height() * kLinesHigh);
    resize(parent != nullptr ? wanted.boundedTo(parent->window()->size() - QSize(40, 80)) : wanted);
    connect(&m_catalogue, &DeviceCatalogue::changed, this, &DevicesDialog::refresh);
    connect(&m_run, &RunController::stateChanged, this, &DevicesDialog::refresh);
    connect(&m_document, &Document::changed, this, [this](const ChangeEvent& event) {
        if (std::holds_alternative<TrainingChanged>(event) || std::holds_alternative<DocumentReplaced>(event))
            refresh();
    });
    m_catalogue.list();
    if (measuringObstacle().isEmpty())
        m_catalogue.test(QStringLiteral("auto"));
    refresh();
}

void DevicesDialog::makeTop(QVBoxLayout& layout) {
    layout.addWidget(wordsOf(
        tr("Training is millions of multiplications. Every processor can do them; a graphics card often does "
           "them faster. Here each device trains the same small network for a moment, so that you can "
           "compare."),
        this));
    m_trouble = wordsOf({}, this);
    m_trouble->setObjectName(QStringLiteral("devicesTrouble"));
    m_busy = wordsOf({}, this);
    m_busy->setObjectName(QStringLiteral("devicesBusy"));
    layout.addWidget(m_trouble);
    layout.addWidget(m_busy);
}

void DevicesDialog::makeButtons(QVBoxLayout& layout) {
    auto* small =
        wordsOf(tr("A training step is one batch of 64 images of digits. Graphics cards are reached "
                   "through OpenCL: one that is missing here needs a driver with OpenCL."),
                this);
    QFont font = small->font();
    font.setPointSizeF(font.pointSizeF() * kSmallPrint);
    small->setFont(font);
    layout.addWidget(small);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_again = buttons->addButton(tr("&Test again"), QDialogButtonBox::ActionRole);
    m_again->setObjectName(QStringLiteral("devicesAgain"));
    m_again->setAutoDefault(false);
    connect(m_again, &QPushButton::clicked, this, [this] { m_catalogue.testAllAgain(); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout.addWidget(buttons);
}

QString DevicesDialog::measuringObstacle() const {
    return m_run.isTraining()
               ? tr("Pause the training first: both at once would slow each other down, and the speeds would "
                    "be wrong.")
               : QString();
}

/// One row for each device; those that are there stay, with the keyboard's focus.
void DevicesDialog::fitRows() {
    const std::vector<KnownDevice>& devices = m_catalogue.devices();
    std::erase_if(m_rows, [&](DeviceRow* row) {
        const bool gone = std::ranges::find(devices, row->id(), &KnownDevice::id) == devices.end();
        if (gone)
            delete row;
        return gone;
    });
    for (std::size_t i = 0; i < devices.size(); ++i) {
        if (i < m_rows.size() && m_rows[i]->id() == devices[i].id)
            continue;
        auto* row = new DeviceRow(devices[i].id, m_list->parentWidget());
        connect(row, &DeviceRow::useWanted, this, &DevicesDialog::use);
        connect(row, &DeviceRow::tuningWanted, this, &DevicesDialog::tune);
        m_rows.insert(m_rows.begin() + static_cast<std::ptrdiff_t>(i), row);
        m_list->insertWidget(static_cast<int>(i), row);
    }
}

void DevicesDialog::refresh() {
    fitRows();
    const QString obstacle = measuringObstacle();
    m_trouble->setText(m_catalogue.trouble());
    m_trouble->setVisible(!m_catalogue.trouble().isEmpty());
    const bool looking = m_catalogue.listing() == DeviceCatalogue::Listing::Asking;
    m_busy->setText(looking ? tr("Looking for devices…") : obstacle);
    m_busy->setVisible(!m_busy->text().isEmpty());
    const QString busy = tr("Devices are being tested: wait until that is done.");
    const QString tuningObstacle = !obstacle.isEmpty() ? obstacle : m_catalogue.isBusy() ? busy : QString();
    const QString used = knownIdOf(QString::fromStdString(m_document.experiment().device));
    for (DeviceRow* row : m_rows) {
        const KnownDevice* device = m_catalogue.find(row->id());
        row->showDevice(
            *device,
            {.all = m_catalogue.devices(), .inUse = device->id == used, .tuningObstacle = tuningObstacle});
    }
    m_again->setEnabled(tuningObstacle.isEmpty());
    m_again->setToolTip(tuningObstacle.isEmpty() ? tr("Looks for devices and tests each of them anew")
                                                 : tuningObstacle);
}

void DevicesDialog::use(const QString& id) {
    m_document.undoStack().push(new SetDevice(m_document, id.toStdString(), newGesture()));
}

void DevicesDialog::tune(const QString& id) {
    (new TuneDialog(m_catalogue, id, this))->open();
}

} // namespace protomind
