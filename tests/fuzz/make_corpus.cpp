// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/image_bytes.h"
#include "studio/exchange/formats/formats.h"
#include "studio/exchange/reader/reader.h"
#include "studio/exchange/reader/zip_directory.h"

#include <fstream>
#include <iostream>
#include <sstream>

#include "networks/random_network.h"

/// make_corpus FOLDER
///
/// Writes what fuzzing begins with: FOLDER/<target>/<network>, a file of every kind of layer and of a few
/// random networks for each target. Those that are too long to be changed much in little time are left out.
namespace protomind {
namespace {

constexpr std::size_t kLongest = 16 << 10;
constexpr std::uint64_t kRandomNetworks = 10;

class Corpus {
public:
    explicit Corpus(std::filesystem::path folder)
        : m_folder(std::move(folder)) {}

    void add(const TrainedNetwork& network, const std::string& name) const {
        for (const Format& format : formats())
            if (format.read && obstacles(format, network).empty())
                addFormat(format, network, name);
        std::ostringstream stream;
        if (writeSafetensors(stream, {{"samples", tensorOf(network.samples)}}, {{"title", "t"}}))
            write("safetensors", name, headerFirst(stream.str()));
    }

    /// Tables of every kind, small enough to be changed much.
    void addTables() const {
        const std::pair<const char*, std::string> tables[] = {
            {"plain", "a,b,species\n1.5,2,rot\n2.5,NA,blau\n3.5,4,rot\n"},
            {"german", "\xef\xbb\xbfL\u00e4nge;Breite;Art\r\n1,5;2,25;a\r\n2,5;;b\r\n1,25;7;a\r\n"},
            {"quoted", "\"a \"\"x\"\"\",\"b\nc\"\n\"1,234.5\",0\n\"7,5\",1\n"},
            {"tabs", "1\t2\t3\r4\t5\t6\r7\t8\r"},
            {"bars", "id|x|y\n1|0.5|120000\n2|0.7|90000\n3|?|70000\n"},
            {"windows", "Gr\xf6\xdf"
                        "e,y\n1,2\n3,5\n"},
            {"utf16", std::string("\xff\xfe"
                                  "a\0,\0y\0\n\0"
                                  "1\0,\0"
                                  "2\0\n\0",
                                  18)},
            {"classes", "a,y\n1,0\n2,1\n3,0\n4,1\nold,1\n"}};
        for (const auto& [name, text] : tables)
            write("csv", name, text);
    }

    /// Pictures of every kind that is read.
    void addImages() const {
        const Image colour = paintedImage(12, 9, 3, [](std::int64_t x, std::int64_t y) {
            return std::vector{static_cast<std::uint8_t>(20 * x), static_cast<std::uint8_t>(25 * y),
                               std::uint8_t{7}};
        });
        const Image clear = plainImage(5, 4, {9, 99, 200, 50});
        const auto add = [this](const char* name, const ImageBytes& bytes) {
            write("image", name, {bytes.begin(), bytes.end()});
        };
        add("colour.png", pngFile(colour));
        add("clear.png", pngFile(clear));
        add("grey.png", pngFile(plainImage(3, 3, {77})));
        add("colour.jpg", jpegFile(colour, 6));
        add("progressive.jpg", jpegFile(colour, 0, true));
        add("inks.jpg", jpegFile(clear));
        add("grey.jpg", jpegFile(plainImage(9, 9, {77})));
        add("colour.webp", webpFile(colour));
        add("clear.webp", webpFile(clear));
        add("colour.bmp", bmpFile(colour));
        add("palette.bmp", paletteBmpFile(plainImage(7, 3, {1}), 4, {1, 2, 3, 4, 5, 6}));
    }

private:
    /// A format's own file; of a folder the description of the network.
    void addFormat(const Format& format, const TrainedNetwork& network, const std::string& name) const {
        const auto files = format.write(network, "network" + format.extension);
        if (!files)
            return;
        for (const OutputFile& file : *files) {
            std::ostringstream stream;
            const bool wanted = !format.extension.empty() || file.name == "model.json";
            if (wanted && file.write(stream)) {
                const std::string bytes = std::move(stream).str();
                write(format.name, name, bytes);
                addAnswers(format, bytes, name);
            }
        }
    }

    /// What the child process makes of it, and the pieces that it takes out of an archive.
    void addAnswers(const Format& format, const std::string& bytes, const std::string& name) const {
        if (format.name == "onnx") {
            std::ostringstream stream;
            const auto answer = parseOnnx(bytes);
            if (answer && writeSafetensors(stream, answer->tensors, answer->metadata))
                write("onnx_answer", name, headerFirst(stream.str()));
        } else if (format.name == "keras") {
            const auto directory = archiveDirectory(bytes);
            if (!directory)
                return;
            for (const auto& [entry, target] :
                 {std::pair{"config.json", "keras_config"}, std::pair{"model.weights.h5", "keras_weights"}})
                if (const auto piece = unpackedEntry(bytes, *directory, entry))
                    write(target, name, *piece);
        }
    }

    /// As tensor_bytes.h takes it: the header as a line instead of behind its length.
    static std::string headerFirst(const std::string& file) {
        const auto length = static_cast<std::size_t>(static_cast<unsigned char>(file[0])) |
                            static_cast<std::size_t>(static_cast<unsigned char>(file[1])) << 8 |
                            static_cast<std::size_t>(static_cast<unsigned char>(file[2])) << 16;
        return file.substr(8, length) + "\n" + file.substr(8 + length);
    }

    void write(const std::string& target, const std::string& name, const std::string& bytes) const {
        if (bytes.size() > kLongest)
            return;
        std::filesystem::create_directories(m_folder / target);
        std::ofstream(m_folder / target / name, std::ios::binary) << bytes;
    }

    std::filesystem::path m_folder;
};

} // namespace
} // namespace protomind

int main(int argc, char** argv) {
    using namespace protomind;
    if (argc != 2) {
        std::cerr << "make_corpus FOLDER\n";
        return 2;
    }
    const Corpus corpus(argv[1]);
    for (std::size_t i = 0; i < layerCases().size(); ++i)
        if (!layerCases()[i].inputs.empty())
            corpus.add(networkOf(layerCases()[i]), "case-" + std::to_string(i));
    for (std::uint64_t seed = 0; seed < kRandomNetworks; ++seed)
        corpus.add(randomNetwork(seed), "network-" + std::to_string(seed));
    corpus.addTables();
    corpus.addImages();
    return 0;
}
