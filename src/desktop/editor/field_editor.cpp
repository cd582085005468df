// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/editor/field_editor.h"

#include "desktop/fields/field_complaint.h"
#include "desktop/fields/number_spin_box.h"
#include "desktop/fields/whole_spin_box.h"
#include "desktop/style/quantity_colours.h"
#include "desktop/words/choice_title.h"
#include "desktop/words/shown_number.h"
#include "desktop/words/worded.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSignalBlocker>

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>

namespace protomind {

namespace {

int asInt(double value) {
    return int(
        std::clamp(value, double(std::numeric_limits<int>::min()), double(std::numeric_limits<int>::max())));
}

/// Only where it is another one: a button that is held down would be let go of.
template<class Box, class Number>
void setRangeOf(Box& box, Number least, Number most) {
    if (box.minimum() != least || box.maximum() != most)
        box.setRange(least, most);
}

class IntegerEditor final : public FieldEditor {
public:
    IntegerEditor(const Field& field, QWidget* parent)
        : FieldEditor(field, parent)
        , m_box(new WholeSpinBox(this)) {
        m_box->setRange(asInt(field.minimum), asInt(field.maximum));
        m_box->setGroupSeparatorShown(true);
        adopt(m_box);
        connect(m_box, &WholeSpinBox::valueChanged, this, [this](int value) {
            emit edited(FieldValue(std::int64_t{std::clamp(value, least(), most())}));
        });
    }

    void setValue(const FieldValue& value) override {
        const QSignalBlocker quiet(m_box);
        const auto* whole = std::get_if<std::int64_t>(&value);
        if (whole == nullptr)
            return;
        const int shown = asInt(double(*whole));
        setRangeOf(*m_box, std::min(least(), shown), std::max(most(), shown));
        if (m_box->value() != shown)
            m_box->setValue(shown);
        tellRange(*m_box, value);
    }

private:
    [[nodiscard]] int least() const { return asInt(field().minimum); }
    [[nodiscard]] int most() const { return asInt(field().maximum); }

    WholeSpinBox* m_box;
};

class RealEditor final : public FieldEditor {
public:
    RealEditor(const Field& field, QWidget* parent)
        : FieldEditor(field, parent)
        , m_box(new NumberSpinBox(field.minimum, field.maximum, field.logarithmic, this)) {
        adopt(m_box);
        connect(m_box, &NumberSpinBox::valueChanged, this, [this](double value) {
            emit edited(FieldValue(std::clamp(value, this->field().minimum, this->field().maximum)));
        });
    }

    void setValue(const FieldValue& value) override {
        const QSignalBlocker quiet(m_box);
        const auto* whole = std::get_if<std::int64_t>(&value);
        const auto* real = std::get_if<double>(&value);
        const double number = real != nullptr ? *real : whole != nullptr ? double(*whole) : m_box->value();
        setRangeOf(*m_box, std::min(field().minimum, number), std::max(field().maximum, number));
        if (number != m_box->value())
            m_box->setValue(number);
        tellRange(*m_box, FieldValue(number));
    }

private:
    NumberSpinBox* m_box;
};

class BooleanEditor final : public FieldEditor {
public:
    BooleanEditor(const Field& field, QWidget* parent)
        : FieldEditor(field, parent)
        , m_box(new QCheckBox(this)) {
        adopt(m_box);
        connect(m_box, &QCheckBox::toggled, this, [this](bool on) { emit edited(FieldValue(on)); });
    }

    void setValue(const FieldValue& value) override {
        const QSignalBlocker quiet(m_box);
        if (const bool* on = std::get_if<bool>(&value))
            m_box->setChecked(*on);
    }

private:
    QCheckBox* m_box;
};

class ChoiceEditor final : public FieldEditor {
public:
    ChoiceEditor(const Field& field, QWidget* parent)
        : FieldEditor(field, parent)
        , m_list(new QComboBox(this)) {
        for (const std::string& word : field.choices)
            m_list->addItem(choiceTitle(word), QString::fromStdString(word));
        m_list->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        m_list->setMinimumContentsLength(8);
        adopt(m_list);
        connect(m_list, &QComboBox::currentIndexChanged, this,
                [this] { emit edited(FieldValue(m_list->currentData().toString().toStdString())); });
    }

