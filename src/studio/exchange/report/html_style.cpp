// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/report/html_style.h"

#include "studio/exchange/report/ink.h"

#include <fmt/format.h>

namespace protomind {

namespace {

constexpr const char* kRules = R"(
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; max-width: 46rem; padding: 2rem 1.25rem 4rem; color: var(--text);
  background: var(--ground); font: 1rem/1.5 system-ui, "Segoe UI", "Noto Sans", sans-serif; overflow-wrap: break-word; }
h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 1rem; }
h2 { font-size: 1.35rem; margin: 2.75rem 0 .75rem; padding-top: .6rem; border-top: 1px solid var(--border); }
h3 { font-size: 1.08rem; margin: 2rem 0 .5rem; }
p { margin: .6rem 0; }
p.explanation { color: var(--muted); border-left: 3px solid var(--border); padding-left: .85rem; margin: .9rem 0; }
p.warning { border: 1px solid var(--validation); border-left-width: 5px; border-radius: 4px;
  padding: .5rem .8rem; }
figure { margin: 1rem 0; }
figure > svg, figure > img { display: block; max-width: 100%; height: auto; margin: 0 auto; }
figcaption { color: var(--muted); font-size: .875rem; margin-top: .35rem; text-align: center; }
.scroll { overflow-x: auto; margin: 1rem 0; }
table { border-collapse: collapse; width: 100%; font-size: .875rem; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: 600; padding-bottom: .35rem; }
th, td { padding: .28rem .6rem .28rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--grid); }
thead th { border-bottom: 1px solid var(--border); color: var(--muted); font-weight: 600; vertical-align: bottom; }
tbody th { font-weight: 600; }
th.number, td.number { text-align: right; padding-right: .35rem; padding-left: .35rem; }
table.list th { color: var(--muted); font-weight: 400; width: 38%; }
td.shaded { background: rgba(20, 110, 215, calc(var(--shade) * .38)); }
td.shaded.wrong { background: rgba(224, 110, 20, calc(var(--shade) * .6)); }
td.none { color: var(--muted); }
.gallery { display: flex; flex-wrap: wrap; gap: .8rem .7rem; padding: 0; margin: .5rem 0 1.2rem; list-style: none; }
.gallery li { width: 6.1rem; font-size: .78rem; line-height: 1.3; color: var(--muted); text-align: center; }
.gallery img { display: block; margin: 0 auto .25rem; image-rendering: pixelated; border-radius: 3px;
  border: 1px solid var(--border); }
.gallery-title { font-weight: 600; font-size: .875rem; margin: 1.1rem 0 0; }
@media screen and (max-width: 40rem) {
  body { padding: 1.25rem .9rem 3rem; }
  figure.wide { overflow-x: auto; }
  figure.wide > svg { max-width: none; width: 44rem; }
  table.columns { min-width: 32rem; }
}
@media print {
  @page { size: A4; margin: 16mm 15mm 18mm; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  h1 { font-size: 20pt; } h2 { font-size: 14pt; } h3 { font-size: 11.5pt; }
  h1, h2, h3, caption, .gallery-title { break-after: avoid; }
  tr, figure, li, p { break-inside: avoid; }
  table.short { break-inside: avoid; }
  thead { display: table-header-group; }
  .scroll { overflow: visible; }
  td.shaded, .gallery img, svg { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
)";

} // namespace

std::string htmlStyle() {
    std::string light;
    std::string dark;
    std::string classes;
    const auto add = [&](const Ink& one) {
        light += fmt::format("--{}:{};", one.name, one.onPaper);
        dark += fmt::format("--{}:{};", one.name, one.inTheDark);
        classes += fmt::format(".fill-{0}{{fill:var(--{0})}}.stroke-{0}{{stroke:var(--{0})}}\n", one.name);
    };
    for (const Ink& one : ink::kPlain)
        add(one);
    for (const Ink& one : ink::kCategories)
        add(one);
    return fmt::format(
        ":root{{color-scheme:light;{}}}\n"
        "@media screen and (prefers-color-scheme: dark){{:root{{color-scheme:dark;{}}}}}\n{}{}",
        light, dark, classes, kRules);
}

} // namespace protomind
