// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/training/training_panel.h"

#include "desktop/app/devices/device_catalogue.h"
#include "desktop/app/devices/device_choice.h"
#include "desktop/document/commands/experiment_commands.h"
#include "desktop/document/document.h"
#include "desktop/editor/field_editor.h"
#include "desktop/words/shown_number.h"
#include "desktop/words/worded.h"
#include "engine/nn/optimizer.h"
#include "engine/nn/schedule.h"
#include "studio/network/players.h"
#include "studio/network/zero_weights.h"

#include <QComboBox>
#include <QFormLayout>
#include <QGroupBox>
#include <QLabel>
#include <QThread>
#include <QVBoxLayout>

namespace protomind {

namespace {

QLabel* wrappingLabel(QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

FieldEditor* addRow(QFormLayout& form, const Field& field, QWidget* parent) {
    FieldEditor* editor = makeFieldEditor(field, parent);
    auto* label = new QLabel(worded(field.label), parent);
    label->setBuddy(editor);
    editor->setObjectName(QStringLiteral("training-") + QString::fromStdString(field.name));
    label->setObjectName(editor->objectName() + QStringLiteral("-label"));
    label->setToolTip(worded(field.help));
    form.addRow(label, editor);
    return editor;
}

void showValues(const std::map<std::string, FieldEditor*>& editors, const Settings& settings) {
    for (const auto& [name, editor] : editors) {
        const auto value = settings.find(name);
        editor->setValue(value == settings.end() ? editor->field().defaultValue : value->second);
    }
}

/// The seed has its place beside the run's buttons, what is done to pictures with the data.
constexpr const char* kSeedField = "seed";

} // namespace

TrainingPanel::TrainingPanel(Document& document, DeviceCatalogue& devices, QWidget* parent)
    : ScrollColumn(parent)
    , m_document(document)
    , m_devices(devices) {
    setAccessibleName(tr("Training settings"));
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    m_form = new QFormLayout;
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    layout->addLayout(m_form);
    const auto addBox = [&](QGroupBox*& box, QFormLayout*& form, QLabel*& summary) {
        box = new QGroupBox(page);
        auto* boxLayout = new QVBoxLayout(box);
        summary = wrappingLabel(box);
        boxLayout->addWidget(summary);
        form = new QFormLayout;
        form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
        boxLayout->addLayout(form);
        layout->addWidget(box);
    };
    addBox(m_optimizerBox, m_optimizerForm, m_optimizerSummary);
    addBox(m_scheduleBox, m_scheduleForm, m_scheduleSummary);
    layout->addStretch(1);
    setWidget(page);
    makeFields();
    connect(&m_document, &Document::changed, this, &TrainingPanel::follow);
    showSettings();
}

void TrainingPanel::follow(const ChangeEvent& event) {
    if (std::holds_alternative<TrainingChanged>(event) || std::holds_alternative<DocumentReplaced>(event))
        showSettings();
    else if (std::holds_alternative<AnalysisChanged>(event) && playersNow() != m_shownPlayers)
        showRows();
}

void TrainingPanel::makeFields() {
    for (const TrainingSetting& setting : trainingTable()) {
        const Field& field = setting.field;
        if (field.name == kSeedField || isOfAugmentation(setting))
            continue;
        FieldEditor* editor = addRow(*m_form, field, widget());
        m_editors[field.name] = editor;
        connect(editor, &FieldEditor::edited, this,
                [this, editor](const FieldValue& value) { setField(*editor, value); });
        if (field.name == "l1") {
            m_zeroWeights = wrappingLabel(widget());
            m_zeroWeights->setObjectName(QStringLiteral("zeroWeights"));
            m_form->addRow(m_zeroWeights);
        }
    }
    makeDevice();
    Field threads;
    threads.name = "threads";
    threads.label = tr("Threads").toStdString();
    threads.defaultValue = std::int64_t{0};
    threads.maximum = std::max(1, QThread::idealThreadCount());
    threads.help = tr("How many processors compute at the same time; 0 takes all there are.").toStdString();
    m_threads = addRow(*m_form, threads, widget());
    connect(m_threads, &FieldEditor::edited, this,
            [this](const FieldValue& value) { setThreads(*m_threads, value); });
}

void TrainingPanel::makeDevice() {
    m_device = new DeviceChoice(m_document, m_devices, widget());
    auto* label = new QLabel(tr("Device"), widget());
    label->setObjectName(QStringLiteral("training-device-label"));
    label->setBuddy(&m_device->list());
    label->setToolTip(m_device->list().toolTip());
    m_form->addRow(label, m_device);
    connect(m_device, &DeviceChoice::compareWanted, this, &TrainingPanel::devicesWanted);
}

void TrainingPanel::startChoosingDevice() {
    ensureWidgetVisible(m_device);
    m_device->list().setFocus(Qt::OtherFocusReason);
}

void TrainingPanel::makeOwnFields() {
    const TrainingSettings& settings = m_document.experiment().training;
    const auto fill = [this](QGroupBox* box, QFormLayout* form, QLabel* summary, Editors& editors,
                             const auto* type, const std::string& prefix, Settings TrainingSettings::*own) {
        editors.clear();
        while (form->rowCount() > 0)
            form->removeRow(0);
        box->setVisible(type != nullptr);
        if (!type)
            return;
        box->setTitle(worded(type->title));
        summary->setText(worded(type->summary));
        for (const Field& field : type->fields) {
            FieldEditor* editor = addRow(*form, field, box);
            editors[field.name] = editor;
            connect(editor, &FieldEditor::edited, this, [this, editor, prefix, own](const FieldValue& value) {
                TrainingSettings changed = m_document.experiment().training;
                (changed.*own)[editor->field().name] = value;
                m_document.undoStack().push(
                    new SetTraining(m_document, prefix + editor->field().name, changed, editor->gesture()));
            });
        }
    };
    if (m_shownOptimizer != settings.optimizer)
        fill(m_optimizerBox, m_optimizerForm, m_optimizerSummary, m_optimizerEditors,
             findOptimizer(settings.optimizer), "optimizer_", &TrainingSettings::optimizerSettings);
    if (m_shownSchedule != settings.schedule)
        fill(m_scheduleBox, m_scheduleForm, m_scheduleSummary, m_scheduleEditors,
             findSchedule(settings.schedule), "schedule_", &TrainingSettings::scheduleSettings);
    m_shownOptimizer = settings.optimizer;
    m_shownSchedule = settings.schedule;
}

void TrainingPanel::showSettings() {
    makeOwnFields();
    const TrainingSettings& settings = m_document.experiment().training;
    for (const auto& [name, editor] : m_editors)
        editor->setValue(trainingField(settings, name));
    showValues(m_optimizerEditors, settings.optimizerSettings);
    showValues(m_scheduleEditors, settings.scheduleSettings);
    showRows();
    m_threads->setValue(std::int64_t{m_document.experiment().threads});
    // Only the processor has threads to share out; automatically it may be the one.
    const std::string& device = m_document.experiment().device;
    m_form->setRowVisible(m_threads, device == "cpu" || device == "auto");
    showWeights();
}

PlayerCount TrainingPanel::playersNow() const {
    return playersOf(m_document.network()).two() ? PlayerCount::Two : PlayerCount::One;
}

void TrainingPanel::showRows() {
    m_shownPlayers = playersNow();
    for (const TrainingSetting& setting : trainingTable()) {
        if (const auto shown = m_editors.find(setting.field.name); shown != m_editors.end())
            m_form->setRowVisible(shown->second,
                                  isInUse(setting, m_document.experiment().training, m_shownPlayers));
    }
}

void TrainingPanel::showWeights() {
    const CheckpointPtr& trained = m_document.checkpoint();
    WeightCount count;
    if (trained && m_document.experiment().training.l1 > 0)
        count = countWeights(m_document.network(), *trained);
    m_form->setRowVisible(m_zeroWeights, count.all > 0);
    m_zeroWeights->setText(
        tr("%1 of %2 weights are exactly zero").arg(shownCount(count.zero), shownCount(count.all)));
}

void TrainingPanel::setField(const FieldEditor& editor, const FieldValue& value) {
    const std::string& name = editor.field().name;
    const TrainingSettings& before = m_document.experiment().training;
    TrainingSettings changed = before;
    setTrainingField(changed, name, value);
    if (changed.optimizer != before.optimizer) {
        // Settings of one optimiser mean nothing to another; a learning rate that was never chosen follows.
        changed.optimizerSettings.clear();
        const OptimizerType* from = findOptimizer(before.optimizer);
        const OptimizerType* to = findOptimizer(changed.optimizer);
        if (from && to && before.learningRate == from->defaultLearningRate)
            changed.learningRate = to->defaultLearningRate;
    }
    if (changed.schedule != before.schedule)
        changed.scheduleSettings.clear();
    if (changed != before)
        m_document.undoStack().push(new SetTraining(m_document, name, changed, editor.gesture()));
}

void TrainingPanel::setThreads(const FieldEditor& editor, const FieldValue& value) {
    const int threads = static_cast<int>(std::get<std::int64_t>(value));
    if (threads != m_document.experiment().threads)
        m_document.undoStack().push(new SetThreads(m_document, threads, editor.gesture()));
}

} // namespace protomind
