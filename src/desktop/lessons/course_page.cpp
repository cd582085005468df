// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lessons/course_page.h"

#include "desktop/style/laboratory_style.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>
#include <map>

namespace protomind {

namespace {

constexpr int kColumnGap = 48;
constexpr int kRowGap = 18;

std::map<std::string, std::size_t> indexById(const std::vector<CourseEntry>& entries) {
    std::map<std::string, std::size_t> index;
    for (std::size_t i = 0; i < entries.size(); ++i)
        index[entries[i].id] = i;
    return index;
}

} // namespace

std::vector<int> courseColumns(const std::vector<CourseEntry>& entries) {
    const auto index = indexById(entries);
    std::vector<int> columns(entries.size(), 0);
    // As often as there are entries: enough for the longest chain, and an end for a circle.
    for (std::size_t round = 0; round < entries.size(); ++round)
        for (std::size_t i = 0; i < entries.size(); ++i)
            for (const std::string& need : entries[i].needs)
                if (const auto before = index.find(need); before != index.end() && before->second != i)
                    columns[i] = std::min(std::max(columns[i], columns[before->second] + 1),
                                          static_cast<int>(entries.size()) - 1);
    return columns;
}

int recommendedLesson(const std::vector<CourseEntry>& entries) {
    const auto index = indexById(entries);
    for (std::size_t i = 0; i < entries.size(); ++i)
        if (entries[i].begun && !entries[i].finished && entries[i].problem.empty())
            return static_cast<int>(i);
    const std::vector<int> columns = courseColumns(entries);
    int best = -1;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const bool ready = std::ranges::all_of(entries[i].needs, [&](const std::string& need) {
            const auto before = index.find(need);
            return before == index.end() || entries[before->second].finished;
        });
        if (ready && !entries[i].finished && entries[i].problem.empty() &&
            (best < 0 || columns[i] < columns[static_cast<std::size_t>(best)]))
            best = static_cast<int>(i);
    }
    return best;
}

/// The cards in their columns, and the ways between them.
class CoursePage::Map : public QWidget {
public:
    using QWidget::QWidget;

    void arrange(const std::vector<LessonCard*>& cards, const std::vector<int>& columns) {
        m_cards = cards;
        m_columns = columns;
        place();
    }

    /// Lessons of no course first, then each course below a heading of its own.
    void place() {
        int right = 0;
        int bottom = 0;
        int width = 0;
        for (const LessonCard* card : m_cards)
            width = std::max(width, card->sizeHint().width());
        m_headings.clear();
        for (const std::string& course : coursesOf(m_cards))
            placeCourse(course, width, right, bottom);
        setMinimumSize(right + 2, bottom + 2);
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(palette().color(QPalette::Mid), 2 * lineScale()));
        for (const LessonCard* card : m_cards)
            for (const std::string& need : card->entry().needs)
                for (const LessonCard* before : m_cards)
                    if (before->entry().id == need)
                        paintWay(painter, before->geometry(), card->geometry());
        painter.setPen(palette().color(QPalette::WindowText));
        painter.setFont(headingFont());
        for (const auto& [place, text] : m_headings) {
            painter.fillRect(painter.fontMetrics().boundingRect(text).translated(place).adjusted(-2, 0, 6, 0),
                             palette().color(QPalette::Window));
            painter.drawText(place, text);
        }
    }

private:
    [[nodiscard]] QFont headingFont() const {
        QFont heading = font();
        heading.setBold(true);
        heading.setPointSizeF(heading.pointSizeF() * 1.2);
        return heading;
    }

    /// In the order of their first lessons; that of no course comes first.
    static std::vector<std::string> coursesOf(const std::vector<LessonCard*>& cards) {
        std::vector<std::string> courses{{}};
        for (const LessonCard* card : cards)
            if (std::ranges::find(courses, card->entry().course) == courses.end())
                courses.push_back(card->entry().course);
        return courses;
    }

    /// Of a course's lessons, the column of the first. A course begins at the left, however late it comes.
    [[nodiscard]] int firstColumn(const std::string& course) const {
        if (course.empty())
            return 0;
        int column = std::numeric_limits<int>::max();
        for (std::size_t i = 0; i < m_cards.size(); ++i)
            if (m_cards[i]->entry().course == course)
                column = std::min(column, m_columns[i]);
        return column;
    }

    void placeCourse(const std::string& course, int width, int& right, int& bottom) {
        int first = bottom == 0 ? 0 : bottom + kRowGap;
        if (!course.empty()) {
            const QFontMetrics metrics(headingFont());
            first += kRowGap; // for the ways that come from above
            m_headings.emplace_back(QPoint(0, first + metrics.ascent()), QString::fromStdString(course));
            first += metrics.height() + kRowGap / 3;
        }
        const int firstOfCourse = firstColumn(course);
        std::map<int, int> tops;
        for (std::size_t i = 0; i < m_cards.size(); ++i) {
            LessonCard* card = m_cards[i];
            if (card->entry().course != course)
                continue;
            const int column = m_columns[i] - firstOfCourse;
            int& top = tops.try_emplace(column, first).first->second;
            const int left = column * (width + kColumnGap);
            const int height = card->heightForWidth(width);
            card->setGeometry(left, top, width, height);
            card->show();
            top += height + kRowGap;
            right = std::max(right, left + width);
            bottom = std::max(bottom, top - kRowGap);
        }
    }

    static void paintWay(QPainter& painter, const QRect& from, const QRect& to) {
        if (to.left() <= from.right()) {
            paintWayDown(painter, from, to);
            return;
        }
        const QPointF begin(from.right() + 1, from.center().y());
        const QPointF end(to.left() - 1, to.center().y());
        const double reach = std::max(20.0, (end.x() - begin.x()) / 2);
        QPainterPath path(begin);
        path.cubicTo(begin + QPointF(reach, 0), end - QPointF(reach, 0), end);
        painter.drawPath(path);
        painter.drawLine(end, end + QPointF(-8, -5));
        painter.drawLine(end, end + QPointF(-8, 5));
    }

    /// To a course that begins further left.
    static void paintWayDown(QPainter& painter, const QRect& from, const QRect& to) {
        const QPointF begin(from.center().x(), from.bottom() + 1);
        const QPointF end(to.center().x(), to.top() - 1);
        const double reach = std::max(20.0, (end.y() - begin.y()) / 2);
        QPainterPath path(begin);
        path.cubicTo(begin + QPointF(0, reach), end - QPointF(0, reach), end);
        painter.drawPath(path);
        painter.drawLine(end, end + QPointF(-5, -8));
        painter.drawLine(end, end + QPointF(5, -8));
    }

    std::vector<LessonCard*> m_cards;
    std::vector<int> m_columns;
    std::vector<std::pair<QPoint, QString>> m_headings;
};