    void setValue(const FieldValue& value) override {
        const QSignalBlocker quiet(m_list);
        if (const auto* word = std::get_if<std::string>(&value))
            m_list->setCurrentIndex(m_list->findData(QString::fromStdString(*word)));
    }

private:
    QComboBox* m_list;
};

/// A known number of sizes: one box each.
class SizesEditor final : public FieldEditor {
public:
    SizesEditor(const Field& field, QWidget* parent)
        : FieldEditor(field, parent) {
        for (std::size_t i = 0; i < field.sizeCount; ++i) {
            auto* box = new WholeSpinBox(this);
            box->setRange(asInt(field.minimum), asInt(field.maximum));
            if (i > 0)
                adopt(new QLabel(QStringLiteral("×"), this));
            adopt(box);
            box->setAccessibleName(
                QCoreApplication::translate("protomind::FieldEditor", "%1, number %2 of %3")
                    .arg(worded(field.label))
                    .arg(i + 1)
                    .arg(field.sizeCount));
            connect(box, &WholeSpinBox::valueChanged, this, &SizesEditor::send);
            m_boxes.push_back(box);
        }
    }

    void setValue(const FieldValue& value) override {
        const auto* sizes = std::get_if<std::vector<std::int64_t>>(&value);
        if (sizes == nullptr || sizes->size() != m_boxes.size())
            return;
        for (std::size_t i = 0; i < m_boxes.size(); ++i) {
            const QSignalBlocker quiet(m_boxes[i]);
            if (m_boxes[i]->value() != (*sizes)[i])
                m_boxes[i]->setValue(asInt(double((*sizes)[i])));
        }
    }

private:
    void send() {
        std::vector<std::int64_t> sizes;
        for (const WholeSpinBox* box : m_boxes)
            sizes.push_back(box->value());
        emit edited(FieldValue(std::move(sizes)));
    }

    std::vector<WholeSpinBox*> m_boxes;
};

/// Any number of sizes, as text: "28 × 28 × 1". Commas, spaces and x part them as well.
class SizesLineEditor final : public FieldEditor {
public:
    SizesLineEditor(const Field& field, QWidget* parent)
        : FieldEditor(field, parent)
        , m_line(new QLineEdit(this)) {
        m_line->setPlaceholderText(QStringLiteral("28 × 28 × 1"));
        adopt(m_line);
        connect(m_line, &QLineEdit::textEdited, this, &SizesLineEditor::read);
        connect(m_line, &QLineEdit::editingFinished, this, &SizesLineEditor::finish);
    }

    void setValue(const FieldValue& value) override {
        const auto* sizes = std::get_if<std::vector<std::int64_t>>(&value);
        if (sizes == nullptr)
            return;
        // While it is being typed, the text is the person's.
        const bool typing = m_typing && parsed(m_line->text()) == *sizes;
        m_sizes = *sizes;
        if (!typing) {
            m_line->setText(valueText(field(), value));
            m_typing = false;
        }
        complain({});
    }

private:
    /// None where something else than sizes stands there; "1,234" could be one size or two.
    static std::optional<std::vector<std::int64_t>> parsed(const QString& text) {
        static const QRegularExpression kForm(QStringLiteral("^\\s*[0-9]*([\\s×xX*,]+[0-9]+)*[\\s×xX*,]*$"));
        static const QRegularExpression kUnclear(
            QStringLiteral("(?<![0-9,])[1-9][0-9]{0,2}(,[0-9]{3})+(?![0-9,])"));
        static const QRegularExpression kSeparators(QStringLiteral("[^0-9]+"));
        if (!kForm.match(text).hasMatch() || kUnclear.match(text).hasMatch())
            return std::nullopt;
        std::vector<std::int64_t> sizes;
        for (const QString& number : text.split(kSeparators, Qt::SkipEmptyParts)) {
            bool fits = false;
            sizes.push_back(number.toLongLong(&fits));
            if (!fits)
                return std::nullopt;
        }
        return sizes;
    }

    /// Why a text is not taken; empty where it is.
    [[nodiscard]] QString complaintAbout(const QString& text) const {
        const auto sizes = parsed(text);
        if (!sizes)
            return QCoreApplication::translate("protomind::FieldEditor",
                                               "Whole numbers go here, with × between them: 28 × 28 × 1.");
        const Result<void> valid = checkField(field(), FieldValue(*sizes));
        return valid ? QString() : worded(valid.error().sentence);
    }

    void read(const QString& text) {
        FieldComplaint::takeBack(*m_line);
        if (!std::exchange(m_typing, true))
            m_before = m_sizes;
        const QString complaint = complaintAbout(text);
        complain(complaint);
        if (complaint.isEmpty())
            take(*parsed(text));
    }

