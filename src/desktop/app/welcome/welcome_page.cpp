// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/welcome/welcome_page.h"

#include "desktop/app/preferences/preferences.h"
#include "desktop/app/theme/icons.h"
#include "desktop/app/welcome/recent_pictures.h"
#include "desktop/app/welcome/template_card.h"
#include "desktop/lessons/course_page.h"
#include "studio/network/template.h"

#include <QCheckBox>
#include <QDateTime>
#include <QEvent>
#include <QFileInfo>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace protomind {

namespace {

constexpr int kRecentCards = 3;
constexpr int kColumns = 3;
/// Wider lines are hard to read.
constexpr int kWidest = 1400;
const std::string kEasiestTemplate = "playground";

/// "today, 15:04", "yesterday, 9:30", "3 March".
QString when(const QDateTime& time) {
    const qint64 days = time.date().daysTo(QDate::currentDate());
    const QString clock = QLocale().toString(time.time(), QLocale::ShortFormat);
    if (days == 0)
        return WelcomePage::tr("today, %1").arg(clock);
    if (days == 1)
        return WelcomePage::tr("yesterday, %1").arg(clock);
    return QLocale().toString(time.date(), QLocale::LongFormat);
}

} // namespace

WelcomePage::WelcomePage(TemplatePictures& templatePictures, const RecentPictures& recentPictures,
                         Preferences& preferences, QWidget* parent)
    : QScrollArea(parent)
    , m_recentPictures(recentPictures)
    , m_preferences(preferences) {
    setObjectName(QStringLiteral("welcomePage"));
    setAccessibleName(tr("Welcome"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    auto* page = new QWidget(this);
    auto* aside = new QHBoxLayout(page);
    auto* column = new QWidget(page);
    column->setMaximumWidth(kWidest);
    aside->setContentsMargins(0, 0, 0, 0);
    aside->addWidget(column);
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(24, 8, 24, 8);
    layout->setSpacing(6);
    makeHead(*layout);
    m_recentHeading = heading(tr("Continue where you were"));
    m_recent = new QGridLayout;
    m_learnHeading = heading(tr("Learn by doing"));
    m_learn = new QGridLayout;
    m_beginHeading = heading(tr("Begin with"));
    m_begin = new QGridLayout;
    layout->addWidget(m_recentHeading);
    layout->addLayout(m_recent);
    layout->addWidget(m_learnHeading);
    layout->addLayout(m_learn);
    layout->addWidget(m_beginHeading);
    layout->addLayout(m_begin);
    layout->addStretch(1);
    makeFoot(*layout);
    makeTemplates(templatePictures);
    setWidget(page);
    restyle();
    refresh();
}

QLabel* WelcomePage::heading(const QString& text) {
    auto* label = new QLabel(text, this);
    label->setTextFormat(Qt::PlainText);
    return label;
}

void WelcomePage::makeHead(QVBoxLayout& layout) {
    auto* head = new QHBoxLayout;
    auto* picture = new QLabel(this);
    picture->setPixmap(programIcon().pixmap(56, 56));
    picture->setAccessibleName(tr("The program's icon"));
    head->addWidget(picture, 0, Qt::AlignTop);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    m_title = heading(tr("Welcome to Protomind"));
    auto* sentence = new QLabel(tr("Draw a network, let it learn on your own computer, and look at what it "
                                   "does. Nothing can break: every "
                                   "step can be undone."),
                                this);
    sentence->setWordWrap(true);
    words->addWidget(m_title);
    words->addWidget(sentence);
    head->addLayout(words, 1);
    auto* close = new QToolButton(this);
    close->setObjectName(QStringLiteral("welcomeClose"));
    close->setIcon(themedIcon(QStringLiteral("close")));
    close->setAutoRaise(true);
    close->setToolTip(tr("Go to the canvas (Esc)"));
    close->setAccessibleName(tr("Go to the canvas"));
    connect(close, &QToolButton::clicked, this, &WelcomePage::closed);
    head->addWidget(close, 0, Qt::AlignTop);
    layout.addLayout(head);
}

void WelcomePage::makeTemplates(TemplatePictures& pictures) {
    for (const NetworkTemplate& source : networkTemplates()) {
        auto* card = new TemplateCard(source, widget());
        pictures.load(card);
        connect(card, &TemplateCard::clicked, this, [this, &source] { emit templateChosen(&source); });
        m_beginCards.push_back(card);
    }
    auto* empty = new StartCard(tr("Empty canvas"), tr("Draw a network of your own, layer by layer."));
    empty->setObjectName(QStringLiteral("welcomeEmpty"));
    empty->setPictureIcon(themedIcon(QStringLiteral("new"), QPalette::Text));
    connect(empty, &StartCard::clicked, this, &WelcomePage::emptyWanted);
    auto* open = new StartCard(tr("Open a file"),
                               tr("A project or a network that was saved. Or drag it onto the window."));
    open->setObjectName(QStringLiteral("welcomeOpen"));
    open->setPictureIcon(themedIcon(QStringLiteral("open"), QPalette::Text));
    connect(open, &StartCard::clicked, this, &WelcomePage::openWanted);
    m_beginCards.push_back(empty);
    m_beginCards.push_back(open);
}

void WelcomePage::makeFoot(QVBoxLayout& layout) {
    m_atStart = new QCheckBox(tr("&Show this page at the start"), this);
    m_atStart->setObjectName(QStringLiteral("welcomeAtStart"));
    connect(m_atStart, &QCheckBox::toggled, this, [this](bool on) { m_preferences.setWelcomeClosed(!on); });
    layout.addWidget(m_atStart);
}

void WelcomePage::refresh() {
    m_atStart->setChecked(!m_preferences.welcomeClosed());
    fillRecent();
    arrange();
    StartCard* first = !m_recentCards.empty()  ? m_recentCards.front()
                       : !m_learnCards.empty() ? m_learnCards.front()
                                               : m_beginCards.front();
    first->setFocus();
}

void WelcomePage::fillRecent() {
    for (StartCard* card : m_recentCards) {
        // It may be in the middle of its own click.
        card->hide();
        card->setParent(nullptr);
        card->deleteLater();
    }
    m_recentCards.clear();
    for (const QString& path : m_preferences.recentFiles().mid(0, kRecentCards)) {
        const QFileInfo file(path);
        auto* card = new StartCard(file.completeBaseName(), when(file.lastModified()), widget());
        card->setObjectName(QStringLiteral("recent"));
        card->setToolTip(path);
        card->setPicture(m_recentPictures.picture(path));
        card->setPictureIcon(programIcon());
        connect(card, &StartCard::clicked, this, [this, path] { emit projectChosen(path); });
        m_recentCards.push_back(card);
    }
    for (StartCard* card : m_beginCards)
        if (auto* source = qobject_cast<TemplateCard*>(card))
            source->setRecommended(m_recentCards.empty() && m_learnCards.empty() &&
                                           source->source().name == kEasiestTemplate
                                       ? tr("A good first step")
                                       : QString());
}

void WelcomePage::setLessons(const std::vector<CourseEntry>& entries) {
    for (StartCard* card : m_learnCards) {
        card->hide();
        card->setParent(nullptr);
        card->deleteLater();
    }
    m_learnCards.clear();
    // Where to go on comes first, and all of them are one press away.
    std::vector<CourseEntry> shown;
    const int recommended = recommendedLesson(entries);
    if (recommended >= 0)
        shown.push_back(entries[static_cast<std::size_t>(recommended)]);
    for (const CourseEntry& entry : entries)
        if (entry.problem.empty() && shown.size() + 1 < kColumns &&
            (shown.empty() || entry.id != shown.front().id))
            shown.push_back(entry);
    for (const CourseEntry& entry : shown) {
        const QString words = QString::fromStdString(entry.summary) + QLatin1Char('\n') +
                              tr("%1 minutes · %2").arg(entry.minutes).arg(levelText(entry.level));
        auto* card = new StartCard(QString::fromStdString(entry.title), words, widget());
        card->setObjectName(QStringLiteral("welcomeLesson"));
        card->setPictureIcon(themedIcon(QStringLiteral("lessons"), QPalette::Text));
        if (&entry == &shown.front() && recommended >= 0)
            card->setRecommended(entry.begun ? tr("Go on here") : tr("A good first step"));
        connect(card, &StartCard::clicked, this,
                [this, id = QString::fromStdString(entry.id)] { emit lessonChosen(id); });
        m_learnCards.push_back(card);
    }
    auto* all = new StartCard(tr("All lessons"),
                              tr("The way through them as a map, with what you have done."), widget());
    all->setObjectName(QStringLiteral("welcomeLessons"));
    all->setPictureIcon(themedIcon(QStringLiteral("lessons"), QPalette::Text));
    connect(all, &StartCard::clicked, this, &WelcomePage::lessonsWanted);
    m_learnCards.push_back(all);
    if (entries.empty()) {
        all->deleteLater();
        m_learnCards.clear();
    }
    refresh();
}

void WelcomePage::arrange() {
    int widest = 1;
    for (const StartCard* card : m_beginCards)
        widest = std::max(widest, card->minimumSizeHint().width());
    const int room = std::min(viewport()->width(), kWidest) - 2 * 24;
    const int columns = std::clamp(room / (widest + m_begin->horizontalSpacing()), 1, kColumns);
    const auto place = [columns](QGridLayout& grid, const std::vector<StartCard*>& cards) {
        for (StartCard* card : cards)
            grid.removeWidget(card);
        for (int column = 0; column < kColumns; ++column)
            grid.setColumnStretch(column, column < columns ? 1 : 0);
        for (std::size_t i = 0; i < cards.size(); ++i) {
            const int index = static_cast<int>(i);
            grid.addWidget(cards[i], index / columns, index % columns);
            cards[i]->show();
        }
    };
    place(*m_recent, m_recentCards);
    place(*m_learn, m_learnCards);
    place(*m_begin, m_beginCards);
    m_learnHeading->setVisible(!m_learnCards.empty());
    m_recentHeading->setVisible(!m_recentCards.empty());
    for (std::size_t i = 1; i < m_beginCards.size(); ++i)
        setTabOrder(m_beginCards[i - 1], m_beginCards[i]);
}

void WelcomePage::restyle() {
    QFont large = font();
    large.setPointSizeF(font().pointSizeF() * 1.6);
    large.setBold(true);
    m_title->setFont(large);
    QFont medium = font();
    medium.setPointSizeF(font().pointSizeF() * 1.15);
    medium.setBold(true);
    m_recentHeading->setFont(medium);
    m_beginHeading->setFont(medium);
    m_learnHeading->setFont(medium);
}

void WelcomePage::resizeEvent(QResizeEvent* event) {
    QScrollArea::resizeEvent(event);
    arrange();
}

void WelcomePage::changeEvent(QEvent* event) {
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_title != nullptr && m_atStart != nullptr) {
        restyle();
        arrange();
    }
}

void WelcomePage::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        emit closed();
    else
        QScrollArea::keyPressEvent(event);
}

} // namespace protomind