CoursePage::CoursePage(QWidget* parent)
    : QScrollArea(parent) {
    setObjectName(QStringLiteral("coursePage"));
    setAccessibleName(tr("Lessons"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    auto* page = new QWidget(this);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(24, 12, 24, 16);
    layout->setSpacing(10);
    auto* head = new QHBoxLayout;
    m_title = new QLabel(tr("Lessons"), page);
    head->addWidget(m_title, 1);
    auto* whose = new QLabel(tr("&Learner"), page);
    head->addWidget(whose);
    m_learner = new QComboBox(page);
    m_learner->setObjectName(QStringLiteral("learner"));
    m_learner->setAccessibleName(tr("Learner"));
    m_learner->setToolTip(
        tr("Whose way this is: several people on one computer each keep their own. It is only a "
           "name, and stays on this computer."));
    whose->setBuddy(m_learner);
    connect(m_learner, &QComboBox::activated, this, [this](int index) {
        if (index == m_learner->count() - 1)
            emit newLearnerWanted();
        else
            emit learnerChosen(m_learner->itemText(index));
    });
    head->addWidget(m_learner);
    auto* close = new QToolButton(page);
    close->setObjectName(QStringLiteral("courseClose"));
    close->setText(QStringLiteral("✕"));
    close->setAutoRaise(true);
    close->setToolTip(tr("Go to the canvas (Esc)"));
    close->setAccessibleName(tr("Go to the canvas"));
    connect(close, &QToolButton::clicked, this, &CoursePage::closed);
    head->addWidget(close);
    layout->addLayout(head);
    auto* words =
        new QLabel(tr("Each lesson leads you through the program itself: you do, and it looks at what you "
                      "did. Leave whenever you like; you go on where you were."),
                   page);
    words->setWordWrap(true);
    layout->addWidget(words);
    m_empty = new QLabel(tr("There are no lessons here."), page);
    m_empty->hide();
    layout->addWidget(m_empty);
    m_map = new Map(page);
    layout->addWidget(m_map);
    layout->addStretch(1);
    setWidget(page);
    restyle();
}

void CoursePage::setEntries(const std::vector<CourseEntry>& entries) {
    for (LessonCard* card : m_cards) {
        card->hide();
        card->setParent(nullptr);
        card->deleteLater(); // It may be in the middle of its own click.
    }
    m_cards.clear();
    const int recommended = recommendedLesson(entries);
    for (std::size_t i = 0; i < entries.size(); ++i) {
        auto* card = new LessonCard(entries[i], m_map);
        card->setRecommended(static_cast<int>(i) == recommended);
        connect(card, &QAbstractButton::clicked, this,
                [this, id = QString::fromStdString(entries[i].id)] { emit lessonChosen(id); });
        m_cards.push_back(card);
    }
    m_map->arrange(m_cards, courseColumns(entries));
    m_empty->setVisible(entries.empty());
    if (recommended >= 0)
        m_cards[static_cast<std::size_t>(recommended)]->setFocus();
}

void CoursePage::setLearners(const QStringList& names, const QString& present) {
    const QSignalBlocker quiet(m_learner);
    m_learner->clear();
    m_learner->addItems(names);
    m_learner->addItem(tr("New learner…"));
    m_learner->setCurrentIndex(static_cast<int>(names.indexOf(present)));
}

void CoursePage::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        emit closed();
    else
        QScrollArea::keyPressEvent(event);
}

void CoursePage::changeEvent(QEvent* event) {
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_map)
        restyle();
}

void CoursePage::restyle() {
    QFont title = font();
    title.setBold(true);
    title.setPointSizeF(title.pointSizeF() * 1.6);
    m_title->setFont(title);
    m_map->place();
}

} // namespace protomind