    void take(const std::vector<std::int64_t>& sizes) {
        if (sizes == m_sizes)
            return;
        m_sizes = sizes;
        emit edited(FieldValue(sizes));
        m_line->setModified(false); // Undone as a step of the document from here on.
    }

    /// What was taken on the way to a text that can't be is given up with it.
    void finish() {
        const QString complaint = std::exchange(m_typing, false) ? complaintAbout(m_line->text()) : QString();
        if (!complaint.isEmpty()) {
            take(m_before);
            FieldComplaint::say(*m_line, complaint);
        }
        setValue(FieldValue(m_sizes));
    }

    void complain(const QString& sentence) {
        m_line->setToolTip(sentence.isEmpty() ? worded(field().help) : sentence);
        m_line->setStyleSheet(sentence.isEmpty() ? QString()
                                                 : QStringLiteral("QLineEdit { color: #d64541; }"));
    }

    QLineEdit* m_line;
    std::vector<std::int64_t> m_sizes;
    std::vector<std::int64_t> m_before; ///< the typing began
    bool m_typing = false;              ///< the text is as the person wrote it
};

} // namespace

FieldEditor::FieldEditor(const Field& field, QWidget* parent)
    : QWidget(parent)
    , m_field(field)
    , m_gesture(newGesture()) {
    setObjectName(QStringLiteral("field.") + QString::fromStdString(field.name));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
}

void FieldEditor::adopt(QWidget* control) {
    layout()->addWidget(control);
    if (qobject_cast<QLabel*>(control) != nullptr)
        return;
    const QString help = worded(m_field.help);
    control->setAccessibleName(worded(m_field.label));
    control->setAccessibleDescription(help);
    control->setToolTip(help);
    control->setFocusPolicy(Qt::StrongFocus);
    control->installEventFilter(this);
    if (focusProxy() == nullptr)
        setFocusProxy(control);
    const bool narrow = qobject_cast<QCheckBox*>(control) != nullptr;
    control->setSizePolicy(narrow ? QSizePolicy::Maximum : QSizePolicy::Expanding, QSizePolicy::Fixed);
    if (narrow)
        static_cast<QHBoxLayout*>(layout())->addStretch();
}

void FieldEditor::tellRange(QWidget& control, const FieldValue& value) {
    const Result<void> fits = checkField(m_field, value);
    if (m_outside == !fits)
        return;
    m_outside = !fits;
    const QString sentence = fits ? worded(m_field.help) : worded(fits.error().sentence);
    control.setAccessibleDescription(sentence);
    control.setToolTip(sentence);
    QPalette colours;
    if (m_outside)
        colours.setColor(QPalette::Text, wrongColour(palette()));
    control.setPalette(colours);
}

bool FieldEditor::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::FocusIn)
        m_gesture = newGesture();
    return QWidget::eventFilter(watched, event);
}

FieldEditor* makeFieldEditor(const Field& field, QWidget* parent) {
    switch (field.type) {
    case FieldType::Integer:
        return new IntegerEditor(field, parent);
    case FieldType::Real:
        return new RealEditor(field, parent);
    case FieldType::Boolean:
        return new BooleanEditor(field, parent);
    case FieldType::Choice:
        return new ChoiceEditor(field, parent);
    case FieldType::Sizes:
        break;
    }
    if (field.sizeCount > 0)
        return new SizesEditor(field, parent);
    return new SizesLineEditor(field, parent);
}

QString valueText(const Field& field, const FieldValue& value) {
    struct Visitor {
        const Field& field;
        QString operator()(std::int64_t whole) const { return shownCount(whole); }
        QString operator()(double real) const { return shownNumber(real); }
        QString operator()(bool on) const {
            return on ? QCoreApplication::translate("protomind::FieldEditor", "yes")
                      : QCoreApplication::translate("protomind::FieldEditor", "no");
        }
        QString operator()(const std::string& word) const {
            return field.type == FieldType::Choice ? choiceTitle(word) : QString::fromStdString(word);
        }
        QString operator()(const std::vector<std::int64_t>& sizes) const {
            QStringList texts;
            for (const std::int64_t size : sizes)
                texts.append(QString::number(size));
            return texts.join(QStringLiteral(" × "));
        }
    };
    return std::visit(Visitor{field}, value);
}

} // namespace protomind
