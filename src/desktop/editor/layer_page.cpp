// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/editor/layer_page.h"

#include "desktop/document/commands/layer_commands.h"
#include "desktop/document/document.h"
#include "desktop/editor/card_content.h"
#include "desktop/editor/field_editor.h"
#include "desktop/editor/layer_icon.h"
#include "desktop/editor/problems/problem_list.h"
#include "desktop/words/formula_text.h"
#include "desktop/words/worded.h"

#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace protomind {

namespace {

constexpr int kIconSide = 40;

QString unknownText() {
    return QStringLiteral("—");
}

} // namespace

LayerPage::LayerPage(Document& document, LayerId layer, QWidget* parent)
    : InspectorPage(parent)
    , m_document(document)
    , m_layer(layer)
    , m_type(findLayerType(document.network().layer(layer)->type))
    , m_naming(newGesture()) {
    addHeader();
    m_problems = new ProblemList(document, this);
    column()->addWidget(m_problems);
    addSettings();
    addFacts();
    addFormula();
    column()->addStretch();
    refresh();
}

void LayerPage::refresh() {
    const Layer* layer = m_document.network().layer(m_layer);
    if (layer == nullptr)
        return; // on its way out
    const QString name = QString::fromStdString(layer->name);
    if (m_name->text().trimmed() != name && m_nameComplaint->isHidden())
        m_name->setText(name);
    for (FieldEditor* editor : m_editors)
        editor->setValue(valueOf(m_type->fields, layer->settings, editor->field().name));
    std::vector<NetworkProblem> mine;
    for (const NetworkProblem& problem : m_document.analysis().problems) {
        if (problem.layer == m_layer)
            mine.push_back(problem);
    }
    m_problems->setProblems(mine, false);
    refreshFacts();
    refreshLook();
}

void LayerPage::refreshLook() {
    const Layer* layer = m_document.network().layer(m_layer);
    if (layer == nullptr)
        return;
    const CardContent content = CardContent::of(*layer, m_document.analysis());
    const double ratio = devicePixelRatioF();
    QPixmap picture(int(kIconSide * ratio), int(kIconSide * ratio));
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    paintLayerIcon(painter, QRectF(0, 0, kIconSide, kIconSide), content.typeName, content.category,
                   content.drawnFunction, CardColours::of(palette()));
    painter.end();
    m_icon->setPixmap(picture);
}

QWidget* LayerPage::firstControl() const {
    return m_editors.empty() ? static_cast<QWidget*>(m_name) : m_editors.front();
}

bool LayerPage::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_name && event->type() == QEvent::FocusIn)
        m_naming = newGesture();
    return InspectorPage::eventFilter(watched, event);
}

void LayerPage::addHeader() {
    m_icon = new QLabel(this);
    m_icon->setFixedSize(kIconSide, kIconSide);
    m_name = new QLineEdit(this);
    m_name->setObjectName(QStringLiteral("layerName"));
    m_name->setAccessibleName(tr("Name of the layer"));
    m_name->setToolTip(tr("The layer's name, on its card and in files; every layer has its own"));
    m_name->installEventFilter(this);
    QFont strong = m_name->font();
    strong.setWeight(QFont::DemiBold);
    m_name->setFont(strong);
    const Layer& layer = *m_document.network().layer(m_layer);
    auto* kind = new QLabel(m_type == nullptr
                                ? tr("Unknown kind of layer: %1").arg(QString::fromStdString(layer.type))
                                : tr("%1 · %2").arg(worded(m_type->title), categoryTitle(m_type->category)),
                            this);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_name);
    words->addWidget(kind);
    auto* row = new QHBoxLayout;
    row->setSpacing(10);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    column()->addLayout(row);
    m_nameComplaint = addText({});
    m_nameComplaint->setObjectName(QStringLiteral("nameComplaint"));
    m_nameComplaint->hide();
    addText(m_type == nullptr ? tr("This version does not know this kind of layer. It is kept as it is when "
                                   "the project is saved.")
                              : worded(m_type->summary));
    if (m_type != nullptr) {
        auto* inside = new QToolButton(this);
        inside->setObjectName(QStringLiteral("lookInside"));
        inside->setText(tr("Look inside"));
        inside->setAccessibleName(tr("Look inside the layer"));
        inside->setToolTip(
            tr("What comes in, what it has learned, and what goes out; down to a single number. A "
               "double click on the card does the same."));
        connect(inside, &QToolButton::clicked, this, [this] { emit openWanted(m_layer); });
        column()->addWidget(inside, 0, Qt::AlignLeft);
    }
    connect(m_name, &QLineEdit::textEdited, this, &LayerPage::rename);
    connect(m_name, &QLineEdit::editingFinished, this, [this] {
        m_nameComplaint->hide();
        refresh();
    });
}

