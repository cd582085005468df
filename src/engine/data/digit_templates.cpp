// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/digit_templates.h"

#include "engine/base/problem.h"

#include <array>

namespace protomind {
namespace {

constexpr bool kCorner = true;

std::array<std::vector<DigitTemplate>, kDigitCount> makeTemplates() {
    std::array<std::vector<DigitTemplate>, kDigitCount> all;
    const auto add = [&](int digit, float share, std::vector<PenStroke> strokes) {
        all[static_cast<std::size_t>(digit)].push_back({digit, share, std::move(strokes)});
    };

    // A stroke reads as a line of points.
    // clang-format off
    // 0: from the top; from the right with the ends crossing; wide and round; with a gap or a hook inside.
    add(0, 4,
        {{{.40f, 0}, {.16f, .12f}, {.02f, .46f}, {.10f, .84f}, {.34f, 1}, {.60f, .84f}, {.68f, .46f},
          {.58f, .12f}, {.40f, 0}}});
    add(0, 3,
        {{{.58f, .10f}, {.34f, 0}, {.10f, .20f}, {.02f, .58f}, {.14f, .92f}, {.36f, 1}, {.58f, .82f},
          {.66f, .44f}, {.56f, .12f}, {.36f, .06f}}});
    add(0, 2,
        {{{.44f, .02f}, {.14f, .10f}, {0, .46f}, {.14f, .88f}, {.46f, 1}, {.78f, .84f}, {.90f, .48f},
          {.76f, .12f}, {.40f, .01f}}});
    add(0, 1,
        {{{.30f, .08f}, {.10f, .34f}, {.06f, .72f}, {.24f, 1}, {.50f, .90f}, {.62f, .50f}, {.54f, .10f},
          {.38f, 0}, {.26f, .14f}}});

    // 1: a line; bent a little; with a flag; with flag and base.
    add(1, 6,
        {{{.30f, 0}, {.30f, .34f}, {.30f, .68f}, {.30f, 1}}});
    add(1, 2,
        {{{.34f, 0}, {.29f, .36f}, {.28f, .70f}, {.32f, 1}}});
    add(1, 2,
        {{{.10f, .24f}, {.22f, .14f}, {.34f, 0, kCorner}, {.33f, .34f}, {.32f, .68f}, {.32f, 1}}});
    add(1, 1,
        {{{.10f, .22f}, {.22f, .13f}, {.34f, 0, kCorner}, {.33f, .34f}, {.32f, .66f}, {.32f, 1}},
         {{.06f, 1}, {.32f, .99f}, {.60f, .98f}}});

    // 2: with a corner at the foot; with a loop; with a wave; with a flat and short foot.
    add(2, 4,
        {{{.06f, .22f}, {.16f, .06f}, {.36f, 0}, {.56f, .08f}, {.60f, .28f}, {.48f, .54f}, {.24f, .80f},
          {0, 1, kCorner}, {.34f, .98f}, {.70f, .97f}}});
    add(2, 4,
        {{{.08f, .20f}, {.22f, .03f}, {.44f, .01f}, {.58f, .16f}, {.54f, .42f}, {.38f, .70f}, {.18f, .93f},
          {.04f, .96f}, {.02f, .84f}, {.16f, .78f}, {.36f, .88f}, {.54f, .98f}, {.74f, .92f}}});
    add(2, 3,
        {{{.04f, .14f}, {.20f, .02f}, {.42f, .02f}, {.54f, .18f}, {.48f, .46f}, {.28f, .74f},
          {.04f, .97f, kCorner}, {.20f, .88f}, {.40f, .94f}, {.66f, .99f}}});
    add(2, 1,
        {{{.02f, .10f}, {.28f, 0}, {.56f, .10f}, {.62f, .34f}, {.46f, .60f}, {.10f, .98f, kCorner},
          {.36f, .99f}, {.58f, 1}}});

    // 3: two bowls; a small loop between them; flat on top; barely notched.
    add(3, 4,
        {{{.06f, .12f}, {.26f, 0}, {.50f, .05f}, {.57f, .22f}, {.44f, .40f}, {.22f, .47f, kCorner},
          {.48f, .53f}, {.62f, .72f}, {.50f, .93f}, {.26f, 1}, {.02f, .90f}}});
    add(3, 2,
        {{{.08f, .10f}, {.32f, 0}, {.54f, .10f}, {.52f, .30f}, {.34f, .46f}, {.20f, .48f}, {.22f, .41f},
          {.36f, .44f}, {.56f, .56f}, {.60f, .78f}, {.42f, .97f}, {.18f, .99f}, {.02f, .86f}}});
    add(3, 1,
        {{{.06f, .03f}, {.32f, .03f}, {.60f, .02f, kCorner}, {.44f, .20f}, {.28f, .40f, kCorner},
          {.50f, .46f}, {.62f, .68f}, {.48f, .92f}, {.24f, 1}, {.02f, .92f}}});
    add(3, 2,
        {{{.02f, .06f}, {.28f, 0}, {.48f, .08f}, {.48f, .26f}, {.32f, .44f}, {.46f, .56f}, {.54f, .74f},
          {.42f, .94f}, {.18f, 1}, {0, .94f}}});

    // 4: open; closed; written like a y; open with a short stem.
    add(4, 4,
        {{{.12f, .02f}, {.07f, .24f}, {.04f, .50f}, {.22f, .57f}, {.46f, .53f}, {.68f, .47f}},
         {{.60f, 0}, {.57f, .34f}, {.54f, .66f}, {.50f, 1}}});
    add(4, 2,
        {{{.46f, 0}, {.26f, .30f}, {.02f, .62f, kCorner}, {.34f, .63f}, {.74f, .61f}},
         {{.48f, 0}, {.48f, .34f}, {.47f, .66f}, {.46f, 1}}});
    add(4, 2,
        {{{.08f, 0}, {.03f, .24f}, {.08f, .46f}, {.28f, .50f}, {.48f, .38f}, {.62f, .06f, kCorner},
          {.58f, .38f}, {.52f, .70f}, {.46f, 1}}});
    add(4, 2,
        {{{.20f, .06f}, {.12f, .26f}, {.02f, .46f, kCorner}, {.30f, .46f}, {.66f, .42f}},
         {{.52f, .14f}, {.48f, .44f}, {.42f, .74f}, {.38f, 1}}});

    // 5: body and hat; in one go; like an S; with a wide bowl.
    add(5, 4,
        {{{.16f, .03f}, {.13f, .22f}, {.10f, .43f, kCorner}, {.30f, .37f}, {.54f, .46f}, {.60f, .70f},
          {.46f, .93f}, {.22f, 1}, {.02f, .91f}},
         {{.16f, .03f}, {.40f, .03f}, {.68f, 0}}});
    add(5, 3,
        {{{.64f, .01f}, {.40f, .02f}, {.18f, .04f, kCorner}, {.15f, .24f}, {.12f, .43f, kCorner},
          {.36f, .39f}, {.56f, .52f}, {.57f, .78f}, {.36f, .98f}, {.04f, .95f}}});
    add(5, 2,
        {{{.66f, .02f}, {.42f, 0}, {.22f, .10f}, {.16f, .30f}, {.34f, .44f}, {.52f, .60f}, {.52f, .82f},
          {.32f, .98f}, {.10f, .97f}, {.02f, .86f}}});
    add(5, 2,
        {{{.24f, .05f}, {.16f, .24f}, {.08f, .46f, kCorner}, {.34f, .42f}, {.60f, .52f}, {.70f, .72f},
          {.56f, .94f}, {.28f, 1}, {0, .94f}},
         {{.22f, .06f}, {.46f, .04f}, {.80f, .02f}}});

    // 6: with a hooked stem; with a straight one; with a big bowl; with a low and small bowl.
    add(6, 3,
        {{{.52f, 0}, {.28f, .12f}, {.10f, .40f}, {.04f, .70f}, {.14f, .94f}, {.34f, 1}, {.54f, .88f},
          {.56f, .68f}, {.40f, .56f}, {.20f, .62f}, {.06f, .78f}}});
    add(6, 3,
        {{{.42f, 0}, {.26f, .18f}, {.12f, .42f}, {.03f, .70f}, {.14f, .95f}, {.36f, 1}, {.56f, .86f},
          {.52f, .66f}, {.32f, .60f}, {.10f, .74f}}});
    add(6, 2,
        {{{.38f, 0}, {.16f, .22f}, {.03f, .56f}, {.10f, .90f}, {.34f, 1}, {.60f, .86f}, {.64f, .62f},
          {.46f, .46f}, {.22f, .50f}, {.06f, .68f}}});
    add(6, 2,
        {{{.24f, 0}, {.12f, .26f}, {.04f, .54f}, {.06f, .82f}, {.24f, 1}, {.46f, .96f}, {.54f, .80f},
          {.42f, .67f}, {.22f, .72f}, {.10f, .86f}}});

    // 7: plain; with a bar; with a serif; with a bent stem.
    add(7, 5,
        {{{.03f, .05f}, {.32f, .04f}, {.62f, .02f, kCorner}, {.50f, .30f}, {.38f, .62f}, {.28f, 1}}});
    add(7, 2,
        {{{.03f, .05f}, {.32f, .05f}, {.64f, .02f, kCorner}, {.50f, .32f}, {.36f, .64f}, {.24f, 1}},
         {{.20f, .52f}, {.40f, .50f}, {.64f, .46f}}});
    add(7, 2,
        {{{.03f, .20f}, {.05f, .04f, kCorner}, {.32f, .05f}, {.62f, .03f, kCorner}, {.48f, .30f},
          {.36f, .62f}, {.32f, 1}}});
    add(7, 3,
        {{{0, .14f}, {.16f, .03f}, {.40f, .06f}, {.60f, .03f}, {.60f, .16f}, {.46f, .40f}, {.34f, .70f},
          {.28f, 1}}});

    // 8: an S closed by its way back; two rings; begun with a tail; with a small upper ring.
    add(8, 4,
        {{{.56f, .14f}, {.36f, 0}, {.14f, .08f}, {.14f, .28f}, {.36f, .47f}, {.56f, .68f}, {.52f, .92f},
          {.28f, 1}, {.08f, .88f}, {.12f, .68f}, {.36f, .49f}, {.56f, .30f}, {.56f, .12f}}});
    add(8, 2,
        {{{.34f, 0}, {.16f, .08f}, {.14f, .32f}, {.34f, .45f}, {.54f, .32f}, {.52f, .08f}, {.34f, 0}},
         {{.34f, .45f}, {.10f, .58f}, {.06f, .84f}, {.32f, 1}, {.60f, .86f}, {.58f, .58f}, {.34f, .45f}}});
    add(8, 3,
        {{{.64f, .03f}, {.40f, .02f}, {.18f, .08f}, {.16f, .26f}, {.36f, .46f}, {.50f, .66f}, {.48f, .90f},
          {.24f, 1}, {.08f, .86f}, {.18f, .64f}, {.42f, .38f}, {.62f, .06f}}});
    add(8, 2,
        {{{.50f, .08f}, {.34f, 0}, {.20f, .08f}, {.20f, .24f}, {.36f, .36f}, {.60f, .58f}, {.62f, .86f},
          {.34f, 1}, {.06f, .88f}, {.06f, .62f}, {.30f, .38f}, {.48f, .22f}, {.48f, .06f}}});

    // 9: with a straight stem; with a hooked one; round and slanted; with an open ring.
    add(9, 4,
        {{{.56f, .14f}, {.36f, .01f}, {.12f, .10f}, {.04f, .32f}, {.20f, .48f}, {.42f, .40f},
          {.56f, .16f, kCorner}, {.54f, .44f}, {.51f, .72f}, {.48f, 1}}});
    add(9, 2,
        {{{.58f, .14f}, {.38f, 0}, {.14f, .08f}, {.04f, .30f}, {.20f, .46f}, {.42f, .40f},
          {.58f, .16f, kCorner}, {.60f, .50f}, {.52f, .84f}, {.30f, 1}, {.06f, .92f}}});
    add(9, 4,
        {{{.52f, .08f}, {.28f, .02f}, {.06f, .18f}, {.10f, .40f}, {.34f, .42f}, {.52f, .22f}, {.54f, .06f},
          {.48f, .40f}, {.40f, .70f}, {.30f, 1}}});
    add(9, 1,
        {{{.46f, .02f}, {.22f, .06f}, {.04f, .26f}, {.10f, .44f}, {.32f, .44f}, {.54f, .26f},
          {.62f, .08f, kCorner}, {.54f, .40f}, {.44f, .72f}, {.36f, 1}}});
    // clang-format on
    return all;
}

} // namespace

std::span<const DigitTemplate> templatesOf(int digit) {
    require(digit >= 0 && digit < kDigitCount, "templatesOf: not a digit");
    static const auto all = makeTemplates();
    return all[static_cast<std::size_t>(digit)];
}

} // namespace protomind
