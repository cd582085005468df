// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/devices/tune_dialog.h"

#include "desktop/app/devices/device_catalogue.h"
#include "desktop/app/devices/device_words.h"
#include "desktop/app/devices/speed_bar.h"
#include "desktop/words/shown_number.h"
#include "desktop/words/worded.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace protomind {

namespace {

constexpr int kLettersOfTuning = 70;
/// Of searching; the last checks come on top, and all of it stays below DeviceLimits::tuning.
const QString kSecondsOfSearch = QStringLiteral("180");
constexpr int kProgressSteps = 1000;
/// What the search is of the whole; the last checks say nothing of how far they are.
constexpr double kShareOfSearch = 0.85;
/// Of the search's own share, from here on it is checking.
constexpr double kShareSearched = 0.88;
/// Less is within what measuring the same thing twice gives.
constexpr double kNoticeable = 1.05;

QLabel* tuningWords(const QString& text, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

TuneDialog::TuneDialog(DeviceCatalogue& catalogue, const QString& id, QWidget* parent)
    : QDialog(parent)
    , m_catalogue(catalogue)
    , m_id(id)
    , m_state(tuningWords({}, this))
    , m_progress(new QProgressBar(this))
    , m_bars(new QWidget(this)) {
    setObjectName(QStringLiteral("tuneDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    const KnownDevice* device = m_catalogue.find(id);
    const QString title = device != nullptr ? DeviceWords::title(*device, m_catalogue.devices()) : id;
    m_before = device != nullptr ? device->stepsPerSecond : 0;
    setWindowTitle(tr("Tune %1").arg(title));
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(tuningWords(
        tr("There are many ways to multiply on a device, and which one is fastest differs from device to "
           "device. Tuning tries hundreds of them and keeps the fastest that computes right. It takes at "
           "most 5 minutes; you can stop it at any time, and then all stays as it was."),
        this));
    m_state->setObjectName(QStringLiteral("tuneState"));
    m_progress->setObjectName(QStringLiteral("tuneProgress"));
    m_progress->setAccessibleName(tr("How far the search is"));
    m_progress->setRange(0, kProgressSteps);
    layout->addWidget(m_progress);
    layout->addWidget(m_state);
    makeBars();
    layout->addWidget(m_bars);
    layout->addStretch(1);
    auto* buttons = new QDialogButtonBox(this);
    m_begin = buttons->addButton(tr("&Begin"), QDialogButtonBox::ActionRole);
    m_begin->setObjectName(QStringLiteral("tuneBegin"));
    m_begin->setDefault(true);
    m_close = buttons->addButton(QDialogButtonBox::Close);
    m_close->setObjectName(QStringLiteral("tuneClose"));
    m_close->setAutoDefault(false);
    connect(m_begin, &QPushButton::clicked, this, [this] { m_phase == Phase::Searching ? stop() : begin(); });
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    layout->addWidget(buttons);
    connect(&m_catalogue, &DeviceCatalogue::changed, this, &TuneDialog::followMeasuring);
    say({});
    setPhase(Phase::Offered);
    resize(fontMetrics().averageCharWidth() * kLettersOfTuning, 0);
    fit();
}

/// Words that break into lines don't ask for room by themselves.
void TuneDialog::fit() {
    ensurePolished();
    layout()->activate();
    const int needed = layout()->totalHeightForWidth(width());
    if (height() < needed)
        resize(width(), needed);
}

void TuneDialog::say(const QString& sentence) {
    m_state->setText(sentence);
    m_state->setVisible(!sentence.isEmpty());
    fit();
}

void TuneDialog::makeBars() {
    auto* grid = new QGridLayout(m_bars);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setColumnStretch(1, 1);
    int row = 0;
    const auto add = [&](const QString& label, const char* name, SpeedBar*& bar, QLabel*& text) {
        bar = new SpeedBar(m_bars);
        bar->setObjectName(QLatin1String(name));
        bar->setAccessibleName(label);
        text = new QLabel(m_bars);
        text->setTextFormat(Qt::PlainText);
        grid->addWidget(new QLabel(label, m_bars), row, 0);
        grid->addWidget(bar, row, 1);
        grid->addWidget(text, row++, 2);
    };
    add(tr("Before"), "tuneBefore", m_beforeBar, m_beforeText);
    add(tr("Now"), "tuneAfter", m_afterBar, m_afterText);
}

void TuneDialog::setPhase(Phase phase) {
    m_phase = phase;
    m_progress->setVisible(phase == Phase::Searching || phase == Phase::Measuring);
    m_bars->setVisible(phase == Phase::Done && m_tuned);
    m_begin->setVisible(phase != Phase::Measuring && !m_tuned);
    m_begin->setText(phase == Phase::Searching ? tr("&Stop") : tr("&Begin"));
    fit();
}

void TuneDialog::begin() {
    m_program = new DeviceProgram(this);
    connect(m_program, &DeviceProgram::told, this, &TuneDialog::follow);
    connect(m_program, &DeviceProgram::ended, this, &TuneDialog::finish);
    m_progress->setValue(0);
    say(tr("Getting ready…"));
    setPhase(Phase::Searching);
    m_program->start(m_catalogue.program(),
                     {QStringLiteral("--tune"), m_id, QStringLiteral("--seconds"), kSecondsOfSearch},
                     m_catalogue.limits().tuning);
}

void TuneDialog::stop() {
    delete std::exchange(m_program, nullptr);
    say(tr("The search was stopped; all is as it was."));
    setPhase(Phase::Offered);
}

void TuneDialog::follow(const QJsonObject& event) {
    const QString name = event.value(QLatin1String("event")).toString();
    m_tuned = m_tuned || name == QLatin1String("tuned");
    if (name != QLatin1String("progress"))
        return;
    const double share = std::clamp(event.value(QLatin1String("share")).toDouble(), 0.0, 1.0);
    const int tried = event.value(QLatin1String("tried")).toInt();
    m_progress->setValue(static_cast<int>(std::lround(kProgressSteps * kShareOfSearch * share)));
    const double speed = std::max(1.0, event.value(QLatin1String("speed")).toDouble(1));
    say(share >= kShareSearched ? tr("Checking that the best way computes right in all cases. Nearly done…")
                                : tr("Ways tried: %1. The best one multiplies %2 times as fast as at first.")
                                      .arg(shownCount(tried), shownNumber(speed, 'f', 1)));
}

void TuneDialog::finish(DeviceProgram::End end) {
    const QString said = m_program->problem();
    std::exchange(m_program, nullptr)->deleteLater();
    if (end == DeviceProgram::End::Done && m_tuned) {
        m_progress->setValue(kProgressSteps);
        say(tr("Measuring how fast it is now…"));
        setPhase(Phase::Measuring);
        m_catalogue.testAgain(m_id);
        return;
    }
    m_tuned = false;
    switch (end) {
    case DeviceProgram::End::Late:
        say(tr("The search took too long and was stopped; all is as it was."));
        break;
    case DeviceProgram::End::Missing:
        say(tr("The search could not be started. Installing Protomind anew may help."));
        break;
    case DeviceProgram::End::Nonsense:
        say(tr("What the search found could not be understood; all is as it was."));
        break;
    case DeviceProgram::End::Done:
    case DeviceProgram::End::Died:
        say(said.isEmpty() ? tr("The device's driver crashed during the search; all is as it was.")
                           : worded(said));
    }
    setPhase(Phase::Offered);
}

void TuneDialog::followMeasuring() {
    const KnownDevice* device = m_catalogue.find(m_id);
    if (m_phase != Phase::Measuring || device == nullptr)
        return;
    if (device->state == KnownDevice::State::Failed) {
        say(tr("Something is wrong with the device now. %1").arg(device->trouble));
        m_tuned = false;
        setPhase(Phase::Done);
    } else if (device->state == KnownDevice::State::Passed) {
        showBars(device->stepsPerSecond);
        setPhase(Phase::Done);
    }
}

void TuneDialog::showBars(double after) {
    const double most = std::max({m_before, after, 1e-9});
    const bool faster = m_before > 0 && after >= m_before * kNoticeable;
    say(faster ? tr("Training is %1 times as fast now. That is kept for every later start.")
                     .arg(shownNumber(after / m_before, 'f', 1))
               : tr("This device was about as fast as it gets already."));
    m_beforeBar->setShare(m_before / most);
    m_afterBar->setShare(after / most);
    m_beforeText->setText(DeviceWords::speed(m_before));
    m_afterText->setText(DeviceWords::speed(after));
    m_beforeBar->setAccessibleDescription(m_beforeText->text());
    m_afterBar->setAccessibleDescription(m_afterText->text());
}

} // namespace protomind