void LayerPage::addSettings() {
    if (m_type == nullptr || m_type->fields.empty())
        return;
    addHeading(tr("Settings"));
    QFormLayout* form = addForm();
    for (const Field& field : m_type->fields) {
        FieldEditor* editor = makeFieldEditor(field, this);
        auto* label = new QLabel(worded(field.label), this);
        label->setToolTip(worded(field.help));
        label->setBuddy(editor);
        form->addRow(label, editor);
        connect(editor, &FieldEditor::edited, this,
                [this, editor](const FieldValue& value) { setField(*editor, value); });
        m_editors.push_back(editor);
    }
}

void LayerPage::addFacts() {
    addHeading(tr("What follows"));
    QFormLayout* form = addForm();
    m_input = addFact(form, tr("Input"),
                      tr("What comes in for one sample: height × width × channels, or how many numbers"));
    m_output = addFact(form, tr("Output"), tr("What goes out for one sample"));
    m_parameters = addFact(form, tr("Parameters"), tr("Numbers that are learned, and how they add up"));
    m_multiplyAdds = addFact(form, tr("Multiply-adds"),
                             tr("Multiplications with an addition, for one sample: how much work it is"));
}

void LayerPage::addFormula() {
    if (m_type == nullptr || m_type->formula.empty())
        return;
    addHeading(tr("Formula"));
    QLabel* formula = addText(formulaText(m_type->formula));
    formula->setObjectName(QStringLiteral("formula"));
    formula->setTextFormat(Qt::RichText);
    formula->setAccessibleName(tr("Formula"));
    QFont serif(QStringLiteral("serif"));
    serif.setStyleHint(QFont::Serif);
    serif.setPointSizeF(font().pointSizeF() * 1.15);
    formula->setFont(serif);
}

void LayerPage::rename(const QString& text) {
    const QString wanted = text.trimmed();
    const Layer* other = m_document.network().layerNamed(wanted.toStdString());
    const bool taken = other != nullptr && other->id != m_layer;
    m_nameComplaint->setText(wanted.isEmpty() ? tr("A layer needs a name.")
                                              : tr("Another layer is called %1 already.").arg(wanted));
    m_nameComplaint->setVisible(wanted.isEmpty() || taken);
    if (wanted.isEmpty() || taken || (other != nullptr && other->id == m_layer))
        return;
    m_document.undoStack().push(new RenameLayer(m_document, m_layer, wanted.toStdString(), m_naming));
    m_name->setModified(false); // The document's from here on, also for who undoes it.
}

void LayerPage::setField(const FieldEditor& editor, const FieldValue& value) {
    const Layer* layer = m_document.network().layer(m_layer);
    const std::string& name = editor.field().name;
    if (layer == nullptr || valueOf(m_type->fields, layer->settings, name) == value)
        return;
    m_document.undoStack().push(new SetField(m_document, m_layer, name, value, editor.gesture()));
}

void LayerPage::refreshFacts() {
    const auto found = m_document.analysis().layers.find(m_layer);
    const LayerFacts facts = found == m_document.analysis().layers.end() ? LayerFacts{} : found->second;
    QStringList inputs;
    for (const Shape& shape : facts.inputShapes)
        inputs.append(sentenceText(shape.text()));
    const Layer* layer = m_document.network().layer(m_layer);
    if (inputs.isEmpty() && m_type != nullptr && m_type->inputs == 0)
        inputs.append(layer != nullptr && isLatent(*layer) ? tr("random numbers") : tr("the data"));
    m_input->setText(inputs.isEmpty() ? unknownText() : inputs.join(QLatin1Char('\n')));
    m_output->setText(facts.outputShape ? shapeText(*facts.outputShape) : unknownText());
    const QString count = countText(facts.parameters.count);
    const QString arithmetic = QString::fromStdString(facts.parameters.arithmetic);
    m_parameters->setText(arithmetic.isEmpty() ? (facts.outputShape ? count : unknownText())
                                               : QStringLiteral("%1 = %2").arg(arithmetic, count));
    m_multiplyAdds->setText(facts.outputShape ? countText(facts.multiplyAdds) : unknownText());
}

} // namespace protomind
