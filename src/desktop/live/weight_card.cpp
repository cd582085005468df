// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/live/weight_card.h"

#include "desktop/words/shown_number.h"
#include "desktop/words/worded.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <cmath>

namespace protomind {

namespace {

constexpr int kBesidePointer = 18;

std::optional<double> numberAt(const HostArray& array, const Shape& shape, std::size_t index) {
    if (array.shape != shape)
        return std::nullopt;
    return array.values[index];
}

QString signedValue(double value) {
    const QString text = shortValue(value);
    return value > 0 ? QStringLiteral("+") + text : text;
}

QString row(const QString& name, const QString& value) {
    return QStringLiteral("<tr><td>%1&nbsp;&nbsp;</td><td align='right'><b>%2</b></td></tr>")
        .arg(name, value);
}

/// With a penalty in its parts: the loss that is shown is that of the data alone, and training goes by both.
QString gradientRows(const WeightFacts& facts) {
    if (!facts.gradient)
        return row(WeightCard::tr("gradient ∂L/∂w"), WeightCard::tr("not yet known"));
    if (!facts.penaltyGradient)
        return row(WeightCard::tr("gradient ∂L/∂w"), signedValue(*facts.gradient));
    return row(WeightCard::tr("gradient of the loss ∂L/∂w"), signedValue(*facts.gradient)) +
           row(WeightCard::tr("of the penalty ∂P/∂w"), signedValue(*facts.penaltyGradient)) +
           row(WeightCard::tr("of both together"), signedValue(*facts.gradient + *facts.penaltyGradient));
}

QString meaningOf(const WeightFacts& facts) {
    const double ofLoss = facts.gradient.value_or(0);
    const double ofPenalty = facts.penaltyGradient.value_or(0);
    const double ofBoth = ofLoss + ofPenalty;
    if (ofPenalty == 0 || ofBoth == 0)
        return ofBoth == 0  ? QString()
               : ofBoth > 0 ? WeightCard::tr("A larger w would raise the loss.")
                            : WeightCard::tr("A larger w would lower the loss.");
    if (ofLoss * ofBoth >= 0)
        return ofBoth > 0 ? WeightCard::tr("A larger w would raise loss and penalty together;<br>"
                                           "training makes their sum small.")
                          : WeightCard::tr("A larger w would lower loss and penalty together;<br>"
                                           "training makes their sum small.");
    return ofBoth > 0 ? WeightCard::tr("A larger w would lower the loss, but raise the penalty more;<br>"
                                       "training makes their sum small.")
                      : WeightCard::tr("A larger w would raise the loss, but lower the penalty more;<br>"
                                       "training makes their sum small.");
}

} // namespace

WeightFacts WeightFacts::of(const LayerWeights& weights, const WeightPlace& place) {
    WeightFacts facts;
    const Shape& shape = weights.values.shape;
    const auto index = std::size_t(place.from * shape[1] + place.to);
    facts.weight = weights.values.values[index];
    facts.gradient = numberAt(weights.gradient, shape, index);
    facts.penaltyGradient = numberAt(weights.penaltyGradient, shape, index);
    facts.update = numberAt(weights.update, shape, index);
    facts.gradientStep = weights.gradientStep;
    return facts;
}

WeightCard::WeightCard(QWidget* parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
    , m_box(new QLineEdit(this))
    , m_hint(new QLabel(this)) {
    setObjectName(QStringLiteral("weightCard"));
    setAccessibleName(tr("Weight"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setFocusProxy(m_box);
    m_text->setTextFormat(Qt::RichText);
    m_box->setObjectName(QStringLiteral("weightBox"));
    m_box->setAccessibleName(tr("New value of the weight"));
    m_box->installEventFilter(this);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 8, 10, 8);
    layout->setSpacing(4);
    layout->addWidget(m_text);
    layout->addWidget(m_box);
    layout->addWidget(m_hint);
    hide();
}

void WeightCard::show(const QPoint& beside, const WeightFacts& facts, bool byKey) {
    if (isEditing())
        return;
    m_box->hide();
    m_hint->setText(byKey ? tr("←→ comes from, ↑↓ goes to.\nType a value, or Esc.")
                          : tr("Click to type a value."));
    setAttribute(Qt::WA_TransparentForMouseEvents, true);
    refresh(facts);
    place(beside);
    QFrame::show();
    raise();
}

void WeightCard::refresh(const WeightFacts& facts) {
    QString table = QStringLiteral("<table cellspacing='0' cellpadding='1'>");
    table += row(tr("weight w"), shortValue(facts.weight));
    table += gradientRows(facts);
    table += row(tr("last update"), facts.update ? signedValue(*facts.update) : tr("not yet known"));
    table += QStringLiteral("</table>");
    m_text->setText(QStringLiteral("<div>%1<br>→ %2</div>%3<div>%4</div>")
                        .arg(facts.from.toHtmlEscaped(), facts.to.toHtmlEscaped(), table, meaningOf(facts)));
    setAccessibleDescription(tr("From %1 to %2: %3").arg(facts.from, facts.to, shortValue(facts.weight)));
    if (!m_box->isVisible())
        m_box->setText(shownNumber(facts.weight, 'g', 4));
    if (isVisible())
        place(m_beside);
}

void WeightCard::place(const QPoint& beside) {
    m_beside = beside;
    adjustSize();
    const QRect room = parentWidget()->rect();
    QPoint corner = beside + QPoint(kBesidePointer, kBesidePointer);
    if (corner.x() + width() > room.right())
        corner.setX(beside.x() - kBesidePointer - width());
    if (corner.y() + height() > room.bottom())
        corner.setY(beside.y() - kBesidePointer - height());
    move(qMax(0, corner.x()), qMax(0, corner.y()));
}

void WeightCard::edit(const QString& begun) {
    setAttribute(Qt::WA_TransparentForMouseEvents, false);
    m_hint->setText(tr("Enter sets it, Esc leaves it as it is."));
    m_box->show();
    place(m_beside);
    m_box->setFocus(Qt::MouseFocusReason);
    if (begun.isEmpty())
        m_box->selectAll();
    else
        m_box->setText(begun);
}

bool WeightCard::isEditing() const {
    return isVisible() && m_box->isVisible();
}

void WeightCard::leave() {
    if (!isVisible())
        return;
    const bool hadFocus = m_box->hasFocus();
    m_box->hide();
    hide();
    if (hadFocus)
        parentWidget()->setFocus(); // not whichever control comes next
    emit left();
}

void WeightCard::accept() {
    const auto value = typedNumber(m_box->text());
    if (!value || std::abs(*value) > 1e6) {
        const bool unclear = !value && !value.error().remedy.empty();
        m_hint->setText(unclear ? worded(value.error().sentence) + QLatin1Char('\n') +
                                      worded(value.error().remedy)
                                : tr("A weight is a number, such as 0.5 or −1.25."));
        place(m_beside);
        return;
    }
    leave();
    emit typed(*value);
}

bool WeightCard::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_box && event->type() == QEvent::FocusOut && isEditing()) {
        leave();
    } else if (watched == m_box &&
               (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride) &&
               static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        if (event->type() == QEvent::KeyPress)
            leave();
        return true;
    }
    // Taken whole: the canvas below has a meaning of its own for Enter.
    if (watched == m_box && event->type() == QEvent::KeyPress &&
        (static_cast<QKeyEvent*>(event)->key() == Qt::Key_Return ||
         static_cast<QKeyEvent*>(event)->key() == Qt::Key_Enter)) {
        accept();
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace protomind
