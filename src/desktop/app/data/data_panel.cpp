// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/data/data_panel.h"

#include "desktop/app/data/augmentation_box.h"
#include "desktop/app/data/class_balance.h"
#include "desktop/app/data/data_gallery.h"
#include "desktop/app/data/data_notes.h"
#include "desktop/app/data/data_options.h"
#include "desktop/app/data/data_preview.h"
#include "desktop/app/data/file_option_control.h"
#include "desktop/app/data/option_control.h"
#include "desktop/app/data/point_pad.h"
#include "desktop/app/data/table_section.h"
#include "desktop/app/dialogs/dialogs.h"
#include "desktop/app/theme/icons.h"
#include "desktop/document/commands/experiment_commands.h"
#include "desktop/document/document.h"
#include "desktop/style/class_mark.h"
#include "desktop/words/shown_number.h"
#include "desktop/words/worded.h"
#include "engine/data/points.h"

#include <QButtonGroup>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace protomind {

namespace {

/// What "points" begins with, so that there is something to learn before the first click.
const std::vector<ClickedPoint> kFirstPoints = {{-0.6f, 0.5f, 0}, {-0.4f, 0.2f, 0}, {-0.7f, -0.1f, 0},
                                                {0.5f, -0.4f, 1}, {0.3f, -0.1f, 1}, {0.7f, 0.1f, 1}};
/// As far as the slider for the batch goes; more can be typed.
constexpr double kSliderBatch = 1024;
constexpr int kPictureHeight = 210;

QString count(std::int64_t number) {
    return shownCount(number);
}

QLabel* explanation(QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

/// "Table of numbers (*.csv *.tsv)"
QString fileFilter(const FileSource& files) {
    QStringList patterns;
    for (const std::string& ending : files.endings)
        patterns << QStringLiteral("*.") + QString::fromStdString(ending);
    return QStringLiteral("%1 (%2)").arg(worded(files.title), patterns.join(QLatin1Char(' ')));
}

} // namespace

DataPanel::DataPanel(Document& document, Dialogs& dialogs, QWidget* parent)
    : ScrollColumn(parent)
    , m_document(document)
    , m_dialogs(dialogs) {
    setAccessibleName(tr("Data"));
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    m_gallery = new DataGallery(page);
    layout->addWidget(m_gallery);
    m_summary = explanation(page);
    layout->addWidget(m_summary);
    m_folder = new QPushButton(themedIcon(QStringLiteral("folder")), tr("Other folder…"), page);
    m_folder->setObjectName(QStringLiteral("dataFolder"));
    m_folder->setAccessibleName(tr("Choose other files to learn from"));
    m_folder->setToolTip(m_folder->accessibleName());
    layout->addWidget(m_folder);
    m_pointTools = new QWidget(page);
    layout->addWidget(m_pointTools);
    m_pictures = new QStackedWidget(page);
    m_preview = new DataPreview(m_pictures);
    m_pad = new PointPad(m_pictures);
    m_pictures->addWidget(m_preview);
    m_table = new TableSection(m_pictures);
    m_pictures->addWidget(m_pad);
    m_pictures->addWidget(m_table);
    m_pictures->setMinimumHeight(kPictureHeight);
    layout->addWidget(m_pictures, 1);
    makePointClasses();
    m_problem = explanation(page);
    m_problem->setObjectName(QStringLiteral("dataProblem"));
    m_problem->hide();
    layout->addWidget(m_problem);
    m_notes = new DataNotes(page);
    layout->addWidget(m_notes);
    m_form = new QFormLayout;
    m_splitForm = new QFormLayout;
    for (QFormLayout* form : {m_form, m_splitForm}) {
        form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
        form->setRowWrapPolicy(QFormLayout::WrapLongRows);
        layout->addLayout(form);
    }
    makeSplit();
    m_augmentation = new AugmentationBox(m_document, page);
    layout->addWidget(m_augmentation);
    m_counts = explanation(page);
    m_counts->setObjectName(QStringLiteral("dataCounts"));
    m_counts->setAccessibleName(tr("Numbers of samples"));
    layout->addWidget(m_counts);
    m_balance = new ClassBalance(page);
    connect(m_balance, &ClassBalance::saveFailed, this, &DataPanel::saveFailed);
    layout->addWidget(m_balance);
    m_uneven = explanation(page);
    m_uneven->setObjectName(QStringLiteral("unevenClasses"));
    m_uneven->hide();
    layout->addWidget(m_uneven);
    setWidget(page);

    connect(m_gallery, &DataGallery::chosen, this, &DataPanel::choose);
    connect(m_table, &TableSection::columnsKnown, this, [this](const QStringList& names) {
        for (const auto& [name, control] : m_fileOptions)
            control->setColumns(names);
    });
    connect(m_folder, &QPushButton::clicked, this,
            [this] { chooseFiles(DataChoice::parse(m_document.experiment().data).name); });
    connect(&m_document, &Document::changed, this, &DataPanel::follow);
    showChoice();
    showTraining();
}

void DataPanel::changeEvent(QEvent* event) {
    ScrollColumn::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        restylePointClasses();
}

void DataPanel::restylePointClasses() {
    constexpr int kSide = 14;
    for (QAbstractButton* button : m_pointClasses ? m_pointClasses->buttons() : QList<QAbstractButton*>())
        button->setIcon(classPixmap(m_pointClasses->id(button), kSide, devicePixelRatioF(), palette()));
}

void DataPanel::makePointClasses() {
    auto* row = new QHBoxLayout(m_pointTools);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    m_pointClasses = new QButtonGroup(this);
    for (int index = 0; index < PointPad::kClasses; ++index) {
        auto* button = new QToolButton(m_pointTools);
        const QString name(QChar(u'A' + index));
        button->setObjectName(QStringLiteral("pointClass.%1").arg(index));
        button->setText(name);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setCheckable(true);
        button->setChecked(index == 0);
        button->setAccessibleName(tr("Points of class %1").arg(name));
        button->setToolTip(
            tr("The next points are of class %1 (key %2 in the picture)").arg(name).arg(index + 1));
        m_pointClasses->addButton(button, index);
        row->addWidget(button);
    }
    restylePointClasses();
    row->addStretch(1);
    auto* clear = new QToolButton(m_pointTools);
    clear->setObjectName(QStringLiteral("clearPoints"));
    clear->setText(tr("Clear"));
    clear->setToolTip(tr("Take all points away; Undo brings them back"));
    clear->setAccessibleName(tr("Take all points away"));
    row->addWidget(clear);
    connect(clear, &QToolButton::clicked, this,
            [this] { setPoints({}, newGesture(), tr("Take all points away")); });
    connect(m_pointClasses, &QButtonGroup::idClicked, m_pad, &PointPad::setPointClass);
    connect(m_pad, &PointPad::classChosen, this, [this](int index) {
        m_pad->setPointClass(index);
        m_pointClasses->button(index)->setChecked(true);
    });
    connect(m_pad, &PointPad::edited, this, [this](const std::vector<ClickedPoint>& points, Gesture gesture) {
        setPoints(points, gesture, tr("Draw points"));
    });
}

void DataPanel::makeSplit() {
    const auto optionOf = [](const char* name, const QString& label, double standard) {
        const Field& field = *findTrainingField(name);
        return DataOption{field.name,    label.toStdString(), standard,
                          field.minimum, field.maximum,       field.type == FieldType::Integer};
    };
    const TrainingSettings standard;
    m_aside = new OptionControl(optionOf("validation", tr("Kept aside to validate"), standard.validation),
                                this, OptionControl::Unit::Percent);
    m_aside->setToolTip(
        tr("The share of the samples that the network never learns from: they show how it does on "
           "what it has not seen"));
    m_batch = new OptionControl(optionOf("batch_size", tr("Batch size"), double(standard.batchSize)), this);
    m_batch->endSliderAt(kSliderBatch);
    m_batch->setToolTip(tr("How many samples each step looks at before it moves the weights"));
    m_splitForm->addRow(tr("Kept aside"), m_aside);
    m_splitForm->addRow(tr("Batch size"), m_batch);
    // Settings that the training panel has, too: a lesson locks both.
    for (const auto& [control, name] :
         {std::pair{m_aside, "data-validation"}, {m_batch, "data-batch_size"}}) {
        control->setObjectName(QLatin1String(name));
        m_splitForm->labelForField(control)->setObjectName(QLatin1String(name) + QStringLiteral("-label"));
    }
    connect(m_aside, &OptionControl::edited, this, [this](double value) {
        TrainingSettings settings = m_document.experiment().training;
        settings.validation = value;
        if (settings != m_document.experiment().training)
            m_document.undoStack().push(
                new SetTraining(m_document, "validation", settings, m_aside->gesture()));
    });
    connect(m_batch, &OptionControl::edited, this, [this](double value) {
        TrainingSettings settings = m_document.experiment().training;
        settings.batchSize = static_cast<std::int64_t>(value);
        if (settings != m_document.experiment().training)
            m_document.undoStack().push(
                new SetTraining(m_document, "batch_size", settings, m_batch->gesture()));
    });
}

void DataPanel::follow(const ChangeEvent& event) {
    const bool replaced = std::holds_alternative<DocumentReplaced>(event);
    if (replaced || std::holds_alternative<DataChanged>(event))
        showChoice();
    if (replaced || std::holds_alternative<TrainingChanged>(event))
        showTraining();
}

void DataPanel::showTraining() {
    const TrainingSettings& settings = m_document.experiment().training;
    m_aside->setValue(settings.validation);
    m_batch->setValue(static_cast<double>(settings.batchSize));
    m_augmentation->showSettings();
    m_split.clear();
    describe();
}

void DataPanel::showChoice() {
    const DataChoice choice = DataChoice::parse(m_document.experiment().data);
    const bool points = choice.name == "points";
    m_gallery->setChosen(choice.name);
    const BuiltInData* set = findBuiltInData(choice.name);
    const FileSource* files = findFileSource(choice.name);
    if (set)
        m_summary->setText(worded(set->summary));
    else if (choice.name == "idx")
        m_summary->setText(tr("Images and labels from %1").arg(QString::fromStdString(choice.rest)));
    else if (files)
        m_summary->setText(worded(files->summary) + QLatin1Char('\n') + QString::fromStdString(choice.rest));
    else if (points)
        m_summary->setText(
            tr("Choose a class, then click or drag in the square. The right button takes points away."));
    else if (choice.name == "pairs")
        m_summary->setText(tr("Pairs of numbers: from the first the network learns to tell the second."));
    else
        m_summary->setText(tr("Choose what the network is to learn from."));
    m_folder->setVisible(choice.name == "idx" || files);
    m_folder->setText(files && !files->folder ? tr("Other file…") : tr("Other folder…"));
    m_pointTools->setVisible(points);
    const bool table = choice.name == "csv";
    m_pictures->setCurrentWidget(points  ? static_cast<QWidget*>(m_pad)
                                 : table ? static_cast<QWidget*>(m_table)
                                         : m_preview);
    m_table->look(table ? m_document.experiment().data : std::string());
    if (points)
        m_pad->setPoints(parsePoints(choice.rest).value_or(std::vector<ClickedPoint>()));
    if (m_shownName != choice.name)
        makeOptions(choice.name);
    for (const auto& [name, control] : m_options)
        if (const auto value = choice.values.find(name); value != choice.values.end())
            control->setValue(value->second);
    for (const auto& [name, control] : m_fileOptions)
        if (const auto value = choice.texts.find(name); value != choice.texts.end())
            control->setValue(value->second);
    if (choice.isEmpty()) {
        m_data.reset();
        m_problem->hide();
        m_preview->setMessage(tr("No data yet"));
    }
    m_split.clear();
    describe();
}

void DataPanel::makeOptions(const std::string& name) {
    m_shownName = name;
    m_options.clear();
    m_fileOptions.clear();
    while (m_form->rowCount() > 0)
        m_form->removeRow(0);
    if (const FileSource* files = findFileSource(name))
        makeFileOptions(*files);
    const BuiltInData* set = findBuiltInData(name);
    if (!set)
        return;
    for (const DataOption& option : set->options) {
        auto* control = new OptionControl(option, this);
        m_options[option.name] = control;
        m_form->addRow(worded(option.label), control);
        connect(control, &OptionControl::edited, this, [this, control, key = option.name](double value) {
            DataChoice choice = DataChoice::parse(m_document.experiment().data);
            choice.values[key] = value;
            setText(choice.text(), control->gesture());
        });
    }
}

void DataPanel::makeFileOptions(const FileSource& files) {
    for (const FileOption& option : files.options) {
        auto* control = new FileOptionControl(option, this);
        m_fileOptions[option.name] = control;
        m_form->addRow(worded(option.label), control);
        connect(control, &FileOptionControl::edited, this,
                [this, control, key = option.name](const std::string& value) {
                    DataChoice choice = DataChoice::parse(m_document.experiment().data);
                    choice.texts[key] = value;
                    setText(choice.text(), control->gesture());
                });
    }
}

void DataPanel::setText(const std::string& text, int gesture, const QString& step) {
    if (text != m_document.experiment().data)
        m_document.undoStack().push(new SetDataText(m_document, text, gesture, step));
}

void DataPanel::setPoints(const std::vector<ClickedPoint>& points, int gesture, const QString& step) {
    setText(pointsText(points), gesture, step);
}

void DataPanel::choose(const std::string& name) {
    if (name == "idx" || findFileSource(name)) {
        chooseFiles(name);
        return;
    }
    if (name == DataChoice::parse(m_document.experiment().data).name)
        return;
    if (const BuiltInData* set = findBuiltInData(name))
        setText(DataChoice::defaultsOf(*set).text(), newGesture());
    else if (name == "points")
        setPoints(kFirstPoints, newGesture(), tr("Draw your own points"));
}

void DataPanel::chooseFiles(const std::string& name) {
    if (const FileSource* files = findFileSource(name)) {
        const QString path = files->folder
                                 ? m_dialogs.openFolder(this, worded(files->title))
                                 : m_dialogs.openFile(this, worded(files->title), fileFilter(*files));
        if (!path.isEmpty())
            setText(
                DataChoice::parse(m_document.experiment().data).withFiles(*files, path.toStdString()).text(),
                newGesture());
    } else {
        const QString folder = m_dialogs.openFolder(this, tr("Folder with IDX files"));
        if (!folder.isEmpty())
            setText("idx:" + folder.toStdString(), newGesture());
    }
    showChoice(); // Back to what it was, where nothing was chosen.
}

void DataPanel::showData(const LoadedDataPtr& loaded) {
    m_data = loaded;
    m_problem->hide();
    m_preview->setData(loaded);
    describe();
}

void DataPanel::showProblem(const Problem& problem) {
    m_data.reset();
    m_problem->setText(worded(problem));
    m_problem->show();
    m_preview->setMessage(tr("Nothing to show"));
    describe();
}

void DataPanel::showSplit(const Prepared& prepared) {
    QString text = tr("%1 to train with").arg(count(prepared.trainingSamples));
    if (prepared.validationSamples > 0)
        text += tr(", %1 kept aside to validate").arg(count(prepared.validationSamples));
    if (prepared.testSamples > 0)
        text += tr(", %1 for the test").arg(count(prepared.testSamples));
    text += QLatin1Char('.');
    if (!prepared.asideNote.empty())
        text += QLatin1Char(' ') + worded(prepared.asideNote);
    m_split = text.toStdString();
    describe();
}

void DataPanel::setAskForFile(AskForFile ask) {
    m_balance->setAskForFile(std::move(ask));
}

void DataPanel::describe() {
    m_notes->setNotes(m_data ? m_data->notes : std::vector<Sentence>());
    m_augmentation->setData(m_data);
    m_balance->setData(m_data);
    m_uneven->setText(m_balance->warning());
    m_uneven->setVisible(!m_balance->warning().isEmpty());
    m_counts->setVisible(m_data != nullptr);
    if (!m_data)
        return;
    QStringList lines;
    if (!m_split.empty()) {
        lines << QString::fromStdString(m_split);
    } else {
        QString sizes = tr("%1 samples").arg(count(m_data->trainingSize));
        if (m_data->testSize > 0)
            sizes += tr(", and %1 more for the test").arg(count(m_data->testSize));
        lines << sizes + QLatin1Char('.');
    }
    const QString shape = QString::fromStdString(m_data->description.sampleShape.text());
    if (m_data->kind == DataPictureKind::Images)
        lines << tr("Each is an image of %1.").arg(shape);
    else if (m_data->description.sampleShape.elementCount() == 1)
        lines << tr("Each is a single number.");
    else
        lines << tr("Each has %1 numbers.").arg(shape);
    m_counts->setText(lines.join(QLatin1Char('\n')));
}

} // namespace protomind
