// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lessons/line_fit/points_editor.h"

#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextBlock>
#include <QVBoxLayout>

#include <utility>

namespace protomind {

namespace {

/// More problems than these are counted, not listed.
constexpr std::size_t kMostListed = 4;
constexpr int kMostFigures = 9;

} // namespace

PointsEditor::PointsEditor(std::span<const FitPoint> points, ParsePoints parse, QWidget* parent)
    : QDialog(parent)
    , m_parse(std::move(parse))
    , m_text(new QPlainTextEdit(this))
    , m_says(new QLabel(this)) {
    setObjectName(QStringLiteral("pointsEditor"));
    setWindowTitle(tr("Points"));
    auto* help = new QLabel(
        tr("One point a line: x and y. Type them, or paste two columns from a table or a CSV file."), this);
    help->setWordWrap(true);
    m_text->setObjectName(QStringLiteral("pointsText"));
    m_text->setAccessibleName(tr("Points, one a line: x and y"));
    m_text->setPlaceholderText(QStringLiteral("0.5, 0.62\n-0.3, 0.1"));
    m_text->setTabChangesFocus(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPointSizeF(font().pointSizeF());
    m_text->setFont(fixed);
    m_text->setPlainText(textOfPoints(points));
    m_says->setObjectName(QStringLiteral("pointsSays"));
    m_says->setWordWrap(true);
    m_says->setTextFormat(Qt::PlainText);
    m_says->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_says->setMinimumHeight(fontMetrics().lineSpacing() * 3);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_take = buttons->addButton(tr("Use these points"), QDialogButtonBox::AcceptRole);
    m_take->setObjectName(QStringLiteral("takePoints"));
    m_take->setDefault(true);
    auto* column = new QVBoxLayout(this);
    column->addWidget(help);
    column->addWidget(m_text, 1);
    column->addWidget(m_says);
    column->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 52, fontMetrics().lineSpacing() * 22);
    connect(m_text, &QPlainTextEdit::textChanged, this, &PointsEditor::read);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        emit taken(m_points);
        accept();
    });
    read();
}

void PointsEditor::read() {
    auto read = m_parse(m_text->toPlainText());
    m_points.clear();
    QString says;
    if (read) {
        m_points = std::move(read->points);
        says = m_points.size() == 1 ? tr("1 point") : tr("%1 points").arg(m_points.size());
        if (read->headingsLine > 0)
            says += QLatin1Char('\n') + tr("Line %1 names the columns.").arg(read->headingsLine);
        markLines({});
    } else {
        QStringList lines;
        for (const PointsProblem& problem : read.error()) {
            if (static_cast<std::size_t>(lines.size()) == kMostListed) {
                lines << tr("And %1 more.").arg(read.error().size() - kMostListed);
                break;
            }
            lines << (problem.line > 0 ? tr("Line %1: %2").arg(problem.line).arg(problem.sentence)
                                       : problem.sentence);
        }
        says = lines.join(QLatin1Char('\n'));
        markLines(read.error());
    }
    m_says->setText(says);
    m_text->setAccessibleDescription(says);
    m_take->setEnabled(read.has_value());
    m_take->setToolTip(read ? QString() : tr("First put right what is said above."));
}

void PointsEditor::markLines(std::span<const PointsProblem> problems) {
    QList<QTextEdit::ExtraSelection> marks;
    for (const PointsProblem& problem : problems) {
        if (problem.line < 1)
            continue;
        const QTextBlock block = m_text->document()->findBlockByNumber(problem.line - 1);
        if (!block.isValid())
            continue;
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(block);
        mark.cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        QColor ground = QColor::fromRgb(0xd55e00);
        ground.setAlpha(50);
        mark.format.setBackground(ground);
        mark.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        mark.format.setUnderlineColor(QColor::fromRgb(0xd55e00));
        mark.format.setProperty(QTextFormat::FullWidthSelection, true);
        marks.append(mark);
    }
    m_text->setExtraSelections(marks);
}

QString textOfPoints(std::span<const FitPoint> points) {
    QString text;
    for (const FitPoint& point : points)
        text += QString::number(point.x, 'g', kMostFigures) + QStringLiteral(", ") +
                QString::number(point.y, 'g', kMostFigures) + QLatin1Char('\n');
    return text;
}

} // namespace protomind
