// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/pytorch/sources.h"
#include "studio/exchange/safe_text.h"

#include <algorithm>

namespace protomind {

namespace {

constexpr std::string_view kReadme = R"md(# @TITLE@

A network from @PROGRAM@, for PyTorch 1.13 or newer.

    pip install -r requirements.txt
    python3 predict.py @EXAMPLE@
    python3 train.py@DATA@
    torchrun --nproc_per_node 4 train.py@DATA@

* `model.py`: the network. `Network()` takes @INPUT@ and gives @OUTPUT@. @LOGITS@
* `model.safetensors`: its weights: `network.load_state_dict(safetensors.torch.load_file("model.safetensors"))`.
* `predict.py`: asks it. `train.py`: goes on with training, and writes `trained.safetensors`.
@STATE_LINE@@DATA_LINE@* `tensors.py`: reads and writes safetensors files, with or without the package of that name, and reads CSV files.

@PREPROCESSING@ @TABLES@

The batches are Protomind's.@RANDOM@

Where several processes share a batch, batch normalisation goes by the part of each.
)md";

} // namespace

std::string readmeText(const PythonNetwork& network, const FolderContents& contents) {
    const TrainedNetwork& trained = *network.trained;
    const bool image = isImageShape(trained.model.inputShape);
    const bool draws = std::ranges::any_of(network.layers, [](const LayerView& layer) {
        return layer.is("dropout") || layer.is("noise") || layer.is("gaussian_sampling");
    });
    const std::string tables = "A row of a CSV file is a sample, its numbers as the network takes them";
    return filledIn(
        kReadme,
        {{"TITLE", lineCommentText(trained.title)},
         {"PROGRAM", lineCommentText(trained.program)},
         {"TABLES",
          image ? tables + ": in the order height, width, channels, pixels from 0 to 1." : tables + "."},
         {"EXAMPLE", takesPictures(network) ? "picture.png" : "samples.csv"},
         {"DATA", contents.data ? "" : " --data samples.csv"},
         {"INPUT", torchShapeText(trained.model.inputShape)},
         {"OUTPUT", torchShapeText(trained.model.outputShape)},
         {"LOGITS", network.leftOut.empty() ? ""
                                            : "Those are logits; `predict()` puts " + network.leftOut +
                                                  " on top, as Protomind does."},
         {"DATA_LINE", contents.data ? "* `data.safetensors`: the samples.\n" : ""},
         {"STATE_LINE", contents.state ? "* `optimizer.safetensors`: what the optimiser remembers.\n" : ""},
         {"RANDOM",
          draws ? " Random numbers inside of layers (dropout, noise) are not: there the runs part." : ""},
         {"PREPROCESSING", sampleText(network)}});
}

} // namespace protomind
