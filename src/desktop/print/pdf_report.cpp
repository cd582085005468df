// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/print/pdf_report.h"

#include "desktop/print/paper.h"
#include "desktop/print/printed_table.h"

#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QSvgRenderer>

#include <algorithm>
#include <array>
#include <utility>

namespace protomind {

namespace {

constexpr double kPointsOfPixel = 0.75; ///< 96 pixels are an inch, and 72 points
constexpr double kTextPoints = 10;
constexpr double kCaptionPoints = 8.5;
const QColor kPaperText(0x1a, 0x1d, 0x21);
const QColor kPaperMuted(0x56, 0x5d, 0x68);
const QColor kPaperRule(0xc3, 0xc9, 0xd1);
const QColor kPaperWarning(0xc2, 0x65, 0x0a);

QString shown(const std::string& text) {
    return QString::fromStdString(text);
}

void drawPicture(QPainter& painter, const QRectF& box, const ReportPicture& picture) {
    const QByteArray bytes = QByteArray::fromStdString(picture.bytes);
    if (picture.kind == ReportPictureKind::Svg) {
        QSvgRenderer renderer(bytes);
        renderer.render(&painter, box);
        return;
    }
    // Every pixel stays a square: enlarged here, as a PDF's reader would blur it.
    QImage image = QImage::fromData(bytes, "PNG");
    constexpr int kFactor = 8;
    image = image.scaled(image.size() * kFactor, Qt::IgnoreAspectRatio, Qt::FastTransformation);
    painter.drawImage(box, image);
}

class BlockPrinter {
public:
    explicit BlockPrinter(Paper& paper)
        : m_paper(paper) {}

    /// Set with what follows: a heading is never the last of its sheet.
    void operator()(const ReportHeading& heading) { m_headings.push_back(heading); }

    void operator()(const ReportParagraph& paragraph) {
        const QString text = shown(paragraph.text);
        const QFont font = paperFont(kTextPoints);
        if (paragraph.tone == ReportTone::Plain) {
            m_paper.space(3);
            begin(m_paper.heightOf(text, font, m_paper.width()));
            m_paper.paragraph(text, font, kPaperText);
            return;
        }
        constexpr double kIndent = 12;
        const bool warns = paragraph.tone == ReportTone::Warning;
        m_paper.space(7);
        const double height = m_paper.heightOf(text, font, m_paper.width() - kIndent);
        begin(height);
        if (height <= m_paper.room()) {
            m_paper.painter().fillRect(QRectF(0, m_paper.y(), warns ? 3 : 2, height),
                                       warns ? kPaperWarning : kPaperRule);
        }
        m_paper.paragraph(text, font, warns ? kPaperText : kPaperMuted, kIndent);
        m_paper.space(3);
    }

    void operator()(const ReportTable& table) {
        printTable(m_paper, table, [this](double height) { begin(height); });
    }

    void operator()(const ReportPicture& picture) {
        const QFont font = paperFont(kCaptionPoints);
        const QString caption = shown(picture.caption);
        const double below = caption.isEmpty() ? 0 : m_paper.heightOf(caption, font, m_paper.width()) + 3;
        const double scale = std::min({kPointsOfPixel, m_paper.width() / picture.width,
                                       (m_paper.height() - headings() - below) / picture.height});
        const QSizeF size(scale * picture.width, scale * picture.height);
        m_paper.space(8);
        begin(size.height() + below);
        drawPicture(m_paper.painter(),
                    QRectF(QPointF((m_paper.width() - size.width()) / 2, m_paper.y()), size), picture);
        m_paper.advance(size.height());
        if (!caption.isEmpty()) {
            m_paper.text(QRectF(0, m_paper.y() + 3, m_paper.width(), below), caption, font, kPaperMuted,
                         Qt::AlignHCenter);
            m_paper.advance(below);
        }
    }

