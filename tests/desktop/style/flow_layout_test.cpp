// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/style/flow_layout.h"

#include <QLabel>
#include <QWidget>

#include <gtest/gtest.h>

namespace protomind {
namespace {

class FlowLayoutTest : public testing::Test {
protected:
    FlowLayoutTest() {
        m_flow->setContentsMargins(0, 0, 0, 0);
        m_flow->setSpacing(10);
        for (QWidget*& box : m_boxes) {
            box = new QWidget;
            box->setFixedSize(100, 20);
            m_flow->addWidget(box);
        }
    }
    void layOut(int width) {
        m_window.resize(width, 300);
        m_flow->setGeometry(QRect(0, 0, width, 300));
    }

    QWidget m_window;
    FlowLayout* m_flow = new FlowLayout(&m_window);
    QWidget* m_boxes[3] = {};
};

TEST_F(FlowLayoutTest, StandsInOneRowWhereThereIsRoom) {
    layOut(320);
    EXPECT_EQ(m_boxes[2]->pos(), QPoint(220, 0));
    EXPECT_EQ(m_flow->heightForWidth(320), 20);
}

TEST_F(FlowLayoutTest, BreaksIntoRowsWhereThereIsNone) {
    layOut(319);
    EXPECT_EQ(m_boxes[1]->pos(), QPoint(110, 0));
    EXPECT_EQ(m_boxes[2]->pos(), QPoint(0, 25));
    EXPECT_EQ(m_flow->heightForWidth(319), 45);
    EXPECT_EQ(m_flow->heightForWidth(100), 70);
}

TEST_F(FlowLayoutTest, LeavesNoGapForWhatIsHidden) {
    m_boxes[1]->hide();
    layOut(320);
    EXPECT_EQ(m_boxes[2]->pos(), QPoint(110, 0));
}

TEST_F(FlowLayoutTest, NeedsTheWidthOfItsWidestItem) {
    EXPECT_EQ(m_flow->minimumSize().width(), 100);
    EXPECT_EQ(m_flow->sizeHint(), QSize(320, 20));
}

} // namespace
} // namespace protomind
