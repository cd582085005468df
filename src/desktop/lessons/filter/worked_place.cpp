// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lessons/filter/worked_place.h"

#include "desktop/words/shown_number.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <limits>

namespace protomind {

namespace {

constexpr int kLeastCell = 34;
constexpr int kMostCell = 64;
/// Beside the three grids: the signs between them, and the sum.
constexpr int kSignsWidth = 90;
constexpr int kSumWidth = 180;

QLabel* signLabel(const QString& text, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    QFont large = label->font();
    large.setPointSizeF(large.pointSizeF() * 1.5);
    label->setFont(large);
    return label;
}

} // namespace

WorkedPlace::WorkedPlace(QWidget* parent)
    : QWidget(parent)
    , m_pixels(new NumberGrid(NumberGrid::Ground::Grey, this))
    , m_kernel(new KernelGrid(this))
    , m_products(new NumberGrid(NumberGrid::Ground::Sign, this))
    , m_pixelsTitle(new QLabel(tr("Under the window"), this))
    , m_kernelTitle(new QLabel(this))
    , m_sum(new QLabel(this))
    , m_shown(new QLabel(this))
    , m_guessing(new QWidget(this))
    , m_guess(new QLineEdit(m_guessing))
    , m_give(new QPushButton(tr("Guess"), m_guessing)) {
    setObjectName(QStringLiteral("workedPlace"));
    m_pixels->setAccessibleName(tr("The pixels under the window"));
    m_products->setAccessibleName(tr("Each pixel times its number"));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(6);
    grid->setVerticalSpacing(2);
    grid->addWidget(m_pixelsTitle, 0, 1);
    grid->addWidget(m_kernelTitle, 0, 3);
    grid->addWidget(new QLabel(tr("Pixel times number"), this), 0, 5);
    grid->addWidget(m_pixels, 1, 1, Qt::AlignTop);
    grid->addWidget(signLabel(QStringLiteral("×"), this), 1, 2);
    grid->addWidget(m_kernel, 1, 3, Qt::AlignTop);
    grid->addWidget(signLabel(QStringLiteral("="), this), 1, 4);
    grid->addWidget(m_products, 1, 5, Qt::AlignTop);
    auto* answer = new QVBoxLayout;
    answer->setSpacing(2);
    QFont bold = m_sum->font();
    bold.setBold(true);
    bold.setPointSizeF(bold.pointSizeF() * 1.3);
    m_sum->setFont(bold);
    m_sum->setObjectName(QStringLiteral("filterSum"));
    m_shown->setObjectName(QStringLiteral("filterShown"));
    m_shown->setWordWrap(true);
    answer->addWidget(m_sum);
    answer->addWidget(m_shown);
    auto* row = new QHBoxLayout(m_guessing);
    row->setContentsMargins(0, 0, 0, 0);
    m_guess->setObjectName(QStringLiteral("outputGuess"));
    m_guess->setAccessibleName(tr("Your guess of the sum"));
    m_guess->setToolTip(tr("What do the nine numbers add up to? Type it before you see it."));
    m_guess->setPlaceholderText(tr("A number"));
    m_guess->setFixedWidth(m_guess->fontMetrics().horizontalAdvance(QStringLiteral("−00000.0000")));
    m_give->setObjectName(QStringLiteral("giveGuess"));
    m_give->setToolTip(tr("Shows the sum, and how far off the guess was"));
    m_give->setAccessibleName(tr("Guess"));
    row->addWidget(m_guess);
    row->addWidget(m_give);
    row->addStretch(1);
    answer->addWidget(m_guessing);
    answer->addStretch(1);
    grid->addLayout(answer, 1, 6);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(6, 2);
    grid->setColumnStretch(7, 1);
    connect(m_give, &QPushButton::clicked, this, &WorkedPlace::guess);
    connect(m_guess, &QLineEdit::returnPressed, this, &WorkedPlace::guess);
}

void WorkedPlace::guess() {
    if (!m_guessing->isVisible())
        return;
    if (const auto number = typedNumber(m_guess->text()))
        emit guessed(*number);
    else
        m_shown->setText(tr("Type a number, such as %1.").arg(shownNumber(120)));
}

QSize WorkedPlace::minimumSizeHint() const {
    return {3 * m_columns * kLeastCell + kSignsWidth + kSumWidth, QWidget::minimumSizeHint().height()};
}

QString WorkedPlace::sumText() const {
    return m_sum->text();
}

void WorkedPlace::showPlace(const PictureFilter& filter, const FilterVisit& visit, Sum sum, GreyScale scale) {
    const FilterPlace place = visit.place(filter);
    const FilterGuess* given = sum == Sum::AskedFor ? visit.guessAt(place, filter) : nullptr;
    const bool hidden = sum != Sum::Shown && given == nullptr;
    std::vector<double> pixels;
    std::vector<double> products;
    std::vector<bool> outside;
    const auto covered = pixelsUnder(filter, *visit.picture(), place);
    for (std::size_t i = 0; i < covered.size(); ++i) {
        pixels.push_back(static_cast<double>(covered[i].pixel));
        outside.push_back(!covered[i].isInside);
        products.push_back(hidden ? std::numeric_limits<double>::quiet_NaN()
                                  : pixels.back() * filter.kernel[i]);
    }
    m_rows = static_cast<int>(filter.window.size[0]);
    m_columns = static_cast<int>(filter.window.size[1]);
    m_pixels->setNumbers(std::move(pixels), m_columns, std::move(outside));
    m_products->setNumbers(std::move(products), m_columns);
    m_kernel->setNumbers(filter.kernel, m_rows, m_columns);
    m_kernelTitle->setText(tr("Kernel, sum %1").arg(filterNumber(filter.sum())));
    layOut();
    if (hidden && place != m_place)
        m_guess->clear();
    m_place = place;
    showSum(outputAt(filter, *visit.picture(), place), given, sum, scale);
}

void WorkedPlace::showSum(double answer, const FilterGuess* given, Sum sum, GreyScale scale) {
    const bool hidden = sum != Sum::Shown && given == nullptr;
    m_guessing->setVisible(hidden && sum == Sum::AskedFor);
    m_sum->setText(hidden ? tr("Sum: ?") : tr("Sum: %1").arg(filterNumber(answer)));
    if (hidden) {
        m_shown->setText(sum == Sum::AskedFor ? tr("What is the sum?") : tr("First make your guess."));
        return;
    }
    const int grey = greyOf(answer, scale);
    QString words;
    if (given != nullptr) {
        const double off = std::abs(given->guess - given->answer);
        words = off == 0 ? tr("You said %1: exactly.").arg(filterNumber(given->guess))
                         : tr("You said %1: %2 off.").arg(filterNumber(given->guess), filterNumber(off));
    } else if (scale == GreyScale::ZeroIsGrey) {
        words = tr("Shown as grey %1: grey is zero.").arg(grey);
    } else if (answer < 0) {
        words = tr("Below 0: shown as black.");
    } else if (answer > static_cast<double>(kWhite)) {
        words = tr("Above 255: shown as white.");
    } else {
        words = tr("Shown as grey %1.").arg(grey);
    }
    m_shown->setText(words);
}

void WorkedPlace::showProblem(const QString& sentence) {
    m_guessing->hide();
    m_sum->clear();
    m_shown->setText(sentence);
    m_pixels->setNumbers({}, m_columns);
    m_products->setNumbers({}, m_columns);
}

void WorkedPlace::layOut() {
    const int room = (width() - kSignsWidth - kSumWidth) / (3 * m_columns);
    const int high = fontMetrics().height() * 7 / 4;
    const QSize cell(std::clamp(room, kLeastCell, kMostCell), high);
    m_pixels->setCellSize(cell);
    m_kernel->setCellSize(cell);
    m_products->setCellSize(cell);
}

void WorkedPlace::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    layOut();
}

} // namespace protomind
