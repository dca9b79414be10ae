"""The style of the printed page: black on white, A4, readable without colour."""

from __future__ import annotations

__all__ = ["STYLE"]

STYLE = """
@page { size: A4; margin: 16mm 14mm; }
* { box-sizing: border-box; }
body { margin: 0; color: #1a1a1a; background: #fff; line-height: 1.55; font-size: 14px;
  font-family: system-ui, "Segoe UI", "Hiragino Sans", "Yu Gothic UI", "Noto Sans CJK JP",
  "Noto Sans JP", Meiryo, sans-serif; }
main { max-width: 860px; margin: 0 auto; padding: 24px 20px 48px; }
h1 { font-size: 24px; line-height: 1.3; margin: 0 0 4px; }
h2 { font-size: 17px; margin: 30px 0 8px; padding-bottom: 3px; border-bottom: 2px solid #1a1a1a; }
h3 { font-size: 14px; margin: 14px 0 4px; }
h3 span { font-weight: normal; margin-left: 1em; color: #444; }
p { margin: 4px 0; overflow-wrap: anywhere; }
header p { color: #333; }
.scope { font-size: 15px; font-weight: 600; color: #1a1a1a; margin-bottom: 10px; }
.scope span { font-weight: normal; margin-left: 1.2em; color: #444; }
.empty { margin-top: 24px; padding: 14px; border: 1px solid #777; }
.key { display: flex; flex-wrap: wrap; gap: 10px; margin: 18px 0 0; }
.key div { flex: 1 1 160px; border: 1px solid #777; border-radius: 4px; padding: 8px 12px; }
.key dt { font-size: 12.5px; color: #333; }
.key dd { margin: 0; }
.key b { display: block; font-size: 25px; line-height: 1.25; font-variant-numeric: tabular-nums; }
.key span { display: block; font-size: 12.5px; color: #333; }
table { border-collapse: collapse; width: 100%; margin: 6px 0; font-size: 13px; }
th, td { text-align: left; vertical-align: top; padding: 4px 10px 4px 0;
  border-bottom: 1px solid #ccc; overflow-wrap: anywhere; }
thead { display: table-header-group; }
thead th { white-space: nowrap; border-bottom: 1px solid #555; font-size: 12px; color: #333; vertical-align: bottom; }
tbody th { font-weight: 500; min-width: 7em; }
tr { break-inside: avoid; }
.text { font-size: 12px; }
.text th, .text td { padding-right: 8px; }
.num { font-variant-numeric: tabular-nums; white-space: nowrap; }
.text tbody th { min-width: 9em; font-weight: normal; }
small { display: block; font-size: 11px; color: #444; white-space: nowrap; }
.bar { width: 150px; height: 14px; vertical-align: -2px; }
.track { fill: #fff; stroke: #999; }
.fill { fill: #2f4b6e; }
.open { fill: #fff; stroke: #2f4b6e; stroke-width: 1.5; }
.mark { stroke: #000; stroke-width: 1.5; fill: none; }
.dashed { stroke-dasharray: 5 4; stroke-width: 1; }
.grid { stroke: #ddd; fill: none; }
.run { stroke: #8a97a8; fill: none; }
.points { width: 100%; height: auto; }
.points text { font-size: 11px; fill: #333; }
.dimensions table, .acknowledged table { width: auto; }
figure { margin: 6px 0 10px; break-inside: avoid; }
blockquote { margin: 0; padding: 4px 12px; border-left: 3px solid #777; white-space: pre-wrap;
  overflow-wrap: anywhere; }
figcaption { font-size: 12px; color: #444; padding-left: 15px; }
.missed h3 { break-after: avoid; }
.two { columns: 2; margin: 4px 0; padding-left: 1.3em; font-size: 13px; }
section { break-inside: auto; }
h2, h3 { break-after: avoid; }
@media print {
  main { max-width: none; padding: 0; }
  body { font-size: 10pt; }
  table { font-size: 9pt; }
  .text { font-size: 8.5pt; }
  th, td { padding: 3px 8px 3px 0; }
  .bar { width: 110px; }
  .fill, .open { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
"""
