// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/course/small_lesson.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <unistd.h>

namespace protomind {

namespace {

constexpr const char* kJson = R"({
  "lesson": 1,
  "title": "A small lesson",
  "summary": "It shows what one can be.",
  "minutes": 10,
  "level": "beginner",
  "needs": ["before"],
  "steps": [
    {
      "id": "first",
      "open": {"network": "line.json"},
      "data": "line?samples=20",
      "training": {
        "optimizer": "sgd",
        "learning_rate": 0.1,
        "batch_size": 5,
        "validation": 0,
        "epochs": 5,
        "seed": 7
      },
      "weights": {
        "line/kernel": [0.5],
        "line/bias": [0]
      },
      "speed": 20,
      "scene": {"kind": "line-fit", "squares": true},
      "lock": ["optimizer"],
      "hide": ["die"],
      "predict": {"id": "guess", "kind": "choice", "answer": "down"},
      "task": {
        "check": "run.steps >= 4",
        "solution": [
          {"set": "learning_rate", "to": 0.2},
          {"train": {"epochs": 1}}
        ],
        "not": [
          [{"train": {"steps": 1}}],
          [{"train": {"steps": 7}}, {"reset": true}],
          [{"speed": 5}]
        ]
      },
      "quiz": [
        {"id": "slope", "kind": "choice", "answer": "m"},
        {"id": "two", "kind": "number", "answer": 2, "tolerance": 0.1},
        {"id": "row", "kind": "order", "answer": ["one", "two"]},
        {"id": "which", "kind": "layer", "answer": "line"}
      ]
    },
    {
      "id": "second",
      "predict": {
        "id": "place",
        "kind": "point",
        "answer": [0, 1],
        "range": [[-1, 1], [0, 2]],
        "tolerance": 0.5
      },
      "task": {
        "check": "network.layers == 3 and run.trained",
        "solution": [
          {"add": "dense", "after": "points", "name": "more", "settings": {"units": 3}},
          {"train": {"steps": 3}},
          {"evaluate": true}
        ],
        "not": [
          [{"train": {"steps": 2}}],
          [{"layer": "line", "set": "units", "to": 2}],
          [{"remove": "line"}]
        ]
      },
      "show": [{"weight": "line/kernel", "index": 0, "to": 1}]
    },
    {
      "id": "third",
      "open": {"template": "playground"},
      "predict": {"id": "curve", "kind": "curve", "range": [[0, 5], [0, 1]], "answer": "train.loss"}
    }
  ]
}
)";

constexpr const char* kEnglishText = R"(<!-- A note for authors: https://nowhere.invalid is not read. -->
# A small lesson

It shows what one can be.

## The first step {#first}

A line $y = m x + b$, as you see. It costs \$5.
Look at [the rate](highlight:learning-rate) and at [this layer](open:layer/line), then [Train](action:train).

![A steep line](line.svg)

```
# no heading, and $no formula$
```

### Task
Train for [an epoch](action:step-epoch).

#### Missing
- It has gone {run.steps} steps; it should be four.

### Hint
Look around.

### Hint
Press the button.

### Predict {#guess}
Where does it go?
- {up} Up.
- {down} Down,
  and on.

#### Afterwards
It went down.

### Quiz {#slope}
Which is the slope?
- {m} This one.
  Right: it says how steep the line is.

  And no more.
- {b} That one.
  No, that is where it starts.

### Quiz {#two}
How much is 1 + 1?
#### Right
Yes.
#### Wrong
No, 2.

### Quiz {#row}
In which order?
- {two} The second.
- {one} The first.
#### Right
Yes.
#### Wrong
No.

### Quiz {#which}
Which layer learns?
#### Right
Yes.
#### Wrong
No.

## The second step {#second}

More of it, after [the one before](open:lesson/before).

### Task
Add a layer.

#### Missing
- The network has {network.layers} layers; it should have three.
- It is not trained yet.

### Predict {#place}
Point at it.
#### Afterwards
There it was.

## The third step {#third}

Look.

### Predict {#curve}
Draw it.
#### Afterwards
So it went.
)";

constexpr const char* kNetwork = R"({
  "format": "protomind-network",
  "version": 1,
  "layers": [
    {"id": 1, "type": "input", "name": "points", "settings": {"shape": [1]}, "position": [0, 0]},
    {"id": 2, "type": "dense", "name": "line", "settings": {"units": 1}, "position": [250, 0]}
  ],
  "wires": [{"id": 1, "from": 1, "to": 2}]
}
)";

} // namespace

void SmallLesson::SetUp() {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    std::string name = std::string(test->test_suite_name()) + "-" + test->name();
    std::ranges::replace(name, '/', '-');
    m_root = std::filesystem::temp_directory_path() / ("protomind-" + std::to_string(getpid()) + "-" + name);
    std::filesystem::create_directories(folder());
    std::filesystem::create_directories(m_root / "before");
    write("lesson.json", kJson);
    write("lesson.md", kEnglishText);
    write("lesson.de.md", kEnglishText);
    replace("lesson.de.md", "# A small lesson", "# Eine kleine Lektion");
    write("line.json", kNetwork);
    write("line.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>\n");
}

void SmallLesson::TearDown() {
    std::filesystem::remove_all(m_root);
}

void SmallLesson::write(const std::string& name, const std::string& content) const {
    std::ofstream(folder() / name, std::ios::binary) << content;
}

std::string SmallLesson::read(const std::string& name) const {
    std::ifstream file(folder() / name, std::ios::binary);
    std::ostringstream content;
    content << file.rdbuf();
    return content.str();
}

void SmallLesson::replace(const std::string& name, const std::string& from, const std::string& to) const {
    std::string content = read(name);
    const std::size_t at = content.find(from);
    if (at == std::string::npos || content.find(from, at + 1) != std::string::npos)
        throw std::runtime_error(name + " does not have this once: " + from);
    write(name, content.replace(at, from.size(), to));
}

int SmallLesson::lineOf(const std::string& name, const std::string& text) const {
    if (text.empty())
        return 0;
    const std::string content = read(name);
    const std::size_t at = content.find(text);
    if (at == std::string::npos)
        throw std::runtime_error(name + " does not have: " + text);
    return static_cast<int>(
        1 + std::count(content.begin(), content.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

} // namespace protomind