    void operator()(const ReportGallery& gallery) {
        constexpr double kCell = 72;
        const QFont font = paperFont(7.5);
        const double lines = m_paper.heightOf(QStringLiteral("8"), font, kCell) * 2;
        double tallest = 0;
        for (const ReportPicture& picture : gallery.pictures)
            tallest = std::max(tallest, kPointsOfPixel * picture.height);
        const double row = tallest + lines + 6;
        const auto columns = static_cast<std::size_t>(m_paper.width() / kCell);
        m_paper.space(8);
        begin(20 + row);
        m_paper.paragraph(shown(gallery.caption), paperFont(9.5, true), kPaperText);
        m_paper.advance(4);
        for (std::size_t i = 0; i < gallery.pictures.size(); ++i) {
            const ReportPicture& picture = gallery.pictures[i];
            if (i % columns == 0)
                m_paper.need(row);
            const double x = static_cast<double>(i % columns) * kCell;
            const double scale = std::min(kPointsOfPixel, (kCell - 6) / picture.width);
            const QSizeF size(scale * picture.width, scale * picture.height);
            drawPicture(m_paper.painter(), QRectF(QPointF(x + (kCell - size.width()) / 2, m_paper.y()), size),
                        picture);
            m_paper.text(QRectF(x, m_paper.y() + tallest + 2, kCell, lines), shown(picture.caption), font,
                         kPaperMuted, Qt::AlignHCenter);
            if (i % columns == columns - 1 || i + 1 == gallery.pictures.size())
                m_paper.advance(row);
        }
    }

    /// Headings that nothing follows.
    void end() {
        if (!m_headings.empty())
            begin(0);
    }

private:
    [[nodiscard]] static std::size_t levelOf(const ReportHeading& heading) {
        return static_cast<std::size_t>(std::clamp(heading.level, 1, 3) - 1);
    }
    [[nodiscard]] double heightOf(const ReportHeading& heading) {
        return kSpace[levelOf(heading)] + 12 +
               m_paper.heightOf(shown(heading.text), fontOf(heading), m_paper.width());
    }
    [[nodiscard]] static QFont fontOf(const ReportHeading& heading) {
        static constexpr std::array kPoints{20.0, 14.0, 11.5};
        return paperFont(kPoints[levelOf(heading)], true);
    }

    /// How high those are that are not set yet.
    [[nodiscard]] double headings() {
        double all = 0;
        for (const ReportHeading& heading : m_headings)
            all += heightOf(heading);
        return all;
    }

    /// What comes next is so high; the headings above it stay with it.
    void begin(double height) {
        m_paper.need(std::min(headings() + height, m_paper.height()));
        for (const ReportHeading& heading : std::exchange(m_headings, {}))
            print(heading);
    }

    void print(const ReportHeading& heading) {
        m_paper.space(kSpace[levelOf(heading)]);
        if (heading.level == 2 && m_paper.y() > 0) {
            m_paper.painter().setPen(QPen(kPaperRule, 0.75));
            m_paper.painter().drawLine(QPointF(0, m_paper.y()), QPointF(m_paper.width(), m_paper.y()));
            m_paper.advance(8);
        }
        m_paper.paragraph(shown(heading.text), fontOf(heading), kPaperText);
        m_paper.advance(4);
    }

    static constexpr std::array kSpace{0.0, 18.0, 10.0};

    Paper& m_paper;
    std::vector<ReportHeading> m_headings; ///< not set yet
};

std::unexpected<Problem> notWritten(const std::filesystem::path& path) {
    return fail(ProblemKind::Input, "The file could not be written to its end.",
                Sentence::name(path.string()),
                "Look whether the folder is there, may be written to and has room left.");
}

QString titleOfReport(const std::vector<ReportBlock>& blocks) {
    for (const ReportBlock& block : blocks) {
        if (const auto* heading = std::get_if<ReportHeading>(&block))
            return shown(heading->text);
    }
    return {};
}

} // namespace

Result<void> writePdf(const std::vector<ReportBlock>& blocks, const std::filesystem::path& path) {
    const QString name = QFile::decodeName(path.string().c_str());
    {
        Paper paper(name, titleOfReport(blocks));
        if (!paper.isOpen())
            return notWritten(path);
        BlockPrinter printer(paper);
        for (const ReportBlock& block : blocks)
            std::visit(printer, block);
        printer.end();
        if (!paper.close())
            return notWritten(path);
    }
    // The writer does not say whether the disk took it all: a whole file has its end.
    QFile file(name);
    constexpr qint64 kTrailer = 64;
    if (!file.open(QIODevice::ReadOnly) || !file.seek(std::max<qint64>(0, file.size() - kTrailer)) ||
        !file.readAll().contains("%%EOF"))
        return notWritten(path);
    return {};
}

Result<void> writePdfWithoutWindow(const std::vector<ReportBlock>& blocks,
                                   const std::filesystem::path& path) {
    if (qGuiApp != nullptr)
        return writePdf(blocks, path);
    std::string name = "protomind";
    std::string option = "-platform";
    std::string platform = "offscreen";
    std::array<char*, 4> words{name.data(), option.data(), platform.data(), nullptr};
    int count = 3;
    const QGuiApplication application(count, words.data());
    return writePdf(blocks, path);
}

} // namespace protomind
