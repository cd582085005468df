// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/data/data_panel.h"

#include "desktop/app/data/data_options.h"
#include "desktop/app/data/data_preview.h"
#include "desktop/app/data/option_control.h"
#include "desktop/app/theme/icons.h"
#include "desktop/app/theme/theme.h"
#include "desktop/app/window/dialogs.h"
#include "desktop/document/commands/experiment_commands.h"
#include "desktop/document/document.h"
#include "engine/data/points.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace protomind {

namespace {

/// What "points" begins with, so that there is something to learn before the first click.
const std::vector<ClickedPoint> kFirstPoints = {{-0.6f, 0.5f, 0}, {-0.4f, 0.2f, 0}, {-0.7f, -0.1f, 0},
                                                {0.5f, -0.4f, 1}, {0.3f, -0.1f, 1}, {0.7f, 0.1f, 1}};
constexpr int kPointClasses = 3;

QString count(std::int64_t number) {
    return QLocale().toString(static_cast<qlonglong>(number));
}

QLabel* wrappingLabel(QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

DataPanel::DataPanel(Document& document, Dialogs& dialogs, QWidget* parent)
    : QScrollArea(parent)
    , m_document(document)
    , m_dialogs(dialogs) {
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Data"));
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    m_sets = new QComboBox(page);
    m_sets->setObjectName(QStringLiteral("dataSet"));
    m_sets->setAccessibleName(tr("Data to learn from"));
    m_sets->setToolTip(tr("The data that the network learns from"));
    for (const BuiltInData& set : builtInData())
        m_sets->addItem(QString::fromStdString(set.title), QString::fromStdString(set.name));
    m_sets->insertSeparator(m_sets->count());
    m_sets->addItem(tr("Points that you click"), QStringLiteral("points"));
    m_sets->addItem(tr("IDX files (like MNIST)…"), QStringLiteral("idx"));
    layout->addWidget(m_sets);
    m_summary = wrappingLabel(page);
    layout->addWidget(m_summary);
    m_folder = new QPushButton(themedIcon(QStringLiteral("folder")), tr("Other folder…"), page);
    m_folder->setObjectName(QStringLiteral("dataFolder"));
    m_folder->setAccessibleName(tr("Choose the folder with IDX files"));
    layout->addWidget(m_folder);
    m_pointClass = new QComboBox(page);
    m_pointClass->setObjectName(QStringLiteral("pointClass"));
    m_pointClass->setAccessibleName(tr("Class of the next point"));
    for (int index = 0; index < kPointClasses; ++index) {
        QPixmap swatch(14, 14);
        swatch.fill(classColour(index));
        m_pointClass->addItem(QIcon(swatch), tr("Next point: class %1").arg(QChar(u'A' + index)));
    }
    layout->addWidget(m_pointClass);
    m_form = new QFormLayout;
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    layout->addLayout(m_form);
    m_problem = wrappingLabel(page);
    m_problem->setObjectName(QStringLiteral("dataProblem"));
    m_problem->hide();
    layout->addWidget(m_problem);
    m_counts = wrappingLabel(page);
    m_counts->setObjectName(QStringLiteral("dataCounts"));
    m_counts->setAccessibleName(tr("Numbers of samples"));
    layout->addWidget(m_counts);
    m_preview = new DataPreview(page);
    layout->addWidget(m_preview, 1);
    setWidget(page);

    connect(m_sets, &QComboBox::activated, this, &DataPanel::choose);
    connect(m_folder, &QPushButton::clicked, this, &DataPanel::chooseFolder);
    connect(m_preview, &DataPreview::pointWanted, this, &DataPanel::addPoint);
    connect(m_preview, &DataPreview::pointUnwanted, this, &DataPanel::removePoint);
    connect(&m_document, &Document::changed, this, &DataPanel::follow);
    showChoice();
}

void DataPanel::follow(const ChangeEvent& event) {
    if (std::holds_alternative<DataChanged>(event) || std::holds_alternative<DocumentReplaced>(event))
        showChoice();
}

void DataPanel::showChoice() {
    const DataChoice choice = DataChoice::parse(m_document.experiment().data);
    {
        const QSignalBlocker quiet(m_sets);
        m_sets->setCurrentIndex(m_sets->findData(QString::fromStdString(choice.name)));
    }
    const BuiltInData* set = findBuiltInData(choice.name);
    if (set)
        m_summary->setText(QString::fromStdString(set->summary));
    else if (choice.name == "idx")
        m_summary->setText(tr("Images and labels from %1").arg(QString::fromStdString(choice.rest)));
    else if (choice.name == "points")
        m_summary->setText(tr(
            "Click into the picture to add points of the chosen class; right-click takes the nearest away."));
    else
        m_summary->setText(tr("Choose what the network is to learn from."));
    m_folder->setVisible(choice.name == "idx");
    m_pointClass->setVisible(choice.name == "points");
    m_preview->setEditable(choice.name == "points");
    if (m_shownName != choice.name)
        makeOptions(choice.name);
    for (const auto& [name, control] : m_options)
        if (const auto value = choice.values.find(name); value != choice.values.end())
            control->setValue(value->second);
    if (m_document.experiment().data.empty())
        m_preview->setMessage(tr("No data yet"));
    m_split.clear();
    describe();
}

void DataPanel::makeOptions(const std::string& name) {
    m_shownName = name;
    m_options.clear();
    while (m_form->rowCount() > 0)
        m_form->removeRow(0);
    const BuiltInData* set = findBuiltInData(name);
    if (!set)
        return;
    for (const DataOption& option : set->options) {
        auto* control = new OptionControl(option, this);
        m_options[option.name] = control;
        m_form->addRow(QString::fromStdString(option.label), control);
        connect(control, &OptionControl::edited, this, [this, control, key = option.name](double value) {
            DataChoice choice = DataChoice::parse(m_document.experiment().data);
            choice.values[key] = value;
            setText(choice.text(), control->gesture());
        });
    }
}

void DataPanel::setText(const std::string& text, int gesture) {
    if (text != m_document.experiment().data)
        m_document.undoStack().push(new SetDataText(m_document, text, gesture));
}

void DataPanel::choose(int index) {
    const std::string name = m_sets->itemData(index).toString().toStdString();
    if (name == "idx") {
        chooseFolder();
        return;
    }
    if (name == DataChoice::parse(m_document.experiment().data).name)
        return;
    if (const BuiltInData* set = findBuiltInData(name))
        setText(DataChoice::defaultsOf(*set).text(), newGesture());
    else if (name == "points")
        setText(pointsText(kFirstPoints), newGesture());
}

void DataPanel::chooseFolder() {
    const QString folder = m_dialogs.openFolder(this, tr("Folder with IDX files"));
    if (!folder.isEmpty())
        setText("idx:" + folder.toStdString(), newGesture());
    showChoice(); // Back to what it was, where nothing was chosen.
}

void DataPanel::addPoint(double x, double y) {
    auto points = parsePoints(DataChoice::parse(m_document.experiment().data).rest);
    if (!points)
        points.emplace();
    const auto rounded = [](double value) { return static_cast<float>(std::round(value * 1000) / 1000); };
    points->push_back({rounded(x), rounded(y), m_pointClass->currentIndex()});
    setText(pointsText(*points), newGesture());
}

void DataPanel::removePoint(int index) {
    auto points = parsePoints(DataChoice::parse(m_document.experiment().data).rest);
    if (!points || points->size() < 2 || index < 0 || index >= static_cast<int>(points->size()))
        return;
    points->erase(points->begin() + index);
    setText(pointsText(*points), newGesture());
}

void DataPanel::showData(const LoadedDataPtr& loaded) {
    m_data = loaded;
    m_problem->hide();
    m_preview->setData(loaded);
    describe();
}

void DataPanel::showProblem(const Problem& problem) {
    m_data.reset();
    m_problem->setText(QString::fromStdString(problem.text()));
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
    m_split = text.toStdString();
    describe();
}

void DataPanel::describe() {
    if (!m_data) {
        m_counts->clear();
        return;
    }
    QStringList lines;
    if (!m_split.empty()) {
        lines << QString::fromStdString(m_split) + QLatin1Char('.');
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
    if (!m_data->classCounts.empty()) {
        QStringList classes;
        for (std::size_t index = 0; index < std::min<std::size_t>(m_data->classCounts.size(), 12); ++index)
            classes << tr("%1: %2", "class: number of samples")
                           .arg(QString::fromStdString(m_data->description.classNames[index]),
                                count(m_data->classCounts[index]));
        lines
            << tr("%1 classes – %2").arg(m_data->classCounts.size()).arg(classes.join(QStringLiteral(", ")));
    }
    m_counts->setText(lines.join(QLatin1Char('\n')));
}

} // namespace protomind
